import type { KismsRule } from '../../rule';
import { cloudTrailBucketRetention } from './cloud-trail-bucket-retention';
import { cloudTrailCoverage } from './cloud-trail-coverage';
import { cloudTrailLakeRetention } from './cloud-trail-lake-retention';
import { cloudTrailOrganization } from './cloud-trail-organization';
import { databaseAuditLogs } from './database-audit-logs';
import { ecsExecLogging } from './ecs-exec-logging';
import { logGroupRetention } from './log-group-retention';
import { openSearchAuditLogs } from './open-search-audit-logs';
import { sessionLogging } from './session-logging';

/** Rules about what is recorded and how long the records last. */
export const LOGGING_RULES: readonly KismsRule[] = [
  cloudTrailBucketRetention,
  cloudTrailCoverage,
  cloudTrailLakeRetention,
  cloudTrailOrganization,
  databaseAuditLogs,
  ecsExecLogging,
  logGroupRetention,
  openSearchAuditLogs,
  sessionLogging,
];
