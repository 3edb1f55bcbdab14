import type { AuthorizationGuardrail } from '../guardrail';
import { EXEMPT_TAG_KEYS, TRUSTED_ACCOUNT_IDS, tagExemptions } from './trusted-outsiders';

/**
 * An AWS service reaches the organization's data only on behalf of the organization's own resources.
 *
 * @see https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/resource_control_policies
 */
export const rcpConfusedDeputy: AuthorizationGuardrail = {
  id: 'rcp-confused-deputy',
  policyType: 'RESOURCE_CONTROL_POLICY',
  title: { en: 'Prevent the cross-service confused deputy', ko: '서비스 간 혼동된 대리자 방지' },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  criteria: ['2.3.1', '2.10.2'],
  parameters: { trustedAccountIds: TRUSTED_ACCOUNT_IDS, exemptTagKeys: EXEMPT_TAG_KEYS },
  statements: ({ organizationId }, { trustedAccountIds, exemptTagKeys }) => [
    {
      Effect: 'Deny',
      Action: ['kms:*', 's3:*', 'secretsmanager:*', 'sqs:*', 'sts:*'],
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: {
          'aws:SourceOrgID': organizationId,
          ...((trustedAccountIds as string[]).length > 0 && { 'aws:SourceAccount': trustedAccountIds as string[] }),
          ...tagExemptions(exemptTagKeys as string[]),
        },
        // Only where the service says for whom it calls; an account without an organization has no source organization.
        Null: { 'aws:SourceAccount': 'false' },
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
      },
    },
  ],
};
