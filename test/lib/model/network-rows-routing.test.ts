import fc from 'fast-check';
import { renderPath } from '../../../lib/config';
import { ProblemList } from '../../../lib/model/model-problem';
import type { SegmentConfig } from '../../../lib/model/network-context';
import type { FirewallRow, SiteRow, TransitRouting, VpcRow } from '../../../lib/model/network-model';
import { type RoutedRows, transitRouting } from '../../../lib/model/network-routing';

const source = { file: 'network.yaml', path: [] };

const vpc = (name: string, segment: string, more: Partial<VpcRow> = {}): VpcRow => ({
  name,
  segment,
  account: 'network',
  role: 'spoke',
  zones: ['apne2-az1'],
  tiers: [],
  internet: 'none',
  gatewayEndpoints: [],
  interfaceEndpoints: [],
  flowLogs: false,
  applianceMode: false,
  sharedWith: [],
  source,
  ...more,
});

const site = (name: string, segment: string, cidrs: string[], more: Partial<SiteRow> = {}): SiteRow => ({
  name,
  segment,
  cidrs,
  attachmentId: 'tgw-attach-0123456789abcdef0',
  source: { file: 'network.yaml', path: ['sites', 0] },
  ...more,
});

const firewall = (segment: string): FirewallRow => ({
  name: 'firewall',
  segment,
  zones: [],
  ruleGroups: [],
  managedRuleGroups: [],
  defaultAction: 'drop-established',
  logs: {},
  deleteProtection: true,
  source,
});

interface Routed extends TransitRouting {
  readonly problems: string[];
  table(name: string): string[];
}

function route(segments: SegmentConfig[], rows: Partial<RoutedRows> = {}): Routed {
  const list = new ProblemList('network.yaml', (_, path) => renderPath(path));
  const complete = { supernets: ['10.0.0.0/8'], addressPools: [], vpcs: [], sites: [], ...rows };
  const routing = transitRouting(segments, complete, list);
  return {
    ...routing,
    problems: list.problems.map(({ path, message }) => `${renderPath(path)}: ${message.en}`),
    table: (name) =>
      routing.routes
        .filter(({ segment }) => segment === name)
        .map(({ cidr, attachment = 'blackhole' }) => `${cidr} ${attachment}`),
  };
}

const A: SegmentConfig = { name: 'a', cidrs: ['10.1.0.0/16'] };
const B: SegmentConfig = { name: 'b', cidrs: ['10.2.0.0/16'] };
const EGRESS = vpc('exit', 'b', { role: 'egress', cidr: '10.2.0.0/24' });

