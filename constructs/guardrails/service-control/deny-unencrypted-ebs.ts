import type { AuthorizationGuardrail } from '../guardrail';

/** Every volume is encrypted, whether it is created alone or with an instance. */
export const denyUnencryptedEbs: AuthorizationGuardrail = {
  id: 'deny-unencrypted-ebs',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Require encryption of EBS volumes', ko: 'EBS 볼륨 암호화 필수' },
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html',
  criteria: ['2.7.1'],
  statements: ({ partition }) => [
    {
      Effect: 'Deny',
      Action: ['ec2:CreateVolume', 'ec2:RunInstances'],
      Resource: `arn:${partition}:ec2:*:*:volume/*`,
      Condition: { Bool: { 'ec2:Encrypted': 'false' } },
    },
  ],
};
