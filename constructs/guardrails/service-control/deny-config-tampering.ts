import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps the recorder, its delivery and the rules that detect violations. */
export const denyConfigTampering: AuthorizationGuardrail = {
  id: 'deny-config-tampering',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect AWS Config', ko: 'AWS Config 변조 금지' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_config.html',
  criteria: ['2.9.1', '2.10.2'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'config:DeleteAggregationAuthorization',
        'config:DeleteConfigRule',
        'config:DeleteConfigurationAggregator',
        'config:DeleteConfigurationRecorder',
        'config:DeleteConformancePack',
        'config:DeleteDeliveryChannel',
        'config:DeleteOrganization*',
        'config:DeleteRetentionConfiguration',
        'config:DeleteServiceLinkedConfigurationRecorder',
        'config:DisassociateResourceTypes',
        'config:PutConfigurationRecorder',
        'config:PutDeliveryChannel',
        'config:PutRetentionConfiguration',
        'config:StopConfigurationRecorder',
      ],
      Resource: '*',
    },
  ],
};
