import type { AuthorizationGuardrail } from '../guardrail';

/**
 * Copies of disks and databases do not leave their account.
 *
 * Only EBS snapshots have a condition key for the receiver, so sharing as such is denied, not only sharing with everybody.
 */
export const denyPublicSnapshotShare: AuthorizationGuardrail = {
  id: 'deny-public-snapshot-share',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny sharing of snapshots and images', ko: '스냅샷·이미지 외부 공유 금지' },
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html',
  criteria: ['2.6.2', '2.6.4', '2.8.4'],
  parameters: {
    sharingAccountIds: {
      type: 'string-list',
      description: {
        en: 'Accounts whose roles may share, for example the one that builds images.',
        ko: '공유를 허용할 계정. 예: 이미지 빌드 계정.',
      },
      pattern: '^\\d{12}$',
      defaultValue: [],
    },
  },
  statements: (_, { sharingAccountIds }) => [
    {
      Effect: 'Deny',
      Action: [
        'ec2:DisableImageBlockPublicAccess',
        'ec2:DisableSnapshotBlockPublicAccess',
        'ec2:ModifyFpgaImageAttribute',
        'ec2:ModifyImageAttribute',
        'ec2:ModifySnapshotAttribute',
        'rds:ModifyDBClusterSnapshotAttribute',
        'rds:ModifyDBSnapshotAttribute',
        'redshift:AuthorizeSnapshotAccess',
        'ssm:ModifyDocumentPermission',
      ],
      Resource: '*',
      ...((sharingAccountIds as string[]).length > 0 && {
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': sharingAccountIds as string[] } },
      }),
    },
  ],
};
