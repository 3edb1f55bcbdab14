import { CfnDeletionPolicy, type Stack } from 'aws-cdk-lib';
import { CfnBackupPlan, CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { CfnGlobalTable, CfnTable, type CfnTableProps } from 'aws-cdk-lib/aws-dynamodb';
import { CfnVolume } from 'aws-cdk-lib/aws-ec2';
import { CfnReplicationGroup } from 'aws-cdk-lib/aws-elasticache';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { CfnDBCluster, CfnDBInstance, type CfnDBInstanceProps } from 'aws-cdk-lib/aws-rds';
import { CfnBucket, type CfnBucketProps } from 'aws-cdk-lib/aws-s3';
import { backupExpiration } from '../../../../../constructs/kisms-checks/rules/data/backup-expiration';
import { backupRetention } from '../../../../../constructs/kisms-checks/rules/data/backup-retention';
import { backupVaultLock } from '../../../../../constructs/kisms-checks/rules/data/backup-vault-lock';
import { bucketExpiration } from '../../../../../constructs/kisms-checks/rules/data/bucket-expiration';
import { dataOutlivesStack } from '../../../../../constructs/kisms-checks/rules/data/data-outlives-stack';
import { databaseBackupRetention } from '../../../../../constructs/kisms-checks/rules/data/database-backup-retention';
import { dynamoDbProtection } from '../../../../../constructs/kisms-checks/rules/data/dynamo-db-protection';
import { globalTableRecovery } from '../../../../../constructs/kisms-checks/rules/data/global-table-recovery';
import { testDataOrigin } from '../../../../../constructs/kisms-checks/rules/data/test-data-origin';
import { COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

const vault = (stack: Stack, lockConfiguration: CfnBackupVault['lockConfiguration']) =>
  new CfnBackupVault(stack, 'R', { backupVaultName: 'example', lockConfiguration });

describeRule(backupVaultLock, [
  [COMPLIANT, 'it is locked', (s) => vault(s, { minRetentionDays: 7 })],
  [
    COMPLIANT,
    'a parameter is the days',
    (s, p) => {
      p.type = 'Number';
      return vault(s, { minRetentionDays: p.valueAsNumber });
    },
  ],
  [NON_COMPLIANT, 'it is not', (s) => vault(s, undefined)],
  [UNKNOWN, 'a parameter is the lock', (s, p) => vault(s, p.value)],
]);

const plan = (stack: Stack, ...lifecycles: CfnBackupPlan.BackupRuleResourceTypeProperty['lifecycle'][]) =>
  new CfnBackupPlan(stack, 'R', {
    backupPlan: {
      backupPlanName: 'example',
      backupPlanRule: lifecycles.map((lifecycle, index) => ({
        ruleName: `rule${index}`,
        targetBackupVault: 'Default',
        lifecycle,
      })),
    },
  });

describeRule(backupRetention, [
  [COMPLIANT, 'backups are kept for a week', (s) => plan(s, { deleteAfterDays: 7 })],
  [COMPLIANT, 'backups are kept for ever', (s) => plan(s, undefined)],
  [['Rule::rule1'], 'one rule keeps them for a day', (s) => plan(s, { deleteAfterDays: 35 }, { deleteAfterDays: 1 })],
  [['Rule::rule0'], 'more days are asked for', (s) => plan(s, { deleteAfterDays: 7 }), { backupRetentionDays: 35 }],
  [UNKNOWN, 'a parameter is the lifecycle', (s, p) => plan(s, p.value)],
  [UNKNOWN, 'a parameter is the plan', (s, p) => new CfnBackupPlan(s, 'R', { backupPlan: p.value })],
]);

describeRule(backupExpiration, [
  [COMPLIANT, 'backups are deleted some day', (s) => plan(s, { deleteAfterDays: 3650 })],
  [['Rule::rule0', 'Rule::rule1'], 'they are not', (s) => plan(s, undefined, { moveToColdStorageAfterDays: 30 })],
  [UNKNOWN, 'a parameter is the lifecycle', (s, p) => plan(s, p.value)],
]);

const instance = (stack: Stack, props: CfnDBInstanceProps = {}) => new CfnDBInstance(stack, 'R', props);

describeRule(databaseBackupRetention, [
  [COMPLIANT, 'an instance keeps them for a week', (s) => instance(s, { backupRetentionPeriod: 7 })],
  [NON_COMPLIANT, 'an instance says nothing', (s) => instance(s)],
  [NON_COMPLIANT, 'a cluster says nothing', (s) => new CfnDBCluster(s, 'R')],
  [
    NON_COMPLIANT,
    'more days are asked for',
    (s) => new CfnDBCluster(s, 'R', { backupRetentionPeriod: 7 }),
    { backupRetentionDays: 35 },
  ],
  [NOT_APPLICABLE, 'the cluster has them', (s, p) => instance(s, { dbClusterIdentifier: p.valueAsString })],
  [NOT_APPLICABLE, 'it is a replica', (s) => instance(s, { sourceDbInstanceIdentifier: 'example' })],
  [
    UNKNOWN,
    'a parameter decides',
    (s, p) => {
      p.type = 'Number';
      return instance(s, { backupRetentionPeriod: p.valueAsNumber });
    },
  ],
]);

const table = (stack: Stack, props: Partial<CfnTableProps> = {}) =>
  new CfnTable(stack, 'R', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }], ...props });
