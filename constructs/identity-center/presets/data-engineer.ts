import type { PermissionSetPreset } from '../permission-set-preset';

/** Builds data pipelines and queries; opens no data to others. */
export const dataEngineer: PermissionSetPreset = {
  id: 'data-engineer',
  title: { en: 'Data engineer', ko: '데이터 엔지니어' },
  description: 'Glue, Athena and query logs; sharing data and deleting keys is denied',
  managedPolicies: ['AWSGlueConsoleFullAccess', 'AmazonAthenaFullAccess', 'CloudWatchLogsReadOnlyAccess'],
  statements: [
    {
      Sid: 'KeepDataInside',
      Effect: 'Deny',
      Action: [
        'glue:DeleteResourcePolicy',
        'glue:PutResourcePolicy',
        'lakeformation:PutDataLakeSettings',
        's3:DeleteBucketPolicy',
        's3:PutBucketAcl',
        's3:PutBucketPolicy',
        's3:PutBucketPublicAccessBlock',
        's3:PutObjectAcl',
        's3:PutReplicationConfiguration',
      ],
      Resource: '*',
    },
    {
      Sid: 'KeepDataReadable',
      Effect: 'Deny',
      Action: ['kms:DisableKey', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 's3:DeleteBucket'],
      Resource: '*',
    },
  ],
  sessionDuration: 'PT8H',
  privilege: 'write',
  criteria: ['2.5.1', '2.6.4', '2.7.1'],
  source: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSGlueConsoleFullAccess.html',
};
