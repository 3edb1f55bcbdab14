import { ATTACHMENT_TIER, ipv4Number, ipv4Text, type LocalizedText } from '../../constructs';
import type { CompiledNetwork, Subnet, Vpc } from './compiled-network';
import { drops } from './drop-reasons';
import type { PortRange } from './network-acl';
import type { AttachmentNode } from './network-graph';
import type { Hop } from './reachability-matrix';

/** An address that stands for every one of the internet: it is reserved for documentation (RFC 5737), so nobody routes it. */
export const INTERNET_ADDRESS = ipv4Number('198.51.100.1');

/** One of the addresses of an endpoint: where packets start and end. */
export type Party = { readonly address: number } & (
  | { readonly kind: 'vpc'; readonly subnet: Subnet }
  | { readonly kind: 'site'; readonly attachment: AttachmentNode }
  | { readonly kind: 'internet' }
);

/** A firewall or VPC that a packet passes on its way. */
export interface Passage {
  readonly name: string;
  /** What must be the same in both directions. @default - nothing: it keeps no state, or the reply comes back by itself */
  readonly state?: string;
}

/** How far a packet comes. */
export interface Walk {
  readonly hops: readonly Hop[];
  readonly passages: readonly Passage[];
  /** Subnets of the NAT gateways that rewrite its source, in order. */
  readonly nats: readonly Subnet[];
  /** Site that it leaves the network by, on its way to the internet. @default - an internet gateway, or not the internet */
  readonly exit?: AttachmentNode;
  /** Why it does not arrive. @default - it arrives */
  readonly drop?: LocalizedText;
}

/** Where a packet is put into the network. */
export type Entry =
  | { readonly subnet: Subnet }
  | { readonly attachment: AttachmentNode }
  | { readonly internetGatewayOf: Subnet };

/** Walks one packet through the network, one route table after the other. */
export class PacketWalk implements Walk {
  readonly hops: Hop[] = [];
  readonly passages: Passage[] = [];
  readonly nats: Subnet[] = [];
  exit?: AttachmentNode;
  drop?: LocalizedText;
  private readonly visited = new Set<string>();
  private readonly address: string;

  /**
   * @param network - what it walks through
   * @param source - address that it comes from, until a NAT gateway rewrites it
   * @param target - where it is meant to arrive
   * @param ports - ports that it may be for; it goes on as long as one of them is let through
   * @param protocol - IANA number. @default - TCP
   */
  constructor(
    private readonly network: CompiledNetwork,
    private source: number,
    private readonly target: Party,
    private ports: readonly PortRange[],
    private readonly protocol?: number,
  ) {
    this.address = nameOf(target.address);
  }

  /** Walks as far as the packet comes. */
  from(entry: Entry): Walk {
    if ('subnet' in entry) return this.leave(entry.subnet);
    if ('internetGatewayOf' in entry) return this.fromInternet(entry.internetGatewayOf);
    this.hops.push({ kind: 'site', name: entry.attachment.name });
    return this.transit(entry.attachment);
  }

  private fromInternet(subnet: Subnet): this {
    this.hops.push({ kind: 'internet', name: 'internet' });
    if (subnet.route(this.source)?.target !== 'internet-gateway') return this.lose(drops.notPublic(subnet.name));
    this.hops.push({ kind: 'internet-gateway', name: subnet.vpc.node.name });
    return this.deliver(subnet.vpc);
  }

  /** Out of a subnet in which the packet starts, or in which a NAT gateway has rewritten it. */
  private leave(subnet: Subnet): this {
    const { vpc, zone } = subnet;
    if (!this.filter(subnet, true, this.target.address)) return this;
    if (contains(vpc, this.target.address)) {
      this.hops.push({ kind: 'subnet', name: subnet.name, route: localRoute(vpc, this.target.address) });
      return this.deliver(vpc, subnet);
    }
    const route = this.routeOf(subnet);
    if (route?.target === 'nat-gateway') return this.translate(vpc, route.zone ?? zone);
    if (route?.target === 'internet-gateway') return this.toInternet(subnet);
    if (!route) return this;
    if (!vpc.attachment) return this.lose(drops.notAttached(vpc.node.name));
    const gate = vpc.attachmentSubnets.get(zone);
    if (!gate || !vpc.attachment.zones.includes(zone)) return this.lose(drops.noAttachmentSubnet(vpc.node.name, zone));
    return this.filter(gate, false, this.source) ? this.transit(vpc.attachment, zone) : this;
  }

  /** From an attachment into the route table of the transit gateway that it is associated with. */
  private transit(attachment: AttachmentNode, zone?: string): this {
    if (this.isLoop(`${attachment.name} ${zone} ${this.source}`))
      return this.lose(drops.loop(`attachment ${attachment.name}`));
    const { routeTable } = attachment;
    const table = routeTable === undefined ? undefined : this.network.tables.get(routeTable);
    if (routeTable === undefined || !table) return this.lose(drops.notAssociated(attachment.name));
    const route = table(this.target.address);
    if (!route) {
      this.hops.push({ kind: 'segment', name: routeTable });
      return this.lose(drops.noRoute(`segment ${routeTable}`, this.address));
    }
    const how = route.attachment === undefined ? 'blackhole' : route.kind;
    this.hops.push({ kind: 'segment', name: routeTable, route: `${route.cidr} ${how}` });
    const next = route.attachment === undefined ? undefined : this.network.attachments.get(route.attachment);
    if (!next) return this.lose(drops.blackhole(routeTable, route.cidr));
    if (next.kind === 'vpc') return this.enter(next, zone);
    this.hops.push({ kind: next.kind, name: next.name });
    if (next.kind === 'site') return this.arriveAtSite(next);
    const through = zoneWithin(next, zone);
    this.passages.push(passage(next, through));
    return this.transit(next, through);
  }

