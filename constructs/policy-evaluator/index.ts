export type { AccessRequest } from './access-request';
export { checkPolicyDocument } from './check-policy-document';
export {
  type EffectivePolicies,
  type EvaluationOptions,
  evaluateAccess,
  type NamedPolicy,
  type PolicyLevel,
  type Verdict,
} from './evaluate-access';
export {
  evaluateIdentityPolicies,
  type IdentityDecision,
  type IdentityEvaluationOptions,
} from './evaluate-identity-policies';
export type { OrganizationAccounts } from './exemptions';
export * from './policy-document';
export { RCP_EXEMPT_ACTIONS, RCP_SERVICES } from './rcp-services';
export { matchesAction } from './wildcard';
