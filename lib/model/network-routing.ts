import { canonicalCidr } from '../../constructs/ipv4';
import type { ConfigPath } from '../config/problem';
import type { ProblemList } from './model-problem';
import { given, type SegmentConfig } from './network-context';
import type { NetworkModel, TransitRouting } from './network-model';

/** Rows that routes are made of. */
export type RoutedRows = Pick<NetworkModel, 'supernets' | 'addressPools' | 'vpcs' | 'firewall' | 'sites'>;

const DEFAULT_ROUTE = '0.0.0.0/0';

/** An attachment as the tables see it. */
interface RoutedAttachment {
  readonly name: string;
  readonly segment: string;
  /** How other tables learn its blocks. */
  readonly announces: 'by propagation' | 'by static routes' | 'nothing';
  readonly blocks: readonly string[];
  readonly path: ConfigPath;
}

interface StaticRoute {
  /** @default - a blackhole */
  readonly attachment?: string;
  /** Place of the config that the route follows from. */
  readonly path: ConfigPath;
}

/**
 * The associations, propagations and static routes that follow from the segments.
 *
 * A static route wins over a propagated one of the same block, so no blackhole is written for a block that is reached.
 *
 * @param segments - the segments as they are written
 * @param rows - everything that is attached; what is not there yet gets no route
 * @param list - receives the routes that contradict each other
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export function transitRouting(
  segments: readonly SegmentConfig[],
  rows: RoutedRows,
  list: ProblemList,
): TransitRouting {
  const attachments = routedAttachments(rows);
  const bySegment = new Map<string, RoutedAttachment[]>();
  for (const { name } of segments) bySegment.set(name, []);
  for (const attachment of attachments) bySegment.get(attachment.segment)?.push(attachment);
  return {
    associations: attachments.map(({ name, segment }) => ({ attachment: name, segment })),
    propagations: segments.flatMap(({ name, reaches = [] }) =>
      [...new Set(reaches)]
        .flatMap((reached) => bySegment.get(reached) ?? [])
        .filter(({ announces }) => announces === 'by propagation')
        .map((attachment) => ({ attachment: attachment.name, segment: name })),
    ),
    routes: segments.flatMap((segment, index) => {
      const reached = (segment.reaches ?? []).flatMap((name) => bySegment.get(name) ?? []);
      const table = followingRoutes(segments, index, reached, rows);
      addWrittenRoutes(segment, index, new Set(attachments.map(({ name }) => name)), table, list);
      return [...table].map(([cidr, { attachment }]) => ({
        segment: segment.name,
        cidr,
        ...given('attachment', attachment),
      }));
    }),
  };
}

function routedAttachments({ vpcs, firewall, sites, addressPools }: RoutedRows): RoutedAttachment[] {
  const pools = new Map(addressPools.map(({ name, cidrs }) => [name, cidrs]));
  return [
    ...vpcs.map(({ name, segment, cidr, pool, source }) => ({
      name,
      segment,
      announces: 'by propagation' as const,
      blocks: cidr === undefined ? (pools.get(pool?.name ?? '') ?? []) : [cidr],
      path: source.path,
    })),
    ...(firewall
      ? [
          {
            name: firewall.name,
            segment: firewall.segment,
            announces: 'nothing' as const,
            blocks: [],
            path: firewall.source.path,
          },
        ]
      : []),
    ...sites
      .filter(({ attachmentId }) => attachmentId !== undefined)
      .map(({ name, segment, cidrs, vpn, source }) => ({
        name,
        segment,
        // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html: without BGP nothing is propagated.
        announces: vpn?.staticRoutes ? ('by static routes' as const) : ('by propagation' as const),
        blocks: cidrs,
        path: source.path,
      })),
  ];
}

/** The static routes of one table that nobody wrote; the first one of a block stays. */
function followingRoutes(
  segments: readonly SegmentConfig[],
  index: number,
  reached: readonly RoutedAttachment[],
  { supernets, vpcs, firewall }: RoutedRows,
): Map<string, StaticRoute> {
  const segment = segments[index] as SegmentConfig;
  const { reaches = [], inspected = [], internet = 'none' } = segment;
  const indexes = new Map(segments.map((other, at) => [other.name, at]));
  const cidrsOf = (other: string) => segments[indexes.get(other) ?? -1]?.cidrs ?? [];
  const table = new Map<string, StaticRoute>();
  const put = (cidr: string, path: ConfigPath, attachment?: string): void => {
    const canonical = canonicalCidr(cidr);
    if (!table.has(canonical)) table.set(canonical, { path, ...given('attachment', attachment) });
  };

  for (const site of reached)
    if (site.announces === 'by static routes') for (const cidr of site.blocks) put(cidr, site.path, site.name);
  if (firewall)
    for (const [nth, other] of inspected.entries())
      for (const cidr of cidrsOf(other)) put(cidr, ['segments', index, 'inspected', nth], firewall.name);
  const egress = vpcs.filter(({ role }) => role === 'egress');
  const exit = {
    none: undefined,
    inspected: firewall?.name,
    direct: egress.length === 1 ? egress[0]?.name : undefined,
  };
  if (exit[internet] !== undefined) put(DEFAULT_ROUTE, ['segments', index, 'internet'], exit[internet]);

  const open = new Set(
    [...[...reaches, ...inspected].flatMap(cidrsOf), ...reached.flatMap(({ blocks }) => blocks)].map(canonicalCidr),
  );
  const drop = (cidr: string, path: ConfigPath): void => {
    if (!open.has(canonicalCidr(cidr))) put(cidr, path);
  };
  for (const [at, other] of segments.entries()) {
    if (reaches.includes(other.name) || inspected.includes(other.name)) continue;
    for (const [nth, cidr] of (other.cidrs ?? []).entries()) drop(cidr, ['segments', at, 'cidrs', nth]);
  }
  // A private address that nobody owns must not leave through the default route.
  if (exit[internet] !== undefined) for (const [nth, cidr] of supernets.entries()) drop(cidr, ['supernets', nth]);
  return table;
}

function addWrittenRoutes(
  segment: SegmentConfig,
  index: number,
  attachments: ReadonlySet<string>,
  table: Map<string, StaticRoute>,
  list: ProblemList,
): void {
  for (const [nth, { cidr, to }] of (segment.routes ?? []).entries()) {
    const path = ['segments', index, 'routes', nth];
    const canonical = canonicalCidr(cidr);
    const before = table.get(canonical);
    if (before) {
      const place = list.place(before.path);
      const target = before.attachment ?? 'blackhole';
      list.error([...path, 'cidr'], {
        en: `${canonical} already goes to ${target} here, as follows from ${place}; a block has one target, so remove this route, or write a narrower block`,
        ko: `${canonical}은(는) ${place}에 따라 이미 ${target}(으)로 갑니다. 블록 하나의 대상은 하나입니다: 이 경로를 지우거나 더 좁은 블록을 적으세요`,
      });
    } else if (to === undefined || attachments.has(to)) {
      table.set(canonical, { path, ...given('attachment', to) });
    }
  }
}
