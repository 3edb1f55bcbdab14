import { ipv4Block, ipv4Cidr, ipv4Size } from '../../constructs';
import type { NetworkFacts } from '../../lib/network/network-facts';
import type { NetworkTemplate, NetworkTemplates } from '../../lib/network/template-values';

/** A VPC of a generated network. */
export interface NetworkVpc {
  readonly name: string;
  readonly segment: string;
  /** @default - a block of an IPAM pool that the facts tell: 10.64.0.0/22 */
  readonly cidr?: string;
  /** @default - a VPC of workloads */
  readonly egress?: boolean;
  readonly applianceMode?: boolean;
  /** Default routes of its private tier go to its own NAT gateways. @default false */
  readonly local?: boolean;
  /** Zones of its subnets. @default - those of the network */
  readonly zones?: readonly string[];
  /** Zones of its attachment. @default - `zones` */
  readonly attachmentZones?: readonly string[];
  /** Rules of the tier `app`: egress, action, protocol, CIDR, ports. @default - no network ACL */
  readonly networkAcl?: readonly (readonly [
    egress: boolean,
    action: string,
    protocol: number,
    cidr: string,
    ports?: readonly [number, number],
  ])[];
}

/** A segment of a generated network. */
export interface NetworkSegment {
  readonly name: string;
  readonly cidrs?: readonly string[];
  /** Segments whose attachments propagate to it. */
  readonly reaches?: readonly string[];
  /** Static routes: CIDR and attachment; none is a blackhole. */
  readonly routes?: readonly (readonly [cidr: string, attachment?: string])[];
}

/** A generated network; the firewall and the sites are attached when they have a segment. */
export interface NetworkPlan {
  readonly zones: readonly string[];
  readonly segments: readonly NetworkSegment[];
  readonly vpcs: readonly NetworkVpc[];
  /** Segment of the firewall `firewall`. @default - there is no firewall */
  readonly firewall?: string;
  readonly sites?: readonly { readonly name: string; readonly segment: string; readonly cidrs: readonly string[] }[];
}

type Resources = Record<string, { Type: string; Properties: Record<string, unknown> }>;

const SUPERNETS = ['10.0.0.0/8', '192.168.0.0/16'];
const EVERYWHERE = '0.0.0.0/0';
const id = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');
const named = (name: string): { Key: string; Value: string }[] => [{ Key: 'Name', Value: name }];
const att = (resource: string, attribute: string): object => ({ 'Fn::GetAtt': [resource, attribute] });
const output = (StackName: string, OutputName: string): object => ({
  'Fn::GetStackOutput': {
    StackName,
    OutputName,
    Region: 'ap-northeast-2',
    RoleArn: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::111122223333:role/reader' },
  },
});

/** Templates of a network: the hub, one stack for each VPC, and the routing, which reads the outputs of the others. */
export function networkTemplates(plan: NetworkPlan): NetworkTemplates {
  const { zones, segments, vpcs, firewall } = plan;
  const hub: Resources = { Gateway: { Type: 'AWS::EC2::TransitGateway', Properties: {} } };
  for (const { name } of segments)
    hub[`Segment${id(name)}`] = {
      Type: 'AWS::EC2::TransitGatewayRouteTable',
      Properties: { TransitGatewayId: att('Gateway', 'Id'), Tags: named(name) },
    };
  if (firewall !== undefined)
    hub.Firewall = {
      Type: 'AWS::NetworkFirewall::Firewall',
      Properties: {
        FirewallName: 'firewall',
        TransitGatewayId: att('Gateway', 'Id'),
        AvailabilityZoneMappings: zones.map((zone) => ({ AvailabilityZone: zone })),
      },
    };
  const outputs = {
    TransitGatewayId: { Value: att('Gateway', 'Id') },
    ...Object.fromEntries(segments.map(({ name }) => [`Segment${id(name)}`, { Value: { Ref: `Segment${id(name)}` } }])),
    ...(firewall !== undefined && { Firewall: { Value: att('Firewall', 'TransitGatewayAttachmentId') } }),
  };
  return [
    { stackName: 'NetworkHub', account: 'network', template: { Resources: hub, Outputs: outputs } },
    ...vpcs.map((vpc) => vpcTemplate(vpc, zones)),
    { stackName: 'NetworkRouting', account: 'network', template: { Resources: routing(plan) } },
  ];
}

/** What these templates do not tell. */
export function generatedFacts({ vpcs, sites = [] }: NetworkPlan): NetworkFacts {
  const pooled = vpcs.filter(({ cidr }) => cidr === undefined);
  return {
    blocks: Object.fromEntries(pooled.map(({ name }, index) => [name, `10.64.${4 * index}.0/22`])),
    sites: sites.map(({ name, cidrs }) => ({ name, cidrs, attachmentId: `tgw-attach-${name}` })),
    routeTables: [],
  };
}

