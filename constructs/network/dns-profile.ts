import { Token } from 'aws-cdk-lib';
import {
  CfnProfile,
  CfnProfileAssociation,
  CfnProfileResourceAssociation,
  type CfnProfileResourceAssociationProps,
} from 'aws-cdk-lib/aws-route53profiles';
import { Construct } from 'constructs';
import { shareWithOrganizationalUnits } from './organizational-unit-share';
import { requireUnique } from './require-unique';
import { checkResolverName } from './resolver-name';

/** Something of DNS that every VPC of a profile gets. */
export interface DnsProfileResource {
  /**
   * 1 to 64 letters, digits, spaces, hyphens and underscores, unique in the profile.
   *
   * **CAUTION**: another name replaces the association: for a moment VPCs have it twice, or not yet.
   */
  readonly name: string;
  /**
   * ARN of a private hosted zone, a Resolver rule, a DNS Firewall rule group, a query logging configuration or an
   * interface endpoint of the account that owns the profile.
   */
  readonly resourceArn: string;
  /** Order of DNS Firewall rule groups, 101 to 9,899; only these need one. @default - it is no rule group */
  readonly priority?: number;
}

/** Settings of a {@link DnsProfile}. */
export interface DnsProfileProps {
  /** 1 to 64 letters, digits, spaces, hyphens and underscores. **CAUTION**: another name replaces the profile. */
  readonly profileName: string;
  /** What every VPC gets. @default - nothing yet */
  readonly resources?: DnsProfileResource[];
  /** OUs whose accounts may associate VPCs. @default - only the account itself */
  readonly organizationalUnitArns?: string[];
}

/** Settings of a {@link DnsProfileAssociation}. */
export interface DnsProfileAssociationProps {
  /** 1 to 64 letters, digits, spaces, hyphens and underscores. **CAUTION**: another name replaces the association. */
  readonly name: string;
  /** Profile, own or shared. */
  readonly profileId: string;
  /** VPC of the same account and Region; one that has a profile already needs priorities, which are not set here. */
  readonly vpcId: string;
}

/**
 * DNS that is the same in every VPC of an organization: one Route 53 Profile, shared with AWS RAM. What it carries needs no
 * share of its own, and accounts that it is shared with can associate VPCs with it but not change it.
 *
 * Of the same domain, a VPC's own zone or rule counts before that of the profile; a more specific domain counts before both.
 *
 * @throws Error when a name, an ARN or a priority is not acceptable, or a name is given twice
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profiles.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/sharing-profiles.html
 */
export class DnsProfile extends Construct {
  readonly profileId: string;
  readonly profileArn: string;

  constructor(scope: Construct, id: string, props: DnsProfileProps) {
    super(scope, id);
    const { profileName, resources = [], organizationalUnitArns = [] } = props;
    checkResolverName('profileName', profileName);
    checkResources(resources);

    const profile = new CfnProfile(this, 'Resource', { name: profileName });
    this.profileId = profile.attrId;
    this.profileArn = profile.attrArn;
    for (const resource of resources) {
      new CfnProfileResourceAssociation(this, `Resource-${resource.name}`, associationOf(profile.attrId, resource));
    }
    // No permission is named, so AWS RAM grants the least: to associate VPCs, and to read.
    shareWithOrganizationalUnits(this, 'Share', {
      name: profileName,
      resourceArn: profile.attrArn,
      organizationalUnitArns,
    });
  }
}

/**
 * Gives one VPC the DNS of a profile; it belongs in the account that owns the VPC.
 *
 * @throws Error when the name is not acceptable
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53profiles_AssociateProfile.html
 */
export class DnsProfileAssociation extends Construct {
  constructor(scope: Construct, id: string, props: DnsProfileAssociationProps) {
    super(scope, id);
    const { name, profileId, vpcId } = props;
    checkResolverName('name', name);
    new CfnProfileAssociation(this, 'Resource', { name, profileId, resourceId: vpcId });
  }
}

function associationOf(
  profileId: string,
  { name, resourceArn, priority }: DnsProfileResource,
): CfnProfileResourceAssociationProps {
  return {
    name,
    profileId,
    resourceArn,
    ...(priority !== undefined && { resourceProperties: JSON.stringify({ priority }) }),
  };
}

function checkResources(resources: DnsProfileResource[]): void {
  requireUnique(
    'resources',
    resources.map(({ name }) => name),
  );
  for (const { name, resourceArn, priority } of resources) {
    checkResolverName('resources.name', name);
    if (priority === undefined && !Token.isUnresolved(resourceArn) && resourceArn.includes(':firewall-rule-group/')) {
      throw new Error(`'priority' of ${JSON.stringify(name)} is missing: a DNS Firewall rule group needs 101 to 9899`);
    }
    if (priority === undefined || (Number.isInteger(priority) && priority > 100 && priority < 9900)) continue;
    throw new Error(`'priority' of ${JSON.stringify(name)} must be 101 to 9899, got ${priority}`);
  }
}
