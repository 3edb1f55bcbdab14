import { type Edit, expectProblems, load, loaded } from './sample-config';

const account = (lines: string): Edit => ['\n# 가드레일 프리셋은', `\n${lines}\n\n# 가드레일 프리셋은`];
const spare = (changes: string) =>
  account(
    `  - { name: spare, email: spare@example.com, ou: Sandbox, purpose: sandbox, environment: sandbox, owner: x, ${changes} }`,
  );

describe('accounts that contradict each other', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'two of one name',
      [
        ['name: shop-dev', 'name: ▸shop-stage'],
        [
          'account: shop-dev\n    action: ec2:RunInstances\n    resource: "arn:aws:ec2:eu',
          'account: shop-stage\n    action: ec2:RunInstances\n    resource: "arn:aws:ec2:eu',
        ],
        ['account: shop-dev', 'account: shop-stage'],
      ],
      ['accounts[9].name: account name "shop-stage" is already used at accounts[8]'],
    ],
    [
      'two of one id',
      [['id: "000011112222"', 'id: ▸"999900001111"']],
      ['accounts[9].id: account id "999900001111" is already used at accounts[8]'],
    ],
    [
      'two of one e-mail address, in another case',
      [['email: aws-shop-dev@example.com', 'email: ▸AWS-Shop-Stage@example.com']],
      ['accounts[9].email: e-mail address "aws-shop-stage@example.com" is already used at accounts[8]'],
    ],
    [
      'two of a purpose that only one may have',
      [['purpose: shared-services', 'purpose: ▸network']],
      ['accounts[4].purpose: purpose "network" is already used at accounts[3]'],
    ],
    [
      'two management accounts',
      [['purpose: shared-services', 'purpose: ▸management']],
      [
        'accounts[4].purpose: purpose management belongs to organization.managementAccount ("management") and to no other account',
      ],
    ],
    [
      'a management account of another purpose',
      [['purpose: management', 'purpose: ▸workload']],
      [
        'accounts[0].purpose: purpose management belongs to organization.managementAccount ("management") and to no other account',
      ],
    ],
    [
      'a management account inside an OU',
      [['ou: Root\n', 'ou: ▸Infrastructure\n']],
      [
        'accounts[0].ou: the management account is in "Infrastructure": move it to Root, away from the policies of the members',
      ],
    ],
    [
      'a management account that would have to be vended',
      [['  - name: management\n    id: "111122223333"\n', '  - ▸name: management\n']],
      ['accounts[0]: the management account exists already: write its id'],
    ],
  ])('fails for %s', (_, edits, problems) => expectProblems(edits, problems));
});

describe('names that an account does not have', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'an OU that is misspelt',
      [['ou: Workloads/Stage', 'ou: ▸Workloads/Stgae']],
      ['accounts[8].ou: no OU "Workloads/Stgae" — did you mean "Workloads/Stage"?'],
    ],
    [
      'an OU that was taken off the list while its account stayed',
      [
        ['  - path: Workloads/Stage\n', ''],
        ['ou: Workloads/Stage', 'ou: ▸Workloads/Stage'],
      ],
      [
        'accounts[8].ou: no OU "Workloads/Stage": an OU that is taken off organizationalUnits stays in AWS with its accounts and policies, so list it again, or write the OU that the account is in now',
      ],
    ],
    [
      'a management account that is misspelt, and nothing that only follows from it',
      [['managementAccount: management', 'managementAccount: ▸managment']],
      ['organization.managementAccount: no account "managment" — did you mean "management"?'],
    ],
    [
      'a deployment account that does not exist',
      [['deployment:\n  account: deployment', 'deployment:\n  account: ▸ci']],
      ['deployment.account: no account "ci"'],
    ],
  ])('fails for %s', (_, edits, problems) => expectProblems(edits, problems));

  test('warns of CI credentials in the management account', () => {
    expectProblems(
      [['deployment:\n  account: deployment', 'deployment:\n  account: ▸management']],
      [
        'deployment.account: warning: CI deploys from the management account; a deployment account of its own keeps CI credentials away from it',
      ],
    );
  });
});