function vpcTemplate(vpc: NetworkVpc, allZones: readonly string[]): NetworkTemplate {
  const { name, cidr, egress = false, local = false, zones = allZones, attachmentZones = zones } = vpc;
  const resources: Resources = {
    Vpc: {
      Type: 'AWS::EC2::VPC',
      Properties: {
        ...(cidr === undefined
          ? { Ipv4IpamPoolId: 'ipam-pool-0123456789abcdef0', Ipv4NetmaskLength: 22 }
          : { CidrBlock: cidr }),
        Tags: named(name),
      },
    },
  };
  const add = (key: string, type: string, properties: Record<string, unknown>): void => {
    resources[key] = { Type: `AWS::EC2::${type}`, Properties: properties };
  };
  const gateway = output('NetworkHub', 'TransitGatewayId');
  const toTransit = (tier: string, cidrs: readonly string[]): Route[] =>
    cidrs.map((to) => [tier, to, { TransitGatewayId: gateway }]);
  const nat = (zone: string): object => ({ NatGatewayId: att(`Nat${id(zone)}`, 'NatGatewayId') });
  type Route = readonly [tier: string, cidr: string, target: object];
  const routes = (zone: string): Route[] => [
    ...(egress || local
      ? [['public', EVERYWHERE, { GatewayId: { Ref: 'InternetGateway' } }] as const, ...toTransit('public', SUPERNETS)]
      : []),
    ...(egress ? [['attachment', EVERYWHERE, nat(zone)] as const] : []),
    ...(egress
      ? []
      : local
        ? [['app', EVERYWHERE, nat(zone)] as const, ...toTransit('app', SUPERNETS)]
        : toTransit('app', [EVERYWHERE])),
  ];
  const tiers = ['attachment', ...(egress || local ? ['public'] : []), ...(egress ? [] : ['app', 'db'])];
  if (egress || local) {
    add('InternetGateway', 'InternetGateway', {});
    add('GatewayAttachment', 'VPCGatewayAttachment', {
      VpcId: att('Vpc', 'VpcId'),
      InternetGatewayId: { Ref: 'InternetGateway' },
    });
  }
  if (vpc.networkAcl) {
    add('Acl', 'NetworkAcl', { VpcId: att('Vpc', 'VpcId') });
    for (const [index, [outward, action, protocol, block, ports]] of vpc.networkAcl.entries())
      add(`AclEntry${index}`, 'NetworkAclEntry', {
        NetworkAclId: att('Acl', 'Id'),
        RuleNumber: 100 + 10 * index,
        Egress: outward,
        RuleAction: action,
        Protocol: protocol,
        CidrBlock: block,
        ...(ports && { PortRange: { From: ports[0], To: ports[1] } }),
      });
  }
  for (const [zoneIndex, zone] of zones.entries()) {
    if (egress || local) add(`Nat${id(zone)}`, 'NatGateway', { SubnetId: att(`public${id(zone)}`, 'SubnetId') });
    for (const [tierIndex, tier] of tiers.entries()) {
      const subnet = `${tier}${id(zone)}`;
      const nth = tier === 'attachment' ? zoneIndex : 4 * tierIndex + zoneIndex;
      const CidrBlock = { 'Fn::Select': [nth, { 'Fn::Cidr': [att('Vpc', 'CidrBlock'), nth + 1, '4'] }] };
      add(subnet, 'Subnet', {
        VpcId: att('Vpc', 'VpcId'),
        CidrBlock,
        AvailabilityZoneId: zone,
        Tags: named(`${name}/${tier}/${zone}`),
      });
      add(`${subnet}Table`, 'RouteTable', { VpcId: att('Vpc', 'VpcId') });
      add(`${subnet}Use`, 'SubnetRouteTableAssociation', {
        SubnetId: att(subnet, 'SubnetId'),
        RouteTableId: att(`${subnet}Table`, 'RouteTableId'),
      });
      if (tier === 'app' && vpc.networkAcl)
        add(`${subnet}Acl`, 'SubnetNetworkAclAssociation', {
          SubnetId: att(subnet, 'SubnetId'),
          NetworkAclId: att('Acl', 'Id'),
        });
      for (const [of, to, target] of routes(zone))
        if (of === tier)
          add(`${subnet}Route${id(to)}`, 'Route', {
            RouteTableId: att(`${subnet}Table`, 'RouteTableId'),
            DestinationCidrBlock: to,
            ...target,
          });
    }
  }
  add('Attachment', 'TransitGatewayAttachment', {
    VpcId: att('Vpc', 'VpcId'),
    TransitGatewayId: gateway,
    SubnetIds: attachmentZones.map((zone) => att(`attachment${id(zone)}`, 'SubnetId')),
    Options: { ApplianceModeSupport: vpc.applianceMode ? 'enable' : 'disable' },
  });
  return {
    stackName: `Account-${name}`,
    account: name,
    template: { Resources: resources, Outputs: { Attachment: { Value: att('Attachment', 'Id') } } },
  };
}

