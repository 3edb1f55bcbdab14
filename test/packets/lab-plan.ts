import { ATTACHMENT_TIER, ipv4Block, ipv4Text } from '../../constructs';
import type { NetworkGraph, SubnetNode, VpcNode } from '../../lib/network/network-graph';
import { INTERNET_ADDRESS } from '../../lib/network/packet-walk';
import { LabHost, type LabLink } from './lab-host';

/** A connection to be tried. */
export interface Probe {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly target: string;
}

/** Network namespaces and what is sent between them. */
export interface LabPlan {
  readonly hosts: readonly LabHost[];
  readonly links: readonly LabLink[];
  readonly probes: readonly Probe[];
  /** Hosts that are asked what they forwarded: those that a matrix names as ways. */
  readonly observed: readonly string[];
}

// Numbers of routing tables, and of rules in the order in which they count.
const LOCAL_TABLE = 10;
const FIRST_TABLE = 100;
const [TO_OWN_BLOCK, FROM_OUTSIDE, FROM_INSIDE, NOTHING_ELSE] = [10, 20, 30, 40];

/** Rules of whatever forwards: it keeps state, and lets nothing through of which it has not seen the beginning. */
export const STATEFUL = `table ip lab {
  set seen { type ipv4_addr . ipv4_addr; flags dynamic; }
  chain forward {
    type filter hook forward priority filter; policy drop;
    add @seen { ip saddr . ip daddr }
    ct state established accept
    ct state new tcp flags & (syn | ack) == syn accept
  }
}`;

/**
 * The network of a graph as Linux routers, for traffic that stays in one zone: the transit gateway with a routing table for
 * each of its own, each VPC with those of its subnets and its NAT gateway beside it, the firewall, sites and internet.
 *
 * An internet gateway is a wire here: the internet knows public subnets by their private addresses.
 *
 * @throws Error when a network ACL is not open: they are not built
 */
export function labPlan(graph: NetworkGraph, zone: string): LabPlan {
  const hub = new LabHost('transit gateway', { forwards: true });
  const internet = new LabHost('internet', { addresses: [ipv4Text(INTERNET_ADDRESS)] });
  const links: LabLink[] = [];
  const wires = new Map<string, string>();
  const endpoints: LabHost[] = [];
  const routers: LabHost[] = [hub];

  for (const vpc of graph.vpcs) {
    const subnets = vpc.subnets.filter((subnet) => subnet.zone === zone);
    const host = new LabHost(vpc.name, { addresses: addressesOf(subnets), forwards: true, nft: STATEFUL });
    endpoints.push(host);
    const attachment = graph.attachments.find(({ name }) => name === vpc.name);
    if (attachment?.zones.includes(zone)) wires.set(vpc.name, host.connect(links, 'tgw', hub));
    const open = subnets.filter(isPublic);
    if (open.length > 0) {
      const wire = host.connect(links, 'igw', internet);
      for (const { cidr } of open) internet.route(cidr, wire);
    }
    const nat = natGateway(host, subnets, links);
    if (nat) routers.push(nat);
    routeVpc(host, vpc, subnets, nat);
  }
  for (const { name, kind, cidrs } of graph.attachments) {
    if (kind === 'vpc') continue;
    const host =
      kind === 'firewall'
        ? new LabHost(name, { forwards: true, nft: STATEFUL })
        : new LabHost(name, { addresses: cidrs.map((cidr) => addressIn(cidr)) });
    (kind === 'firewall' ? routers : endpoints).push(host);
    wires.set(name, host.connect(links, 'tgw', hub));
    host.route('default', 'tgw');
  }
  routeHub(hub, graph, wires);
  endpoints.push(internet);
  return {
    hosts: [...routers, ...endpoints],
    links,
    probes: probesBetween(endpoints),
    observed: graph.attachments.flatMap(({ name, kind }) => (kind === 'site' ? [] : [name])),
  };
}

