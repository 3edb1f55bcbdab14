import { Stack } from 'aws-cdk-lib';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { answerOf } from './findings';
import { regionFault } from './regions';

/**
 * Stores of data are in allowed regions.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/regions.html
 */
export const dataStoreRegion: KismsRule = {
  id: 'DataStoreRegion',
  criteria: ['3.3.4', '2.10.2'],
  title: {
    en: 'Data is stored in a region that is not allowed',
    ko: '허용되지 않은 리전에 데이터를 저장합니다',
  },
  why: {
    en: 'Personal information in a region abroad is an overseas transfer, with consent and safeguards of its own.',
    ko: '해외 리전에 개인정보를 저장하면 국외이전에 해당하여 별도의 동의와 보호조치가 필요합니다.',
  },
  fix: {
    en: 'Deploy the stack to an allowed region, or add the region to allowedRegions once the transfer is approved.',
    ko: '허용된 리전에 배포하거나, 국외이전을 승인한 뒤 allowedRegions에 리전을 추가하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: [
    'AWS::DocDB::DBCluster',
    'AWS::DynamoDB::Table',
    'AWS::EFS::FileSystem',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::MemoryDB::Cluster',
    'AWS::Neptune::DBCluster',
    'AWS::OpenSearchService::Domain',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::Redshift::Cluster',
    'AWS::RedshiftServerless::Namespace',
    'AWS::S3::Bucket',
  ],
  check(node, options) {
    if (options.allowedRegions === undefined) return NagRuleCompliance.NOT_APPLICABLE;
    return answerOf([regionFault(node, Stack.of(node).region, options)]);
  },
};
