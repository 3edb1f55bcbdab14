import { type Duration, Token } from 'aws-cdk-lib';
import { CfnPermissionSet } from 'aws-cdk-lib/aws-sso';
import { Construct } from 'constructs';
import type { PolicyDocument } from '../policy-evaluator';
import {
  type CustomerManagedPolicyReference,
  checkPermissionSet,
  type PermissionSetBoundary,
} from './check-permission-set';
import { checkInstanceArn, checkPermissionSetArn } from './identifiers';

/** A permission set that can be granted. */
export interface IPermissionSet {
  /** Name: together with the group and the account it identifies an assignment. */
  readonly permissionSetName: string;
  readonly permissionSetArn: string;
}

/** A permission set that exists already. */
export interface PermissionSetAttributes {
  readonly permissionSetName: string;
  readonly permissionSetArn: string;
}

/** Settings of a new {@link PermissionSet}. */
export interface PermissionSetProps {
  /**
   * ARN of the IAM Identity Center instance.
   *
   * **CAUTION**: another one replaces the permission set.
   */
  readonly instanceArn: string;
  /**
   * 1 to 32 letters, digits and `_+=,.@-`.
   *
   * **CAUTION**: another name replaces the permission set, and with it every assignment.
   */
  readonly permissionSetName: string;
  /** What the set is for, 1 to 700 characters of Latin-1. @default - no description */
  readonly description?: string;
  /** ARNs of AWS managed policies; `awsManagedPolicyArn` makes them from names. @default - none */
  readonly managedPolicies?: string[];
  /** Policies that exist by name and path in every account the set is granted in. @default - none */
  readonly customerManagedPolicies?: CustomerManagedPolicyReference[];
  /** At most 10,240 bytes without white space. @default - no inline policy */
  readonly inlinePolicy?: PolicyDocument;
  /** @default - no boundary */
  readonly permissionsBoundary?: PermissionSetBoundary;
  /** One to twelve hours. @default - one hour, which is what AWS takes */
  readonly sessionDuration?: Duration;
  /** Page of the console that a session starts at. @default - the console's start page */
  readonly relayState?: string;
  /** @default - no tags */
  readonly tags?: Record<string, string>;
}

/**
 * What a group may do in an account: IAM Identity Center makes a role of it in every account it is granted in, and
 * provisions each of these roles anew when the set changes.
 *
 * Leaving the template deletes it, which AWS refuses while an assignment uses it: remove the assignments first.
 *
 * @throws if AWS would refuse the set; every problem is in the message
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sso-permissionset.html
 */
export class PermissionSet extends Construct implements IPermissionSet {
  /**
   * Refers to a permission set that exists already.
   *
   * @throws if the ARN is not that of a permission set
   */
  static fromPermissionSetArn(scope: Construct, id: string, attributes: PermissionSetAttributes): IPermissionSet {
    checkPermissionSetArn(attributes.permissionSetArn);
    class Import extends Construct implements IPermissionSet {
      readonly permissionSetName = attributes.permissionSetName;
      readonly permissionSetArn = attributes.permissionSetArn;
    }
    return new Import(scope, id);
  }

  readonly permissionSetName: string;
  readonly permissionSetArn: string;

  constructor(scope: Construct, id: string, props: PermissionSetProps) {
    super(scope, id);
    const { instanceArn, permissionSetName, description, relayState, tags, inlinePolicy, sessionDuration } = props;
    const { managedPolicies = [], customerManagedPolicies = [], permissionsBoundary } = props;
    checkInstanceArn(instanceArn);
    const problems = checkPermissionSet({
      name: permissionSetName,
      description,
      managedPolicies: managedPolicies.filter((arn) => !Token.isUnresolved(arn)),
      customerManagedPolicies,
      inlinePolicy: Token.isUnresolved(inlinePolicy) ? undefined : inlinePolicy,
      permissionsBoundary,
      sessionMinutes: sessionDuration?.toMinutes({ integral: false }),
      relayState,
      tags,
    });
    if (problems.length > 0) {
      throw new Error(`permission set ${JSON.stringify(permissionSetName)}: ${problems.join('; ')}`);
    }

    const resource = new CfnPermissionSet(this, 'Resource', {
      instanceArn,
      name: permissionSetName,
      ...(description !== undefined && { description }),
      ...(managedPolicies.length > 0 && { managedPolicies }),
      ...(customerManagedPolicies.length > 0 && {
        customerManagedPolicyReferences: customerManagedPolicies.map(reference),
      }),
      ...(inlinePolicy !== undefined && { inlinePolicy }),
      ...(permissionsBoundary !== undefined && { permissionsBoundary: boundary(permissionsBoundary) }),
      ...(sessionDuration !== undefined && { sessionDuration: sessionDuration.toIsoString() }),
      ...(relayState !== undefined && { relayStateType: relayState }),
      ...(tags !== undefined && { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) }),
    });
    this.permissionSetName = permissionSetName;
    this.permissionSetArn = resource.attrPermissionSetArn;
  }
}

function reference({ name, path = '/' }: CustomerManagedPolicyReference): { name: string; path: string } {
  return { name, path };
}

function boundary({
  managedPolicy,
  customerManagedPolicy,
}: PermissionSetBoundary): CfnPermissionSet.PermissionsBoundaryProperty {
  return customerManagedPolicy
    ? { customerManagedPolicyReference: reference(customerManagedPolicy) }
    : { managedPolicyArn: managedPolicy };
}
