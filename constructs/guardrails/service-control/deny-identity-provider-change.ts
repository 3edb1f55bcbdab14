import type { AuthorizationGuardrail } from '../guardrail';

/** A federation of somebody else's directory or certificate authority is a way around every account review. */
export const denyIdentityProviderChange: AuthorizationGuardrail = {
  id: 'deny-identity-provider-change',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny changes of identity providers', ko: '자격 증명 공급자(SAML·OIDC) 변경 금지' },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html',
  criteria: ['2.5.1', '2.5.3', '2.6.6'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'iam:AddClientIDToOpenIDConnectProvider',
        'iam:CreateOpenIDConnectProvider',
        'iam:CreateSAMLProvider',
        'iam:DeleteOpenIDConnectProvider',
        'iam:DeleteSAMLProvider',
        'iam:UpdateOpenIDConnectProviderThumbprint',
        'iam:UpdateSAMLProvider',
        'rolesanywhere:CreateTrustAnchor',
        'rolesanywhere:EnableTrustAnchor',
        'rolesanywhere:UpdateTrustAnchor',
      ],
      Resource: '*',
    },
  ],
};
