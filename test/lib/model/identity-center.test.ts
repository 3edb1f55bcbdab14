import { access, COPY, edit, grant } from './identity-center.edits';
import { type Edit, expectProblems, load, loaded } from './sample-config';

describe('the sample', () => {
  test('has no problem', () => expect(load([]).problems).toEqual([]));

  test('gives every group its accounts', () => {
    const rows = access().assignments;
    const accounts = (group: string, set: string) =>
      rows.flatMap((row) => (row.group === group && row.permissionSet === set ? row.account : []));
    expect(accounts('platform-admin', 'PlatformAdmin')).toEqual([
      'deployment',
      'identity',
      'network',
      'shared-services',
    ]);
    expect(accounts('platform-admin', 'ManagementAdmin')).toEqual(['management']);
    expect(accounts('shop-developer', 'Developer')).toEqual(['shop-dev', 'shop-stage']);
    expect(accounts('shop-developer', 'ReadOnly')).toEqual(['shop-prod']);
    expect(accounts('break-glass', 'BreakGlass')).toHaveLength(11);
  });

  test('lets an account without an id wait', () => {
    const { assignments, waiting } = access();
    expect(assignments.filter((row) => row.account === 'payments-prod')).toEqual([]);
    expect(waiting.map(({ account, group }) => `${account} ${group}`)).toEqual([
      'payments-prod break-glass',
      'payments-prod platform-admin',
      'payments-prod security-audit',
    ]);
  });

  test('deploys a policy exactly to the accounts where a set that names it is granted', () => {
    const [policy] = access().customerManagedPolicies;
    expect(policy).toMatchObject({
      name: 'developer-boundary',
      path: '/governance/',
      accounts: ['shop-dev', 'shop-stage'],
    });
  });

  test('adds what is written and the exceptions to the preset', () => {
    const developer = access().permissionSets.find(({ name }) => name === 'Developer');
    expect(developer).toMatchObject({
      preset: 'developer',
      privilege: 'write',
      managedPolicies: ['arn:aws:iam::aws:policy/PowerUserAccess'],
      permissionsBoundary: { customerManagedPolicy: { name: 'developer-boundary', path: '/governance/' } },
      breakGlass: false,
    });
    expect(developer?.inlinePolicy?.Statement.at(-1)?.Sid).toBe('DescribeClusters');
  });

  test('is administered by the delegated administrator, in the home Region', () => {
    expect(access()).toMatchObject({ administrator: 'identity', region: 'ap-northeast-2' });
    expect(access([edit('delegatedAdministrator: identity\n', '')]).administrator).toBe('management');
  });

  test('without the file nothing of IAM Identity Center is governed', () => {
    const { identityCenter, ...rest } = loaded([]).model;
    expect(identityCenter).toBeDefined();
    expect(JSON.stringify(rest)).not.toContain('ssoins-');
  });

  test('closed accounts get nothing', () => {
    const { assignments, waiting } = access([['"ACTIVE"', '"SUSPENDED"', 'accounts.lock.json']]);
    expect([...assignments, ...waiting].filter(({ account }) => account === 'sandbox-1')).toEqual([]);
  });
});

describe('names that do not exist', () => {
  test.each<[string, Edit, string]>([
    [
      'a group in a grant',
      edit('groups: [network-ops]\n', 'groups: [▸network-op]\n'),
      'grants[4].groups[0]: no group "network-op" — did you mean "network-ops"?',
    ],
    [
      'a set in a grant',
      edit('permissionSets: [NetworkOps]\n', 'permissionSets: [▸NetworkOp]\n'),
      'grants[4].permissionSets[0]: no permission set "NetworkOp" — did you mean "NetworkOps"?',
    ],
    [
      'an account in a grant',
      edit('targets: { accounts: [network] }', 'targets: { accounts: [▸netwrok] }'),
      'grants[4].targets.accounts[0]: no account "netwrok" — did you mean "network"?',
    ],
    [
      'an OU in a grant',
      edit('targets: { ous: [Sandbox] }', 'targets: { ous: [▸Sandbx] }'),
      'grants[1].targets.ous[0]: no OU "Sandbx" — did you mean "Sandbox"?',
    ],
    [
      'a set of an exception',
      edit('    permissionSet: Developer', '    permissionSet: ▸Develper'),
      'exceptions[0].permissionSet: no permission set "Develper" — did you mean "Developer"?',
    ],
    [
      'a set of a conflict',
      edit('[SecurityAudit, Developer]', '[SecurityAudit, ▸Developr]'),
      'conflicts[1].permissionSets[1]: no permission set "Developr" — did you mean "Developer"?',
    ],
    [
      'the delegated administrator',
      edit('delegatedAdministrator: identity', 'delegatedAdministrator: ▸identiti'),
      'delegatedAdministrator: no account "identiti" — did you mean "identity"?',
    ],
    [
      'a Region that is not governed',
      edit('identityStoreId: d-1234567890', 'identityStoreId: d-1234567890\nregion: ▸us-east-2'),
      'region: "us-east-2" is not among governedRegions of organization.yaml — did you mean "us-east-1"?',
    ],
    [
      'a preset',
      edit('preset: network-ops', 'preset: ▸network-op'),
      'permissionSets[4].preset: expected one of "billing", "break-glass"…',
    ],
    [
      'a customer managed policy',
      edit('{ name: developer-boundary }', '{ name: ▸developer-bounds }'),
      'permissionSets[6].permissionsBoundary.customerManagedPolicy.name: no customer managed policy "developer-bounds" — did you mean "developer-boundary"?',
    ],
    [
      'a customer managed policy that is nowhere near',
      edit('    preset: security-audit', '    preset: security-audit\n    customerManagedPolicies: [{ name: ▸own }]'),
      'permissionSets[5].customerManagedPolicies[0].name: no customer managed policy "own": declare it under customerManagedPolicies, so that it is there in every account before the set is',
    ],
  ])('fails for %s', (_, change, problem) => expectProblems([change], [problem]));

  test('fails for a group of breakGlass', () => {
    const { problems } = load([edit('breakGlass:\n  groups: [break-glass]', 'breakGlass:\n  groups: [breakglass]')]);
    expect(problems[0]).toContain('grants[10].permissionSets[0]: "BreakGlass" is for emergencies');
    expect(problems[1]).toContain('breakGlass.groups[0]: no group "breakglass" — did you mean "break-glass"?');
  });

  test('a broken group does not make its grants wrong', () => {
    expectProblems(
      [edit('description: Runs the network', 'description: ▸7')],
      ['groups[1].description: expected a string, found the number 7 — write it in quotes: "7"'],
    );
  });
});

