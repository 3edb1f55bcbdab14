import type { SettingsGuardrail } from '../guardrail';

/** No snapshot is public, not even one that was shared before. */
export const ec2SnapshotBlockPublicAccess: SettingsGuardrail = {
  id: 'ec2-snapshot-block-public-access',
  policyType: 'DECLARATIVE_POLICY_EC2',
  title: { en: 'Block public sharing of EBS snapshots', ko: 'EBS 스냅샷 공개 공유 차단' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html',
  criteria: ['2.6.2', '2.6.4'],
  parameters: {
    state: {
      type: 'string',
      description: {
        en: 'block_all_sharing also hides snapshots that are public today.',
        ko: 'block_all_sharing은 이미 공개된 스냅샷도 비공개로 처리한다.',
      },
      allowedValues: ['block_all_sharing', 'block_new_sharing'],
      defaultValue: 'block_all_sharing',
    },
  },
  content: (_, { state }) => ({ ec2_attributes: { snapshot_block_public_access: { state: { '@@assign': state } } } }),
};
