import type { Topology, TopologyEdge, TopologyNode } from './topology';

type Dagre = typeof import('@dagrejs/dagre', { with: { 'resolution-mode': 'import' }});

// The package has a CommonJS build but types for modules only, so that an import would be refused.
const { Graph, layout }: Dagre = require('@dagrejs/dagre');

/** A place in the drawing, in pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle, in pixels; `x` and `y` are its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing with every place worked out. */
export interface PlacedTopology {
  readonly width: number;
  readonly height: number;
  /** The frame of each segment, by its name. */
  readonly segments: ReadonlyMap<string, Box>;
  readonly nodes: readonly (Box & { readonly node: TopologyNode })[];
  readonly edges: readonly { readonly edge: TopologyEdge; readonly points: readonly Point[] }[];
}

/** Size of a box that holds its labels. */
export type SizeOf = (node: TopologyNode) => { readonly width: number; readonly height: number };

const FRAME = 'frame:';

/** Lays out a network with dagre, segments as frames round their members; equal input gives equal places. */
export function placeTopology({ nodes, edges }: Topology, sizeOf: SizeOf): PlacedTopology {
  const graph = new Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 28, edgesep: 10, marginx: 12, marginy: 12 });
  const segments = [...new Set(nodes.flatMap(({ segment }) => (segment === undefined ? [] : [segment])))];
  for (const segment of segments) graph.setNode(FRAME + segment, {});
  for (const node of nodes) {
    graph.setNode(node.id, { ...sizeOf(node) });
    if (node.segment !== undefined) graph.setParent(node.id, FRAME + node.segment);
  }
  const depthOf = depths(nodes, edges);
  const drawn = edges
    .filter(({ from, to }) => from !== to)
    .map((edge) => ({ edge, backwards: depthOf(edge.from) > depthOf(edge.to) }));
  for (const { edge, backwards } of drawn) {
    const [start, end] = backwards ? [edge.to, edge.from] : [edge.from, edge.to];
    graph.setEdge(start, end, { weight: edge.kind === 'association' ? 4 : 1 }, nameOf(edge));
  }
  layout(graph);
  const { width, height } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    segments: new Map(segments.map((segment) => [segment, corner(graph.node(FRAME + segment))])),
    nodes: nodes.map((node) => ({ node, ...corner(graph.node(node.id)) })),
    edges: drawn.map(({ edge, backwards }) => ({
      edge,
      points: backwards
        ? [...graph.edge(edge.to, edge.from, nameOf(edge)).points].reverse()
        : graph.edge(edge.from, edge.to, nameOf(edge)).points,
    })),
  };
}

/** Lines between the same boxes are told apart by their direction as well, for dagre may be given both in one. */
function nameOf({ from, kind }: TopologyEdge): string {
  return `${kind} ${from}`;
}

/**
 * How far towards the internet a box is drawn: workloads first, then inspection, then the way out.
 *
 * Routes lead both ways, so that the graph alone has no beginning.
 */
function depths(nodes: Topology['nodes'], edges: Topology['edges']): (id: string) => number {
  const segmentOf = new Map(nodes.map(({ id, segment }) => [id, segment]));
  const inspecting = new Set(nodes.filter(({ kind }) => kind === 'firewall').map(({ segment }) => segment));
  const outlets = new Set(edges.filter(({ kind }) => kind === 'internet').map(({ from }) => segmentOf.get(from)));
  return (id) => {
    const segment = segmentOf.get(id);
    if (segment === undefined) return id.startsWith('internet:') ? 3 : 0;
    if (outlets.has(segment)) return 2;
    return inspecting.has(segment) ? 1 : 0;
  };
}

/** Dagre tells the middle of a box. */
function corner({ x, y, width, height }: Box): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
