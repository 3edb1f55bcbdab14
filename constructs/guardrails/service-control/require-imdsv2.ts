import type { PolicyStatement } from '../../policy-evaluator';
import type { AuthorizationGuardrail } from '../guardrail';

const OLD_CREDENTIALS: PolicyStatement = {
  Sid: 'Credentials',
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { NumericLessThan: { 'ec2:RoleDelivery': '2.0' } },
};

/**
 * Instances hand out credentials through IMDSv2 only: at launch, by a later change, and when a role's credentials are used.
 *
 * **CAUTION** a launch must ask for IMDSv2 itself (launch template `HttpTokens: required`); the account's default does not count.
 */
export const requireImdsv2: AuthorizationGuardrail = {
  id: 'require-imdsv2',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Require IMDSv2', ko: 'IMDSv2 사용 필수' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_ec2.html',
  criteria: ['2.6.2', '2.10.2'],
  parameters: {
    denyOldCredentials: {
      type: 'boolean',
      description: {
        en: 'Whether credentials that an instance got through IMDSv1 are refused. Turn it off while old instances are replaced.',
        ko: 'IMDSv1로 발급된 인스턴스 자격 증명의 사용 거부 여부. 기존 인스턴스를 교체하는 동안만 해제한다.',
      },
      defaultValue: true,
    },
  },
  statements: ({ partition }, { denyOldCredentials }) => [
    {
      Sid: 'Launch',
      Effect: 'Deny',
      Action: 'ec2:RunInstances',
      Resource: `arn:${partition}:ec2:*:*:instance/*`,
      Condition: { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } },
    },
    {
      Sid: 'Change',
      Effect: 'Deny',
      Action: 'ec2:ModifyInstanceMetadataOptions',
      Resource: '*',
      Condition: { StringEquals: { 'ec2:Attribute/HttpTokens': 'optional' } },
    },
    ...(denyOldCredentials === true ? [OLD_CREDENTIALS] : []),
  ],
};
