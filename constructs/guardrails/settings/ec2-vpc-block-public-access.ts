import type { SettingsGuardrail } from '../guardrail';

/** VPCs do not face the internet, whatever their route tables say. */
export const ec2VpcBlockPublicAccess: SettingsGuardrail = {
  id: 'ec2-vpc-block-public-access',
  policyType: 'DECLARATIVE_POLICY_EC2',
  title: { en: 'Block public access of VPCs', ko: 'VPC 퍼블릭 액세스 차단' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html',
  criteria: ['2.6.1', '2.6.7'],
  parameters: {
    mode: {
      type: 'string',
      description: {
        en: 'block_ingress lets NAT gateways and egress-only gateways out; block_bidirectional lets nothing through.',
        ko: 'block_ingress는 NAT·송신 전용 게이트웨이의 송신을 허용하고, block_bidirectional은 모두 차단한다.',
      },
      allowedValues: ['block_ingress', 'block_bidirectional'],
      defaultValue: 'block_ingress',
    },
    exclusionsAllowed: {
      type: 'boolean',
      description: {
        en: 'Whether an account may exclude a VPC or subnet.',
        ko: '계정이 VPC·서브넷을 예외로 지정할 수 있는지 여부.',
      },
      defaultValue: false,
    },
  },
  content: (_, { mode, exclusionsAllowed }) => ({
    ec2_attributes: {
      vpc_block_public_access: {
        internet_gateway_block: {
          mode: { '@@assign': mode },
          exclusions_allowed: { '@@assign': exclusionsAllowed === true ? 'enabled' : 'disabled' },
        },
      },
    },
  }),
};
