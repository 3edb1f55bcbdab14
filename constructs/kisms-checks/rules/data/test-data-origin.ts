import type { CfnResource } from 'aws-cdk-lib';
import type { CfnDBCluster as CfnDocDbCluster } from 'aws-cdk-lib/aws-docdb';
import type { CfnVolume } from 'aws-cdk-lib/aws-ec2';
import type { CfnReplicationGroup } from 'aws-cdk-lib/aws-elasticache';
import type { CfnDBCluster as CfnNeptuneCluster } from 'aws-cdk-lib/aws-neptune';
import type { CfnDBCluster, CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import type { CfnCluster } from 'aws-cdk-lib/aws-redshift';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { type Answer, anyOf, ask } from '../answer';
import { isProduction } from './environment';

type Cluster = CfnDBCluster | CfnDocDbCluster | CfnNeptuneCluster;

const clusterOrigins = (node: CfnResource): readonly unknown[] => [
  (node as Cluster).snapshotIdentifier,
  (node as Cluster).sourceDbClusterIdentifier,
];

/** Properties that fill a new store with the data of another one. */
const ORIGINS: Readonly<Record<string, (node: CfnResource) => readonly unknown[]>> = {
  'AWS::DocDB::DBCluster': clusterOrigins,
  'AWS::EC2::Volume': (node) => [(node as CfnVolume).snapshotId],
  'AWS::ElastiCache::ReplicationGroup': (node) => [
    (node as CfnReplicationGroup).snapshotName,
    (node as CfnReplicationGroup).snapshotArns,
  ],
  'AWS::Neptune::DBCluster': clusterOrigins,
  'AWS::RDS::DBCluster': clusterOrigins,
  'AWS::RDS::DBInstance': (node) => [
    (node as CfnDBInstance).dbSnapshotIdentifier,
    (node as CfnDBInstance).dbClusterSnapshotIdentifier,
    (node as CfnDBInstance).sourceDbInstanceAutomatedBackupsArn,
  ],
  'AWS::Redshift::Cluster': (node) => [(node as CfnCluster).snapshotIdentifier],
};

/**
 * Test environments are not filled from snapshots. Whether a snapshot holds production data no template tells: a warning,
 * to be acknowledged with what was done to the data.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_RestoreFromSnapshot.html
 */
export const testDataOrigin: KismsRule = {
  id: 'TestDataFromSnapshot',
  criteria: ['2.8.4', '2.8.3'],
  title: {
    en: 'A store of a test environment is filled from a snapshot',
    ko: '시험 환경의 저장소를 스냅샷으로 채웁니다',
  },
  why: {
    en: 'Production data is used in tests only after it was transformed, or with an approval and a deletion afterwards.',
    ko: '운영 데이터는 변환한 뒤에만, 또는 승인을 받아 사용 후 삭제하는 조건으로만 시험에 사용할 수 있습니다.',
  },
  fix: {
    en: 'Generate test data; or acknowledge who approved the snapshot, how it was transformed and when it is deleted.',
    ko: '시험 데이터를 생성해 사용하거나, 승인자·변환 방법·삭제 시점을 사유로 남기고 예외로 승인하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: Object.keys(ORIGINS),
  check(node, options) {
    const production = isProduction(node, options);
    if (production === true) return NagRuleCompliance.NOT_APPLICABLE;
    const origins = ORIGINS[node.cfnResourceType]?.(node) ?? [];
    const restored = anyOf(
      origins.map((origin): Answer => ask(resolved(node, origin), (found) => found !== undefined && found !== '')),
    );
    if (restored === false) return NagRuleCompliance.COMPLIANT;
    return restored === UNKNOWN || production === UNKNOWN ? UNKNOWN : NagRuleCompliance.NON_COMPLIANT;
  },
};
