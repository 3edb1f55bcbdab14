import { type Ipv4Block, ipv4Block, ipv4Cidr, ipv4Overlaps, ipv4Size } from '../../constructs';
import type { NetworkModel } from '../model/network-model';

/** What the templates do not tell, because only the deployment decides it or because it exists already. */
export interface NetworkFacts {
  /** A block of the pool for each VPC whose block IPAM chooses, by VPC name. */
  readonly blocks: Readonly<Record<string, string>>;
  /** On-premises networks that are attached. */
  readonly sites: readonly {
    readonly name: string;
    readonly attachmentId: string;
    readonly cidrs: readonly string[];
  }[];
  /** Route tables that are adopted, with the segment that each is. */
  readonly routeTables: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The facts that the model knows. IPAM may choose other blocks than these, but of the same pool: reachability is the same,
 * as long as routes name whole pools.
 *
 * @throws Error when a pool is too small for its VPCs
 */
export function networkFacts({ vpcs, addressPools, sites, segments }: NetworkModel): NetworkFacts {
  const taken = vpcs.flatMap(({ cidr }) => (cidr === undefined ? [] : [ipv4Block(cidr)]));
  const blocks: Record<string, string> = {};
  for (const pool of addressPools) {
    const free = pool.cidrs.map(ipv4Block).map(({ first, last }) => ({ next: first, last }));
    // The largest first: then no address is lost between two blocks.
    const wanted = vpcs
      .flatMap(({ name, pool: from }) => (from?.name === pool.name ? [{ name, netmask: from.netmask }] : []))
      .sort((a, b) => a.netmask - b.netmask || (a.name < b.name ? -1 : 1));
    for (const { name, netmask } of wanted) {
      const block = take(free, netmask, taken);
      if (!block)
        throw new Error(`pool ${JSON.stringify(pool.name)} has no /${netmask} left for VPC ${JSON.stringify(name)}`);
      blocks[name] = ipv4Cidr(block);
    }
  }
  return {
    blocks,
    sites: sites.flatMap(({ name, attachmentId, cidrs }) =>
      attachmentId === undefined ? [] : [{ name, attachmentId, cidrs }],
    ),
    routeTables: segments.flatMap(({ name, routeTableId: id }) => (id === undefined ? [] : [{ id, name }])),
  };
}

function take(
  free: { next: number; readonly last: number }[],
  netmask: number,
  taken: readonly Ipv4Block[],
): Ipv4Block | undefined {
  const size = ipv4Size(netmask);
  for (const range of free) {
    let first = Math.ceil(range.next / size) * size;
    while (first + size - 1 <= range.last) {
      const block = { first, last: first + size - 1, netmask };
      const other = taken.find((one) => ipv4Overlaps(one, block));
      if (!other) {
        range.next = first + size;
        return block;
      }
      first = Math.ceil((other.last + 1) / size) * size;
    }
  }
  return undefined;
}
