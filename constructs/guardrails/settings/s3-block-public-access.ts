import type { SettingsGuardrail } from '../guardrail';

/** All four settings of S3 Block Public Access, for every account and out of its reach. */
export const s3BlockPublicAccess: SettingsGuardrail = {
  id: 's3-block-public-access',
  policyType: 'S3_POLICY',
  title: { en: 'Block public access of S3', ko: 'S3 퍼블릭 액세스 차단' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html',
  criteria: ['2.6.1', '2.10.2', '2.10.3'],
  content: () => ({ s3_attributes: { public_access_block_configuration: { '@@assign': 'all' } } }),
};
