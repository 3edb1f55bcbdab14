import { evaluateAccess } from '../../../../constructs/policy-evaluator';
import { AUTHORIZATION } from '../fixtures';
import { policiesOf, requestOf, statementsOf, titled, type Who } from './proof';

const ofType = (type: string) =>
  AUTHORIZATION.filter(({ policyType }) => policyType === type).flatMap(({ id }) => statementsOf(id));
const everything = policiesOf(ofType('SERVICE_CONTROL_POLICY'), ofType('RESOURCE_CONTROL_POLICY'));

/** Everyday work that must survive every guardrail at once. */
const WORK: [who: Who, action: string, resource: string, context?: Record<string, string>][] = [
  ['developer', 's3:PutObject', 'arn:aws:s3:::shop-images/a'],
  ['developer', 's3:PutBucketPolicy', 'arn:aws:s3:::shop-images'],
  ['developer', 'kms:Decrypt', 'arn:aws:kms:ap-northeast-2:111122223333:key/1'],
  ['developer', 'sqs:SendMessage', 'arn:aws:sqs:ap-northeast-2:111122223333:orders'],
  ['developer', 'iam:CreateRole', 'arn:aws:iam::111122223333:role/shop'],
  ['developer', 'iam:PassRole', 'arn:aws:iam::111122223333:role/shop'],
  ['developer', 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/shop'],
  ['developer', 'lambda:CreateFunction', '*'],
  [
    'developer',
    'ec2:RunInstances',
    'arn:aws:ec2:ap-northeast-2:111122223333:instance/*',
    { 'ec2:MetadataHttpTokens': 'required' },
  ],
  ['developer', 'ec2:RunInstances', 'arn:aws:ec2:ap-northeast-2:111122223333:volume/*', { 'ec2:Encrypted': 'true' }],
  ['developer', 'rds:CreateDBCluster', '*', { 'rds:StorageEncrypted': 'true' }],
  ['developer', 'logs:CreateLogGroup', '*'],
  ['developer', 'cloudformation:CreateStack', '*'],
  ['developer', 'cloudfront:CreateInvalidation', '*', { 'aws:RequestedRegion': 'us-east-1' }],
  ['administrator', 'iam:DeleteUser', 'arn:aws:iam::111122223333:user/lee'],
  ['cloudtrail', 's3:PutObject', 'arn:aws:s3:::aws-controltower-logs-777788889999-ap-northeast-2/1'],
  ['serviceLinkedRole', 'config:PutEvaluations', '*'],
];

test.each(titled(WORK))('with every guardrail on: %s', (_, [who, action, resource, context]) => {
  expect(evaluateAccess(requestOf(who, { action, resource, context }), everything)).toMatchObject({
    decision: 'allow',
  });
});

test.each<Who>(['deployment', 'controlTower', 'breakGlass'])(
  'with every guardrail on, %s may do whatever an attacker would',
  (who) => {
    for (const action of [
      'iam:CreateUser',
      'cloudtrail:StopLogging',
      'organizations:LeaveOrganization',
      'kms:ScheduleKeyDeletion',
      's3:GetObject',
    ]) {
      expect(evaluateAccess(requestOf(who, { action }), everything, { unknownContextKeys: 'unknown' }).decision).toBe(
        'allow',
      );
    }
  },
);
