import type { CfnDBCluster, CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

const CLUSTER = 'AWS::RDS::DBCluster';
const DEFAULT_DAYS = 1;

/**
 * Databases and clusters keep automatic backups for the required days: cdk-nag asks that an instance has any at all.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html
 */
export const databaseBackupRetention: KismsRule = {
  id: 'RDSBackupRetention',
  criteria: ['2.9.3', '2.12.1'],
  title: {
    en: 'The database keeps automatic backups for too few days',
    ko: '데이터베이스 자동 백업 보관 기간이 너무 짧습니다',
  },
  why: {
    en: 'Without the property backups are gone after one day, before a fault of the weekend is noticed.',
    ko: '속성을 지정하지 않으면 백업이 하루만 보관되어 주말에 생긴 장애를 복구할 수 없습니다.',
  },
  fix: {
    en: 'Set BackupRetentionPeriod to the required days (backupRetentionDays) or more.',
    ko: 'BackupRetentionPeriod를 요구 일수(backupRetentionDays) 이상으로 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: [CLUSTER, 'AWS::RDS::DBInstance'],
  check(node, { backupRetentionDays }) {
    const database = node as CfnDBCluster | CfnDBInstance;
    if (node.cfnResourceType !== CLUSTER) {
      const { dbClusterIdentifier, sourceDbInstanceIdentifier, sourceDbClusterIdentifier } = node as CfnDBInstance;
      // Its cluster, or the database that it replicates, has the backups.
      if (dbClusterIdentifier ?? sourceDbInstanceIdentifier ?? sourceDbClusterIdentifier) {
        return NagRuleCompliance.NOT_APPLICABLE;
      }
    }
    return compliance(
      resolved(node, database.backupRetentionPeriod),
      (days = DEFAULT_DAYS) => days >= backupRetentionDays,
    );
  },
};
