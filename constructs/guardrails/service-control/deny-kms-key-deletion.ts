import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps keys, and so the data that they encrypt; a key policy that locks its own account out is as bad as a deletion. */
export const denyKmsKeyDeletion: AuthorizationGuardrail = {
  id: 'deny-kms-key-deletion',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny the deletion of KMS keys', ko: 'KMS 키 삭제 금지' },
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  criteria: ['2.7.2'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: ['kms:DeleteImportedKeyMaterial', 'kms:DisableKeyRotation', 'kms:ScheduleKeyDeletion'],
      Resource: '*',
    },
    {
      Sid: 'PolicyLockout',
      Effect: 'Deny',
      Action: ['kms:CreateKey', 'kms:PutKeyPolicy'],
      Resource: '*',
      Condition: { Bool: { 'kms:BypassPolicyLockoutSafetyCheck': 'true' } },
    },
  ],
};
