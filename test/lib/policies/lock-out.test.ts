import { type Edit, expectProblems, load } from '../model/sample-config';
import { rcp, scp, withPolicies } from './sample-policies';

const ROLES = [
  'arn:aws:iam::*:role/cdk-govern-*',
  'arn:aws:iam::*:role/AWSControlTowerExecution',
  'arn:aws:iam::*:role/aws-controltower-*',
  'arn:aws:iam::*:role/stacksets-exec-*',
  'arn:aws:iam::*:role/break-glass/*',
];
const exempting = (arns: string | string[], operator = 'ArnNotLike') => ({ [operator]: { 'aws:PrincipalArn': arns } });
const deny = (more: object) => ({ Sid: 'No', Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*', ...more });
const denyRcp = (more: object) => ({ ...deny(more), Principal: '*' });

/** The message for policy `own`. */
const locked = (roles: string, actions: string, by = '"own" (No)') =>
  `policies[0].content: policy ${by} could lock out the roles ${roles}, which must be able to take it back (${actions}): exempt them by ArnNotLike on aws:PrincipalArn; an allow-list must allow the actions`;
const EVERY_ROLE = `${ROLES.slice(0, 3).join(', ')}, +2`;

describe('a policy that could lock the governance out fails', () => {
  test.each<[string, Edit, string]>([
    ['by denying everybody', withPolicies(scp([deny({})], { mark: '▸' })), locked(EVERY_ROLE, 'sts:AssumeRole')],
    [
      'by denying everything but one service',
      withPolicies(scp([{ Sid: 'No', Effect: 'Deny', NotAction: 'ec2:*', Resource: '*' }], { mark: '▸' })),
      locked(EVERY_ROLE, 'sts:GetCallerIdentity, sts:AssumeRole, iam:CreateRole, +15'),
    ],
    [
      'by denying what it needs on the very resource',
      withPolicies(
        scp([deny({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:role/cdk-*-cfn-exec-role-*' })], { mark: '▸' }),
      ),
      locked(EVERY_ROLE, 'iam:PassRole'),
    ],
    [
      'by denying on all resources but its own',
      withPolicies(
        scp([{ Sid: 'No', Effect: 'Deny', Action: 's3:PutObject', NotResource: 'arn:aws:s3:::ours-*' }], { mark: '▸' }),
      ),
      locked(EVERY_ROLE, 's3:PutObject'),
    ],
    [
      'by a condition that may or may not hold',
      withPolicies(scp([deny({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } })], { mark: '▸' })),
      locked(EVERY_ROLE, 'sts:AssumeRole'),
    ],
    [
      'by exempting only the deployment role',
      withPolicies(scp([deny({ Condition: exempting(ROLES.slice(0, 1)) })], { mark: '▸' })),
      locked(`${ROLES.slice(1, 4).join(', ')}, +1`, 'sts:AssumeRole'),
    ],
    [
      'by exempting only some of the bootstrap roles',
      withPolicies(
        scp([deny({ Condition: exempting(['arn:aws:iam::*:role/cdk-*-cfn-exec-role-*', ...ROLES.slice(1)]) })], {
          mark: '▸',
        }),
      ),
      locked(ROLES[0] as string, 'sts:AssumeRole'),
    ],
    [
      'by exempting one break-glass role of a whole path',
      withPolicies(
        scp([deny({ Condition: exempting([...ROLES.slice(0, 4), 'arn:aws:iam::*:role/break-glass/alice']) })], {
          mark: '▸',
        }),
      ),
      locked(ROLES[4] as string, 'sts:AssumeRole'),
    ],
    [
      'by exempting the roles of one account only',
      withPolicies(
        scp([deny({ Condition: exempting(ROLES.map((arn) => arn.replace('*', '888899990000'))) })], {
          target: 'Workloads',
          mark: '▸',
        }),
      ),
      locked(EVERY_ROLE, 'sts:AssumeRole'),
    ],
    [
      'in the one account that it names',
      withPolicies(
        scp([deny({ Condition: { StringEquals: { 'aws:PrincipalAccount': '999900001111' } } })], {
          target: 'Workloads',
          mark: '▸',
        }),
      ),
      locked(EVERY_ROLE, 'sts:AssumeRole'),
    ],
    [
      'once an account joins its OU, which has none yet',
      withPolicies(scp([deny({})], { target: 'Empty', mark: '▸' })),
      locked(EVERY_ROLE, 'sts:AssumeRole'),
    ],
    [
      'as an RCP',
      withPolicies(rcp([denyRcp({ Action: 's3:PutObject' })], { mark: '▸' })),
      locked(EVERY_ROLE, 's3:PutObject'),
    ],
    [
      'as an RCP that lets nobody in from another account, which CI comes from',
      withPolicies(
        rcp([denyRcp({ Condition: { StringNotEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } } })], {
          mark: '▸',
        }),
      ),
      locked(ROLES[0] as string, 'sts:AssumeRole'),
    ],
    [
      'as an allow-list without what it needs, once FullAWSAccess is detached',
      withPolicies(
        scp(
          [
            {
              Effect: 'Allow',
              Action: ['iam:*', 's3:*', 'cloudformation:*', 'kms:*', 'ssm:*', 'lambda:*', 'logs:*'],
              Resource: '*',
            },
          ],
          { mark: '▸' },
        ),
      ),
      locked(EVERY_ROLE, 'sts:GetCallerIdentity, sts:AssumeRole', '"own"'),
    ],
  ])('%s', (_, edit, problem) => {
    const empty: Edit = ['  - path: Sandbox\n', '  - path: Sandbox\n  - path: Empty\n'];
    expectProblems([edit, empty], [problem]);
  });

  test('every one of several, in one run', () => {
    const row = (name: string) => scp([deny({})], { mark: '▸' }).replace('name: own', `name: ${name}`);
    const { problems } = load([withPolicies(row('first'), row('second'))]);
    expect(problems.map((line) => /policy "(\w+)"/.exec(line)?.[1])).toEqual(['first', 'second']);
  });
});

describe('a policy is accepted that', () => {
  test.each<[string, string]>([
    ['exempts every role', scp([deny({ Action: '*', Condition: exempting(ROLES) })])],
    ['exempts every role as an RCP', rcp([denyRcp({ Condition: exempting(ROLES, 'ArnNotLikeIfExists') })])],
    ['denies what the governance never does', scp([deny({ Action: 'dax:*' })])],
    ['denies elsewhere', scp([deny({ Action: 's3:PutObject', Resource: 'arn:aws:s3:::other-*/*' })])],
    ['denies only AWS services', rcp([denyRcp({ Condition: { Bool: { 'aws:PrincipalIsAWSService': 'true' } } })])],
    [
      'denies only outsiders',
      rcp([denyRcp({ Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } } })]),
    ],
    [
      'denies only other Regions',
      scp([deny({ Action: 'lambda:*', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'ap-northeast-2' } } })]),
    ],
    ['allows everything', scp([{ Effect: 'Allow', Action: '*', Resource: '*' }])],
  ])('%s', (_, row) => {
    expect(load([withPolicies(row)]).problems).toEqual([]);
  });

  test('is one of two allow-lists that allow everything together', () => {
    const allow = (name: string, statement: object) =>
      scp([{ Effect: 'Allow', Resource: '*', ...statement }], { target: 'Security' }).replace(
        'name: own',
        `name: ${name}`,
      );
    const rows = [allow('identity', { Action: ['sts:*', 'iam:*'] }), allow('rest', { NotAction: ['sts:*', 'iam:*'] })];
    expect(load([withPolicies(...rows)]).problems).toEqual([]);
    expect(load([withPolicies(rows[0] as string)]).problems).toHaveLength(1);
  });
});
