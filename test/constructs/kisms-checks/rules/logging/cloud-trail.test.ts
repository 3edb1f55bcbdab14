import type { Stack } from 'aws-cdk-lib';
import { CfnEventDataStore, CfnTrail, type CfnTrailProps } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnBucket, type CfnBucketProps } from 'aws-cdk-lib/aws-s3';
import { cloudTrailBucketRetention } from '../../../../../constructs/kisms-checks/rules/logging/cloud-trail-bucket-retention';
import { cloudTrailCoverage } from '../../../../../constructs/kisms-checks/rules/logging/cloud-trail-coverage';
import { cloudTrailLakeRetention } from '../../../../../constructs/kisms-checks/rules/logging/cloud-trail-lake-retention';
import { cloudTrailOrganization } from '../../../../../constructs/kisms-checks/rules/logging/cloud-trail-organization';
import { COMPLIANT, describeRule, NON_COMPLIANT, UNKNOWN } from '../rule-cases';

const trail = (stack: Stack, props: Partial<CfnTrailProps> = {}) =>
  new CfnTrail(stack, 'R', { s3BucketName: 'example-logs', isLogging: true, isMultiRegionTrail: true, ...props });

describeRule(cloudTrailCoverage, [
  [COMPLIANT, 'it records every region', (s) => trail(s)],
  [['IsLogging'], 'it is stopped', (s) => trail(s, { isLogging: false })],
  [['IsMultiRegionTrail'], 'one region is recorded', (s) => trail(s, { isMultiRegionTrail: undefined })],
  [['IncludeGlobalServiceEvents'], 'IAM is left out', (s) => trail(s, { includeGlobalServiceEvents: false })],
  [UNKNOWN, 'a parameter decides', (s, p) => trail(s, { isMultiRegionTrail: p.value })],
  [
    ['IsLogging'],
    'a parameter decides over another part',
    (s, p) => trail(s, { isLogging: false, isMultiRegionTrail: p.value }),
  ],
]);

describeRule(cloudTrailOrganization, [
  [COMPLIANT, 'it is of the organization', (s) => trail(s, { isOrganizationTrail: true })],
  [NON_COMPLIANT, 'nothing is said', (s) => trail(s)],
  [UNKNOWN, 'a parameter decides', (s, p) => trail(s, { isOrganizationTrail: p.value })],
]);

const trailInto = (stack: Stack, props: CfnBucketProps) =>
  trail(stack, { s3BucketName: new CfnBucket(stack, 'Bucket', props).ref });
const locked = (retention: CfnBucket.DefaultRetentionProperty): CfnBucketProps => ({
  objectLockConfiguration: {
    objectLockEnabled: 'Enabled',
    rule: { defaultRetention: { mode: 'COMPLIANCE', ...retention } },
  },
});
const expiring = (rule: Partial<CfnBucket.RuleProperty>): CfnBucketProps => ({
  ...locked({ days: 365 }),
  lifecycleConfiguration: { rules: [{ status: 'Enabled', ...rule }] },
});
const twoYears = { accessRecordRetentionDays: 731 };

describeRule(cloudTrailBucketRetention, [
  [COMPLIANT, 'records are locked for a year', (s) => trailInto(s, locked({ days: 365 }))],
  [
    COMPLIANT,
    'the bucket is given by the name it has',
    (s) => {
      new CfnBucket(s, 'Bucket', { bucketName: 'example-logs', ...locked({ years: 1 }) });
      return trail(s);
    },
  ],
  [COMPLIANT, 'two years are two years', (s) => trailInto(s, locked({ years: 2 })), twoYears],
  [['ObjectLock'], 'one year is not two', (s) => trailInto(s, locked({ days: 365 })), twoYears],
  [['ObjectLock'], 'there is no lock', (s) => trailInto(s, {})],
  [
    ['ObjectLock'],
    'a lock has no default retention',
    (s) => trailInto(s, { objectLockConfiguration: { objectLockEnabled: 'Enabled' } }),
  ],
  [['Expiration'], 'objects expire early', (s) => trailInto(s, expiring({ expirationInDays: 90 }))],
  [COMPLIANT, 'objects expire in time', (s) => trailInto(s, expiring({ expirationInDays: 365 }))],
  [
    COMPLIANT,
    'only some other objects expire early',
    (s) => trailInto(s, expiring({ expirationInDays: 7, prefix: 'tmp/' })),
  ],
  [UNKNOWN, 'the bucket is elsewhere', (s) => trail(s)],
  [UNKNOWN, 'a parameter names the bucket', (s, p) => trail(s, { s3BucketName: p.valueAsString })],
  [
    UNKNOWN,
    'a parameter is the retention',
    (s, p) => {
      p.type = 'Number';
      return trailInto(s, locked({ days: p.valueAsNumber }));
    },
  ],
]);

describeRule(cloudTrailLakeRetention, [
  [COMPLIANT, 'the default of 366 days is enough', (s) => new CfnEventDataStore(s, 'R')],
  [COMPLIANT, 'a year is kept', (s) => new CfnEventDataStore(s, 'R', { retentionPeriod: 365 })],
  [['RetentionPeriod'], 'the default is not enough', (s) => new CfnEventDataStore(s, 'R'), twoYears],
  [
    COMPLIANT,
    'the other billing mode starts with seven years',
    (s) => new CfnEventDataStore(s, 'R', { billingMode: 'FIXED_RETENTION_PRICING' }),
    twoYears,
  ],
  [
    ['RetentionPeriod', 'MultiRegionEnabled', 'TerminationProtectionEnabled'],
    'everything is weakened',
    (s) =>
      new CfnEventDataStore(s, 'R', {
        retentionPeriod: 90,
        multiRegionEnabled: false,
        terminationProtectionEnabled: false,
      }),
  ],
  [UNKNOWN, 'a parameter decides', (s, p) => new CfnEventDataStore(s, 'R', { terminationProtectionEnabled: p.value })],
]);
