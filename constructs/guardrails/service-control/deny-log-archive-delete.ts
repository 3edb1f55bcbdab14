import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps the log archive as it was written, and the sources that feed it. */
export const denyLogArchiveDelete: AuthorizationGuardrail = {
  id: 'deny-log-archive-delete',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect the log archive', ko: '로그 보관소 삭제 및 변경 금지' },
  source: 'https://docs.aws.amazon.com/controltower/latest/controlreference/mandatory-controls.html',
  criteria: ['2.9.4', '2.9.5', '2.11.3'],
  parameters: {
    bucketNames: {
      type: 'string-list',
      description: { en: 'Name patterns of the log buckets.', ko: '로그 버킷 이름 패턴.' },
      pattern: '^[a-z0-9.*?-]{3,63}$',
      defaultValue: ['aws-controltower-*', '*log-archive*'],
    },
    logGroupNames: {
      type: 'string-list',
      description: { en: 'Name patterns of the log groups.', ko: '로그 그룹 이름 패턴.' },
      pattern: '^[\\w.*?/#-]{3,512}$',
      defaultValue: ['aws-controltower/*', '*log-archive*'],
    },
  },
  statements: ({ partition }, { bucketNames, logGroupNames }) => [
    {
      Sid: 'Buckets',
      Effect: 'Deny',
      Action: [
        's3:BypassGovernanceRetention',
        's3:DeleteBucket*',
        's3:DeleteObject*',
        's3:PutBucket*',
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
        's3:PutObjectLegalHold',
        's3:PutObjectRetention',
        's3:PutReplicationConfiguration',
      ],
      Resource: (bucketNames as string[]).flatMap((name) => [
        `arn:${partition}:s3:::${name}`,
        `arn:${partition}:s3:::${name}/*`,
      ]),
    },
    {
      Sid: 'LogGroups',
      Effect: 'Deny',
      Action: ['logs:DeleteLogGroup', 'logs:DeleteLogStream', 'logs:DeleteRetentionPolicy', 'logs:PutRetentionPolicy'],
      // A log stream, and for some actions the group itself, has more in its ARN after the name.
      Resource: (logGroupNames as string[]).flatMap((name) => {
        const group = `arn:${partition}:logs:*:*:log-group:${name}`;
        return name.endsWith('*') ? group : [group, `${group}:*`];
      }),
    },
    {
      Sid: 'Sources',
      Effect: 'Deny',
      Action: [
        'ec2:DeleteFlowLogs',
        'route53resolver:DeleteResolverQueryLogConfig',
        'route53resolver:DisassociateResolverQueryLogConfig',
      ],
      Resource: '*',
    },
  ],
};
