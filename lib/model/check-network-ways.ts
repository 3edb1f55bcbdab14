import { ipv4Block, ipv4Overlaps } from '../../constructs/ipv4';
import type { ConfigPath } from '../config/problem';
import type { NetworkConfig } from '../config/schema/network';
import { groupBy } from '../group-by';
import { type PlacedBlock, placedBlocks, writtenVpcs } from './check-network-blocks';
import type { SegmentConfig } from './network-context';
import type { NetworkModel } from './network-model';

/** How the table of one segment leads to another, and the place that says so. */
export interface Way {
  readonly kind: 'direct' | 'inspected';
  readonly path: ConfigPath;
}

/** The segments as a graph, as far as the config tells; what packets really do is read from the templates later. */
export class SegmentWays {
  /** Names of the segments that have addresses; traffic comes from no other. */
  readonly populated: ReadonlySet<string>;
  /** Segment of the egress VPC. @default - there is no egress VPC */
  readonly egress?: string;
  /** Segment of the firewall. @default - there is no firewall */
  readonly firewall?: string;
  private readonly segments: ReadonlyMap<string, { readonly segment: SegmentConfig; readonly index: number }>;
  private readonly blocks: ReadonlyMap<string, readonly PlacedBlock[]>;
  /** What a route to the internet leads to, by name. */
  private readonly exits: ReadonlyMap<string, Way['kind']>;

  constructor(config: NetworkConfig, network: NetworkModel) {
    const vpcs = writtenVpcs(config);
    this.segments = new Map(config.segments.map((segment, index) => [segment.name, { segment, index }]));
    this.blocks = groupBy(
      placedBlocks(config).filter(({ segment }) => segment !== undefined),
      ({ segment }) => segment ?? '',
    );
    this.populated = new Set([...this.blocks.keys(), ...vpcs.map(({ vpc }) => vpc.segment)]);
    const egress = vpcs.find(({ role }) => role === 'egress')?.vpc;
    this.egress = egress?.segment;
    this.firewall = config.inspection?.segment;
    this.exits = new Map([
      ...(egress ? [[egress.name, 'direct'] as const] : []),
      ...(network.firewall ? [[network.firewall.name, 'inspected'] as const] : []),
    ]);
  }

  /** Place of a segment in the file. @default - there is no such segment */
  indexOf(name: string): number | undefined {
    return this.segments.get(name)?.index;
  }

  /** The way from one segment to another; the more specific one when there are two. */
  between(from: string, to: string): Way | undefined {
    const { segment, index = -1 } = this.segments.get(from) ?? {};
    if (!segment) return undefined;
    const reaches = segment.reaches?.indexOf(to) ?? -1;
    if (reaches >= 0) return { kind: 'direct', path: ['segments', index, 'reaches', reaches] };
    const inspected = segment.inspected?.indexOf(to) ?? -1;
    if (inspected >= 0) return { kind: 'inspected', path: ['segments', index, 'inspected', inspected] };
    return this.written(segment, index, to) ?? (to === this.egress ? this.toInternet(from) : undefined);
  }

  /** The way from a segment to the internet, the one that is written by hand included. */
  toInternet(from: string): Way | undefined {
    const { segment, index = -1 } = this.segments.get(from) ?? {};
    const { internet = 'none', routes = [] } = segment ?? {};
    if (internet !== 'none') {
      return { kind: internet, path: ['segments', index, 'internet'] };
    }
    // A default route to a site is no way to the internet that is known here.
    const route = routes.findIndex(({ cidr, to = '' }) => ipv4Block(cidr).netmask === 0 && this.exits.has(to));
    const kind = this.exits.get(routes[route]?.to ?? '');
    return kind && { kind, path: ['segments', index, 'routes', route] };
  }

  /** A route that is written by hand and leads to a part of the segment at least. */
  private written({ routes = [] }: SegmentConfig, index: number, to: string): Way | undefined {
    const blocks = this.blocks.get(to) ?? [];
    const route = routes.findIndex((candidate) => {
      const block = ipv4Block(candidate.cidr);
      return candidate.to !== undefined && block.netmask > 0 && blocks.some((other) => ipv4Overlaps(block, other));
    });
    if (route < 0) return undefined;
    const kind = this.exits.get(routes[route]?.to ?? '') ?? 'direct';
    return { kind, path: ['segments', index, 'routes', route] };
  }
}
