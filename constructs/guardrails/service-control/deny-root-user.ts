import type { AuthorizationGuardrail } from '../guardrail';

/** Nobody works as the root user of a member account. */
export const denyRootUser: AuthorizationGuardrail = {
  id: 'deny-root-user',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny actions of the root user', ko: '루트 사용자 작업 금지' },
  source:
    'https://docs.aws.amazon.com/controltower/latest/controlreference/strongly-recommended-preventive-controls.html',
  criteria: ['2.5.2', '2.5.3', '2.5.5', '2.10.2'],
  parameters: {
    allowCentralRootAccess: {
      type: 'boolean',
      description: {
        en: 'Whether short root sessions that the management account opens (sts:AssumeRoot) still work. They are the only way to unlock a bucket or queue whose policy denies everybody.',
        ko: '관리 계정이 여는 단기 루트 세션(sts:AssumeRoot)의 허용 여부. 모두를 거부하는 버킷·대기열 정책을 푸는 유일한 방법이다.',
      },
      defaultValue: true,
    },
  },
  statements: ({ partition }, { allowCentralRootAccess }) => [
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: {
        ArnLike: { 'aws:PrincipalArn': `arn:${partition}:iam::*:root` },
        // The key is present only in sessions of sts:AssumeRoot.
        ...(allowCentralRootAccess === true && { Null: { 'aws:AssumedRoot': 'true' } }),
      },
    },
  ],
};
