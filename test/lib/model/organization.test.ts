import { type Edit, expectProblems, load, loaded } from './sample-config';

const ou = (line: string): Edit => ['  - path: Sandbox\n', `  - path: Sandbox\n  - ${line}\n`];

describe('organizational units', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'a path twice',
      [ou('path: ▸Data/Prod')],
      ['organizationalUnits[9].path: OU "Data/Prod" is already used at organizationalUnits[7]'],
    ],
    [
      'an id twice',
      [ou('{ path: Legacy, id: ▸ou-examplerootid111-exampleouid111 }')],
      [
        'organizationalUnits[9].id: OU id "ou-examplerootid111-exampleouid111" is already used at organizationalUnits[0]',
      ],
    ],
    [
      'an OU without its parent',
      [ou('path: ▸Research/Prod')],
      ['organizationalUnits[9].path: no OU "Research": list the parent as well'],
    ],
    [
      'an OU whose parent is misspelt',
      [ou('path: ▸Workload/Test')],
      ['organizationalUnits[9].path: no OU "Workload" — did you mean "Workloads"?'],
    ],
    [
      'the id of an OU of another organization',
      [ou('{ path: Legacy, id: ▸ou-exam-ple12345 }')],
      [
        'organizationalUnits[9].id: "ou-exam-ple12345" belongs to another organization: the part after "ou-" must be "examplerootid111", as in organization.rootId',
      ],
    ],
    [
      'the root as an OU',
      [ou('path: ▸Root')],
      [
        'organizationalUnits[9].path: Root is the organization itself and is not listed; write the path from the first OU on',
      ],
    ],
    [
      'an OU below a written-out root',
      [ou('path: ▸Root/Workloads')],
      [
        'organizationalUnits[9].path: Root is the organization itself and is not listed; write the path from the first OU on',
      ],
    ],
  ])('fails for %s', (_, edits, problems) => expectProblems(edits, problems));

  test('may be five levels deep and no deeper', () => {
    const levels = ['Sandbox/B', 'Sandbox/B/C', 'Sandbox/B/C/D', 'Sandbox/B/C/D/E'];
    expect(load([ou(levels.map((path) => `path: ${path}`).join('\n  - '))]).problems).toEqual([]);
    const { problems, marks } = load([ou('path: ▸Sandbox/B/C/D/E/F')]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${marks[0]} organizationalUnits[9].path: `);
    expect(problems[0]).toContain('up to 5 names');
  });

  test('come parents first, whatever their order in the file', () => {
    const { model } = loaded([['  - path: Data\n  - path: Data/Prod\n', '  - path: Data/Prod\n  - path: Data\n']]);
    const paths = model.organizationalUnits.map(({ path }) => path);
    expect(paths.indexOf('Data')).toBeLessThan(paths.indexOf('Data/Prod'));
  });
});

describe('Regions', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'a governed Region that does not exist',
      [['governedRegions: [ap-northeast-2, us-east-1]', 'governedRegions: [ap-northeast-2, us-east-1, ▸us-esat-2]']],
      ['governedRegions[2]: AWS has no Region "us-esat-2" — did you mean "us-east-2"?'],
    ],
    [
      'a home Region that does not exist, once',
      [
        ['homeRegion: ap-northeast-2', 'homeRegion: ▸ap-northeast-9'],
        ['governedRegions: [ap-northeast-2, us-east-1]', 'governedRegions: [ap-northeast-9, us-east-1]'],
        ['AllowedRegions: [ap-northeast-2,', 'AllowedRegions: [ap-northeast-9,', 'control-tower.yaml'],
      ],
      ['homeRegion: AWS has no Region "ap-northeast-9" — did you mean "ap-northeast-1"?'],
    ],
    [
      'a home Region that is not governed',
      [['governedRegions: [ap-northeast-2, us-east-1]', 'governedRegions: ▸[us-east-1]']],
      ['governedRegions: must contain the home Region "ap-northeast-2", which everything is governed from'],
    ],
    [
      'a Region twice',
      [
        [
          'governedRegions: [ap-northeast-2, us-east-1]',
          'governedRegions: [ap-northeast-2, us-east-1, ▸ap-northeast-2]',
        ],
      ],
      ['governedRegions[2]: Region "ap-northeast-2" is already used at governedRegions[0]'],
    ],
    [
      'a Region of another partition',
      [['governedRegions: [ap-northeast-2, us-east-1]', 'governedRegions: [ap-northeast-2, us-east-1, ▸cn-north-1]']],
      [
        'governedRegions[2]: "cn-north-1" is in the partition "aws-cn" and the home Region in "aws": an organization never spans partitions, so remove it',
      ],
    ],
  ])('fails for %s', (_, edits, problems) => expectProblems(edits, problems));
});

describe('roles that no guardrail binds', () => {
  const breakGlass = (role: string): Edit => ['roles: [break-glass/*]', `roles: [▸"${role}"]`];
  const everybody = (role: string) =>
    `breakGlass.roles[0]: "${role}" would exempt nearly every role from the guardrails: name the role, or a path of its own such as "break-glass/*"`;

  test.each(['*', '**', '*/*', 'a*', '*ab'])('fails for the pattern %s, which exempts nearly everybody', (role) =>
    expectProblems([breakGlass(role)], [everybody(role)]),
  );

  test.each(['/break-glass', 'break-glass/', 'break//glass'])(
    'fails for the pattern %s, which matches nobody',
    (role) =>
      expectProblems(
        [breakGlass(role)],
        [`breakGlass.roles[0]: "${role}" matches no role: write NAME or PATH/NAME, without a slash at either end`],
      ),
  );

  const OWN = '  bootstrapQualifier: govern\n';
  const tower: Edit = ['cdk-govern-*', 'cdk-hnb659fds-*', 'control-tower.yaml'];
  const role: Edit = ['role/cdk-govern-', 'role/cdk-hnb659fds-'];
  const shared = (place: string) =>
    `${place}: warning: guardrails exempt the bootstrap roles of "hnb659fds", which everybody…`;

  test.each<[string, Edit[], string]>([
    [
      'left out',
      [
        ['  account: deployment\n', '  ▸account: deployment\n'],
        [OWN, ''],
      ],
      'deployment',
    ],
    ['the default', [[OWN, '  bootstrapQualifier: ▸hnb659fds\n']], 'deployment.bootstrapQualifier'],
  ])('warns when the bootstrap qualifier is %s: workloads deploy through the same roles', (_, edits, place) =>
    expectProblems([...edits, tower, role], [shared(place)]),
  );

  test('are the deploying ones, those of AWS Control Tower and of StackSets, and break-glass', () => {
    const { model } = loaded([
      ['  account: deployment\n', '  account: deployment\n  roles: [ci/deploy-*]\n'],
      ['ExemptedPrincipalArns: [', 'ExemptedPrincipalArns: ["arn:aws:iam::*:role/ci/*", ', 'control-tower.yaml'],
    ]);
    const arn = (role: string) => `arn:aws:iam::*:role/${role}`;
    expect(model.deploymentPrincipalArns).toEqual([arn('cdk-govern-*'), arn('ci/deploy-*')]);
    expect(model.exemptPrincipalArns).toEqual([
      ...model.deploymentPrincipalArns,
      arn('AWSControlTowerExecution'),
      arn('aws-controltower-*'),
      arn('stacksets-exec-*'),
      arn('break-glass/*'),
    ]);
  });
});
