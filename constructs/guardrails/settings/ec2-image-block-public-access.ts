import type { SettingsGuardrail } from '../guardrail';

/** No image becomes public; images that already are public stay so until their owner acts. */
export const ec2ImageBlockPublicAccess: SettingsGuardrail = {
  id: 'ec2-image-block-public-access',
  policyType: 'DECLARATIVE_POLICY_EC2',
  title: { en: 'Block public sharing of AMIs', ko: 'AMI 공개 공유 차단' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html',
  criteria: ['2.6.2'],
  content: () => ({ ec2_attributes: { image_block_public_access: { state: { '@@assign': 'block_new_sharing' } } } }),
};
