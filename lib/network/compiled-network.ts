import { ATTACHMENT_TIER, type Ipv4Block, ipv4Block } from '../../constructs';
import { type AclFilter, aclFilter } from './network-acl';
import type { AttachmentNode, NetworkGraph, SubnetNode, SubnetRoute, TransitRoute, VpcNode } from './network-graph';
import { routeLookup } from './route-lookup';

/** A subnet, ready to be asked. */
export interface Subnet {
  /** `shop-prod/app`. */
  readonly name: string;
  readonly vpc: Vpc;
  readonly tier: string;
  readonly zone: string;
  readonly block: Ipv4Block;
  readonly route: (address: number) => SubnetRoute | undefined;
  readonly acl: AclFilter;
  /** The same for subnets that route and filter alike. */
  readonly shape: string;
}

/** A VPC, ready to be asked. */
export interface Vpc {
  readonly node: VpcNode;
  readonly blocks: readonly Ipv4Block[];
  readonly subnets: readonly Subnet[];
  /** By zone. */
  readonly attachmentSubnets: ReadonlyMap<string, Subnet>;
  /** @default - it has none */
  readonly attachment?: AttachmentNode;
}

/** The network with its route tables as lookups. */
export interface CompiledNetwork {
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly attachments: ReadonlyMap<string, AttachmentNode>;
  /** Route tables of the transit gateway by segment. */
  readonly tables: ReadonlyMap<string, (address: number) => TransitRoute | undefined>;
  /** Every different list of subnet routes. */
  readonly subnetTables: readonly ((address: number) => SubnetRoute | undefined)[];
  /** Every different block that a network ACL names. */
  readonly aclBlocks: readonly Ipv4Block[];
}

/**
 * Prepares a graph for {@link routeLookup}s; tables and ACLs that are alike are prepared once.
 *
 * @throws Error when two VPCs or two attachments have the same name
 */
export function compileNetwork(graph: NetworkGraph): CompiledNetwork {
  const attachments = byName(graph.attachments, 'attachment');
  const routesOf = shared((routes: readonly SubnetRoute[]) => routeLookup(routes));
  const aclOf = shared(aclFilter);
  const compile = (node: VpcNode): Vpc => {
    const attachment = attachments.get(node.name);
    const subnets: Subnet[] = [];
    const attachmentSubnets = new Map<string, Subnet>();
    const blocks = node.cidrs.map(ipv4Block);
    const vpc: Vpc = { node, blocks, subnets, attachmentSubnets, ...(attachment && { attachment }) };
    for (const one of node.subnets) {
      const subnet = subnetOf(one, vpc);
      subnets.push(subnet);
      if (subnet.tier === ATTACHMENT_TIER) attachmentSubnets.set(subnet.zone, subnet);
    }
    return vpc;
  };
  const subnetOf = (node: SubnetNode, vpc: Vpc): Subnet => {
    const [routes, acl] = [routesOf(node.routes), aclOf(node.networkAcl)];
    return {
      name: `${vpc.node.name}/${node.tier}`,
      vpc,
      tier: node.tier,
      zone: node.zone,
      block: ipv4Block(node.cidr),
      route: routes.value,
      acl: acl.value,
      shape: `${routes.id}.${acl.id}`,
    };
  };
  const vpcs = [...byName(graph.vpcs, 'VPC')].map(([name, node]) => [name, compile(node)] as const);
  const aclCidrs = graph.vpcs.flatMap(({ subnets }) => subnets.flatMap(({ networkAcl = [] }) => networkAcl));
  return {
    vpcs: new Map(vpcs),
    attachments,
    tables: new Map(graph.routeTables.map(({ name, routes }) => [name, routeLookup(routes, staticFirst)])),
    subnetTables: routesOf.values(),
    aclBlocks: [...new Set(aclCidrs.map(({ cidr }) => cidr))].map(ipv4Block),
  };
}

/** Of equal blocks the static route counts: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html */
function staticFirst(route: TransitRoute, earlier: TransitRoute): boolean {
  return route.kind === 'static' && earlier.kind === 'propagated';
}

function byName<Node extends { readonly name: string }>(nodes: readonly Node[], what: string): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const node of nodes) {
    if (found.has(node.name)) throw new Error(`two ${what}s are named ${JSON.stringify(node.name)}; names are unique`);
    found.set(node.name, node);
  }
  return found;
}

interface Shared<Input, Value> {
  (input: Input): { readonly id: number; readonly value: Value };
  values(): Value[];
}

/** Makes a value once for all inputs that are alike. */
function shared<Input, Value>(make: (input: Input) => Value): Shared<Input, Value> {
  const found = new Map<string, { id: number; value: Value }>();
  const get = (input: Input): { id: number; value: Value } => {
    const key = JSON.stringify(input) ?? '';
    const entry = found.get(key) ?? { id: found.size, value: make(input) };
    found.set(key, entry);
    return entry;
  };
  return Object.assign(get, { values: () => [...found.values()].map(({ value }) => value) });
}