describe('grants', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'what another grant says already',
      [grant(`\n${COPY.replace('- groups', '- ▸groups')}`)],
      [
        'grants[11]: group "platform-admin" has "PlatformAdmin" in "network", "shared-services", "deployment" and 1 more already, by grants[0]; keep one of the two',
      ],
    ],
    [
      'a group that is named twice',
      [edit('groups: [network-ops]\n', 'groups: [network-ops, ▸network-ops]\n')],
      ['grants[4].groups[1]: "network-ops" is listed twice; remove one'],
    ],
    [
      'no account',
      [edit('targets: { accounts: [network] }', 'targets: ▸{ tags: { service: nothing } }')],
      ['grants[4].targets: selects no account: every name is right, but…'],
    ],
    [
      'Regions',
      [edit('targets: { accounts: [network] }', 'targets: { accounts: [network], regions: ▸[us-east-1] }')],
      ['grants[4].targets.regions: access to an account holds in every Region; remove regions'],
    ],
    [
      'one set in the management account and in members, with a delegated administrator',
      [
        edit(
          '  - groups: [finance]\n    permissionSets: [ManagementBilling]\n',
          '  - ▸groups: [finance]\n    permissionSets: [ManagementBilling]\n',
        ),
        grant('\n  - groups: [finance]\n    permissionSets: [ManagementBilling]\n    targets: { accounts: [audit] }'),
      ],
      [
        'grants[9]: "ManagementBilling" is granted in the management account and by grants[11] in member accounts: a delegated administrator cannot manage a set that the management account has, so make a set of its own for it',
      ],
    ],
    [
      'emergency access to an ordinary group',
      [
        edit(
          'groups: [break-glass]\n    permissionSets: [BreakGlass]\n',
          'groups: [break-glass, finance]\n    permissionSets: [▸BreakGlass]\n',
        ),
      ],
      [
        'grants[10].permissionSets[0]: "BreakGlass" is for emergencies: grant it to groups of breakGlass only, and not to "finance"',
      ],
    ],
    [
      'ordinary access to an emergency group',
      [
        edit(
          'groups: [break-glass]\n    permissionSets: [BreakGlass]\n',
          'groups: [▸break-glass]\n    permissionSets: [BreakGlass, ReadOnly]\n',
        ),
      ],
      [
        'grants[10].groups[0]: "break-glass" is for emergencies: grant it permission sets of breakGlass only, and not "ReadOnly"',
      ],
    ],
    [
      'the preset for emergencies without an alarm',
      [edit('preset: read-only', 'preset: ▸break-glass')],
      [
        'permissionSets[7].preset: a set of the preset break-glass is for emergencies; list "ReadOnly" under breakGlass.permissionSets, so that its use is alarmed',
      ],
    ],
  ])('fail for %s', (_, edits, problems) => expectProblems(edits, problems));

  test('work in the management account and in members without a delegated administrator', () => {
    const edits = [
      edit('delegatedAdministrator: identity\n', ''),
      grant('\n  - groups: [finance]\n    permissionSets: [ManagementBilling]\n    targets: { accounts: [audit] }'),
    ];
    expect(load(edits).problems).toEqual([]);
  });

  test('of a privileged set from sandbox to production give a warning', () => {
    expectProblems(
      [
        edit('  - name: PlatformAdmin\n', '  - name: ▸PlatformAdmin\n'),
        edit('targets: { ous: [Infrastructure] }', 'targets: { ous: [Infrastructure, Sandbox] }'),
      ],
      [
        'permissionSets[0].name: warning: "PlatformAdmin" is privileged and reaches from sandbox ("sandbox-1") to production ("network"); make a set of its own for each',
      ],
    );
  });
});

test('every message has its Korean', () => {
  const edits = [
    edit('groups: [network-ops]\n', 'groups: [network-op]\n'),
    edit('sessionDuration: PT2H', 'sessionDuration: PT8H'),
  ];
  const { problems } = load(edits, {}, 'ko');
  expect(problems).toHaveLength(2);
  for (const problem of problems) expect(problem).toMatch(/(?:세요|인가요\?)/);
});
