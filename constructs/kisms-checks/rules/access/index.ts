import type { KismsRule } from '../../rule';
import { administratorWithoutBoundary } from './administrator-without-boundary';
import { iamAccessKeyCreated } from './iam-access-key-created';
import { iamUserCreated } from './iam-user-created';
import { iamUserPassword } from './iam-user-password';
import { identityCenterUserAssignment } from './identity-center-user-assignment';
import { lambdaPermissionSource } from './lambda-permission-source';
import { privilegedPermissionSetSession } from './privileged-permission-set-session';
import { privilegedRoleSession } from './privileged-role-session';
import { resourcePolicyAnyPrincipal } from './resource-policy-any-principal';
import { resourcePolicyExternalAccount } from './resource-policy-external-account';
import { roleTrustAnyPrincipal } from './role-trust-any-principal';
import { roleTrustExternalAccount } from './role-trust-external-account';
import { roleTrustOidcSubject } from './role-trust-oidc-subject';

/** Rules on identities and resource policies. */
export const ACCESS_RULES: readonly KismsRule[] = [
  administratorWithoutBoundary,
  iamAccessKeyCreated,
  iamUserCreated,
  iamUserPassword,
  identityCenterUserAssignment,
  lambdaPermissionSource,
  privilegedPermissionSetSession,
  privilegedRoleSession,
  resourcePolicyAnyPrincipal,
  resourcePolicyExternalAccount,
  roleTrustAnyPrincipal,
  roleTrustExternalAccount,
  roleTrustOidcSubject,
];
