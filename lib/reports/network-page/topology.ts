import type { AttachmentNode, NetworkGraph, TransitRoute, VpcNode } from '../../network/network-graph';

/** With more VPCs than this those of a segment are one node with their number. */
export const MOST_VPCS_DRAWN = 40;

/** A box of the drawing. */
export interface TopologyNode {
  readonly id: string;
  /** `vpcs` stands for several. */
  readonly kind: 'segment' | 'vpc' | 'vpcs' | 'firewall' | 'site' | 'internet';
  /** Name of what it is; the number of VPCs for `vpcs`. */
  readonly name: string;
  /** CIDR blocks. */
  readonly detail: string;
  /** Segment whose box it lies in. @default - it lies in none */
  readonly segment?: string;
}

/** A line of the drawing; packets follow it. */
export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  /** `internet`: by an internet gateway. */
  readonly kind: 'association' | 'propagation' | 'static' | 'internet';
  /** Whether the same holds the other way round. */
  readonly both: boolean;
  /** Routes that it stands for. */
  readonly routes: readonly string[];
}

/** What is drawn of a network. */
export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
}

const ROUTE_TABLE = 'segment:';
const INTERNET = 'internet:';

/**
 * Boxes and lines of a network.
 *
 * A propagation leads from the table that holds it to the table of the attachment that propagates, so that one line stands
 * for a whole segment. Blackholes lead nowhere and are left out.
 */
export function topologyOf({ vpcs, attachments, routeTables }: NetworkGraph): Topology {
  const named = namedVpcs(vpcs, routeTables);
  const boxes = new Map<string, string>();
  const nodes: TopologyNode[] = routeTables.map(({ name, routes }) => ({
    id: ROUTE_TABLE + name,
    kind: 'segment',
    name,
    detail: String(routes.length),
    segment: name,
  }));
  const rest = new Map<string, AttachmentNode[]>();
  for (const attachment of attachments) {
    const { name, kind, cidrs, routeTable } = attachment;
    if (kind === 'vpc' && routeTable !== undefined && !named.has(name)) {
      boxes.set(name, `vpcs:${routeTable}`);
      rest.set(routeTable, [...(rest.get(routeTable) ?? []), attachment]);
      continue;
    }
    boxes.set(name, `${kind}:${name}`);
    nodes.push({ id: `${kind}:${name}`, kind, name, detail: cidrs.join(' '), ...inside(routeTable) });
  }
  for (const [segment, members] of rest) {
    nodes.push({ id: `vpcs:${segment}`, kind: 'vpcs', name: String(members.length), detail: '', segment });
  }
  for (const { name, cidrs } of vpcs) {
    if (!boxes.has(name)) nodes.push({ id: `vpc:${name}`, kind: 'vpc', name, detail: cidrs.join(' ') });
  }

  const edges = new Edges();
  const tableOf = new Map(attachments.map(({ name, routeTable }) => [name, routeTable]));
  for (const { name, routeTable } of attachments) {
    if (routeTable !== undefined) edges.add(boxes.get(name) as string, ROUTE_TABLE + routeTable, 'association');
  }
  for (const { name, routes } of routeTables) {
    for (const { cidr, kind, attachment } of routes) {
      if (attachment === undefined) continue;
      const table = tableOf.get(attachment);
      if (kind === 'propagated' && table !== undefined) {
        edges.add(ROUTE_TABLE + name, ROUTE_TABLE + table, 'propagation', cidr);
      } else edges.add(ROUTE_TABLE + name, boxes.get(attachment) as string, TRANSIT[kind], cidr);
    }
  }
  const outlets = vpcs.filter(hasInternetGateway);
  if (outlets.length > 0) {
    nodes.push({ id: INTERNET, kind: 'internet', name: 'internet', detail: '' });
    for (const { name } of outlets) edges.add(boxes.get(name) ?? `vpc:${name}`, INTERNET, 'internet');
  }
  return { nodes, edges: edges.merged() };
}

const TRANSIT = { static: 'static', propagated: 'propagation' } as const;

function inside(segment: string | undefined): Pick<TopologyNode, 'segment'> {
  return segment === undefined ? {} : { segment };
}

/** VPCs with a box of their own: all of a small network, else those that a static route or the internet leads to. */
function namedVpcs(vpcs: readonly VpcNode[], routeTables: NetworkGraph['routeTables']): ReadonlySet<string> {
  if (vpcs.length <= MOST_VPCS_DRAWN) return new Set(vpcs.map(({ name }) => name));
  const targets = routeTables.flatMap(({ routes }) =>
    routes.flatMap(({ kind, attachment }: TransitRoute) =>
      kind === 'static' && attachment !== undefined ? [attachment] : [],
    ),
  );
  return new Set([...targets, ...vpcs.filter(hasInternetGateway).map(({ name }) => name)]);
}

function hasInternetGateway({ subnets }: VpcNode): boolean {
  return subnets.some(({ routes }) => routes.some(({ target }) => target === 'internet-gateway'));
}

/** Lines by their ends and kind; what leads both ways becomes one. */
class Edges {
  private readonly lines = new Map<string, Omit<TopologyEdge, 'both' | 'routes'> & { readonly routes: Set<string> }>();

  add(from: string, to: string, kind: TopologyEdge['kind'], route?: string): void {
    const key = JSON.stringify([from, to, kind]);
    const line = this.lines.get(key) ?? { from, to, kind, routes: new Set<string>() };
    if (route !== undefined) line.routes.add(route);
    this.lines.set(key, line);
  }

  merged(): TopologyEdge[] {
    const done = new Set<string>();
    return [...this.lines].flatMap(([key, { from, to, kind, routes }]) => {
      if (done.has(key)) return [];
      const back = JSON.stringify([to, from, kind]);
      done.add(back);
      const other = from === to ? undefined : this.lines.get(back);
      return { from, to, kind, both: other !== undefined, routes: [...new Set([...routes, ...(other?.routes ?? [])])] };
    });
  }
}
