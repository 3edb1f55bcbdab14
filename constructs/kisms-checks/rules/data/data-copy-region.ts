import type { CfnResource } from 'aws-cdk-lib';
import type { CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import type { CfnKeyspace } from 'aws-cdk-lib/aws-cassandra';
import type { CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
import type { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import type { CfnGlobalReplicationGroup } from 'aws-cdk-lib/aws-elasticache';
import type { CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import type { CfnCluster } from 'aws-cdk-lib/aws-redshift';
import type { CfnNamespace } from 'aws-cdk-lib/aws-redshiftserverless';
import type { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { answerOf, each, items } from './findings';
import { arnRegionFault, regionFault } from './regions';

/** Reads where a resource copies its data to: regions or, from backup plans, ARNs of vaults. */
type Destinations = (node: CfnResource) => readonly unknown[];

const BACKUP_PLAN = 'AWS::Backup::BackupPlan';

const DESTINATIONS: Readonly<Record<string, Destinations>> = {
  [BACKUP_PLAN]: (node) =>
    each([resolved(node, (node as CfnBackupPlan).backupPlan)], (plan) =>
      each(items(node, plan?.backupPlanRule), ({ copyActions }) =>
        each(items(node, copyActions), ({ destinationBackupVaultArn }) => [destinationBackupVaultArn]),
      ),
    ),
  'AWS::Cassandra::Keyspace': (node) =>
    each([resolved(node, (node as CfnKeyspace).replicationSpecification)], (replication) =>
      items(node, replication?.regionList),
    ),
  'AWS::DynamoDB::GlobalTable': (node) =>
    each(items(node, (node as CfnGlobalTable).replicas), ({ region }) => [region]),
  'AWS::EFS::FileSystem': (node) =>
    each([resolved(node, (node as CfnFileSystem).replicationConfiguration)], (replication) =>
      each(items(node, replication?.destinations), ({ region }) => [region]),
    ),
  'AWS::ElastiCache::GlobalReplicationGroup': (node) =>
    each(items(node, (node as CfnGlobalReplicationGroup).members), (member) => [member.replicationGroupRegion]),
  'AWS::RDS::DBInstance': (node) => [(node as CfnDBInstance).automaticBackupReplicationRegion],
  'AWS::Redshift::Cluster': (node) => [(node as CfnCluster).destinationRegion],
  'AWS::RedshiftServerless::Namespace': (node) =>
    each(items(node, (node as CfnNamespace).snapshotCopyConfigurations), (copy) => [copy.destinationRegion]),
  'AWS::SecretsManager::Secret': (node) =>
    each(items(node, (node as CfnSecret).replicaRegions), ({ region }) => [region]),
};

/**
 * Replicas and copies of data stay in allowed regions.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html
 */
export const dataCopyRegion: KismsRule = {
  id: 'DataCopyRegion',
  criteria: ['3.3.4'],
  title: {
    en: 'Data is copied to a region that is not allowed',
    ko: '허용되지 않은 리전으로 데이터를 복제합니다',
  },
  why: {
    en: 'A replica or backup of personal information abroad is an overseas transfer, although nobody reads it there.',
    ko: '해외 리전에 개인정보의 복제본이나 백업을 두면 조회하지 않더라도 국외이전에 해당합니다.',
  },
  fix: {
    en: 'Copy to an allowed region, or add the region to allowedRegions once the transfer is approved.',
    ko: '허용된 리전으로 복제하거나, 국외이전을 승인한 뒤 allowedRegions에 리전을 추가하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: Object.keys(DESTINATIONS),
  check(node, options) {
    const judge = node.cfnResourceType === BACKUP_PLAN ? arnRegionFault : regionFault;
    const destinations = DESTINATIONS[node.cfnResourceType]?.(node) ?? [];
    return answerOf(destinations.map((target) => (target === UNKNOWN ? UNKNOWN : judge(node, target, options))));
  },
};
