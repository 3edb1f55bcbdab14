import type { AuthorizationGuardrail } from '../guardrail';

/** Workloads use roles; disabling and deleting a key that still exists stays possible. */
export const denyIamUserAccessKeys: AuthorizationGuardrail = {
  id: 'deny-iam-user-access-keys',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny long-lived access keys', ko: '장기 자격 증명(액세스 키) 발급 금지' },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  criteria: ['2.5.1'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'iam:CreateAccessKey',
        'iam:CreateServiceSpecificCredential',
        'iam:ResetServiceSpecificCredential',
        'iam:UploadSSHPublicKey',
        'iam:UploadSigningCertificate',
      ],
      Resource: '*',
    },
  ],
};
