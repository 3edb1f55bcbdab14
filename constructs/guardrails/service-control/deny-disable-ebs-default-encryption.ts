import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps new volumes encrypted even where nobody asked for it. */
export const denyDisableEbsDefaultEncryption: AuthorizationGuardrail = {
  id: 'deny-disable-ebs-default-encryption',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect EBS encryption by default', ko: 'EBS 기본 암호화 해제 금지' },
  source: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
  criteria: ['2.7.1'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: ['ec2:DisableEbsEncryptionByDefault', 'ec2:ModifyEbsDefaultKmsKeyId', 'ec2:ResetEbsDefaultKmsKeyId'],
      Resource: '*',
    },
  ],
};