function addressesOf(subnets: readonly SubnetNode[]): string[] {
  const closed = subnets.find(({ networkAcl = [] }) =>
    networkAcl.some(({ allow, protocol, cidr }) => !allow || protocol !== -1 || cidr !== '0.0.0.0/0'),
  );
  if (closed) throw new Error(`subnet ${closed.cidr} has a network ACL that is not open; build such ACLs here first`);
  return subnets.flatMap(({ tier, cidr }) => (tier === ATTACHMENT_TIER ? [] : [addressIn(cidr)]));
}

/** The first four addresses of a subnet are AWS's own. */
function addressIn(cidr: string, index = 0): string {
  return ipv4Text(ipv4Block(cidr).first + 4 + index);
}

function isPublic({ routes }: SubnetNode): boolean {
  return routes.some(({ target }) => target === 'internet-gateway');
}

/** Rewrites what it gets to its address in the public subnet, and sends it where the routes of that subnet say. */
function natGateway(vpc: LabHost, subnets: readonly SubnetNode[], links: LabLink[]): LabHost | undefined {
  const home = subnets.find(isPublic);
  if (!home || !subnets.some(({ routes }) => routes.some(({ target }) => target === 'nat-gateway'))) return undefined;
  const address = addressIn(home.cidr, 1);
  const nft = `table ip lab {
    chain postrouting { type nat hook postrouting priority srcnat; snat to ${address}; }
  }`;
  const nat = new LabHost(`NAT gateway of ${vpc.name}`, { addresses: [address], forwards: true, nft });
  nat.connect(links, 'vpc', vpc, 'nat');
  nat.route('default', 'vpc');
  return nat;
}

const WIRES = { 'transit-gateway': 'tgw', 'nat-gateway': 'nat', 'internet-gateway': 'igw' };

function routeVpc(host: LabHost, { cidrs }: VpcNode, subnets: readonly SubnetNode[], nat: LabHost | undefined): void {
  for (const cidr of cidrs) {
    host.ip.push(`rule add to ${cidr} lookup ${LOCAL_TABLE} pref ${TO_OWN_BLOCK}`);
    host.route(cidr, 'nobody', `table ${LOCAL_TABLE}`);
  }
  for (const address of nat?.addresses ?? []) host.route(address, 'nat', `table ${LOCAL_TABLE}`);
  const home = subnets.find(isPublic);
  subnets.forEach((subnet, index) => {
    const table = FIRST_TABLE + index;
    if (subnet.tier === ATTACHMENT_TIER) host.ip.push(`rule add iif tgw lookup ${table} pref ${FROM_OUTSIDE}`);
    if (subnet === home) host.ip.push(`rule add iif nat lookup ${table} pref ${FROM_OUTSIDE}`);
    host.ip.push(`rule add from ${subnet.cidr} iif lo lookup ${table} pref ${FROM_INSIDE}`);
    for (const { cidr, target } of subnet.routes) host.route(cidr, WIRES[target], `table ${table}`);
  });
  host.ip.push(`rule add unreachable pref ${NOTHING_ELSE}`);
}

function routeHub(hub: LabHost, { routeTables, attachments }: NetworkGraph, wires: ReadonlyMap<string, string>): void {
  const tables = new Map(routeTables.map(({ name }, index) => [name, FIRST_TABLE + index]));
  for (const { name, routeTable = '' } of attachments) {
    const [wire, table] = [wires.get(name), tables.get(routeTable)];
    if (wire !== undefined && table !== undefined)
      hub.ip.push(`rule add iif ${wire} lookup ${table} pref ${FROM_OUTSIDE}`);
  }
  hub.ip.push(`rule add unreachable pref ${NOTHING_ELSE}`);
  for (const { name, routes } of routeTables)
    for (const { cidr, kind, attachment = '' } of routes) {
      // A static route counts before a propagated one to the same block.
      const where = `table ${tables.get(name)} metric ${kind === 'static' ? 1 : 2}`;
      hub.route(cidr, wires.get(attachment) ?? 'nobody', where);
    }
}

function probesBetween(endpoints: readonly LabHost[]): Probe[] {
  return endpoints.flatMap((from) =>
    endpoints
      .filter((to) => to !== from)
      .flatMap((to) =>
        from.addresses.flatMap((source) =>
          to.addresses.map((target) => ({ from: from.name, to: to.name, source, target })),
        ),
      ),
  );
}
