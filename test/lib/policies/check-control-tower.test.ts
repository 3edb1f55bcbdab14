import { type Edit, expectProblems, load, loaded } from '../model/sample-config';

const inTower = (from: string, to: string): Edit => [from, to, 'control-tower.yaml'];
const REGIONS = 'AllowedRegions: [ap-northeast-2, us-east-1]';
const EXEMPTED = 'ExemptedPrincipalArns: ["arn:aws:iam::*:role/cdk-govern-*"]';
const BASELINE = '    ous: [Infrastructure, Workloads, Data, Sandbox]\n\n# 하위';
const baseline = (targets: string) => inTower(BASELINE, `${targets}\n\n# 하위`);
const mustExempt =
  'controls[2].parameters.ExemptedPrincipalArns: must exempt the roles that deploy: add arn:aws:iam::*:role/cdk-govern-*';

describe('the Region deny control', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'leaves out the home Region',
      [inTower(REGIONS, 'AllowedRegions: ▸[us-east-1]')],
      [
        'controls[2].parameters.AllowedRegions: must be a list that contains the home Region "ap-northeast-2", or nothing could be governed from there',
      ],
    ],
    [
      'is no list of Regions',
      [inTower(REGIONS, 'AllowedRegions: ▸ap-northeast-2')],
      [
        'controls[2].parameters.AllowedRegions: must be a list that contains the home Region "ap-northeast-2", or nothing could be governed from there',
      ],
    ],
    ['exempts nobody', [inTower(EXEMPTED, 'ExemptedPrincipalArns: ▸[]')], [mustExempt]],
    [
      'exempts the role that runs the stacks but not the one that starts them',
      [inTower(EXEMPTED, 'ExemptedPrincipalArns: ▸["arn:aws:iam::*:role/cdk-*-cfn-exec-role-*"]')],
      [mustExempt],
    ],
    [
      'exempts the roles of one account',
      [inTower(EXEMPTED, 'ExemptedPrincipalArns: ▸["arn:aws:iam::888899990000:role/cdk-govern-*"]')],
      [mustExempt],
    ],
    [
      'exempts sessions, whose ARN no condition sees',
      [inTower(EXEMPTED, 'ExemptedPrincipalArns: ▸["arn:aws:sts::*:assumed-role/cdk-govern-*"]')],
      [mustExempt],
    ],
    [
      'is named by its whole ARN',
      [
        inTower(
          '- control: ka8e3pkqefnjsxuyc26ji580',
          '- control: arn:aws:controlcatalog:::control/ka8e3pkqefnjsxuyc26ji580',
        ),
        inTower(EXEMPTED, 'ExemptedPrincipalArns: ▸[]'),
      ],
      [mustExempt],
    ],
    [
      'forgets a role of deployment.roles',
      [
        ['  account: deployment\n', '  account: deployment\n  roles: [ci/deploy-*]\n'],
        inTower(EXEMPTED, `ExemptedPrincipalArns: ▸${EXEMPTED.split(': ')[1]}`),
      ],
      [
        'controls[2].parameters.ExemptedPrincipalArns: must exempt the roles that deploy: add arn:aws:iam::*:role/ci/deploy-*',
      ],
    ],
  ])('fails when it %s', (_, edits, problems) => expectProblems(edits, problems));

  test('fails without parameters, at the control', () => {
    const edit = inTower(`    parameters:\n      ${REGIONS}\n      ${EXEMPTED}\n`, '');
    expect(load([edit]).problems.map((line) => line.split(' ')[1])).toEqual([
      'controls[2].parameters.AllowedRegions:',
      'controls[2].parameters.ExemptedPrincipalArns:',
    ]);
  });

  test('may exempt more widely than the bootstrap roles', () => {
    expect(load([inTower(EXEMPTED, 'ExemptedPrincipalArns: ["arn:aws:iam::*:role/cdk-*"]')]).problems).toEqual([]);
  });
});

describe('controls', () => {
  const also = (control: string, ous = '[Data, Sandbox]') =>
    inTower('controls:\n', `controls:\n  - { control: ${control}, targets: { ous: ${ous}, exact: true } }\n`);
  const ROOT_KEYS = '- control: AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS';

  test.each([
    'AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS',
    'arn:aws:controltower:ap-northeast-2::control/AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS',
  ])('fail when one is enabled twice on an OU, as %s', (control) => {
    expectProblems(
      [also(control), inTower(ROOT_KEYS, ROOT_KEYS.replace('AWS', '▸AWS'))],
      ['controls[1].control: is already enabled on "Data", "Sandbox" by controls[0]; keep one of the two'],
    );
  });

  test.each<[string, Edit, string]>([
    [
      'the Region deny of the landing zone',
      also('▸AWS-GR_REGION_DENY'),
      'controls[0].control: "AWS-GR_REGION_DENY" is a setting of the landing zone that no API enables: use the Region deny control of an OU',
    ],
    [
      'the ARN of another Region',
      also('▸arn:aws:controltower:us-east-1::control/AWS-GR_EBS_OPTIMIZED_INSTANCE'),
      'controls[0].control: belongs to the Region "us-east-1" but the home Region is "ap-northeast-2"; name it by its control catalog id',
    ],
    [
      'an OU that does not exist',
      also('5kvme4m5d2b4d7if2fs5yg2uj', '[▸Workload]'),
      'controls[0].targets.ous[0]: no OU "Workload" — did you mean "Workloads"?',
    ],
    [
      'the root alone, which no control can be on',
      inTower(
        'controls:\n',
        'controls:\n  - { control: 5kvme4m5d2b4d7if2fs5yg2uj, targets: ▸{ ous: [Root], exact: true } }\n',
      ),
      'controls[0].targets: selects no OU: Root itself cannot carry baselines or controls; name OUs, or remove exact',
    ],
  ])('fail for %s', (_, edit, problem) => expectProblems([edit], [problem]));

  test('are one row for each OU, in the order of the file', () => {
    const rows = loaded([]).model.controls.map(({ control, ou }) => `${control} ${ou}`);
    expect(rows.filter((row) => row.startsWith('ka8e'))).toEqual(['ka8e3pkqefnjsxuyc26ji580 Workloads']);
    expect(rows).toHaveLength(9);
  });
});

