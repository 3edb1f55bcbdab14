import type { AuthorizationGuardrail } from '../guardrail';

/**
 * A provider that many companies share (GitHub Actions, GitLab) opens roles only for the organization's own repositories.
 *
 * Roles of the exempt names are left to their own trust policy, as the caller has no role yet that could be exempt.
 *
 * @see https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/resource_control_policies
 */
export const rcpOidcTenants: AuthorizationGuardrail = {
  id: 'rcp-oidc-tenants',
  policyType: 'RESOURCE_CONTROL_POLICY',
  title: { en: 'Restrict OIDC federation to own repositories', ko: 'OIDC 페더레이션을 자사 저장소로 제한' },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html',
  criteria: ['2.5.1', '2.8.5', '2.10.2'],
  parameters: {
    provider: {
      type: 'string',
      description: { en: 'Host (and path) of the shared OIDC provider.', ko: '공용 OIDC 공급자의 호스트(및 경로).' },
      pattern: '^[a-z0-9][a-z0-9.-]+(?:/[\\w./-]+)?$',
      defaultValue: 'token.actions.githubusercontent.com',
    },
    subjects: {
      type: 'string-list',
      description: {
        en: 'Patterns of the `sub` claim that are ours, for example `repo:example-org/*`.',
        ko: '자사 `sub` 클레임 패턴. 예: `repo:example-org/*`.',
      },
      pattern: '^[^*?].{2,}$',
    },
  },
  statements: (_, { provider, subjects }) => [
    {
      Effect: 'Deny',
      Action: 'sts:AssumeRoleWithWebIdentity',
      Resource: '*',
      Condition: {
        Null: { [`${provider}:sub`]: 'false' },
        StringNotLike: { [`${provider}:sub`]: subjects as string[] },
      },
    },
  ],
};
