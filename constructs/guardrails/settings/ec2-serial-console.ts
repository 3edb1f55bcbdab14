import type { SettingsGuardrail } from '../guardrail';

/** No way into an instance besides the network and Session Manager. */
export const ec2SerialConsole: SettingsGuardrail = {
  id: 'ec2-serial-console',
  policyType: 'DECLARATIVE_POLICY_EC2',
  title: { en: 'Turn the EC2 serial console off', ko: 'EC2 직렬 콘솔 비활성화' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html',
  criteria: ['2.6.2'],
  content: () => ({ ec2_attributes: { serial_console_access: { status: { '@@assign': 'disabled' } } } }),
};