function routing({ segments, vpcs, firewall, sites = [] }: NetworkPlan): Resources {
  const resources: Resources = {};
  const attachments = [
    ...vpcs.map(({ name, segment }) => ({ name, segment, value: output(`Account-${name}`, 'Attachment') })),
    ...(firewall === undefined
      ? []
      : [{ name: 'firewall', segment: firewall, value: output('NetworkHub', 'Firewall') }]),
    ...sites.map(({ name, segment }) => ({ name, segment, value: `tgw-attach-${name}` })),
  ];
  const idOf = new Map<string, unknown>(attachments.map(({ name, value }) => [name, value]));
  const add = (key: string, type: string, segment: string, properties: object): void => {
    const TransitGatewayRouteTableId = output('NetworkHub', `Segment${id(segment)}`);
    resources[id(key)] = {
      Type: `AWS::EC2::TransitGateway${type}`,
      Properties: { TransitGatewayRouteTableId, ...properties },
    };
  };
  for (const { name, segment, value } of attachments)
    add(`Association${name}`, 'RouteTableAssociation', segment, { TransitGatewayAttachmentId: value });
  for (const { name: segment, reaches = [], routes = [] } of segments) {
    for (const { name, value } of attachments.filter((one) => reaches.includes(one.segment)))
      add(`Propagation${segment}${name}`, 'RouteTablePropagation', segment, { TransitGatewayAttachmentId: value });
    for (const [DestinationCidrBlock, to] of routes)
      add(`Route${segment}${DestinationCidrBlock}`, 'Route', segment, {
        DestinationCidrBlock,
        ...(to === undefined ? { Blackhole: true } : { TransitGatewayAttachmentId: idOf.get(to) }),
      });
  }
  return resources;
}

/**
 * A network of any size: workload segments that reach `shared` directly, their neighbour through the firewall, and nothing
 * else; `egress` and `inspection`; and an office.
 *
 * @param count - VPCs, all in all
 * @param segmentCount - segments, all in all; at least 5
 */
export function generateNetwork(count: number, segmentCount: number): NetworkPlan {
  const workloads = Array.from({ length: segmentCount - 4 }, (_, index) => `workload-${index}`);
  const summary = (index: number): string =>
    ipv4Cidr({ first: ipv4Block('10.16.0.0/16').first + index * ipv4Size(13), netmask: 13 });
  const names = [...workloads, 'shared'];
  const each = Math.ceil((count - 1) / names.length);
  const vpcs = Array.from({ length: count - 1 }, (_, index): NetworkVpc => {
    const segment = Math.floor(index / each);
    const first = ipv4Block(summary(segment)).first + (index % each) * ipv4Size(22);
    return {
      name: `vpc-${String(index).padStart(4, '0')}`,
      segment: names[segment] as string,
      cidr: ipv4Cidr({ first, netmask: 22 }),
    };
  });
  const neighbours = (index: number): number[] =>
    [index - 1, index + 1].filter((one) => one >= 0 && one < workloads.length);
  const segments: NetworkSegment[] = [
    ...workloads.map((name, index) => ({
      name,
      reaches: ['shared'],
      routes: [
        ...workloads.map((_, other): readonly [string, string?] =>
          neighbours(index).includes(other) ? [summary(other), 'firewall'] : [summary(other)],
        ),
        ['10.0.0.0/8'] as const,
        ['192.168.0.0/16', 'firewall'] as const,
        [EVERYWHERE, 'firewall'] as const,
      ],
    })),
    {
      name: 'shared',
      reaches: workloads,
      routes: [
        ['192.168.0.0/16', 'firewall'],
        [EVERYWHERE, 'firewall'],
      ],
    },
    { name: 'onprem', routes: [['10.0.0.0/8', 'firewall']] },
    { name: 'inspection', reaches: [...names, 'onprem'], routes: [['10.0.0.0/22'], [EVERYWHERE, 'internet-egress']] },
    { name: 'egress', routes: [['10.0.0.0/8', 'firewall']] },
  ];
  return {
    zones: ['apne2-az1', 'apne2-az3'],
    segments,
    vpcs: [{ name: 'internet-egress', segment: 'egress', cidr: '10.0.0.0/22', egress: true }, ...vpcs],
    firewall: 'inspection',
    sites: [{ name: 'office', segment: 'onprem', cidrs: ['192.168.0.0/16'] }],
  };
}
