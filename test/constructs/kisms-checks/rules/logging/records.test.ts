import { Lazy, type Stack } from 'aws-cdk-lib';
import { CfnCluster } from 'aws-cdk-lib/aws-ecs';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnDBCluster } from 'aws-cdk-lib/aws-neptune';
import { CfnDomain } from 'aws-cdk-lib/aws-opensearchservice';
import { CfnNamespace } from 'aws-cdk-lib/aws-redshiftserverless';
import { CfnDocument } from 'aws-cdk-lib/aws-ssm';
import { databaseAuditLogs } from '../../../../../constructs/kisms-checks/rules/logging/database-audit-logs';
import { ecsExecLogging } from '../../../../../constructs/kisms-checks/rules/logging/ecs-exec-logging';
import { logGroupRetention } from '../../../../../constructs/kisms-checks/rules/logging/log-group-retention';
import { openSearchAuditLogs } from '../../../../../constructs/kisms-checks/rules/logging/open-search-audit-logs';
import { sessionLogging } from '../../../../../constructs/kisms-checks/rules/logging/session-logging';
import { COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

const logGroup = (stack: Stack, retentionInDays?: number, logGroupClass?: string) =>
  new CfnLogGroup(stack, 'R', { retentionInDays, logGroupClass });

describeRule(logGroupRetention, [
  [COMPLIANT, 'it keeps them for a year', (s) => logGroup(s, 365)],
  [COMPLIANT, 'it keeps everything', (s) => logGroup(s)],
  [NON_COMPLIANT, 'it keeps them for half a year', (s) => logGroup(s, 180)],
  [NON_COMPLIANT, 'a year is kept and two are asked for', (s) => logGroup(s, 545), { accessRecordRetentionDays: 731 }],
  [NOT_APPLICABLE, 'it only hands them on', (s) => logGroup(s, undefined, 'DELIVERY')],
  [
    UNKNOWN,
    'a parameter decides',
    (s, p) => {
      p.type = 'Number';
      return logGroup(s, p.valueAsNumber);
    },
  ],
]);

const domain = (stack: Stack, logPublishingOptions: CfnDomain['logPublishingOptions']) =>
  new CfnDomain(stack, 'R', { logPublishingOptions });

describeRule(openSearchAuditLogs, [
  [COMPLIANT, 'audit logs are published', (s) => domain(s, { AUDIT_LOGS: { enabled: true } })],
  [NON_COMPLIANT, 'only errors are published', (s) => domain(s, { ES_APPLICATION_LOGS: { enabled: true } })],
  [NON_COMPLIANT, 'nothing is published', (s) => domain(s, undefined)],
  [UNKNOWN, 'a parameter decides', (s, p) => domain(s, { AUDIT_LOGS: { enabled: p.value } })],
]);

const namespace = (stack: Stack, logExports?: string[]) =>
  new CfnNamespace(stack, 'R', { namespaceName: 'example', logExports });

describeRule(databaseAuditLogs, [
  [
    COMPLIANT,
    'Redshift Serverless exports all logs',
    (s) => namespace(s, ['userlog', 'connectionlog', 'useractivitylog']),
  ],
  [['LogExport::useractivitylog'], 'one is missing', (s) => namespace(s, ['userlog', 'connectionlog'])],
  [
    ['LogExport::connectionlog', 'LogExport::useractivitylog', 'LogExport::userlog'],
    'Redshift Serverless exports none',
    (s) => namespace(s),
  ],
  [
    COMPLIANT,
    'Neptune exports its audit log',
    (s) => new CfnDBCluster(s, 'R', { enableCloudwatchLogsExports: ['audit'] }),
  ],
  [['LogExport::audit'], 'Neptune exports nothing', (s) => new CfnDBCluster(s, 'R')],
  [
    UNKNOWN,
    'a parameter is the list',
    (s, p) => {
      p.type = 'CommaDelimitedList';
      return namespace(s, p.valueAsList);
    },
  ],
]);

const cluster = (stack: Stack, logging?: string) =>
  new CfnCluster(stack, 'R', { configuration: { executeCommandConfiguration: { logging } } });

describeRule(ecsExecLogging, [
  [COMPLIANT, 'commands go to a log of their own', (s) => cluster(s, 'OVERRIDE')],
  [COMPLIANT, 'commands go to the log of the task', (s) => new CfnCluster(s, 'R')],
  [NON_COMPLIANT, 'commands go nowhere', (s) => cluster(s, 'NONE')],
  [UNKNOWN, 'a parameter decides', (s, p) => cluster(s, p.valueAsString)],
]);

const session = (stack: Stack, content: unknown, documentType = 'Session') =>
  new CfnDocument(stack, 'R', { documentType, content });
const preferences = (inputs: object) => ({ schemaVersion: '1.0', sessionType: 'Standard_Stream', inputs });

describeRule(sessionLogging, [
  [COMPLIANT, 'there is a log group', (s) => session(s, preferences({ cloudWatchLogGroupName: 'x' }))],
  [COMPLIANT, 'the bucket is a parameter', (s, p) => session(s, preferences({ s3BucketName: p.valueAsString }))],
  [NON_COMPLIANT, 'there is neither', (s) => session(s, preferences({ s3BucketName: '' }))],
  [NON_COMPLIANT, 'the content is made late', (s) => session(s, Lazy.any({ produce: () => preferences({}) }))],
  [NOT_APPLICABLE, 'it forwards a port', (s) => session(s, { sessionType: 'Port' })],
  [NOT_APPLICABLE, 'it is no session document', (s) => session(s, {}, 'Command')],
  [UNKNOWN, 'the content is text', (s) => session(s, 'schemaVersion: "1.0"')],
  [UNKNOWN, 'a parameter is the content', (s, p) => session(s, p.value)],
]);
