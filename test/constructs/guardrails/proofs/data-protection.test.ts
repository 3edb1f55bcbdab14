import { prove } from './proof';

const BUCKET = 'arn:aws:s3:::shop-images';
const VOLUME = 'arn:aws:ec2:ap-northeast-2:111122223333:volume/*';
const encrypted = (key: string, value: boolean) => ({ [key]: String(value) });

prove('deny-kms-key-deletion', [
  ['administrator', 'deny', 'kms:DeleteImportedKeyMaterial'],
  ['administrator', 'deny', 'kms:DisableKeyRotation'],
  ['administrator', 'deny', 'kms:PutKeyPolicy', '*', { 'kms:BypassPolicyLockoutSafetyCheck': 'true' }],
  ['administrator', 'deny', 'kms:CreateKey', '*', { 'kms:BypassPolicyLockoutSafetyCheck': 'true' }],
  ['administrator', 'allow', 'kms:PutKeyPolicy', '*', { 'kms:BypassPolicyLockoutSafetyCheck': 'false' }],
  ['developer', 'allow', 'kms:CreateKey'],
  ['developer', 'allow', 'kms:CancelKeyDeletion'],
  ['developer', 'allow', 'kms:Decrypt'],
]);

prove('deny-public-s3', [
  ['developer', 'deny', 's3:PutBucketAcl', BUCKET, { 's3:x-amz-acl': 'public-read' }],
  ['developer', 'deny', 's3:PutObject', `${BUCKET}/a`, { 's3:x-amz-acl': 'public-read-write' }],
  ['developer', 'deny', 's3:PutObjectAcl', `${BUCKET}/a`, { 's3:x-amz-acl': 'authenticated-read' }],
  ['developer', 'deny', 's3:CreateBucket', BUCKET, { 's3:x-amz-acl': 'public-read' }],
  ['developer', 'allow', 's3:PutObject', `${BUCKET}/a`, { 's3:x-amz-acl': 'bucket-owner-full-control' }],
  ['developer', 'allow', 's3:PutObject', `${BUCKET}/a`],
  ['developer', 'allow', 's3:CreateBucket', BUCKET],
  ['developer', 'allow', 's3:PutBucketPublicAccessBlock', BUCKET],
]);
prove(
  'deny-public-s3',
  [
    ['developer', 'deny', 's3:PutBucketPublicAccessBlock', BUCKET],
    ['developer', 'deny', 's3:PutAccessPointPublicAccessBlock'],
    ['deployment', 'allow', 's3:PutBucketPublicAccessBlock', BUCKET],
  ],
  { protectBucketSettings: true },
);

prove('deny-public-snapshot-share', [
  ['developer', 'deny', 'ec2:ModifySnapshotAttribute', '*', { 'ec2:Add/group': 'all' }],
  ['developer', 'deny', 'ec2:ModifyImageAttribute'],
  ['developer', 'deny', 'rds:ModifyDBSnapshotAttribute'],
  ['developer', 'deny', 'rds:ModifyDBClusterSnapshotAttribute'],
  ['developer', 'deny', 'ec2:DisableSnapshotBlockPublicAccess'],
  ['developer', 'allow', 'ec2:CreateSnapshot'],
  ['developer', 'allow', 'ec2:DescribeSnapshotAttribute'],
  ['networkAdmin', 'deny', 'ec2:ModifyImageAttribute'],
]);
prove(
  'deny-public-snapshot-share',
  [
    ['networkAdmin', 'allow', 'ec2:ModifyImageAttribute'],
    ['developer', 'deny', 'ec2:ModifyImageAttribute'],
  ],
  { sharingAccountIds: ['444455556666'] },
);

prove('deny-unencrypted-ebs', [
  ['developer', 'deny', 'ec2:RunInstances', VOLUME, encrypted('ec2:Encrypted', false)],
  ['developer', 'allow', 'ec2:RunInstances', VOLUME, encrypted('ec2:Encrypted', true)],
  ['developer', 'allow', 'ec2:CreateVolume', VOLUME, encrypted('ec2:Encrypted', true)],
  ['developer', 'allow', 'ec2:RunInstances', 'arn:aws:ec2:ap-northeast-2:111122223333:instance/*'],
]);

prove('deny-disable-ebs-default-encryption', [
  ['administrator', 'deny', 'ec2:ResetEbsDefaultKmsKeyId'],
  ['administrator', 'allow', 'ec2:EnableEbsEncryptionByDefault'],
  ['developer', 'allow', 'ec2:GetEbsEncryptionByDefault'],
]);

prove('deny-unencrypted-rds', [
  [
    'developer',
    'deny',
    'rds:CreateDBInstance',
    '*',
    { 'rds:StorageEncrypted': 'false', 'rds:DatabaseEngine': 'mysql' },
  ],
  [
    'developer',
    'deny',
    'rds:RestoreDBInstanceFromS3',
    '*',
    { 'rds:StorageEncrypted': 'false', 'rds:DatabaseEngine': 'mysql' },
  ],
  [
    'developer',
    'deny',
    'rds:CreateDBCluster',
    '*',
    { 'rds:StorageEncrypted': 'false', 'rds:DatabaseEngine': 'aurora-mysql' },
  ],
  [
    'developer',
    'allow',
    'rds:CreateDBInstance',
    '*',
    { 'rds:StorageEncrypted': 'true', 'rds:DatabaseEngine': 'mysql' },
  ],
  [
    'developer',
    'allow',
    'rds:CreateDBInstance',
    '*',
    { 'rds:StorageEncrypted': 'false', 'rds:DatabaseEngine': 'aurora-postgresql' },
  ],
  ['developer', 'allow', 'rds:CreateDBCluster', '*', encrypted('rds:StorageEncrypted', true)],
  ['developer', 'allow', 'rds:CreateDBSnapshot'],
]);

prove('deny-unencrypted-efs', [
  ['developer', 'allow', 'elasticfilesystem:CreateFileSystem', '*', encrypted('elasticfilesystem:Encrypted', true)],
  ['developer', 'allow', 'elasticfilesystem:CreateMountTarget'],
]);
