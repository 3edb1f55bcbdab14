import { type TopologyEdge, topologyOf } from '../../../lib/reports/network-page/topology';
import { placeTopology } from '../../../lib/reports/network-page/topology-layout';
import { topologySvg } from '../../../lib/reports/network-page/topology-svg';
import { attachment, GRAPH, grownGraph, propagated, statics, vpc } from './network.fixtures';

const lines = (edges: readonly TopologyEdge[]): string[] =>
  edges.map(({ from, to, kind, both }) => `${from} ${both ? '<>' : '>'} ${to} ${kind}`);

describe('topologyOf', () => {
  const { nodes, edges } = topologyOf(GRAPH);

  test('draws every segment, VPC, firewall, site and the internet, each in the frame of its segment', () => {
    const places = nodes.map(({ id, segment }) => `${id} in ${segment ?? 'none'}`).sort();
    expect(places).toEqual(
      [
        'firewall:firewall in inspection',
        'internet: in none',
        'segment:egress in egress',
        'segment:inspection in inspection',
        'segment:nonprod in nonprod',
        'segment:onprem in onprem',
        'segment:prod in prod',
        'segment:shared in shared',
        'site:seoul-office in onprem',
        'vpc:internet-egress in egress',
        'vpc:payments-prod in prod',
        'vpc:shared-services in shared',
        'vpc:shop-dev in nonprod',
        'vpc:shop-prod in prod',
      ].sort(),
    );
  });

  test.each([
    ['an association leads to the table', 'vpc:shop-prod > segment:prod association'],
    ['a static route leads to its target', 'segment:prod > firewall:firewall static'],
    [
      'propagations lead to the segment that propagates, both ways in one line',
      'segment:prod <> segment:shared propagation',
    ],
    ['and one way where only one table holds them', 'segment:inspection > segment:onprem propagation'],
    ['an internet gateway leads out', 'vpc:internet-egress > internet: internet'],
  ])('%s', (_, line) => expect(lines(edges)).toContain(line));

  test('routes of one line are told together, blackholes not at all', () => {
    const inspected = edges.find(({ from, kind }) => from === 'segment:prod' && kind === 'static');
    expect(inspected?.routes).toEqual(['10.16.0.0/14', '192.168.0.0/16', '0.0.0.0/0']);
    expect(edges.flatMap(({ routes }) => routes)).not.toContain('10.32.0.0/14');
  });

  test('what is attached to nothing stands alone', () => {
    const { nodes: all, edges: none } = topologyOf({
      vpcs: [vpc('alone', '10.0.0.0/20')],
      attachments: [attachment('office', undefined, ['192.168.0.0/16'], 'site')],
      routeTables: [],
    });
    expect(all.map(({ id, segment }) => [id, segment])).toEqual([
      ['site:office', undefined],
      ['vpc:alone', undefined],
    ]);
    expect(none).toEqual([]);
  });

  test('a propagated attachment that sends to no table is drawn as target itself', () => {
    const graph = {
      vpcs: [],
      attachments: [attachment('office', undefined, ['192.168.0.0/16'], 'site')],
      routeTables: [{ name: 'prod', routes: [propagated('192.168.0.0/16', 'office')] }],
    };
    expect(lines(topologyOf(graph).edges)).toEqual(['segment:prod > site:office propagation']);
  });

  test.each([
    [40, 40, 0],
    [41, 0, 4],
  ])('%i VPCs are %i boxes and %i counts', (count, boxes, counts) => {
    const { nodes: all } = topologyOf(grownGraph(count, 4));
    expect(all.filter(({ kind }) => kind === 'vpc')).toHaveLength(boxes);
    expect(all.filter(({ kind }) => kind === 'vpcs')).toHaveLength(counts);
  });

  test('among many, a VPC that a static route or an internet gateway makes special keeps its box', () => {
    const many = grownGraph(60, 4);
    const graph = {
      vpcs: [
        ...many.vpcs,
        vpc('out', '10.99.0.0/20', { cidr: '0.0.0.0/0', target: 'internet-gateway' }),
        vpc('hub', '10.98.0.0/20'),
      ],
      attachments: [
        ...many.attachments,
        attachment('out', 'segment-0', ['10.99.0.0/20']),
        attachment('hub', 'segment-1', ['10.98.0.0/20']),
      ],
      routeTables: [...many.routeTables, { name: 'more', routes: [statics('10.98.0.0/20', 'hub')] }],
    };
    const { nodes: all, edges: some } = topologyOf(graph);
    expect(all.filter(({ kind }) => kind === 'vpc').map(({ name }) => name)).toEqual(['out', 'hub']);
    expect(all.find(({ id }) => id === 'vpcs:segment-0')?.name).toBe('15');
    expect(lines(some)).toEqual(
      expect.arrayContaining([
        'vpc:out > internet: internet',
        'segment:more > vpc:hub static',
        'vpcs:segment-0 > segment:segment-0 association',
      ]),
    );
  });
});

