/** A rule of the network ACL of a tier. */
export interface VpcNetworkAclRule {
  readonly direction: 'ingress' | 'egress';
  readonly action: 'allow' | 'deny';
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'all';
  /** IPv4 block of the other side. */
  readonly cidr: string;
  /** First port, 0 to 65535; only for tcp and udp. @default - every port */
  readonly fromPort?: number;
  /** Last port, 0 to 65535. @default - `fromPort` */
  readonly toPort?: number;
}

/** Subnets of one kind, one in each zone, each with a route table of its own. */
export interface VpcTier {
  /**
   * Lower-case letters, digits and hyphens; `attachment` is taken.
   *
   * **CAUTION**: a new name replaces the subnets.
   */
  readonly name: string;
  /**
   * What the subnets have beside the route inside the VPC: `public` a route to the internet gateway, `private` the routes
   * that `internet` says, `isolated` none.
   */
  readonly type: 'public' | 'private' | 'isolated';
  /**
   * Prefix length of each subnet, 16 to 28.
   *
   * **CAUTION**: a change replaces the subnets.
   */
  readonly netmask: number;
  /**
   * Rules in the order in which they count; what none names is denied. At most 20 in each direction.
   *
   * @default - the VPC's default network ACL, which allows everything
   */
  readonly networkAcl?: VpcNetworkAclRule[];
}

/** A block of an IPAM pool, which is known at deployment only. */
export interface VpcAddressPool {
  /** Pool of the VPC's account, or one that is shared with it. */
  readonly poolId: string;
  /** Prefix length of the block, 16 to 28. */
  readonly netmask: number;
}

/** What the VPCs of this package have in common. */
export interface VpcOptions {
  /** `Name` tag of the VPC; those of its subnets are `<VPC>/<tier>/<zone>`. */
  readonly vpcName: string;
  /**
   * IPv4 block, /16 to /28, without host bits. Give this or `ipamPool`.
   *
   * **CAUTION**: a change replaces the VPC.
   *
   * @default - a block of `ipamPool`
   */
  readonly cidr?: string;
  /**
   * Where the block comes from. Give this or `cidr`.
   *
   * **CAUTION**: a change replaces the VPC.
   *
   * @default - `cidr` is given
   */
  readonly ipamPool?: VpcAddressPool;
  /**
   * Availability Zone ids such as `apne2-az1`, which mean the same place in every account. Append new ones: up to the
   * fourth, they move no subnet.
   *
   * **CAUTION**: another order replaces the subnets.
   */
  readonly zones: string[];
  /**
   * Subnets beside those of the transit gateway attachment. Append new ones.
   *
   * **CAUTION**: another order may replace the subnets; a different first public tier replaces the NAT gateways and their
   * addresses.
   */
  readonly tiers: VpcTier[];
  /**
   * Services whose gateway endpoint every tier has a route to; they cost nothing.
   *
   * @default ['s3', 'dynamodb']
   */
  readonly gatewayEndpoints?: ('s3' | 'dynamodb')[];
  /** Services such as `ssm` that get an endpoint in the first private tier. @default - none */
  readonly interfaceEndpoints?: string[];
  /**
   * S3 bucket, with a prefix if need be, whose policy lets `delivery.logs.amazonaws.com` write.
   *
   * **CAUTION**: a change replaces the flow log, which loses no record that was written.
   *
   * @default - no flow log
   */
  readonly flowLogsBucketArn?: string;
  /** Whether security groups may name groups of other VPCs; the transit gateway must allow it too. @default true */
  readonly securityGroupReferencing?: boolean;
  /**
   * Who of the same organization may start resources in the subnets of the tiers (AWS RAM): account ids, ARNs of OUs or of
   * the organization. Never shared: the subnets of the attachment.
   *
   * @default - nobody but the account itself
   */
  readonly shareSubnetsWith?: string[];
}