const replicas = (stack: Stack, ...settings: Partial<CfnGlobalTable.ReplicaSpecificationProperty>[]) =>
  new CfnGlobalTable(stack, 'R', { replicas: settings.map((setting) => ({ region: 'ap-northeast-2', ...setting })) });

describeRule(dynamoDbProtection, [
  [COMPLIANT, 'a table is protected', (s) => table(s, { deletionProtectionEnabled: true })],
  [COMPLIANT, 'each replica is', (s) => replicas(s, { deletionProtectionEnabled: true })],
  [NON_COMPLIANT, 'a table is not', (s) => table(s)],
  [NON_COMPLIANT, 'one replica is not', (s) => replicas(s, { deletionProtectionEnabled: true }, {})],
  [UNKNOWN, 'a parameter decides', (s, p) => table(s, { deletionProtectionEnabled: p.value })],
]);

const recovery = (
  pointInTimeRecoveryEnabled: CfnTable.PointInTimeRecoverySpecificationProperty['pointInTimeRecoveryEnabled'],
) => ({
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled },
});

describeRule(globalTableRecovery, [
  [COMPLIANT, 'each replica has it', (s) => replicas(s, recovery(true), recovery(true))],
  [NON_COMPLIANT, 'one has not', (s) => replicas(s, recovery(true), recovery(false))],
  [NON_COMPLIANT, 'nothing is said', (s) => replicas(s, {})],
  [UNKNOWN, 'a parameter decides', (s, p) => replicas(s, recovery(p.value))],
]);

const bucket = (stack: Stack, rule?: Partial<CfnBucket.RuleProperty>, props: CfnBucketProps = {}) =>
  new CfnBucket(stack, 'R', {
    lifecycleConfiguration: rule && { rules: [{ status: 'Enabled', ...rule }] },
    ...props,
  });
const versioned = { versioningConfiguration: { status: 'Enabled' } };
const versions = { noncurrentVersionExpiration: { noncurrentDays: 30 } };

describeRule(bucketExpiration, [
  [COMPLIANT, 'objects expire', (s) => bucket(s, { expirationInDays: 365 })],
  [COMPLIANT, 'versions do as well', (s) => bucket(s, { expirationInDays: 365, ...versions }, versioned)],
  [['Expiration'], 'there is no lifecycle', (s) => bucket(s)],
  [['Expiration'], 'the rule is off', (s) => bucket(s, { expirationInDays: 365, status: 'Disabled' })],
  [['NoncurrentVersionExpiration'], 'versions live on', (s) => bucket(s, { expirationInDays: 365 }, versioned)],
  [['Expiration'], 'only versions expire', (s) => bucket(s, versions, versioned)],
  [UNKNOWN, 'a parameter decides', (s, p) => bucket(s, undefined, { lifecycleConfiguration: p.value })],
]);

