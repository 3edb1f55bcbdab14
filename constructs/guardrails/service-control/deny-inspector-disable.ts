import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps vulnerability scanning on; a suppression filter would hide findings, so it is denied too. */
export const denyInspectorDisable: AuthorizationGuardrail = {
  id: 'deny-inspector-disable',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect Amazon Inspector', ko: 'Amazon Inspector 비활성화 금지' },
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoninspector2.html',
  criteria: ['2.11.2'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'inspector2:CreateFilter',
        'inspector2:Disable',
        'inspector2:DisassociateMember',
        'inspector2:UpdateFilter',
        'inspector2:UpdateOrganizationConfiguration',
      ],
      Resource: '*',
    },
  ],
};
