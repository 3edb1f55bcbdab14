import type { SettingsGuardrail } from '../guardrail';

/** Instances start from images of known owners; an account's own images always work. */
export const ec2AllowedImages: SettingsGuardrail = {
  id: 'ec2-allowed-images',
  policyType: 'DECLARATIVE_POLICY_EC2',
  title: { en: 'Allow images of known owners only', ko: '승인된 소유자의 이미지만 허용' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html',
  criteria: ['2.10.2', '2.10.8'],
  parameters: {
    owners: {
      type: 'string-list',
      description: {
        en: 'Owners: account ids, amazon, aws_marketplace, aws_backup_vault.',
        ko: '소유자: 계정 ID, amazon, aws_marketplace, aws_backup_vault.',
      },
      pattern: '^(?:\\d{12}|amazon|aws_marketplace|aws_backup_vault)$',
      defaultValue: ['amazon'],
    },
    state: {
      type: 'string',
      description: {
        en: 'audit_mode only reports what enabled would refuse.',
        ko: 'audit_mode는 enabled에서 거부될 이미지를 보고만 한다.',
      },
      allowedValues: ['enabled', 'audit_mode'],
      defaultValue: 'enabled',
    },
  },
  content: (_, { owners, state }) => ({
    ec2_attributes: {
      allowed_images_settings: {
        state: { '@@assign': state },
        image_criteria: { criteria_1: { allowed_image_providers: { '@@assign': owners } } },
      },
    },
  }),
};
