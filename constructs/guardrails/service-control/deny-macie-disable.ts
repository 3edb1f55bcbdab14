import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps the discovery of personal data on. */
export const denyMacieDisable: AuthorizationGuardrail = {
  id: 'deny-macie-disable',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect Amazon Macie', ko: 'Amazon Macie 비활성화 금지' },
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmacie.html',
  criteria: ['3.2.1'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'macie2:DeleteMember',
        'macie2:DisableMacie',
        'macie2:DisassociateFrom*',
        'macie2:DisassociateMember',
        'macie2:UpdateAutomatedDiscoveryConfiguration',
        'macie2:UpdateClassificationJob',
        'macie2:UpdateMacieSession',
        'macie2:UpdateMemberSession',
        'macie2:UpdateOrganizationConfiguration',
      ],
      Resource: '*',
    },
  ],
};
