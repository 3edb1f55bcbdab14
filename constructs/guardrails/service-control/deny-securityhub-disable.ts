import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps security findings and standards on. */
export const denySecurityhubDisable: AuthorizationGuardrail = {
  id: 'deny-securityhub-disable',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect AWS Security Hub', ko: 'AWS Security Hub 비활성화 금지' },
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecurityhub.html',
  criteria: ['2.10.1', '2.11.3'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'securityhub:BatchDisableStandards',
        'securityhub:BatchUpdateStandardsControlAssociations',
        'securityhub:DeleteAggregatorV2',
        'securityhub:DeleteConfigurationPolicy',
        'securityhub:DeleteFindingAggregator',
        'securityhub:DeleteMembers',
        'securityhub:DisableImportFindingsForProduct',
        'securityhub:DisableSecurityHub*',
        'securityhub:Disassociate*',
        'securityhub:StartConfigurationPolicyDisassociation',
        'securityhub:UpdateFindingAggregator',
        'securityhub:UpdateOrganizationConfiguration',
        'securityhub:UpdateStandardsControl',
      ],
      Resource: '*',
    },
  ],
};
