import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps the audit trail running and complete. */
export const denyCloudtrailTampering: AuthorizationGuardrail = {
  id: 'deny-cloudtrail-tampering',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect AWS CloudTrail', ko: 'AWS CloudTrail 변조 금지' },
  source: 'https://docs.aws.amazon.com/controltower/latest/controlreference/mandatory-controls.html',
  criteria: ['2.3.3', '2.9.4', '2.10.2'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'cloudtrail:DeleteChannel',
        'cloudtrail:DeleteEventDataStore',
        'cloudtrail:DeleteTrail',
        'cloudtrail:DeregisterOrganizationDelegatedAdmin',
        'cloudtrail:PutEventConfiguration',
        'cloudtrail:PutEventSelectors',
        'cloudtrail:PutInsightSelectors',
        'cloudtrail:StopEventDataStoreIngestion',
        'cloudtrail:StopLogging',
        'cloudtrail:UpdateChannel',
        'cloudtrail:UpdateEventDataStore',
        'cloudtrail:UpdateTrail',
      ],
      Resource: '*',
    },
  ],
};
