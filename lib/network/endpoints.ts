import { ATTACHMENT_TIER, ipv4Block, ipv4Overlaps } from '../../constructs';
import type { CompiledNetwork } from './compiled-network';
import type { NetworkGraph } from './network-graph';
import { INTERNET_ADDRESS, type Party } from './packet-walk';
import type { Endpoint } from './reachability-matrix';

/** An endpoint with the addresses that stand for it. */
export interface EndpointParties {
  readonly endpoint: Endpoint;
  /** Zone that packets start or end in. @default - it has no zones */
  readonly parties: readonly { readonly party: Party; readonly zone?: string }[];
  /** Endpoints of one class reach the same, and are reached by the same. */
  readonly shape: string;
}

/**
 * The endpoints of a network: VPCs by name, sites by name, `internet`.
 *
 * Each block is cut where a route or a network ACL begins or ends, and every piece that is treated differently gets an
 * address that stands for it: that is why one packet for each tells about all addresses.
 */
export function endpointsOf(graph: NetworkGraph, network: CompiledNetwork): EndpointParties[] {
  const pieces = cutter(graph);
  const mark = marker(network);
  const vpcs = [...network.vpcs.values()].map((vpc) => {
    const { name, account, cidrs } = vpc.node;
    const found = new Map<string, { party: Party; zone: string }>();
    for (const subnet of vpc.subnets) {
      if (subnet.tier === ATTACHMENT_TIER) continue;
      for (const address of pieces(subnet.block.first, subnet.block.last)) {
        const key = `${subnet.zone} ${subnet.shape} ${mark(address, name)}`;
        if (!found.has(key)) found.set(key, { party: { kind: 'vpc', subnet, address }, zone: subnet.zone });
      }
    }
    const { attachment, attachmentSubnets } = vpc;
    const inside = [...attachmentSubnets].map(([zone, { shape }]) => [zone, shape]);
    return {
      endpoint: { name, kind: 'vpc' as const, ...segmentOf(attachment), account, cidrs },
      parties: [...found.values()],
      shape: JSON.stringify([
        attachment && [attachment.routeTable, attachment.zones, attachment.applianceMode],
        inside,
        [...found.keys()],
      ]),
    };
  });
  const sites = [...network.attachments.values()]
    .filter(({ kind }) => kind === 'site')
    .map((attachment) => {
      const { name, cidrs } = attachment;
      const found = new Map<number, { party: Party }>();
      for (const { first, last } of cidrs.map(ipv4Block))
        for (const address of pieces(first, last)) {
          const key = mark(address, name);
          if (!found.has(key)) found.set(key, { party: { kind: 'site', attachment, address } });
        }
      const endpoint = { name, kind: 'site' as const, ...segmentOf(attachment), cidrs };
      return { endpoint, parties: [...found.values()], shape: name };
    });
  const internet = {
    endpoint: { name: 'internet', kind: 'internet' as const, cidrs: ['0.0.0.0/0'] },
    parties: [{ party: { kind: 'internet' as const, address: INTERNET_ADDRESS } }],
    shape: 'internet',
  };
  const single = overlapping(graph);
  const unlike = vpcs.map((one) => (single.has(one.endpoint.name) ? { ...one, shape: one.endpoint.name } : one));
  return [...unlike.sort(byName), ...sites.sort(byName), internet];
}

function segmentOf(attachment: { readonly routeTable?: string } | undefined): { segment?: string } {
  return attachment?.routeTable === undefined ? {} : { segment: attachment.routeTable };
}

function byName(a: EndpointParties, b: EndpointParties): number {
  return a.endpoint.name < b.endpoint.name ? -1 : 1;
}

/** Cuts a range of addresses where a route or a rule begins or ends; gives the first address of each piece. */
function cutter({ vpcs, routeTables }: NetworkGraph): (first: number, last: number) => number[] {
  const cidrs = new Set<string>();
  for (const { routes } of routeTables) for (const { cidr } of routes) cidrs.add(cidr);
  for (const { subnets } of vpcs)
    for (const { routes, networkAcl = [] } of subnets)
      for (const { cidr } of [...routes, ...networkAcl]) cidrs.add(cidr);
  const cuts = new Set<number>();
  for (const { first, last } of [...cidrs].map(ipv4Block)) cuts.add(first).add(last + 1);
  const sorted = [...cuts].sort((a, b) => a - b);
  return (first, last) => {
    let low = 0;
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) <= first) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < sorted.length && (sorted[end] as number) <= last) end++;
    return [first, ...sorted.slice(low, end)];
  };
}

/** Numbers the addresses by what every table and ACL does with them: equal numbers are treated alike. */
function marker(network: CompiledNetwork): (address: number, owner: string) => number {
  const marks = new Map<string, number>();
  const tables = [...network.tables.values()];
  return (address, owner) => {
    const how = tables.map((table) => {
      const route = table(address);
      // To its own attachment, whichever that is: so the VPCs of a segment can be alike.
      return route ? (route.attachment === owner ? '=' : route.attachment) : '-';
    });
    for (const table of network.subnetTables) {
      const route = table(address);
      how.push(route ? `${route.target} ${route.zone}` : '-');
    }
    for (const { first, last } of network.aclBlocks) how.push(first <= address && address <= last ? 'y' : 'n');
    const key = how.join();
    const mark = marks.get(key) ?? marks.size;
    marks.set(key, mark);
    return mark;
  };
}

/** VPCs whose addresses another VPC or a site has as well: local routes then decide, which no class shares. */
function overlapping({ vpcs, attachments }: NetworkGraph): Set<string> {
  const sites = attachments.filter(({ kind }) => kind === 'site');
  const blocks = [...vpcs, ...sites]
    .flatMap(({ name, cidrs }) => cidrs.map((cidr) => ({ name, block: ipv4Block(cidr) })))
    .sort((a, b) => a.block.first - b.block.first);
  const found = new Set<string>();
  let widest = blocks[0];
  for (const one of blocks.slice(1)) {
    if (widest && widest.name !== one.name && ipv4Overlaps(widest.block, one.block))
      found.add(widest.name).add(one.name);
    if (!widest || one.block.last > widest.block.last) widest = one;
  }
  return found;
}
