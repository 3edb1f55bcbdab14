import { Token } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { Construct } from 'constructs';
import { checkPolicyContent } from './check-policy';
import type { PolicyType } from './policy-type';
import { cfnTags } from './tags';

/** Settings of an {@link OrganizationPolicy}. */
export interface OrganizationPolicyProps {
  /** Name, unique among the organization's policies of the type; 1 to 128 characters. */
  readonly policyName: string;
  /**
   * Type of the policy; it must be enabled for the organization.
   *
   * **CAUTION**: another type replaces the policy.
   */
  readonly type: PolicyType;
  /** The policy as an object, never as a string: CloudFormation finds no drift in a string. */
  readonly content: Record<string, unknown>;
  /** Root, OU and account ids that carry the policy. @default - the policy is attached to nothing */
  readonly targetIds?: string[];
  /** At most 512 characters. @default - no description */
  readonly description?: string;
  /** @default - no tags */
  readonly tags?: Record<string, string>;
}

const TARGET_ID = /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})$/;

/**
 * An organization policy of any type: service and resource control, declarative, tag, backup, AI opt-out and the rest.
 *
 * Leaving the template deletes it, so that what the config no longer says no longer holds.
 *
 * @throws if the name, the description or a target is malformed, or the content breaks the grammar or the size limit of its type
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-organizations-policy.html
 */
export class OrganizationPolicy extends Construct {
  /** `p-…`. */
  readonly policyId: string;

  constructor(scope: Construct, id: string, props: OrganizationPolicyProps) {
    super(scope, id);
    if (!Token.isUnresolved(props.policyName) && !/^[\u0020-\u007E]{1,128}$/.test(props.policyName)) {
      throw new Error(`'policyName' must be 1 to 128 ASCII characters, got ${JSON.stringify(props.policyName)}`);
    }
    if ((props.description?.length ?? 0) > 512) {
      throw new Error(`'description' of policy ${JSON.stringify(props.policyName)} must have at most 512 characters`);
    }
    const badTarget = props.targetIds?.find((target) => !Token.isUnresolved(target) && !TARGET_ID.test(target));
    if (badTarget !== undefined) {
      throw new Error(
        `'targetIds' of policy ${JSON.stringify(props.policyName)} must be ids of roots, OUs or accounts, got ${JSON.stringify(badTarget)}; take them from the AWS Organizations console`,
      );
    }
    const problems = checkPolicyContent(props.type, props.content);
    if (problems.length > 0)
      throw new Error(`'content' of policy ${JSON.stringify(props.policyName)}: ${problems.join('; ')}`);
    const resource = new CfnPolicy(this, 'Resource', {
      name: props.policyName,
      type: props.type,
      content: props.content,
      ...(props.targetIds !== undefined && { targetIds: props.targetIds }),
      ...(props.description !== undefined && { description: props.description }),
      ...(props.tags !== undefined && { tags: cfnTags(props.tags) }),
    });
    this.policyId = resource.attrId;
  }
}
