import type { AuthorizationGuardrail } from '../guardrail';

/** People come through IAM Identity Center, so that a leaver loses access everywhere at once. */
export const denyIamUserCreation: AuthorizationGuardrail = {
  id: 'deny-iam-user-creation',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny IAM users', ko: 'IAM 사용자 생성 금지' },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  criteria: ['2.2.5', '2.5.1', '2.5.2'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'iam:AddUserToGroup',
        'iam:AttachUserPolicy',
        'iam:CreateLoginProfile',
        'iam:CreateUser',
        'iam:PutUserPolicy',
        'iam:UpdateLoginProfile',
      ],
      Resource: '*',
    },
  ],
};
