import { ATTACHMENT_TIER } from '../../constructs';
import type { AclEntry, SubnetNode, SubnetRoute } from './network-graph';
import type { TemplateReader } from './template-reader';
import { problemWith, type TemplateResource } from './template-values';

/** A VPC while its subnets are collected. */
export interface VpcDraft {
  readonly key: string;
  readonly name: string;
  readonly account: string;
  readonly cidrs: string[];
  readonly subnets: SubnetNode[];
}

/** A subnet and the VPC that it is in. */
export interface SubnetDraft {
  readonly vpc: VpcDraft;
  readonly tier: string;
  readonly zone: string;
}

/** VPCs and subnets by id. */
export interface VpcDrafts {
  readonly vpcs: ReadonlyMap<string, VpcDraft>;
  readonly subnets: ReadonlyMap<string, SubnetDraft>;
}

/** Reads every VPC with its subnets, their routes and their network ACLs. */
export function readVpcs(reader: TemplateReader): VpcDrafts {
  const { values } = reader;
  const vpcs = new Map<string, VpcDraft>();
  for (const vpc of reader.all('AWS::EC2::VPC')) {
    const { key, account } = vpc;
    vpcs.set(key, { key, name: reader.name(vpc), account, cidrs: [reader.cidr(vpc)], subnets: [] });
  }
  for (const block of reader.all('AWS::EC2::VPCCidrBlock'))
    if (block.properties.CidrBlock !== undefined || block.properties.Ipv4IpamPoolId !== undefined)
      reader.target(block, 'VpcId', vpcs).cidrs.push(values.text(block, 'CidrBlock'));

  const subnets = new Map<string, SubnetDraft>();
  for (const subnet of reader.all('AWS::EC2::Subnet'))
    subnets.set(subnet.key, { vpc: reader.target(subnet, 'VpcId', vpcs), ...placeOf(reader, subnet) });

  const routes = readRoutes(reader, vpcs, subnets);
  const tableOf = associations(reader, 'AWS::EC2::SubnetRouteTableAssociation', 'RouteTableId', routes);
  const aclOf = associations(reader, 'AWS::EC2::SubnetNetworkAclAssociation', 'NetworkAclId', readAcls(reader));
  for (const subnet of reader.all('AWS::EC2::Subnet')) {
    const { vpc, tier, zone } = subnets.get(subnet.key) as SubnetDraft;
    const networkAcl = aclOf.get(subnet.key);
    vpc.subnets.push({
      tier,
      zone,
      cidr: reader.cidr(subnet),
      routes: tableOf.get(subnet.key) ?? [],
      ...(networkAcl && { networkAcl }),
    });
  }
  return { vpcs, subnets };
}

/** Tier and zone, of the name `<vpc>/<tier>/<zone>`. */
function placeOf(reader: TemplateReader, subnet: TemplateResource): { tier: string; zone: string } {
  const name = reader.name(subnet);
  const [, tier, zone] = /^[^/]+\/([^/]+)\/([^/]+)$/.exec(name) ?? [];
  if (tier !== undefined && zone !== undefined) return { tier, zone };
  throw problemWith(subnet, `its name ${JSON.stringify(name)} is not VPC/TIER/ZONE`);
}

/** What is associated with each subnet. */
function associations<Node>(
  reader: TemplateReader,
  type: string,
  property: string,
  found: ReadonlyMap<string, Node>,
): Map<string, Node> {
  const bySubnet = new Map<string, Node>();
  for (const association of reader.all(type)) {
    const subnet = reader.values.text(association, 'SubnetId');
    if (bySubnet.has(subnet)) throw problemWith(association, 'its subnet has an association already');
    bySubnet.set(subnet, reader.target(association, property, found));
  }
  return bySubnet;
}

