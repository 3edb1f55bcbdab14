import { identityCenter, messages, rowsOf, set } from './identity-center.fixtures';
import { type Edit, expectProblems, load, loaded } from './sample-config';

const FILE = 'identity-center.yaml';
const edit = (from: string, to: string): Edit => [from, to, FILE];
const grant = (line: string): Edit => edit('\n# 기한이 있는', `${line}\n\n# 기한이 있는`);

const COPY = `  - groups: [platform-admin]
    permissionSets: [PlatformAdmin]
    targets: { ous: [Infrastructure] }`;
const access = (edits: Edit[] = []) => {
  const { identityCenter } = loaded(edits).model;
  if (!identityCenter) throw new Error('the sample governs IAM Identity Center');
  return identityCenter;
};

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

describe('what AWS or the organization refuses', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'users in a grant',
      [
        edit(
          '  - groups: [network-ops]\n',
          '  - ▸users: [f81d4fae-7dec-11d0-a765-00a0c91e6bf6]\n    groups: [network-ops]\n',
        ),
      ],
      ['grants[4].users: unknown key "users" — known keys: "groups", "permissionSets", "targets"'],
    ],
    [
      'an instance ARN with a Region',
      [edit('instanceArn: arn:aws:sso:::', 'instanceArn: ▸arn:aws:sso:us-east-1::')],
      ['instanceArn: expected the ARN of an IAM Identity Center instance, which names no Region and no account, for…'],
    ],
    [
      'an instance of another partition',
      [edit('instanceArn: arn:aws:sso', 'instanceArn: ▸arn:aws-cn:sso')],
      [
        'instanceArn: is in the partition "aws-cn" and the organization in "aws"; write the instance of this organization',
      ],
    ],
    [
      'an identity store id',
      [edit('identityStoreId: d-1234567890', 'identityStoreId: ▸d-12')],
      ['identityStoreId: expected an identity store id, for example "d-1234567890"; found "d-12"'],
    ],
    [
      'the management account as delegated administrator',
      [edit('delegatedAdministrator: identity', 'delegatedAdministrator: ▸management')],
      [
        'delegatedAdministrator: "management" is the management account, which administers the instance anyway; remove the key, or name a member account',
      ],
    ],
    [
      'a delegated administrator without an id',
      [edit('delegatedAdministrator: identity', 'delegatedAdministrator: ▸payments-prod')],
      [
        'delegatedAdministrator: "payments-prod" has no id yet, so nothing can be deployed to it; run accounts sync, or write its id',
      ],
    ],
    [
      'two groups of one name, in another case',
      [edit('name: finance\n', 'name: ▸Network-Ops\n'), edit('groups: [finance]', 'groups: [▸finance]')],
      ['groups[5].name: group "network-ops" is already used at groups[1]', 'grants[9].groups[0]: no group "finance"'],
    ],
    [
      "AWS Control Tower's group",
      [edit('name: finance\n', 'name: ▸AWSLogArchiveViewers\n'), edit('[finance]', '[AWSLogArchiveViewers]')],
      [
        'groups[5].name: "AWSLogArchiveViewers" is a group of AWS Control Tower, which changes it itself; leave it alone and make a group of another name',
      ],
    ],
    [
      "AWS Control Tower's permission set",
      [
        edit('name: ManagementBilling\n', 'name: ▸AWSReadOnlyAccess\n'),
        edit('permissionSets: [ManagementBilling]', 'permissionSets: [AWSReadOnlyAccess]'),
      ],
      [
        'permissionSets[3].name: "AWSReadOnlyAccess" is a permission set of AWS Control Tower, which changes it itself; choose another name',
      ],
    ],
    [
      'members of a group that the identity provider fills',
      [
        edit(
          'id: a1b2c3d4-5678-90ab-cdef-66666ea66666',
          'id: a1b2c3d4-5678-90ab-cdef-66666ea66666\n    members: ▸[f81d4fae-7dec-11d0-a765-00a0c91e6bf6]',
        ),
      ],
      [
        'groups[5].members: the identity provider says who is in "finance", which has an id; remove members, or remove id',
      ],
    ],
    [
      'a set name of 33 characters',
      [
        edit('  - name: NetworkOps\n', `  - name: ▸${'P'.repeat(33)}\n`),
        edit('permissionSets: [NetworkOps]', 'permissionSets: [ReadOnly]'),
        edit(', NetworkOps]', ']'),
      ],
      ['permissionSets[4].name: expected a permission set name of 1 to 32 letters, digits and _+=,.@-, for example…'],
    ],
    [
      'a description in Korean',
      [edit('description: Administers sandbox accounts', 'description: ▸샌드박스 관리')],
      [
        'permissionSets[1].description: expected a description of 1 to 700 Latin characters (AWS accepts no others), for…',
      ],
    ],
    [
      'a session of 13 hours',
      [edit('sessionDuration: PT2H', 'sessionDuration: ▸PT13H')],
      ['permissionSets[1].sessionDuration: expected a session of PT1H to PT12H, for example "PT4H"; found "PT13H"'],
    ],
    [
      'a privileged session of more than four hours',
      [edit('sessionDuration: PT2H', 'sessionDuration: ▸PT4H1M')],
      [
        'permissionSets[1].sessionDuration: "SandboxAdmin" is privileged, so its session lasts PT4H at most (ISMS-P 2.5.5), not PT4H1M',
      ],
    ],
    [
      'a privileged set that says nothing of its session',
      [edit('  - name: ReadOnly\n    preset: read-only', '  - ▸name: ReadOnly\n    managedPolicies: [IAMFullAccess]')],
      [
        'permissionSets[7]: "ReadOnly" is privileged: it may change IAM, or everything; state sessionDuration, PT4H at most (ISMS-P 2.5.5)',
      ],
    ],
    [
      'a path that is not that of the policy',
      [edit('{ name: developer-boundary }', '{ name: developer-boundary, path: ▸/other/ }')],
      [
        'permissionSets[6].permissionsBoundary.customerManagedPolicy.path: "/other/" is not the path of "developer-boundary", which is declared as "/governance/"; remove path here',
      ],
    ],
    [
      'a boundary that says nothing',
      [
        edit(
          'permissionsBoundary:\n      customerManagedPolicy: { name: developer-boundary }',
          'permissionsBoundary: ▸{}',
        ),
      ],
      [
        'permissionSets[6].permissionsBoundary: has neither managedPolicy nor customerManagedPolicy; give exactly one of them',
      ],
    ],
  ])('fails for %s', (_, edits, problems) => expectProblems(edits, problems));

  test.each([
    [25, 0],
    [26, 1],
  ])('%i managed policies: %i problems', (count, expected) => {
    // The preset brings one of them.
    const own = Array.from({ length: count - 1 }, (_, index) => `Policy${index}`).join(', ');
    const { problems } = load([edit('    preset: billing', `    preset: billing\n    managedPolicies: [${own}]`)]);
    expect(problems.filter((problem) => problem.includes('managed policies, preset included'))).toHaveLength(expected);
  });
});

