import type { AuthorizationGuardrail } from '../guardrail';

/**
 * Keeps every account under the organization's guardrails. A member that accepts an invitation goes to the other
 * organization without leaving first, so accepting is denied too.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_accept-decline-invite.html
 */
export const denyLeaveOrg: AuthorizationGuardrail = {
  id: 'deny-leave-org',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Deny leaving the organization', ko: '조직 탈퇴 금지' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  criteria: ['1.2.1', '2.10.2'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: ['organizations:AcceptHandshake', 'organizations:LeaveOrganization'],
      Resource: '*',
    },
  ],
};