describe('a route table', () => {
  test.each<[string, SegmentConfig, Partial<RoutedRows>, string[]]>([
    ['drops what it does not reach, itself included', A, {}, ['10.1.0.0/16 blackhole', '10.2.0.0/16 blackhole']],
    ['drops nothing that it reaches', { ...A, reaches: ['a', 'b'] }, {}, []],
    ['writes canonical blocks', { ...A, cidrs: ['10.1.2.3/16'], reaches: ['b'] }, {}, ['10.1.0.0/16 blackhole']],
    [
      'sends what is inspected to the firewall',
      { ...A, inspected: ['b'], reaches: ['a'] },
      { firewall: firewall('b') },
      ['10.2.0.0/16 firewall'],
    ],
    [
      'leaves directly by the egress VPC, but not to private addresses that nobody owns',
      { ...A, reaches: ['a', 'b'], internet: 'direct' },
      { vpcs: [EGRESS] },
      ['0.0.0.0/0 exit', '10.0.0.0/8 blackhole'],
    ],
    [
      'leaves through the firewall',
      { ...A, reaches: ['a', 'b'], internet: 'inspected' },
      { firewall: firewall('b'), vpcs: [EGRESS] },
      ['0.0.0.0/0 firewall', '10.0.0.0/8 blackhole'],
    ],
    ['has no way out that nobody can choose', { ...A, reaches: ['a', 'b'], internet: 'direct' }, {}, []],
    [
      'never shadows a propagated block by the blackhole of a supernet',
      { ...A, reaches: ['a', 'b'], internet: 'direct' },
      { supernets: ['10.9.0.0/16', '10.8.0.0/16'], vpcs: [EGRESS], sites: [site('office', 'b', ['10.9.0.0/16'])] },
      ['0.0.0.0/0 exit', '10.8.0.0/16 blackhole'],
    ],
    [
      'holds what is written after what follows',
      {
        ...A,
        reaches: ['a', 'b'],
        routes: [
          { cidr: '10.9.0.0/16', to: 'exit' },
          { cidr: '10.1.128.1/17', blackhole: true },
        ],
      },
      { vpcs: [EGRESS] },
      ['10.9.0.0/16 exit', '10.1.128.0/17 blackhole'],
    ],
    [
      'has no written route to what is not attached yet',
      { ...A, reaches: ['a', 'b'], routes: [{ cidr: '10.9.0.0/16', to: 'office' }] },
      { sites: [site('office', 'b', ['10.9.0.0/16'], { attachmentId: undefined })] },
      [],
    ],
  ])('%s', (_, segment, rows, expected) => {
    const routed = route([segment, B], rows);
    expect(routed.table('a')).toEqual(expected);
    expect(routed.problems).toEqual([]);
  });

  test('has a static route to a VPN without BGP, which propagates nothing', () => {
    const vpn = { customerGatewayIp: '203.0.113.10', asn: 65000, staticRoutes: true };
    const { table, propagations } = route([{ ...A, reaches: ['a', 'b'] }, B], {
      sites: [site('office', 'b', ['192.168.0.0/16'], { vpn })],
    });
    expect(table('a')).toEqual(['192.168.0.0/16 office']);
    expect(table('b')).not.toContain('192.168.0.0/16 office');
    expect(propagations).toEqual([]);
  });

  test('has the first of two targets that one block would have', () => {
    const vpn = { customerGatewayIp: '203.0.113.10', asn: 65000, staticRoutes: true };
    const office = { name: 'office', cidrs: ['192.168.0.0/16'] };
    const { table } = route([{ ...A, reaches: ['a', 'b'], inspected: ['office'] }, B, office], {
      firewall: firewall('b'),
      sites: [site('vpn', 'b', ['192.168.0.0/16'], { vpn })],
    });
    expect(table('a')).toEqual(['192.168.0.0/16 vpn']);
  });

  test('knows that the firewall has no blocks of its own', () => {
    const { propagations } = route([{ ...A, reaches: ['b'] }, B], { firewall: firewall('b') });
    expect(propagations).toEqual([]);
  });

  test('counts the blocks of a pool as those of its VPCs', () => {
    const { table } = route([{ name: 'a', reaches: ['b'], internet: 'direct' }, { name: 'b' }], {
      supernets: ['10.9.0.0/16'],
      addressPools: [{ name: 'pool', cidrs: ['10.9.0.0/16'], source }],
      vpcs: [EGRESS, vpc('pooled', 'b', { pool: { name: 'pool', netmask: 16 } })],
    });
    expect(table('a')).toEqual(['0.0.0.0/0 exit']);
  });
});