describe('statements', () => {
  test.each<[string, Edit, string]>([
    [
      'of an exception that are malformed',
      edit(
        '      - Sid: DescribeClusters\n        Effect: Allow',
        '      - ▸Sid: DescribeClusters\n        Effect: Permit',
      ),
      'exceptions[0].statements[0]: Statement[0] "DescribeClusters": Effect is "Permit": expected "Allow" or "Deny"',
    ],
    [
      'of a policy that name a principal',
      edit('      - Sid: Workloads\n', '      - ▸Sid: Workloads\n        Principal: "*"\n'),
      'customerManagedPolicies[0].statements[0]: Statement[0] "Workloads": element "Principal" is not supported…',
    ],
  ])('fails for those %s', (_, change, problem) => expectProblems([change], [problem]));

  test('fails for those that AWS has no letters for', () => {
    expectProblems(
      [
        edit(
          '      - Sid: DescribeClusters\n        Effect: Allow',
          '      - ▸Condition: { StringEquals: { "aws:PrincipalTag/team": 쇼핑 } }\n        Effect: Allow',
        ),
      ],
      ['exceptions[0].statements[0]: Statement[0]: AWS accepts Latin-1 only, and "쇼" is outside of it'],
    );
  });

  test('may lie in a JSON file of the config folder', () => {
    const edits = [edit('    preset: read-only', '    preset: read-only\n    inlinePolicy: { file: read.json }')];
    const statement = { Sid: 'NoData', Effect: 'Deny', Action: 's3:GetObject', Resource: '*' };
    const file = (value: unknown) => ({ 'read.json': JSON.stringify(value) });
    const { model } = loaded(edits, file({ Version: '2012-10-17', Statement: [statement] }));
    const set = model.identityCenter?.permissionSets.find(({ name }) => name === 'ReadOnly');
    expect(set?.inlinePolicy?.Statement).toContainEqual(statement);
    expect(load(edits).problems[0]).toContain(
      'permissionSets[7].inlinePolicy.file: cannot read the file: it does not exist',
    );
    expect(load(edits, file({})).problems[0]).toContain('permissionSets[7].inlinePolicy.file: Statement[0]: ');
  });

  test('must fit together with those of the preset and the exceptions', () => {
    const long = Array.from({ length: 300 }, (_, index) => `"s3:GetObject${'x'.repeat(20)}${index}"`).join(', ');
    const { problems } = load([edit('"eks:ListClusters"', long)]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /permissionSets\[6\]: the inline policy of "Developer", preset and exceptions included, has 1\d{4} characters but AWS allows 10240/,
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

test('every message has its Korean', () => {
  const edits = [
    edit('groups: [network-ops]\n', 'groups: [network-op]\n'),
    edit('sessionDuration: PT2H', 'sessionDuration: PT8H'),
  ];
  const { problems } = load(edits, {}, 'ko');
  expect(problems).toHaveLength(2);
  for (const problem of problems) expect(problem).toMatch(/(?:세요|인가요\?)/);
});
