import type { SettingsGuardrail } from '../guardrail';

/** New instances ask for IMDSv2 by default; `require-imdsv2` refuses those that say otherwise. */
export const ec2ImdsDefaults: SettingsGuardrail = {
  id: 'ec2-imds-defaults',
  policyType: 'DECLARATIVE_POLICY_EC2',
  title: { en: 'Default to IMDSv2', ko: '인스턴스 메타데이터 기본값을 IMDSv2로 설정' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html',
  criteria: ['2.6.2', '2.10.2'],
  parameters: {
    hopLimit: {
      type: 'integer',
      description: {
        en: 'Network hops that a metadata token travels; containers need 2.',
        ko: '메타데이터 토큰의 네트워크 홉 수. 컨테이너에는 2가 필요하다.',
      },
      minimum: 1,
      maximum: 64,
      defaultValue: 2,
    },
  },
  content: (_, { hopLimit }) => ({
    ec2_attributes: {
      instance_metadata_defaults: {
        http_tokens: { '@@assign': 'required' },
        http_put_response_hop_limit: { '@@assign': String(hopLimit) },
      },
    },
  }),
};
