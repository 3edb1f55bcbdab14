import type { LocalizedText } from '../../../constructs';
import { type Html, html } from '../page/html';
import type { Topology, TopologyEdge, TopologyNode } from './topology';
import { type Point, placeTopology } from './topology-layout';

/** Width of a character of the labels, which are monospaced, in pixels; wide ones such as Korean take two. */
const NAME_CHARACTER = 8.2;
const DETAIL_CHARACTER = 7;
const PADDING = 12;
const HEIGHT = 46;
/** Characters of a label; a longer name is shortened in the middle and is whole in the tooltip. */
const MOST_CHARACTERS = 30;
/** A drawing of at most this width is scaled down to a wide screen and still read. */
const MOST_WIDTH_SCALED = 1500;
/** Routes that a tooltip lists. */
const MOST_ROUTES = 12;

/** The words of the kinds of lines. */
export const LINES: Readonly<Record<TopologyEdge['kind'], LocalizedText>> = {
  association: { ko: '연결(association)', en: 'association' },
  propagation: { ko: '전파된 경로', en: 'propagated routes' },
  static: { ko: '정적 경로', en: 'static routes' },
  internet: { ko: '인터넷 게이트웨이', en: 'internet gateway' },
};

/** A network as SVG; what surrounds it must say what it is. */
export function topologySvg(topology: Topology): Html {
  const direct = new Set(topology.edges.filter(({ from, to }) => from === to).map(({ from }) => from));
  const lines = (node: TopologyNode): Lines => linesOf(node, direct.has(node.id));
  const placed = placeTopology(topology, (node) => ({ width: widthOf(lines(node)), height: HEIGHT }));
  const labels = new Map(
    topology.nodes.map((node) => [node.id, node.kind === 'internet' ? 'internet' : titleOf(node)]),
  );
  const frames = [...placed.segments.values()].map(
    ({ x, y, width, height }) =>
      html`<rect class="frame" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="10"/>`,
  );
  const edges = placed.edges.map(({ edge, points }) => edgeMarkup(edge, points, labels));
  const nodes = placed.nodes.map(({ node, x, y, width, height }) => {
    const [first, second] = lines(node);
    const content = html`<title>${labels.get(node.id)}${node.detail === '' ? '' : ` · ${node.kind === 'segment' ? `경로 / routes: ${node.detail}` : node.detail}`}</title>
      <rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="${node.kind === 'segment' ? 20 : 5}"/>
      <text class="name" x="${px(x + PADDING)}" y="${px(y + 19)}">${spoken(first)}</text>
      <text class="detail" x="${px(x + PADDING)}" y="${px(y + 36)}">${spoken(second)}</text>`;
    return node.kind === 'segment'
      ? html`<a class="node segment" href="#segment-${node.name}">${content}</a>`
      : html`<g class="node ${node.kind}" role="img">${content}</g>`;
  });
  const fits = placed.width <= MOST_WIDTH_SCALED ? ' fits' : '';
  return html`<svg class="topology${fits}" xmlns="http://www.w3.org/2000/svg" width="${placed.width}" height="${placed.height}" viewBox="0 0 ${placed.width} ${placed.height}">
    ${frames}<g aria-hidden="true">${edges}</g>${nodes}</svg>`;
}

/** The two lines of a label. */
type Lines = readonly [LocalizedText, LocalizedText];

function linesOf({ kind, name, detail }: TopologyNode, reachesItself: boolean): Lines {
  const same = (text: string): LocalizedText => ({ ko: text, en: text });
  const title = same(shortened(name));
  const [block = '', ...more] = detail.split(' ');
  const blocks = more.length === 0 ? block : `${block} +${more.length}`;
  switch (kind) {
    case 'segment': {
      const mark = reachesItself ? ' ↺' : '';
      return [title, { ko: `세그먼트 · 경로 ${detail}${mark}`, en: `segment · routes ${detail}${mark}` }];
    }
    case 'vpc':
      return [title, same(`VPC ${blocks}`)];
    case 'vpcs':
      return [same(`VPC × ${name}`), { ko: '이 세그먼트', en: 'of this segment' }];
    case 'firewall':
      return [title, { ko: '방화벽', en: 'firewall' }];
    case 'site':
      return [title, { ko: `사업장 ${blocks}`, en: `site ${blocks}` }];
    case 'internet':
      return [{ ko: '인터넷', en: 'internet' }, same('0.0.0.0/0')];
  }
}

function titleOf({ kind, name, segment }: TopologyNode): string {
  return kind === 'vpcs' ? `${segment} VPC × ${name}` : name;
}

function shortened(name: string): string {
  if (name.length <= MOST_CHARACTERS) return name;
  const half = (MOST_CHARACTERS - 1) / 2;
  return `${name.slice(0, Math.ceil(half))}…${name.slice(-Math.floor(half))}`;
}

function widthOf([name, detail]: Lines): number {
  const columns = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u10ff' ? 2 : 1), 0);
  const width = ({ ko, en }: LocalizedText, character: number): number =>
    Math.max(columns(ko), columns(en)) * character;
  return Math.ceil(Math.max(width(name, NAME_CHARACTER), width(detail, DETAIL_CHARACTER))) + 2 * PADDING;
}

/** A sentence in both languages inside SVG text. */
function spoken({ ko, en }: LocalizedText): Html {
  return ko === en ? html`${ko}` : html`<tspan lang="ko">${ko}</tspan><tspan lang="en">${en}</tspan>`;
}

function edgeMarkup(
  { from, to, kind, both, routes }: TopologyEdge,
  points: readonly Point[],
  labels: ReadonlyMap<string, string>,
): Html {
  const { ko, en } = LINES[kind];
  const listed = routes.slice(0, MOST_ROUTES).join(', ');
  const rest = routes.length > MOST_ROUTES ? ` … +${routes.length - MOST_ROUTES}` : '';
  const path = curve(points);
  const heads = kind === 'association' ? [] : [head(points), ...(both ? [head([...points].reverse())] : [])];
  return html`<g class="edge ${kind}"><title>${labels.get(from)} ${both ? '↔' : '→'} ${labels.get(to)} · ${ko} / ${en}${routes.length === 0 ? '' : `: ${listed}${rest}`}</title>
    <path class="hit" d="${path}"/><path class="line" d="${path}"/>${heads.map((d) => html`<path class="head" d="${d}"/>`)}</g>`;
}

/** A curve that leaves and arrives straight, and passes between the points on its way. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points as [Point, ...Point[]];
  const pieces = rest.map((point, index) => {
    const next = rest[index + 1];
    return next ? `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}` : `L${at(point)}`;
  });
  return `M${at(first)}${pieces.join('')}`;
}

/** The head of an arrow at the last point. */
function head(points: readonly Point[]): string {
  const [before, tip] = points.slice(-2) as [Point, Point];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [x, y] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const wing = (side: number): Point => ({ x: tip.x - 9 * x - 4 * side * y, y: tip.y - 9 * y + 4 * side * x });
  return `M${at(tip)}L${at(wing(1))}L${at(wing(-1))}Z`;
}

function at({ x, y }: Point): string {
  return `${px(x)} ${px(y)}`;
}

/** A length with one decimal, so that the last bits of a sum do not show. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
