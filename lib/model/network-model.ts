import type { Attachment, RowSource } from './organization-model';

/** The transit gateway; an option that the config does not set is `undefined` and must stay out of the template. */
export interface TransitGatewayRow {
  /** @default - it is created */
  readonly id?: string;
  readonly amazonSideAsn?: number;
  readonly dnsSupport: boolean;
  readonly vpnEcmpSupport: boolean;
  readonly securityGroupReferencing: boolean;
  readonly encryption?: boolean;
  readonly cidrs: readonly string[];
  /** OU paths that may attach VPCs, outermost only. */
  readonly shareWith: readonly string[];
}

/** One transit gateway route table. */
export interface SegmentRow {
  readonly name: string;
  /** @default - it is created */
  readonly routeTableId?: string;
  readonly cidrs: readonly string[];
  readonly source: RowSource;
}

/** An IPAM pool. */
export interface AddressPoolRow {
  readonly name: string;
  /** @default - it is created */
  readonly id?: string;
  readonly cidrs: readonly string[];
  readonly source: RowSource;
}

/** One rule of a network ACL. */
export interface NetworkAclRuleRow {
  readonly direction: 'ingress' | 'egress';
  readonly action: 'allow' | 'deny';
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'all';
  readonly cidr: string;
  /** @default - every port */
  readonly fromPort?: number;
  /** @default - every port */
  readonly toPort?: number;
}

/** Subnets of one kind, one in each zone. */
export interface TierRow {
  readonly name: string;
  readonly type: 'public' | 'private' | 'isolated';
  readonly netmask: number;
  /** @default - everything is allowed */
  readonly networkAcl?: readonly NetworkAclRuleRow[];
}

/** One VPC with its attachment; templates are expanded. */
export interface VpcRow {
  /** Also the name of the attachment. */
  readonly name: string;
  /** Account name; suspended accounts and accounts without an id have no VPC yet. */
  readonly account: string;
  readonly role: 'spoke' | 'egress';
  /** @default - a block of `pool` */
  readonly cidr?: string;
  /** @default - `cidr` is given */
  readonly pool?: { readonly name: string; readonly netmask: number };
  readonly segment: string;
  /** Availability Zone ids. */
  readonly zones: readonly string[];
  readonly tiers: readonly TierRow[];
  readonly internet: 'central' | 'local' | 'none';
  readonly gatewayEndpoints: readonly ('s3' | 'dynamodb')[];
  readonly interfaceEndpoints: readonly string[];
  readonly flowLogs: boolean;
  readonly applianceMode: boolean;
  /** OUs and accounts that may use the subnets of the tiers. */
  readonly sharedWith: readonly Attachment[];
  readonly source: RowSource;
}

/** Where logs go: one of the two. */
export type LogDestinationRow = { readonly bucketArn: string } | { readonly logGroup: string };

/** AWS Network Firewall, attached to the transit gateway. */
export interface FirewallRow {
  readonly name: string;
  readonly segment: string;
  readonly zones: readonly string[];
  readonly ruleGroups: readonly {
    readonly name: string;
    readonly capacity: number;
    readonly priority: number;
    /** Suricata rules. @default - `domains` */
    readonly rules?: string;
    /** @default - `rules` */
    readonly domains?: { readonly action: 'allow' | 'deny'; readonly names: readonly string[] };
  }[];
  readonly managedRuleGroups: readonly {
    readonly arn: string;
    readonly priority: number;
    readonly alertOnly: boolean;
  }[];
  readonly defaultAction: 'drop-established' | 'alert-established' | 'pass';
  readonly logs: Readonly<Partial<Record<'alert' | 'flow' | 'tls', LogDestinationRow>>>;
  readonly deleteProtection: boolean;
  readonly source: RowSource;
}

/** An on-premises network. */
export interface SiteRow {
  readonly name: string;
  readonly segment: string;
  readonly cidrs: readonly string[];
  /** @default - not known yet: the site is connected to no segment */
  readonly attachmentId?: string;
  /** @default - none is created */
  readonly vpn?: {
    readonly customerGatewayIp: string;
    readonly asn: number;
    readonly staticRoutes: boolean;
    readonly logGroup?: string;
  };
  /** @default - none is created */
  readonly directConnect?: {
    /** @default - a gateway is created */
    readonly gatewayId?: string;
    readonly amazonSideAsn: number;
    readonly allowedPrefixes: readonly string[];
  };
  readonly source: RowSource;
}

/** DNS of every VPC. */
export interface DnsRow {
  readonly profile: string;
  readonly endpoints?: { readonly vpc: string; readonly inbound: boolean; readonly outbound: boolean };
  readonly rules: readonly {
    readonly name: string;
    readonly domain: string;
    readonly targets: readonly { readonly ip: string; readonly port: number }[];
  }[];
  readonly privateHostedZoneIds: readonly string[];
  readonly queryLogs?: LogDestinationRow;
  readonly firewall?: {
    readonly managedDomainListIds: readonly string[];
    readonly blockDomains: readonly string[];
    readonly allowDomains: readonly string[];
    readonly action: 'block' | 'alert';
  };
}

/** A managed prefix list. */
export interface PrefixListRow {
  readonly name: string;
  readonly maxEntries: number;
  readonly entries: readonly { readonly cidr: string; readonly description?: string }[];
  /** OU paths. */
  readonly shareWith: readonly string[];
}

/** What must or must not be reachable, of every pair of the two sides. */
export interface IntentRow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly expect: 'allow' | 'deny' | 'via';
  readonly via?: string;
  readonly port?: number;
  readonly source: RowSource;
}

/** What the route tables of the transit gateway hold; attachments by name (VPC, firewall or site). */
export interface TransitRouting {
  /** Exactly one for each attachment. */
  readonly associations: readonly { readonly attachment: string; readonly segment: string }[];
  readonly propagations: readonly { readonly attachment: string; readonly segment: string }[];
  readonly routes: readonly {
    readonly segment: string;
    readonly cidr: string;
    /** @default - a blackhole route */
    readonly attachment?: string;
  }[];
}

/** The network as plain rows: names resolved, templates expanded, routing computed. */
export interface NetworkModel {
  /** Name of the network account. */
  readonly account: string;
  readonly supernets: readonly string[];
  /** @default - no flow logs */
  readonly flowLogsBucketArn?: string;
  readonly transitGateway: TransitGatewayRow;
  readonly segments: readonly SegmentRow[];
  readonly addressPools: readonly AddressPoolRow[];
  readonly vpcs: readonly VpcRow[];
  /** @default - no traffic is inspected */
  readonly firewall?: FirewallRow;
  readonly sites: readonly SiteRow[];
  /** @default - every VPC resolves by itself */
  readonly dns?: DnsRow;
  /** @default - none */
  readonly centralEndpoints?: { readonly vpc: string; readonly services: readonly string[] };
  readonly prefixLists: readonly PrefixListRow[];
  readonly routing: TransitRouting;
  readonly intents: readonly IntentRow[];
}