  private arriveAtSite(site: AttachmentNode): this {
    if (this.target.kind === 'internet') {
      this.exit = site;
      this.hops.push({ kind: 'internet', name: 'internet' });
    } else if (this.target.kind !== 'site' || this.target.attachment.name !== site.name)
      return this.lose(drops.elsewhere(`site ${site.name}`, this.address));
    return this;
  }

  /** Into a VPC by its attachment: as far as its subnets, or on by the route table of the attachment subnet. */
  private enter(attachment: AttachmentNode, from?: string): this {
    const vpc = this.network.vpcs.get(attachment.name);
    const zone = zoneWithin(attachment, from);
    const gate = zone === undefined ? undefined : vpc?.attachmentSubnets.get(zone);
    if (!vpc || !gate) return this.lose(drops.noAttachmentSubnet(attachment.name, zone ?? 'any zone'));
    if (!this.filter(gate, true, this.target.address)) return this;
    if (contains(vpc, this.target.address)) {
      this.hops.push({ kind: 'subnet', name: gate.name, route: localRoute(vpc, this.target.address) });
      return this.deliver(vpc);
    }
    const route = this.routeOf(gate);
    if (route?.target === 'internet-gateway') return this.lose(drops.noPublicAddress(gate.name));
    if (!route) return this;
    const translates = route.target === 'nat-gateway';
    this.passages.push(translates ? { name: attachment.name } : passage(attachment, zone));
    return translates ? this.translate(vpc, route.zone ?? gate.zone) : this.transit(attachment, zone);
  }

  /** Through the NAT gateway of a zone, which stands in a subnet with a route to the internet gateway if there is one. */
  private translate(vpc: Vpc, zone: string): this {
    const subnets = vpc.subnets.filter((one) => one.zone === zone && one.tier !== ATTACHMENT_TIER);
    const subnet = subnets.find((one) => one.route(this.target.address)?.target === 'internet-gateway') ?? subnets[0];
    if (!subnet) return this.lose(drops.noNatGateway(vpc.node.name, zone));
    if (this.isLoop(`${subnet.name} ${zone}`)) return this.lose(drops.loop(`the NAT gateway of ${subnet.name}`));
    if (!this.filter(subnet, false, this.source)) return this;
    this.hops.push({ kind: 'nat-gateway', name: `${vpc.node.name}/${zone}` });
    this.nats.push(subnet);
    this.source = subnet.block.first;
    return this.leave(subnet);
  }

  private toInternet(subnet: Subnet): this {
    if (this.target.kind !== 'internet') return this.lose(drops.privateOnInternet(subnet.name, this.address));
    this.hops.push({ kind: 'internet-gateway', name: subnet.vpc.node.name }, { kind: 'internet', name: 'internet' });
    return this;
  }

  /** By the local route to the target, if it is in this VPC. */
  private deliver(vpc: Vpc, from?: Subnet): this {
    const { target } = this;
    if (target.kind !== 'vpc' || target.subnet.vpc !== vpc)
      return this.lose(drops.elsewhere(`VPC ${vpc.node.name}`, this.address));
    if (target.subnet !== from && !this.filter(target.subnet, false, this.source)) return this;
    this.hops.push({ kind: 'subnet', name: target.subnet.name });
    return this;
  }

  private routeOf(subnet: Subnet): ReturnType<Subnet['route']> {
    const route = subnet.route(this.target.address);
    this.hops.push({
      kind: 'subnet',
      name: subnet.name,
      ...(route && { route: `${route.cidr} ${route.target}` }),
    });
    if (!route) this.lose(drops.noRoute(subnet.name, this.address));
    return route;
  }

  private filter(subnet: Subnet, egress: boolean, address: number): boolean {
    this.ports = subnet.acl(egress, address, this.ports, this.protocol);
    if (this.ports.length > 0) return true;
    this.hops.push({ kind: 'subnet', name: subnet.name });
    this.lose(drops.networkAcl(subnet.name, egress ? 'out' : 'in', nameOf(address)));
    return false;
  }

  private isLoop(place: string): boolean {
    if (this.visited.has(place)) return true;
    this.visited.add(place);
    return false;
  }

  private lose(why: LocalizedText): this {
    this.drop = why;
    return this;
  }
}

function nameOf(address: number): string {
  return address === INTERNET_ADDRESS ? 'internet' : ipv4Text(address);
}

function contains(vpc: Vpc, address: number): boolean {
  return vpc.blocks.some(({ first, last }) => first <= address && address <= last);
}

function localRoute(vpc: Vpc, address: number): string {
  const index = vpc.blocks.findIndex(({ first, last }) => first <= address && address <= last);
  return `${vpc.node.cidrs[index]} local`;
}

/**
 * Traffic stays in its zone where the attachment has an interface there. Appliance mode may take any zone, the same one for
 * both directions; to stay in the zone is one of these, and shows what each zone lacks.
 */
function zoneWithin({ zones }: AttachmentNode, zone?: string): string | undefined {
  return zone !== undefined && zones.includes(zone) ? zone : zones[0];
}

function passage({ name, applianceMode }: AttachmentNode, zone?: string): Passage {
  return { name, state: applianceMode ? name : `${name} ${zone}` };
}
