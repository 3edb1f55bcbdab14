import type { AuthorizationGuardrail } from '../guardrail';

/** Every file system is encrypted; encryption cannot be switched on later. */
export const denyUnencryptedEfs: AuthorizationGuardrail = {
  id: 'deny-unencrypted-efs',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Require encryption of EFS file systems', ko: 'EFS 파일 시스템 암호화 필수' },
  source: 'https://docs.aws.amazon.com/efs/latest/ug/security_iam_id-based-policy-examples.html',
  criteria: ['2.7.1'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: 'elasticfilesystem:CreateFileSystem',
      Resource: '*',
      Condition: { Bool: { 'elasticfilesystem:Encrypted': 'false' } },
    },
  ],
};
