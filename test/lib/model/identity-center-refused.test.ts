import { edit } from './identity-center.edits';
import { type Edit, expectProblems, load, loaded } from './sample-config';

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