describe('a written route of a block that goes elsewhere already is refused', () => {
  test.each<[string, Partial<SegmentConfig>, string, string]>([
    ['a blackhole', {}, '10.2.0.0/16', 'goes to blackhole here, as follows from segments[1].cidrs[0]'],
    [
      'the firewall',
      { inspected: ['b'] },
      '10.2.0.0/16',
      'goes to firewall here, as follows from segments[0].inspected[0]',
    ],
    ['the internet', { internet: 'direct' }, '0.0.0.0/0', 'goes to exit here, as follows from segments[0].internet'],
    ['a supernet', { internet: 'direct' }, '10.0.0.0/8', 'goes to blackhole here, as follows from supernets[0]'],
  ])('to %s', (_, more, cidr, message) => {
    const routes = [{ cidr, to: 'exit' }];
    const { problems } = route([{ ...A, ...more, routes }, B], { firewall: firewall('b'), vpcs: [EGRESS] });
    expect(problems).toEqual([
      `segments[0].routes[0].cidr: ${cidr} already ${message}; a block has one target, so remove this route, or write a narrower block`,
    ]);
  });

  test('by another written route, however it is spelt', () => {
    const routes = [
      { cidr: '10.9.0.0/16', to: 'exit' },
      { cidr: '10.9.1.1/16', blackhole: true as const },
    ];
    const { problems } = route([{ ...A, routes }, B], { vpcs: [EGRESS] });
    expect(problems).toEqual([
      expect.stringContaining('10.9.0.0/16 already goes to exit here, as follows from segments[0].routes[0]'),
    ]);
  });
});

describe('whatever the segments say', () => {
  const NAMES = ['s0', 's1', 's2', 's3'];
  const cidr = fc.tuple(fc.nat(7), fc.constantFrom(8, 14, 16)).map(([second, mask]) => `10.${second}.0.0/${mask}`);
  const some = fc.subarray(NAMES);
  const segmentNamed = (name: string): fc.Arbitrary<SegmentConfig> =>
    fc.record(
      {
        name: fc.constant(name),
        cidrs: fc.array(cidr, { minLength: 1, maxLength: 2 }),
        reaches: some,
        inspected: some,
        internet: fc.constantFrom('inspected', 'direct', 'none'),
        routes: fc.array(fc.record({ cidr, to: fc.constantFrom('v0', 'v1', 'firewall') }), { maxLength: 3 }),
      },
      { requiredKeys: ['name'] },
    );
  const member = fc.record({ segment: fc.constantFrom(...NAMES), block: cidr, isStatic: fc.boolean() });
  const networks = fc
    .tuple(fc.tuple(...NAMES.map(segmentNamed)), fc.array(member, { maxLength: 6 }), fc.array(member, { maxLength: 3 }))
    .map(([segments, vpcs, sites]) => ({
      segments: segments as SegmentConfig[],
      rows: {
        firewall: firewall('s0'),
        vpcs: vpcs.map(({ segment, block }, at) =>
          vpc(`v${at}`, segment, { cidr: block, role: at === 0 ? 'egress' : 'spoke' }),
        ),
        sites: sites.map(({ segment, block, isStatic }, at) =>
          site(`o${at}`, segment, [block], {
            vpn: { customerGatewayIp: '203.0.113.10', asn: 65000, staticRoutes: isStatic },
          }),
        ),
      },
    }));

  test('every attachment has exactly one association', () => {
    fc.assert(
      fc.property(networks, ({ segments, rows }) => {
        const { associations } = route(segments, rows);
        const attached = [...rows.vpcs, rows.firewall, ...rows.sites].map(({ name }) => name);
        expect(associations.map(({ attachment }) => attachment).sort()).toEqual(attached.sort());
      }),
    );
  });

  test('a table has one static route of a block', () => {
    fc.assert(
      fc.property(networks, ({ segments, rows }) => {
        const keys = route(segments, rows).routes.map((row) => `${row.segment} ${row.cidr}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('no blackhole that follows takes the block of an attachment that propagates to the table', () => {
    fc.assert(
      fc.property(networks, ({ segments, rows }) => {
        const { routes, propagations } = route(
          segments.map(({ routes: _, ...segment }) => segment),
          rows,
        );
        const blackholes = new Set(
          routes.filter((row) => row.attachment === undefined).map((row) => `${row.segment} ${row.cidr}`),
        );
        const blocks = new Map([
          ...rows.vpcs.map((row) => [row.name, row.cidr] as const),
          ...rows.sites.map((row) => [row.name, row.cidrs[0]] as const),
        ]);
        for (const { attachment, segment } of propagations)
          expect(blackholes).not.toContain(`${segment} ${blocks.get(attachment)}`);
      }),
    );
  });
});
