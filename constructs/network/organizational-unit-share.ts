import { Token } from 'aws-cdk-lib';
import { CfnResourceShare } from 'aws-cdk-lib/aws-ram';
import type { Construct } from 'constructs';
import { checkOrganizationalUnitArns } from './check-hub-props';

/** What {@link shareWithOrganizationalUnits} shares. */
export interface OrganizationalUnitShareOptions {
  /** Name of the share, as people see it in AWS RAM. */
  readonly name: string;
  readonly resourceArn: string;
  /** With nobody when empty. */
  readonly organizationalUnitArns: string[];
}

/**
 * Shares a resource with OUs and with nobody outside the organization; OUs come and go without replacing the share.
 *
 * Sharing with OUs must be enabled for the organization once (`ram:EnableSharingWithAwsOrganization`).
 *
 * @throws Error when an ARN is not that of an organizational unit
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ram-resourceshare.html
 */
export function shareWithOrganizationalUnits(
  scope: Construct,
  id: string,
  { name, resourceArn, organizationalUnitArns }: OrganizationalUnitShareOptions,
): void {
  if (organizationalUnitArns.length === 0) return;
  checkOrganizationalUnitArns(organizationalUnitArns);
  const principals = Token.isUnresolved(organizationalUnitArns)
    ? organizationalUnitArns
    : [...new Set(organizationalUnitArns)].sort();
  new CfnResourceShare(scope, id, { name, resourceArns: [resourceArn], principals, allowExternalPrincipals: false });
}
