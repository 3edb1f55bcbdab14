import { CfnDeletionPolicy } from 'aws-cdk-lib';
import type { CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { isProduction } from './environment';

/** What CloudFormation does by default to the data of a type when its stack is deleted. */
const DEFAULTS: Readonly<Record<string, CfnDeletionPolicy>> = {
  'AWS::DynamoDB::GlobalTable': CfnDeletionPolicy.DELETE,
  'AWS::DynamoDB::Table': CfnDeletionPolicy.DELETE,
  'AWS::EC2::Volume': CfnDeletionPolicy.DELETE,
  'AWS::EFS::FileSystem': CfnDeletionPolicy.DELETE,
  'AWS::KMS::Key': CfnDeletionPolicy.DELETE,
  'AWS::Logs::LogGroup': CfnDeletionPolicy.DELETE,
  'AWS::RDS::DBCluster': CfnDeletionPolicy.SNAPSHOT,
  'AWS::RDS::DBInstance': CfnDeletionPolicy.SNAPSHOT,
};

/**
 * Data, keys and records of production outlive the stack that made them.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
 */
export const dataOutlivesStack: KismsRule = {
  id: 'DataOutlivesStack',
  criteria: ['2.9.3', '2.7.2', '2.9.4'],
  title: {
    en: 'Deleting the stack deletes the data, the key or the records with it',
    ko: '스택을 삭제하면 데이터, 키, 기록도 함께 삭제됩니다',
  },
  why: {
    en: 'A renamed construct or a deleted stack must not take data with it; destruction is a decision of its own.',
    ko: '이름 변경이나 스택 삭제로 데이터가 사라지면 안 되며, 파기는 별도로 결정하고 기록해야 합니다.',
  },
  fix: {
    en: 'Set the DeletionPolicy to Retain, RetainExceptOnCreate or Snapshot (removalPolicy in CDK).',
    ko: 'DeletionPolicy를 Retain, RetainExceptOnCreate 또는 Snapshot으로(CDK에서는 removalPolicy) 설정하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: Object.keys(DEFAULTS),
  check(node, options) {
    // An Aurora instance holds no data: its cluster does.
    if (isProduction(node, options) === false || (node as CfnDBInstance).dbClusterIdentifier !== undefined) {
      return NagRuleCompliance.NOT_APPLICABLE;
    }
    const policy = node.cfnOptions.deletionPolicy ?? DEFAULTS[node.cfnResourceType];
    return policy === CfnDeletionPolicy.DELETE ? NagRuleCompliance.NON_COMPLIANT : NagRuleCompliance.COMPLIANT;
  },
};
