import type { SettingsGuardrail } from '../guardrail';

/** AWS does not use the organization's content to improve its AI services, and no account can change that. */
export const aiServicesOptOut: SettingsGuardrail = {
  id: 'ai-services-opt-out',
  policyType: 'AISERVICES_OPT_OUT_POLICY',
  title: { en: 'Opt out of AI service improvement', ko: 'AI 서비스 개선을 위한 콘텐츠 이용 거부' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html',
  criteria: ['2.10.2', '3.3.4'],
  content: () => ({
    services: {
      '@@operators_allowed_for_child_policies': ['@@none'],
      default: {
        '@@operators_allowed_for_child_policies': ['@@none'],
        opt_out_policy: { '@@operators_allowed_for_child_policies': ['@@none'], '@@assign': 'optOut' },
      },
    },
  }),
};