/** Routes of each route table. */
function readRoutes(
  reader: TemplateReader,
  vpcs: ReadonlyMap<string, VpcDraft>,
  subnets: ReadonlyMap<string, SubnetDraft>,
): Map<string, SubnetRoute[]> {
  const gateways = new Map<string, VpcDraft>();
  for (const attachment of reader.all('AWS::EC2::VPCGatewayAttachment'))
    if (attachment.properties.InternetGatewayId !== undefined)
      gateways.set(reader.values.text(attachment, 'InternetGatewayId'), reader.target(attachment, 'VpcId', vpcs));
  const nats = new Map<string, SubnetDraft>();
  for (const nat of reader.all('AWS::EC2::NatGateway')) nats.set(nat.key, reader.target(nat, 'SubnetId', subnets));

  const tables = new Map<string, { vpc: VpcDraft; routes: SubnetRoute[] }>();
  for (const table of reader.all('AWS::EC2::RouteTable'))
    tables.set(table.key, { vpc: reader.target(table, 'VpcId', vpcs), routes: [] });
  for (const route of reader.all('AWS::EC2::Route')) {
    if (route.properties.DestinationIpv6CidrBlock !== undefined) continue;
    const { vpc, routes } = reader.target(route, 'RouteTableId', tables);
    const cidr = reader.values.text(route, 'DestinationCidrBlock');
    routes.push({ cidr, ...targetOf(reader, route, vpc, gateways, nats) });
  }
  return new Map([...tables].map(([key, { routes }]) => [key, routes]));
}

function targetOf(
  reader: TemplateReader,
  route: TemplateResource,
  vpc: VpcDraft,
  gateways: ReadonlyMap<string, VpcDraft>,
  nats: ReadonlyMap<string, SubnetDraft>,
): Omit<SubnetRoute, 'cidr'> {
  const { TransitGatewayId, NatGatewayId, GatewayId } = route.properties;
  if (TransitGatewayId !== undefined) {
    reader.values.text(route, 'TransitGatewayId');
    return { target: 'transit-gateway' };
  }
  const nat = NatGatewayId === undefined ? undefined : reader.target(route, 'NatGatewayId', nats);
  const owner = nat?.vpc ?? (GatewayId === undefined ? undefined : reader.target(route, 'GatewayId', gateways));
  if (!owner)
    throw problemWith(
      route,
      'reachability knows routes to a transit gateway, an internet gateway or a NAT gateway only',
    );
  if (owner !== vpc) throw problemWith(route, `its target is in VPC ${JSON.stringify(owner.name)}`);
  return nat ? { target: 'nat-gateway', zone: nat.zone } : { target: 'internet-gateway' };
}

/** Rules of each network ACL, by number. */
function readAcls(reader: TemplateReader): Map<string, AclEntry[]> {
  const { values } = reader;
  const acls = new Map<string, { number: number; entry: AclEntry }[]>();
  for (const acl of reader.all('AWS::EC2::NetworkAcl')) acls.set(acl.key, []);
  for (const rule of reader.all('AWS::EC2::NetworkAclEntry')) {
    if (rule.properties.Ipv6CidrBlock !== undefined) continue;
    const ports = values.value(rule, 'PortRange') as { From: number; To: number } | undefined;
    reader.target(rule, 'NetworkAclId', acls).push({
      number: Number(values.text(rule, 'RuleNumber')),
      entry: {
        egress: values.value(rule, 'Egress') === true,
        allow: values.text(rule, 'RuleAction') === 'allow',
        protocol: Number(values.text(rule, 'Protocol')),
        cidr: values.text(rule, 'CidrBlock'),
        ...(ports && { ports: [ports.From, ports.To] as const }),
      },
    });
  }
  return new Map(
    [...acls].map(([key, rules]) => [key, rules.sort((a, b) => a.number - b.number).map(({ entry }) => entry)]),
  );
}

/**
 * Zones of a transit gateway attachment.
 *
 * @throws Error when one of its subnets is not of the tier for attachments
 */
export function zonesOf(reader: TemplateReader, attachment: TemplateResource, { subnets }: VpcDrafts): string[] {
  const ids = reader.values.value(attachment, 'SubnetIds');
  return (Array.isArray(ids) ? ids : []).map((id) => {
    const subnet = subnets.get(String(id));
    if (subnet?.tier === ATTACHMENT_TIER) return subnet.zone;
    throw problemWith(
      attachment,
      `subnet ${JSON.stringify(id)} is no subnet of tier ${JSON.stringify(ATTACHMENT_TIER)}`,
    );
  });
}