describe('registered OUs', () => {
  test('are the targets and everything below, parents first', () => {
    expect(loaded([baseline('    ous: [Workloads, Data]')]).model.registeredOus).toEqual([
      'Workloads',
      'Data',
      'Workloads/Prod',
      'Workloads/Stage',
      'Workloads/Dev',
      'Data/Prod',
    ]);
  });

  test('fail for the OU of the log archive and audit accounts, at each of them', () => {
    const fault = (name: string) =>
      `baseline.targets: "Security" holds the account "${name}", and AWS Control Tower governs that OU itself; add it to excludeOus`;
    expectProblems([baseline('    ▸▸ous: [Security, Workloads]')], [fault('audit'), fault('log-archive')]);
  });

  test('fail for an OU whose parent is not registered', () => {
    expectProblems(
      [baseline('    ▸ous: [Data/Prod]')],
      ['baseline.targets: "Data/Prod" cannot be registered before its parent "Data"; register the parent as well'],
    );
  });
});

describe('the baseline version', () => {
  const versions = (landingZone: string, version: string) => [
    inTower('  mode: adopt\n  version: "4.0"', `  mode: adopt\n  version: "${landingZone}"`),
    inTower('baseline:\n  version: "5.0"', `baseline:\n  version: ${version}`),
  ];

  test.each([
    ['3.1', '▸"4.0"', 'landing zone 3.1 takes no baseline "4.0": write "3.0"'],
    ['3.3', '▸"5.0"', 'landing zone 3.3 takes no baseline "5.0": write "4.0"'],
  ])('fails when landing zone %s does not take %s', (landingZone, version, problem) =>
    expectProblems(versions(landingZone, version), [`baseline.version: ${problem}`]),
  );

  test.each([
    ['3.3', '"4.0"'],
    ['4.1', '"6.0"'],
  ])('is accepted where landing zone %s takes %s or nobody knows', (landingZone, version) =>
    expect(load(versions(landingZone, version)).problems).toEqual([]),
  );
});

describe('a landing zone to create', () => {
  const ADOPT = '  mode: adopt\n  version: "4.0"\n';
  const integrations = (more: Partial<Record<string, string>> = {}) => {
    const parts = {
      accessManagement: '{ enabled: false }',
      backup: '{ enabled: false }',
      centralizedLogging: '{ enabled: true, accountId: "222233334444" }',
      config: '{ enabled: true, accountId: "333344445555" }',
      securityRoles: '{ enabled: true, accountId: "333344445555" }',
      ...more,
    };
    const lines = Object.entries(parts).map(([name, value]) => `    ${name}: ${value}\n`);
    return inTower(ADOPT, `  mode: create\n  manifest:\n    version: "4.0"\n${lines.join('')}`);
  };

  test('is accepted with its accounts in one OU under the root', () => {
    expect(load([integrations()]).problems).toEqual([]);
  });

  test.each<[string, Edit, string]>([
    [
      'what the landing zone API refuses, with its place',
      integrations({
        accessManagement: '{ enabled: ▸true }',
        config: '{ enabled: false }',
        securityRoles: '{ enabled: false }',
      }),
      'landingZone.manifest.accessManagement.enabled: accessManagement is enabled while config, securityRoles is disabled…',
    ],
    [
      'an account that the organization does not have',
      integrations({ config: '{ enabled: true, accountId: ▸"210987654321" }' }),
      'landingZone.manifest.config.accountId: no account has the id "210987654321"; write the id of an account of organization.yaml',
    ],
    [
      'an account in another OU than the other integrations',
      integrations({ config: '{ enabled: true, accountId: ▸"444455556666" }', securityRoles: '{ enabled: false }' }),
      'landingZone.manifest.config.accountId: "network" is in "Infrastructure": landing zone 4.0 wants the accounts of all its integrations in one OU directly under Root',
    ],
    [
      'an account in a nested OU',
      integrations({
        centralizedLogging: '{ enabled: true, accountId: ▸"888899990000" }',
        config: '{ enabled: false }',
        securityRoles: '{ enabled: false }',
      }),
      'landingZone.manifest.centralizedLogging.accountId: "shop-prod" is in "Workloads/Prod": landing zone 4.0 wants the accounts of all its integrations in one OU directly under Root',
    ],
  ])('fails for %s', (_, edit, problem) => expectProblems([edit], [problem]));
});
