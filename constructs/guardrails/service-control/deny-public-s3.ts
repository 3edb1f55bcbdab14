import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps the account-wide block of public access, which overrides every bucket, and denies public canned ACLs. */
export const denyPublicS3: AuthorizationGuardrail = {
  id: 'deny-public-s3',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny public S3 access', ko: 'S3 공개 설정 금지' },
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  criteria: ['2.6.1', '2.10.2', '2.10.3'],
  parameters: {
    protectBucketSettings: {
      type: 'boolean',
      description: {
        en: 'Whether the block of a single bucket or access point is fixed too. Templates that set it then fail; the account-wide block overrides it anyway.',
        ko: '개별 버킷·액세스 포인트의 퍼블릭 액세스 차단 설정도 변경 금지할지 여부. 이를 설정하는 템플릿은 실패하며, 계정 수준 차단이 어차피 우선한다.',
      },
      defaultValue: false,
    },
  },
  statements: (_, { protectBucketSettings }) => [
    {
      Sid: 'Settings',
      Effect: 'Deny',
      Action: [
        's3:PutAccountPublicAccessBlock',
        ...(protectBucketSettings === true
          ? ['s3:PutAccessPointPublicAccessBlock', 's3:PutBucketPublicAccessBlock']
          : []),
      ],
      Resource: '*',
    },
    {
      Sid: 'Acls',
      Effect: 'Deny',
      Action: ['s3:CreateBucket', 's3:PutBucketAcl', 's3:PutObject', 's3:PutObjectAcl', 's3:PutObjectVersionAcl'],
      Resource: '*',
      Condition: { StringEquals: { 's3:x-amz-acl': ['authenticated-read', 'public-read', 'public-read-write'] } },
    },
  ],
};
