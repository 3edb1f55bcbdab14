import type { KismsRule } from '../../rule';
import { backupExpiration } from './backup-expiration';
import { backupRetention } from './backup-retention';
import { backupVaultLock } from './backup-vault-lock';
import { bucketExpiration } from './bucket-expiration';
import { bucketReplicationRegion } from './bucket-replication-region';
import { dataCopyRegion } from './data-copy-region';
import { dataOutlivesStack } from './data-outlives-stack';
import { dataStoreRegion } from './data-store-region';
import { databaseBackupRetention } from './database-backup-retention';
import { databaseProxyTls } from './database-proxy-tls';
import { databaseTls } from './database-tls';
import { dynamoDbProtection } from './dynamo-db-protection';
import { fileSystemEncryption } from './file-system-encryption';
import { globalTableRecovery } from './global-table-recovery';
import { inferenceRegion } from './inference-region';
import { migrationEndpointTls } from './migration-endpoint-tls';
import { openSearchHttps } from './open-search-https';
import { testDataOrigin } from './test-data-origin';

/** Rules about data: where it is, how it is encrypted, backed up and destroyed. */
export const DATA_RULES: readonly KismsRule[] = [
  backupExpiration,
  backupRetention,
  backupVaultLock,
  bucketExpiration,
  bucketReplicationRegion,
  databaseBackupRetention,
  databaseProxyTls,
  databaseTls,
  dataCopyRegion,
  dataOutlivesStack,
  dataStoreRegion,
  dynamoDbProtection,
  fileSystemEncryption,
  globalTableRecovery,
  inferenceRegion,
  migrationEndpointTls,
  openSearchHttps,
  testDataOrigin,
];
