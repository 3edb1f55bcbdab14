import type { CfnResource } from 'aws-cdk-lib';
import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import type { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import type { CfnResourcePolicy as CfnStreamPolicy } from 'aws-cdk-lib/aws-kinesis';
import type { CfnKey, CfnReplicaKey } from 'aws-cdk-lib/aws-kms';
import type { CfnResourcePolicy as CfnLogsResourcePolicy } from 'aws-cdk-lib/aws-logs';
import type { CfnAccessPoint, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import type { CfnResourcePolicy as CfnSecretPolicy } from 'aws-cdk-lib/aws-secretsmanager';
import type { CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import type { CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';

/** Where resource types keep their policy, for those that no rule of cdk-nag reads. */
const DOCUMENTS: Readonly<Record<string, (node: CfnResource) => unknown>> = {
  'AWS::Backup::BackupVault': (node) => (node as CfnBackupVault).accessPolicy,
  'AWS::EFS::FileSystem': (node) => (node as CfnFileSystem).fileSystemPolicy,
  'AWS::KMS::Key': (node) => (node as CfnKey).keyPolicy,
  'AWS::KMS::ReplicaKey': (node) => (node as CfnReplicaKey).keyPolicy,
  'AWS::Kinesis::ResourcePolicy': (node) => (node as CfnStreamPolicy).resourcePolicy,
  'AWS::Logs::ResourcePolicy': (node) => (node as CfnLogsResourcePolicy).policyDocument,
  'AWS::S3::AccessPoint': (node) => (node as CfnAccessPoint).policy,
  'AWS::S3::BucketPolicy': (node) => (node as CfnBucketPolicy).policyDocument,
  'AWS::SNS::TopicPolicy': (node) => (node as CfnTopicPolicy).policyDocument,
  'AWS::SQS::QueuePolicy': (node) => (node as CfnQueuePolicy).policyDocument,
  'AWS::SecretsManager::ResourcePolicy': (node) => (node as CfnSecretPolicy).resourcePolicy,
};

/** Types whose resources hold a policy on who may use them. */
export const RESOURCE_POLICY_TYPES: readonly string[] = Object.keys(DOCUMENTS);

/** The policy of a resource of one of `RESOURCE_POLICY_TYPES`. */
export function resourcePolicyOf(node: CfnResource): unknown {
  return DOCUMENTS[node.cfnResourceType]?.(node);
}
