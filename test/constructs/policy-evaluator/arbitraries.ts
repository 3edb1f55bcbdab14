import fc from 'fast-check';
import type { PolicyConditions, PolicyStatement } from '../../../constructs/policy-evaluator';
import { DEPLOYER, MEMBER, ROLE, ROOT } from './fixtures';

const resources: Record<string, string[]> = {
  's3:GetObject': ['arn:aws:s3:::logs/2026/a:b', 'arn:aws:s3:::data/dev/x'],
  's3:PutBucketPolicy': ['arn:aws:s3:::logs', 'arn:aws:s3:::data'],
  'sqs:SendMessage': [`arn:aws:sqs:ap-northeast-2:${MEMBER}:jobs`, `arn:aws:sqs:us-east-1:${MEMBER}:logs`],
  'ec2:TerminateInstances': [`arn:aws:ec2:ap-northeast-2:${MEMBER}:instance/i-0abc`],
  'iam:CreateRole': [`arn:aws:iam::${MEMBER}:role/dev`, `arn:aws:iam::${MEMBER}:role/gov/x`],
};
const scpActions = ['*', 's3:*', 'S3:get*', 's3:*Object', 's3:?etObject', 'sqs:SendMessage', 'ec2:*', 'iam:Create*'];
const rcpActions = ['s3:*', 'S3:get*', 's3:?etObject', 'sqs:*'];
const patterns = [
  '*',
  'arn:aws:s3:::logs/*',
  'arn:aws:s3:::data*',
  'arn:aws:s3:::*/dev/?',
  "arn:aws:s3:::${aws:PrincipalTag/team, 'data'}/*",
  'arn:aws:sqs:*:*:jobs',
  'arn:aws:iam::*:role/gov/*',
  `arn:aws:ec2:*:${MEMBER}:instance/*`,
];
const families: { operators: string[]; keys: string[]; values: string[] }[] = [
  {
    operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'],
    keys: ['aws:RequestedRegion', 'aws:PrincipalTag/team', 'aws:PrincipalOrgID', 'aws:PrincipalAccount'],
    values: [
      'us-east-1',
      'logs',
      'l*',
      '*-?',
      '${aws:ResourceOrgID}',
      "${aws:PrincipalTag/team, 'logs'}",
      '${*}',
      MEMBER,
    ],
  },
  {
    operators: ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
    keys: ['aws:RequestedRegion', 'aws:PrincipalTag/team'],
    values: ['US-east-1', 'Logs', 'data', '${aws:ResourceOrgID}'],
  },
  {
    operators: ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike'],
    keys: ['aws:PrincipalArn', 'aws:SourceArn'],
    values: ['arn:aws:iam::*:role/*', 'arn:aws:iam::*:role/gov/*', 'arn:*:iam::*:root', ROLE, 'arn:aws:sqs:*:*:jobs'],
  },
  { operators: ['Bool'], keys: ['aws:SecureTransport', 'aws:PrincipalIsAWSService'], values: ['true', 'false'] },
  {
    operators: ['Null'],
    keys: ['aws:SourceArn', 'aws:PrincipalTag/team', 'aws:PrincipalArn'],
    values: ['true', 'false'],
  },
  {
    operators: ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
      (o) => `Numeric${o}`,
    ),
    keys: ['s3:max-keys'],
    values: ['5', '10', '-3.5'],
  },
  {
    operators: ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
      (o) => `Date${o}`,
    ),
    keys: ['aws:CurrentTime'],
    values: ['2026-01-01T00:00:00Z', '2026-06-30T12:00:00Z', '2026-06-30T12:00:00+09:00'],
  },
  {
    operators: ['IpAddress', 'NotIpAddress'],
    keys: ['aws:SourceIp'],
    values: ['203.0.113.0/24', '198.51.100.7', '2001:db8::/32', '203.0.0.0/8'],
  },
  {
    operators: ['Equals', 'NotEquals', 'Like', 'NotLike'].flatMap((o) => [
      `ForAllValues:String${o}`,
      `ForAnyValue:String${o}`,
    ]),
    keys: ['aws:TagKeys'],
    values: ['owner', 'o*', 'cost-center'],
  },
];

const choose = (items: string[]) => fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 2 });
const condition = fc.constantFrom(...families).chain(({ operators, keys, values }) =>
  fc
    .tuple(fc.constantFrom(...operators), fc.boolean(), fc.constantFrom(...keys), choose(values))
    .map(([operator, ifExists, key, chosen]): PolicyConditions => {
      const suffix = ifExists && operator !== 'Null' && !operator.startsWith('ForAnyValue') ? 'IfExists' : '';
      return { [operator + suffix]: { [key]: chosen.length === 1 ? chosen.join() : chosen } };
    }),
);
const conditions = fc.array(condition, { maxLength: 2 }).map((parts): PolicyConditions => Object.assign({}, ...parts));
/** One statement of an SCP. */
export const scpStatement = fc
  .tuple(
    fc.constantFrom('Deny', 'Deny', 'Allow'),
    fc.boolean(),
    choose(scpActions),
    fc.boolean(),
    choose(patterns),
    conditions,
  )
  .map(
    ([effect, notAction, actions, notResource, chosen, Condition]): PolicyStatement => ({
      Effect: effect as 'Allow' | 'Deny',
      [notAction ? 'NotAction' : 'Action']: actions,
      [notResource ? 'NotResource' : 'Resource']: chosen,
      Condition,
    }),
  );
/** One statement of an RCP. */
export const rcpStatement = fc.tuple(choose(rcpActions), fc.boolean(), choose(patterns), conditions).map(
  ([Action, notResource, chosen, Condition]): PolicyStatement => ({
    Effect: 'Deny',
    Principal: '*',
    Action,
    [notResource ? 'NotResource' : 'Resource']: chosen,
    Condition,
  }),
);
/** One request to an account of the organization. */
export const request = fc.constantFrom(...Object.keys(resources)).chain((action) =>
  fc.record({
    principal: fc.constantFrom(ROLE, DEPLOYER, ROOT),
    action: fc.constant(action),
    resource: fc.constantFrom(...(resources[action] ?? [])),
    context: fc.record(
      {
        'aws:RequestedRegion': fc.constantFrom('us-east-1', 'ap-northeast-2'),
        'aws:PrincipalTag/team': fc.constantFrom('logs', 'data', 'LOGS'),
        'aws:SourceArn': fc.constantFrom(
          `arn:aws:sqs:us-east-1:${MEMBER}:jobs`,
          `arn:aws:sqs:us-east-1:${MEMBER}:a:jobs`,
        ),
        'aws:SecureTransport': fc.constantFrom('true', 'false'),
        's3:max-keys': fc.constantFrom('5', '7', '-3.5'),
        'aws:CurrentTime': fc.constantFrom('2026-01-01T00:00:00Z', '2026-06-30T03:00:00Z', '2027-01-01T00:00:00Z'),
        'aws:SourceIp': fc.constantFrom('203.0.113.9', '198.51.100.7', '192.0.2.1'),
        'aws:TagKeys': fc.uniqueArray(fc.constantFrom('owner', 'other', 'cost-center'), { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
  }),
);
