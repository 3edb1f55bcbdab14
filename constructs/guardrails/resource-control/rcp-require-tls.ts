import type { AuthorizationGuardrail } from '../guardrail';

/** Data travels encrypted, to every bucket, queue, key and secret. */
export const rcpRequireTls: AuthorizationGuardrail = {
  id: 'rcp-require-tls',
  policyType: 'RESOURCE_CONTROL_POLICY',
  title: { en: 'Require TLS', ko: 'TLS 전송 암호화 필수' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html',
  criteria: ['2.7.1', '2.10.5'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: ['kms:*', 's3:*', 'secretsmanager:*', 'sqs:*', 'sts:*'],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
    },
  ],
};
