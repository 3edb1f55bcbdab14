import { App, Aws, CfnResource, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { CfnBackupPlan, CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { CfnAgent, CfnApplicationInferenceProfile, CfnGuardrail, CfnPrompt } from 'aws-cdk-lib/aws-bedrock';
import { CfnKeyspace } from 'aws-cdk-lib/aws-cassandra';
import { CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import { CfnGlobalReplicationGroup } from 'aws-cdk-lib/aws-elasticache';
import { CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { CfnCluster } from 'aws-cdk-lib/aws-redshift';
import { CfnNamespace } from 'aws-cdk-lib/aws-redshiftserverless';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { bucketReplicationRegion } from '../../../../../constructs/kisms-checks/rules/data/bucket-replication-region';
import { dataCopyRegion } from '../../../../../constructs/kisms-checks/rules/data/data-copy-region';
import { dataStoreRegion } from '../../../../../constructs/kisms-checks/rules/data/data-store-region';
import { inferenceRegion } from '../../../../../constructs/kisms-checks/rules/data/inference-region';
import { COMPLIANT, describeRule, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

const allowed = { allowedRegions: ['ap-northeast-2', 'ap-northeast-3'] };
const virginia = ['Region::us-east-1'];
const osaka = ['Region::ap-northeast-3'];

const stackIn = (region?: string, scope = new App()) => new Stack(scope, `In-${region}`, { env: { region } });

describeRule(dataStoreRegion, [
  [COMPLIANT, 'the region is allowed', (s) => new CfnBucket(s, 'R'), allowed],
  [virginia, 'it is not', () => new CfnBucket(stackIn('us-east-1'), 'R'), allowed],
  [UNKNOWN, 'the region is open', () => new CfnBucket(stackIn(), 'R'), allowed],
  [NOT_APPLICABLE, 'nobody said which are allowed', (s) => new CfnBucket(s, 'R')],
]);

const plan = (stack: Stack, destinationBackupVaultArn: string) =>
  new CfnBackupPlan(stack, 'R', {
    backupPlan: {
      backupPlanName: 'example',
      backupPlanRule: [
        { ruleName: 'daily', targetBackupVault: 'Default', copyActions: [{ destinationBackupVaultArn }] },
      ],
    },
  });
const vaultIn = (region: string) => `arn:${Aws.PARTITION}:backup:${region}:${Aws.ACCOUNT_ID}:backup-vault:Default`;
const table = (stack: Stack, ...regions: string[]) =>
  new CfnGlobalTable(stack, 'R', { replicas: regions.map((region) => ({ region })) });

describeRule(dataCopyRegion, [
  [COMPLIANT, 'a table has one replica, here', (s) => table(s, 'ap-northeast-2')],
  [COMPLIANT, 'the replica is in an allowed region', (s) => table(s, 'ap-northeast-3'), allowed],
  [osaka, 'no region was allowed', (s) => table(s, 'ap-northeast-2', 'ap-northeast-3')],
  [virginia, 'another was allowed', (s) => table(s, 'ap-northeast-2', 'us-east-1'), allowed],
  [COMPLIANT, 'the replica is where the stack is', () => table(stackIn(), Aws.REGION)],
  [UNKNOWN, 'the stack is anywhere', () => table(stackIn(), 'us-east-1')],
  [virginia, 'no stack may be there', () => table(stackIn(), 'us-east-1'), allowed],
  [UNKNOWN, 'a parameter is the region', (s, p) => table(s, p.valueAsString)],
  [virginia, 'one is seen beside a parameter', (s, p) => table(s, p.valueAsString, 'us-east-1')],
  [
    UNKNOWN,
    'a function makes the replicas',
    (s) => new CfnGlobalTable(s, 'R', { replicas: Lazy.any({ produce: () => Fn.conditionIf('C', [], []) }) }),
  ],
  [COMPLIANT, 'a backup is copied within the region', (s) => plan(s, vaultIn('ap-northeast-2'))],
  [COMPLIANT, 'its vault is in the region of the stack', (s) => plan(s, vaultIn(Aws.REGION))],
  [
    COMPLIANT,
    'its vault is of the stack itself',
    (s) => plan(s, new CfnBackupVault(s, 'Vault', { backupVaultName: 'x' }).attrBackupVaultArn),
  ],
  [
    UNKNOWN,
    'a custom resource fetches the vault',
    (s) => plan(s, new CfnResource(s, 'Reader', { type: 'Custom::Reader' }).getAtt('Vault').toString()),
  ],
  [virginia, 'a backup is copied abroad', (s) => plan(s, vaultIn('us-east-1'))],
  [UNKNOWN, 'a parameter is the vault', (s, p) => plan(s, p.valueAsString)],
  [UNKNOWN, 'a parameter is part of the vault', (s, p) => plan(s, vaultIn(p.valueAsString))],
  [
    virginia,
    'a keyspace is replicated',
    (s) => new CfnKeyspace(s, 'R', { replicationSpecification: { regionList: ['ap-northeast-2', 'us-east-1'] } }),
  ],
  [COMPLIANT, 'a keyspace is not', (s) => new CfnKeyspace(s, 'R')],
  [
    virginia,
    'a file system is replicated',
    (s) => new CfnFileSystem(s, 'R', { replicationConfiguration: { destinations: [{ region: 'us-east-1' }] } }),
  ],
  [
    virginia,
    'a cache is replicated',
    (s) =>
      new CfnGlobalReplicationGroup(s, 'R', { members: [{ replicationGroupRegion: 'us-east-1', role: 'SECONDARY' }] }),
  ],
  [
    virginia,
    'backups of a database are replicated',
    (s) => new CfnDBInstance(s, 'R', { automaticBackupReplicationRegion: 'us-east-1' }),
  ],
  [
    virginia,
    'snapshots of a warehouse are copied',
    (s) =>
      new CfnCluster(s, 'R', {
        clusterType: 'single-node',
        dbName: 'x',
        masterUsername: 'x',
        nodeType: 'ra3.large',
        destinationRegion: 'us-east-1',
      }),
  ],
  [
    virginia,
    'snapshots of a serverless warehouse are copied',
    (s) =>
      new CfnNamespace(s, 'R', {
        namespaceName: 'x',
        snapshotCopyConfigurations: [{ destinationRegion: 'us-east-1' }],
      }),
  ],
  [virginia, 'a secret is replicated', (s) => new CfnSecret(s, 'R', { replicaRegions: [{ region: 'us-east-1' }] })],
]);

const replicating = (stack: Stack, bucket: string, status = 'Enabled') =>
  new CfnBucket(stack, 'R', {
    replicationConfiguration: {
      role: 'arn:aws:iam::111122223333:role/x',
      rules: [{ status, destination: { bucket } }],
    },
  });
const replicatingTo = (source: Stack, region?: string) => {
  new CfnBucket(stackIn(region, source.node.root as App), 'Replica', { bucketName: 'example-replica' });
  return replicating(source, `arn:${Aws.PARTITION}:s3:::example-replica`);
};

describeRule(bucketReplicationRegion, [
  [NOT_APPLICABLE, 'it replicates nothing', (s) => new CfnBucket(s, 'R')],
  [COMPLIANT, 'the replica is allowed', (s) => replicatingTo(s, 'ap-northeast-3'), allowed],
  [osaka, 'no other region was allowed', (s) => replicatingTo(s, 'ap-northeast-3')],
  [virginia, 'the replica is not allowed', (s) => replicatingTo(s, 'us-east-1'), allowed],
  [COMPLIANT, 'the replica is of the stack itself', (s) => replicating(s, new CfnBucket(s, 'Replica').attrArn)],
  [
    COMPLIANT,
    'the rule is off',
    (s) => {
      const { stack } = replicatingTo(s, 'us-east-1');
      return replicating(new Stack(stack.node.root as App, 'Other'), 'arn:aws:s3:::example-replica', 'Disabled');
    },
  ],
  [UNKNOWN, 'the stack of the replica is anywhere', (s) => replicatingTo(s)],
  [UNKNOWN, 'a parameter is all of it', (s, p) => new CfnBucket(s, 'R', { replicationConfiguration: p.value })],
  [UNKNOWN, 'the replica is not of this app', (s) => replicating(s, 'arn:aws:s3:::elsewhere')],
  [UNKNOWN, 'a parameter names the replica', (s, p) => replicating(s, p.valueAsString)],
]);

const agent = (stack: Stack, foundationModel?: string) =>
  new CfnAgent(stack, 'R', { agentName: 'example', foundationModel });
const CLAUDE = 'anthropic.claude-3-haiku-20240307-v1:0';

describeRule(inferenceRegion, [
  [COMPLIANT, 'the model itself is named', (s) => agent(s, CLAUDE)],
  [COMPLIANT, 'no model is named', (s) => agent(s)],
  [['InferenceProfile::apac'], 'a profile of Asia is named', (s) => agent(s, `apac.${CLAUDE}`)],
  [
    ['InferenceProfile::global'],
    'an application profile copies one of the world',
    (s) =>
      new CfnApplicationInferenceProfile(s, 'R', {
        inferenceProfileName: 'x',
        modelSource: {
          copyFrom: `arn:aws:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:inference-profile/global.${CLAUDE}`,
        },
      }),
  ],
  [
    COMPLIANT,
    'an application profile copies a model of the region',
    (s) =>
      new CfnApplicationInferenceProfile(s, 'R', {
        inferenceProfileName: 'x',
        modelSource: { copyFrom: `arn:aws:bedrock:${Aws.REGION}::foundation-model/${CLAUDE}` },
      }),
  ],
  [
    virginia,
    'the model is in another region',
    (s) => agent(s, `arn:aws:bedrock:us-east-1::foundation-model/${CLAUDE}`),
  ],
  [
    ['InferenceProfile::apac'],
    'a guardrail runs across regions',
    (s) =>
      new CfnGuardrail(s, 'R', {
        name: 'x',
        blockedInputMessaging: 'x',
        blockedOutputsMessaging: 'x',
        crossRegionConfig: {
          guardrailProfileArn: 'arn:aws:bedrock:ap-northeast-2:111122223333:guardrail-profile/apac.guardrail.v1:0',
        },
      }),
  ],
  [
    ['InferenceProfile::us'],
    'one variant of a prompt does',
    (s) => {
      const variant = { templateType: 'TEXT', templateConfiguration: { text: { text: 'x' } } };
      return new CfnPrompt(s, 'R', {
        name: 'x',
        variants: [
          { ...variant, name: 'a', modelId: CLAUDE },
          { ...variant, name: 'b', modelId: `us.${CLAUDE}` },
        ],
      });
    },
  ],
  [UNKNOWN, 'a parameter is the model', (s, p) => agent(s, p.valueAsString)],
]);