describe('personal data', () => {
  test.each<[string, Edit, string]>([
    [
      'no number of data subjects',
      spare('data: ▸{ classification: restricted, personalData: true }'),
      'accounts[13].data: personalData is true: give dataSubjects, since the log retention period depends on their number (50,000 and more: 2 years)',
    ],
    [
      'a number of data subjects without personal data',
      spare('data: { classification: internal, personalData: false, dataSubjects: ▸10 }'),
      'accounts[13].data.dataSubjects: dataSubjects is given but personalData is false; set personalData: true',
    ],
    [
      'sensitive data without personal data',
      spare('data: { classification: internal, personalData: false, sensitive: ▸true }'),
      'accounts[13].data.sensitive: sensitive is given but personalData is false; set personalData: true',
    ],
    [
      'public personal data',
      spare('data: { classification: ▸public, personalData: true, dataSubjects: 10 }'),
      'accounts[13].data.classification: personal data is never "public"; use confidential or restricted',
    ],
  ])('fails for %s', (_, edit, problem) => expectProblems([edit], [problem]));

  test('is not assumed of an account that says nothing', () => {
    const row = loaded([]).model.accounts.find(({ name }) => name === 'network');
    expect(row?.data).toEqual({
      classification: 'internal',
      personalData: false,
      dataSubjects: 0,
      uniqueIdentifiers: false,
      sensitive: false,
    });
  });
});

describe('accounts.lock.json', () => {
  const lock = (from: string, to: string): Edit => [from, to, 'accounts.lock.json'];
  const rowOf = (edits: Edit[], name: string) => loaded(edits).model.accounts.find((row) => row.name === name);

  test('gives an account without an id its id', () => {
    expect(rowOf([], 'sandbox-1')).toMatchObject({ id: '012345678901', vended: true, suspended: false });
    expect(rowOf([], 'payments-prod')).not.toHaveProperty('id');
  });

  test('finds an account whose e-mail address changed in AWS by its name, so that it is not vended twice', () => {
    const edits = [lock('"email": "aws-sandbox-1@example.com"', '"email": ▸"new@example.com"')];
    expect(rowOf(edits, 'sandbox-1')?.id).toBe('012345678901');
    expectProblems(edits, [
      'accounts[0].email: warning: the e-mail address of "sandbox-1" is "new@example.com" in AWS but "aws-sandbox-1@example.com" in organization.yaml; write the one that AWS has',
    ]);
  });

  test('finds an account by its e-mail address, in any case, when its name changed in the config', () => {
    const edits = [
      lock('"aws-sandbox-1@example.com"', '"AWS-Sandbox-1@example.com"'),
      lock('"name": "sandbox-1"', '"name": "old-name"'),
    ];
    expect(rowOf(edits, 'sandbox-1')?.id).toBe('012345678901');
    expect(load(edits).problems).toEqual([]);
  });

  test.each(['SUSPENDED', 'PENDING_CLOSURE', 'CLOSED'])(
    'takes an account that is %s out of every selection',
    (status) => {
      const organization = loaded([lock('"ACTIVE"', `"${status}"`)]);
      expect(organization.model.accounts.find(({ name }) => name === 'sandbox-1')).toMatchObject({ suspended: true });
    },
  );

  test('warns of an account that is no longer configured, which stays in AWS', () => {
    const line = '{ "name": "old", "email": "old@example.com", "id": "123412341234", "status": "ACTIVE" }';
    expectProblems(
      [lock('"accounts": [', `"accounts": [\n    ▸${line},`)],
      [
        'accounts[0]: warning: account "old" is no longer in organization.yaml: it stays in AWS, in its OU, but is governed no more (close it, or list it again)',
      ],
    );
  });

  test.each<[string, Edit[], string]>([
    [
      'belongs to another organization',
      [lock('"o-exampleorgid"', '▸"o-otherorgid00"')],
      'organizationId: belongs to "o-otherorgid00" but organization.yaml is about "o-exampleorgid"; run accounts sync against the right organization',
    ],
    [
      'gives an account the id of another',
      [lock('"012345678901"', '▸"999900001111"')],
      'accounts[0].id: "999900001111" is the id of "shop-stage" in organization.yaml, so "sandbox-1" cannot have it; correct the one that is wrong',
    ],
    [
      'and the config give one account two ids',
      [
        ['  - name: sandbox-1\n', '  - name: sandbox-1\n    id: "123412341234"\n'],
        lock('"012345678901"', '▸"012345678901"'),
      ],
      'accounts[0].id: "012345678901" differs from the id "123412341234" of "sandbox-1" in organization.yaml; correct the one that is wrong',
    ],
  ])('fails when it %s', (_, edits, problem) => expectProblems(edits, [problem]));
});
