import type { PermissionSetPreset } from '../permission-set-preset';

/** Pays and watches the bill, and nothing else. */
export const billing: PermissionSetPreset = {
  id: 'billing',
  title: { en: 'Billing', ko: '비용 관리' },
  description: 'Bills, payments, budgets and cost reports; no workloads',
  managedPolicies: ['job-function/Billing'],
  statements: [
    {
      Sid: 'KeepBillingAccessOfOthers',
      Effect: 'Deny',
      Action: ['billing:UpdateIAMAccessPreference'],
      Resource: '*',
    },
  ],
  sessionDuration: 'PT8H',
  privilege: 'billing',
  criteria: ['2.2.2', '2.5.1'],
  source: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/Billing.html',
};
