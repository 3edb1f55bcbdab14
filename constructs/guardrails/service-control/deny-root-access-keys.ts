import type { AuthorizationGuardrail } from '../guardrail';

/** The root user never gets access keys, not even where the root user itself is still allowed. */
export const denyRootAccessKeys: AuthorizationGuardrail = {
  id: 'deny-root-access-keys',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny access keys of the root user', ko: '루트 사용자 액세스 키 생성 금지' },
  source:
    'https://docs.aws.amazon.com/controltower/latest/controlreference/strongly-recommended-preventive-controls.html',
  criteria: ['2.5.1', '2.5.5'],
  statements: ({ partition }) => [
    {
      Effect: 'Deny',
      Action: 'iam:CreateAccessKey',
      Resource: '*',
      Condition: { ArnLike: { 'aws:PrincipalArn': `arn:${partition}:iam::*:root` } },
    },
  ],
};
