import type { PolicyDocument } from '../../constructs';
import type { CustomerManagedPolicyRow, PermissionSetRow } from '../model/identity-center-model';
import { type ManagedPolicies, managedPolicyName } from './managed-policies';

/** An identity policy, by the name that an answer calls it. */
export interface NamedIdentityPolicy {
  readonly name: string;
  /** ARN of an AWS managed policy. @default - not one of AWS */
  readonly arn?: string;
  /** @default - the content is not known here */
  readonly document?: PolicyDocument;
}

/** What decides what a permission set allows. */
export interface SetPolicies {
  /** Policies that grant and deny: managed, customer managed and inline, exceptions among them. */
  readonly identity: readonly NamedIdentityPolicy[];
  /** What the set can do at most. @default - no boundary */
  readonly boundary?: NamedIdentityPolicy;
}

/**
 * The policies of a permission set with their content.
 *
 * @param set - the permission set
 * @param declared - the customer managed policies of the config
 * @param managed - content of AWS managed policies
 */
export function policiesOfSet(
  set: PermissionSetRow,
  declared: readonly CustomerManagedPolicyRow[],
  managed: ManagedPolicies,
): SetPolicies {
  const ofAws = (arn: string): NamedIdentityPolicy => ({ name: managedPolicyName(arn), arn, document: managed(arn) });
  const own = ({ name, path }: { readonly name: string; readonly path: string }): NamedIdentityPolicy => ({
    name: `${path}${name}`,
    document: declared.find((policy) => policy.name === name && policy.path === path)?.content,
  });
  const { permissionsBoundary: boundary } = set;
  return {
    identity: [
      ...(set.inlinePolicy === undefined ? [] : [{ name: 'inlinePolicy', document: set.inlinePolicy }]),
      ...set.customerManagedPolicies.map(own),
      ...set.managedPolicies.map(ofAws),
    ],
    ...(boundary && {
      boundary: 'managedPolicy' in boundary ? ofAws(boundary.managedPolicy) : own(boundary.customerManagedPolicy),
    }),
  };
}
