import { edit } from './identity-center.edits';
import { identityCenter, messages, rowsOf, set } from './identity-center.fixtures';
import { type Edit, expectProblems, load } from './sample-config';

describe('dates', () => {
  const config = (expires: string) =>
    identityCenter({
      exceptions: [
        {
          name: 'x',
          permissionSet: 'S',
          statements: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
          reason: 'r',
          owner: 'o',
          expires,
        },
      ],
      permissionSets: [set('S')],
    });
  const dates = (expires: string, today?: string) => messages(rowsOf(config(expires), undefined, today).problems);

  test.each<[string, string | undefined, string[]]>([
    ['2026-07-01', undefined, []],
    [
      '2026-06-30',
      undefined,
      [
        'error exceptions.0.expires: expired on 2026-06-30, before the review of 2026-07-01; remove the exception, or have its owner renew it',
      ],
    ],
    ['2026-08-31', '2026-08-31', []],
    [
      '2026-08-31',
      '2026-09-01',
      [
        'error exceptions.0.expires: expired on 2026-08-31, and today is 2026-09-01; remove the exception, or have its owner renew it',
      ],
    ],
    ['2027-08-31', '2026-10-01', []],
    [
      '2027-08-31',
      '2026-10-02',
      [
        'warning reviewDate: the last review is 93 days ago; review the access matrix every quarter (ISMS-P 2.5.6) and write the day here',
      ],
    ],
    ['2027-08-31', '2026-06-30', ['error reviewDate: lies after today, 2026-06-30; write the day of the last review']],
  ])('an exception to %s, today %s', (expires, today, problems) => expect(dates(expires, today)).toEqual(problems));

  test.each(['2026-02-29', '2026-13-01', '2026-6-30', '30.06.2026'])('fail for %s', (day) => {
    const { problems } = load([edit('expires: "2026-09-30"', `expires: "${day}"`)]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/exceptions\[0\]\.expires: (?:is no day of the calendar|expected a day, YYYY-MM-DD)/);
  });
});

describe('separation of duties', () => {
  const network = '  - groups: [network-ops]\n    permissionSets: [NetworkOps]';
  const audit = '  - groups: [security-audit]\n';

  test('holds for a group, over several grants', () => {
    expectProblems(
      [
        edit(network, network.replace('network-ops]', 'network-ops, security-audit]')),
        edit(audit, '  - ▸groups: [security-audit]\n'),
      ],
      [
        'grants[5]: group "security-audit" would hold "NetworkOps" and "SecurityAudit" in "network", which the conflict "who audits does not administer" forbids; take one of them away here or in grants[4]',
      ],
    );
  });

  test('holds within one grant', () => {
    const { problems } = load([
      edit('permissionSets: [SecurityAudit]\n    targets', 'permissionSets: [SecurityAudit, Developer]\n    targets'),
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /grants\[5\]: group "security-audit" would hold "SecurityAudit" and "Developer" in .* and \d+ more, .*; take one of them away here$/,
    );
  });

  test('holds for a person in two groups, where membership is known', () => {
    const members = (name: string, id: string) =>
      edit(`    id: a1b2c3d4-5678-90ab-cdef-${id}`, `    members: [f81d4fae-7dec-11d0-a765-00a0c91e6bf6] # ${name}`);
    const edits = [
      members('network-ops', '22222ea22222'),
      members('security-audit', '33333ea33333'),
      edit(audit, '  - ▸groups: [security-audit]\n'),
    ];
    expectProblems(edits, [
      'grants[5]: user "f81d4fae-7dec-11d0-a765-00a0c91e6bf6" (groups "network-ops", "security-audit") would hold "NetworkOps" and "SecurityAudit" in "network", which the conflict "who audits does not administer" forbids; take one of them away here or in grants[4]',
    ]);
  });
});

describe('warnings', () => {
  test.each<[string, Edit, string]>([
    [
      'a group that no grant uses',
      edit(
        '  - name: break-glass\n    desc',
        '  - name: ▸idle\n    description: Idle\n  - name: break-glass\n    desc',
      ),
      'groups[6].name: warning: no grant uses this group; grant it something, or remove it',
    ],
    [
      'a permission set that no grant uses',
      edit('  - name: BreakGlass\n', '  - name: ▸Idle\n    preset: read-only\n  - name: BreakGlass\n'),
      'permissionSets[9].name: warning: no grant uses this permission set; grant it to somebody, or remove it',
    ],
    [
      'a policy that no set names',
      edit(
        '\ngrants:',
        '  - name: ▸idle\n    statements: [{ Effect: Allow, Action: "s3:ListBucket", Resource: "*" }]\n\ngrants:',
      ),
      'customerManagedPolicies[1].name: warning: no permission set names this policy, so it is deployed nowhere; name it, or remove it',
    ],
  ])('for %s', (_, change, problem) => expectProblems([change], [problem]));
});
