import type { AuthorizationGuardrail } from '../guardrail';
import { EXEMPT_TAG_KEYS, TRUSTED_ACCOUNT_IDS, tagExemptions } from './trusted-outsiders';

const ACTIONS: Record<string, string[]> = {
  kms: ['kms:*'],
  s3: ['s3:*'],
  secretsmanager: ['secretsmanager:*'],
  sqs: ['sqs:*'],
  // Federated callers have no organization; `rcp-oidc-tenants` and the identity provider guardrail cover them.
  sts: ['sts:AssumeRole', 'sts:SetContext'],
};

/**
 * Only principals of the organization and AWS services reach its data, whatever a resource policy says.
 *
 * @see https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/resource_control_policies
 */
export const rcpRestrictToOrg: AuthorizationGuardrail = {
  id: 'rcp-restrict-to-org',
  policyType: 'RESOURCE_CONTROL_POLICY',
  title: { en: 'Restrict access to the organization', ko: '조직 외부 주체의 접근 차단' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html',
  criteria: ['2.3.1', '2.3.4', '2.8.4', '2.10.2', '3.3.4'],
  parameters: {
    services: {
      type: 'string-list',
      description: { en: 'Services whose resources are protected.', ko: '보호할 서비스.' },
      allowedValues: Object.keys(ACTIONS),
      defaultValue: Object.keys(ACTIONS),
    },
    trustedAccountIds: TRUSTED_ACCOUNT_IDS,
    exemptTagKeys: EXEMPT_TAG_KEYS,
  },
  statements: ({ organizationId }, { services, trustedAccountIds, exemptTagKeys }) => [
    {
      Effect: 'Deny',
      Action: (services as string[]).flatMap((service) => ACTIONS[service] ?? []),
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: {
          'aws:PrincipalOrgID': organizationId,
          ...((trustedAccountIds as string[]).length > 0 && { 'aws:PrincipalAccount': trustedAccountIds as string[] }),
          ...tagExemptions(exemptTagKeys as string[]),
        },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    },
  ],
};
