import type { AuthorizationGuardrail } from '../guardrail';

/** AWS reaches the security team in an incident, and no Region opens unnoticed. */
export const denyAccountChange: AuthorizationGuardrail = {
  id: 'deny-account-change',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny changes of account contacts, Regions and billing', ko: '계정 연락처·리전·결제 정보 변경 금지' },
  source: 'https://docs.aws.amazon.com/accounts/latest/reference/using-orgs.html',
  criteria: ['2.10.2', '2.11.1', '3.3.4'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'account:AcceptPrimaryEmailUpdate',
        'account:CloseAccount',
        'account:DeleteAlternateContact',
        'account:DisableRegion',
        'account:EnableRegion',
        'account:PutAccountName',
        'account:PutAlternateContact',
        'account:PutContactInformation',
        'account:StartPrimaryEmailUpdate',
        'billing:PutContractInformation',
        'billing:UpdateBillingPreferences',
        'billing:UpdateIAMAccessPreference',
        'payments:CreatePaymentInstrument',
        'payments:DeletePaymentInstrument',
        'payments:UpdatePayment*',
      ],
      Resource: '*',
    },
  ],
};
