/** What a packet meets on its way, read from the synthesized templates. */
export interface NetworkGraph {
  readonly vpcs: readonly VpcNode[];
  readonly attachments: readonly AttachmentNode[];
  readonly routeTables: readonly TransitRouteTable[];
}

/** A VPC with its subnets. */
export interface VpcNode {
  readonly name: string;
  readonly account: string;
  /** Blocks; for one from an IPAM pool a block of that pool stands for the real one. */
  readonly cidrs: readonly string[];
  readonly subnets: readonly SubnetNode[];
}

/** A subnet and the route table that it uses. */
export interface SubnetNode {
  /** Tier, or `attachment` for the subnets of the transit gateway attachment. */
  readonly tier: string;
  readonly zone: string;
  readonly cidr: string;
  readonly routes: readonly SubnetRoute[];
  /** Rules in the order in which they count; what none names is denied. @default - everything is allowed */
  readonly networkAcl?: readonly AclEntry[];
}

/** A route of a VPC route table; the local route of the VPC's own blocks is implied. */
export interface SubnetRoute {
  readonly cidr: string;
  readonly target: 'transit-gateway' | 'internet-gateway' | 'nat-gateway';
  /** Zone of the NAT gateway. @default - the target is no NAT gateway */
  readonly zone?: string;
}

/** A rule of a network ACL. */
export interface AclEntry {
  readonly egress: boolean;
  readonly allow: boolean;
  /** IANA number, -1 for every protocol. */
  readonly protocol: number;
  readonly cidr: string;
  /** First and last port. @default - every port */
  readonly ports?: readonly [from: number, to: number];
}

/** An attachment of the transit gateway. */
export interface AttachmentNode {
  /** That of the VPC, firewall or site. */
  readonly name: string;
  readonly kind: 'vpc' | 'firewall' | 'site';
  /** Blocks on its other side; those of a VPC, or of a site. A firewall has none. */
  readonly cidrs: readonly string[];
  /** Zones with a subnet or endpoint for the attachment; none of a site. */
  readonly zones: readonly string[];
  readonly applianceMode: boolean;
  /** Name of the associated route table. @default - not associated: what it sends is dropped */
  readonly routeTable?: string;
}

/** A route table of the transit gateway. */
export interface TransitRouteTable {
  /** Name of the segment. */
  readonly name: string;
  readonly routes: readonly TransitRoute[];
}

/** A route of a transit gateway route table; a propagation counts as one route for each block of the attachment. */
export interface TransitRoute {
  readonly cidr: string;
  readonly kind: 'static' | 'propagated';
  /** Name of the attachment. @default - a blackhole */
  readonly attachment?: string;
}
