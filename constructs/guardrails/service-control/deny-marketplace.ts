import type { AuthorizationGuardrail } from '../guardrail';

/** Software of third parties enters through purchasing and its security review. */
export const denyMarketplace: AuthorizationGuardrail = {
  id: 'deny-marketplace',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny AWS Marketplace subscriptions', ko: 'AWS Marketplace 구독 금지' },
  source: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-iam-users-groups-policies.html',
  criteria: ['2.3.1', '2.10.2'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'aws-marketplace:AcceptAgreement*',
        'aws-marketplace:CancelAgreement*',
        'aws-marketplace:CreateAgreementRequest',
        'aws-marketplace:CreatePrivateMarketplaceRequests',
        'aws-marketplace:Subscribe',
        'aws-marketplace:Unsubscribe',
      ],
      Resource: '*',
    },
  ],
};
