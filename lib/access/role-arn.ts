/** Digits that end the name of a role of Identity Center. AWS chooses them, so that nobody can know them beforehand. */
const SUFFIX = '0'.repeat(16);

/** What decides the ARN of the role that a permission set becomes in an account. */
export interface ReservedRole {
  readonly partition: string;
  readonly accountId: string;
  /** Region of the Identity Center instance. */
  readonly region: string;
  readonly permissionSet: string;
}

/**
 * ARN of the role that a permission set becomes in an account, with a suffix of zeros. The path names the Region of the
 * instance, except for `us-east-1`.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function reservedRoleArn({ partition, accountId, region, permissionSet }: ReservedRole): string {
  const path = ['aws-reserved', 'sso.amazonaws.com', ...(region === 'us-east-1' ? [] : [region])].join('/');
  return `arn:${partition}:iam::${accountId}:role/${path}/AWSReservedSSO_${permissionSet}_${SUFFIX}`;
}