describe('placeTopology', () => {
  const size = { width: 100, height: 40 };
  const placed = placeTopology(topologyOf(GRAPH), () => size);
  const node = (id: string) => placed.nodes.find((one) => one.node.id === id) as (typeof placed.nodes)[number];

  test.each([
    ['small', GRAPH],
    ['40 VPCs', grownGraph(40, 6)],
    ['1,000 VPCs', grownGraph(1000, 12)],
  ])('no two boxes of a %s network overlap, and each lies in the frame of its segment', (_, graph) => {
    const { nodes, segments, width, height } = placeTopology(topologyOf(graph), () => size);
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect({ a: a.node.id, b: b.node.id, apart }).toMatchObject({ apart: true });
      }
      const frame = segments.get(a.node.segment ?? '') ?? { x: 0, y: 0, width, height };
      expect(a.x).toBeGreaterThanOrEqual(frame.x);
      expect(a.y).toBeGreaterThanOrEqual(frame.y);
      expect(a.x + a.width).toBeLessThanOrEqual(frame.x + frame.width);
      expect(a.y + a.height).toBeLessThanOrEqual(frame.y + frame.height);
    }
  });

  test('a reader goes from the workloads through inspection to the internet', () => {
    const order = ['vpc:shop-prod', 'segment:prod', 'firewall:firewall', 'vpc:internet-egress', 'internet:'];
    const columns = order.map((id) => node(id).x);
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
    expect(new Set(columns).size).toBe(order.length);
  });

  test('a line that is laid out backwards still starts at its start', () => {
    const line = placed.edges.find(({ edge }) => edge.from === 'segment:inspection' && edge.to === 'segment:onprem');
    const [start, end] = [line?.points[0], line?.points.at(-1)];
    expect(start?.x).toBeGreaterThan(end?.x as number);
  });
});

describe('topologySvg', () => {
  const svg = (name: string) =>
    topologySvg(
      topologyOf({
        vpcs: [vpc(name, '10.0.0.0/20')],
        attachments: [attachment(name, 'prod', ['10.0.0.0/20', '10.1.0.0/20'])],
        routeTables: [{ name: 'prod', routes: [propagated('10.0.0.0/20', name)] }],
      }),
    ).markup;

  test('a long name is short in its box and whole in the tooltip', () => {
    const long = `${'a'.repeat(30)}-middle-${'z'.repeat(30)}`;
    const markup = svg(long);
    expect(markup).toContain(`<title>${long} · 10.0.0.0/20 10.1.0.0/20</title>`);
    expect(markup).toMatch(/class="name"[^>]*>a{15}…z{14}</);
    expect(markup).toContain('VPC 10.0.0.0/20 +1');
  });

  test('a segment whose members reach each other is marked', () => expect(svg('shop')).toContain('↺'));

  test('is the same at every call', () => expect(svg('shop')).toBe(svg('shop')));
});