const inEnvironment = <T extends CfnVolume | CfnDBInstance | CfnTable>(node: T, value: string): T => {
  node.tags.setTag('Environment', value);
  return node;
};
const volume = (stack: Stack, snapshotId?: string) => new CfnVolume(stack, 'R', { availabilityZone: 'x', snapshotId });

describeRule(testDataOrigin, [
  [COMPLIANT, 'a test volume starts empty', (s) => inEnvironment(volume(s), 'dev')],
  [COMPLIANT, 'a volume of nowhere starts empty', (s) => volume(s)],
  [NON_COMPLIANT, 'a test volume has a snapshot', (s) => inEnvironment(volume(s, 'snap-1'), 'dev')],
  [
    NON_COMPLIANT,
    'a test database has one',
    (s) => inEnvironment(instance(s, { dbSnapshotIdentifier: 'example' }), 'stage'),
  ],
  [
    NON_COMPLIANT,
    'a test cluster is a clone',
    (s) => {
      const cluster = new CfnDBCluster(s, 'R', { sourceDbClusterIdentifier: 'example' });
      cluster.tags.setTag('Environment', 'dev');
      return cluster;
    },
  ],
  [
    NON_COMPLIANT,
    'a test cache has the archives of another',
    (s) => {
      const cache = new CfnReplicationGroup(s, 'R', {
        replicationGroupDescription: 'x',
        snapshotArns: ['arn:aws:s3:::example/dump.rdb'],
      });
      cache.tags.setTag('Environment', 'dev');
      return cache;
    },
  ],
  [NOT_APPLICABLE, 'it is production', (s) => inEnvironment(volume(s, 'snap-1'), 'prod')],
  [
    NOT_APPLICABLE,
    'it is production by another name',
    (s) => {
      const node = volume(s, 'snap-1');
      node.tags.setTag('stage', 'live');
      return node;
    },
    { environmentTag: 'stage', productionValues: ['live'] },
  ],
  [UNKNOWN, 'nobody says where it is', (s) => volume(s, 'snap-1')],
  [UNKNOWN, 'a parameter says where', (s, p) => inEnvironment(volume(s, 'snap-1'), p.valueAsString)],
  [UNKNOWN, 'a parameter is the snapshot', (s, p) => inEnvironment(volume(s, p.valueAsString), 'dev')],
]);

const deleting = <T extends CfnTable | CfnKey | CfnDBInstance>(node: T, policy: CfnDeletionPolicy): T => {
  node.cfnOptions.deletionPolicy = policy;
  return node;
};

// The policy is no property: a template always has it literally.
describeRule(dataOutlivesStack, [
  [COMPLIANT, 'a table is retained', (s) => deleting(table(s), CfnDeletionPolicy.RETAIN)],
  [COMPLIANT, 'a database leaves a snapshot by default', (s) => instance(s)],
  [NON_COMPLIANT, 'a database leaves none', (s) => deleting(instance(s), CfnDeletionPolicy.DELETE)],
  [NON_COMPLIANT, 'a table goes by default', (s) => table(s)],
  [NON_COMPLIANT, 'a key goes by default', (s) => new CfnKey(s, 'R')],
  [NOT_APPLICABLE, 'it is no production', (s) => inEnvironment(table(s), 'dev')],
  [NON_COMPLIANT, 'it is production', (s) => inEnvironment(table(s), 'prod')],
  [
    NOT_APPLICABLE,
    'the cluster has the data',
    (s) => deleting(instance(s, { dbClusterIdentifier: 'x' }), CfnDeletionPolicy.DELETE),
  ],
]);
