import type { AclEntry, NetworkGraph } from '../../../lib/network/network-graph';
import { reachability } from '../../../lib/network/reachability';
import type { Reach } from '../../../lib/network/reachability-matrix';
import type { NetworkPlan, NetworkSegment } from '../../support/generate-network';
import { graphOf, SAMPLE, withSegment, withVpc } from './sample-network';

describe('a changed attachment', () => {
  const graph = graphOf(SAMPLE);
  const reach = (change: Partial<NetworkGraph>, from: string, to: string): Reach =>
    reachability({ ...graph, ...change }).reach(from, to);
  const without = { attachments: graph.attachments.filter(({ name }) => name !== 'shop-prod') };
  const alone = {
    attachments: graph.attachments.map(({ routeTable, ...one }) =>
      one.name === 'shop-prod' || routeTable === undefined ? one : { ...one, routeTable },
    ),
  };

  test.each<[string, Partial<NetworkGraph>, string, string, Reach['verdict'], string]>([
    ['none', without, 'shop-prod', 'shared-services', 'deny', 'VPC shop-prod has no transit gateway attachment'],
    [
      'not associated',
      alone,
      'shop-prod',
      'internet',
      'deny',
      'attachment shop-prod is associated with no route table',
    ],
    [
      'not associated, for replies',
      alone,
      'shared-services',
      'shop-prod',
      'one-way',
      'the reply is lost: attachment shop-prod is associated with no route table',
    ],
  ])('%s', (_what, change, from, to, verdict, en) => {
    expect(reach(change, from, to)).toMatchObject({ verdict, reason: { en } });
  });

  test('a default route to a site leads to the internet: nobody knows what stands behind', () => {
    const routeTables = graph.routeTables.map((table) =>
      table.name === 'inspection'
        ? {
            ...table,
            routes: table.routes.map((route) =>
              route.cidr === '0.0.0.0/0' ? { ...route, attachment: 'seoul-office' } : route,
            ),
          }
        : table,
    );
    const { verdict, path, returnPath } = reach({ routeTables }, 'shop-prod', 'internet');
    expect(verdict).toBe('allow');
    expect(path.slice(-2).map(({ name }) => name)).toEqual(['seoul-office', 'internet']);
    expect(returnPath[0]?.name).toBe('seoul-office');
  });

  test('an egress VPC whose attachment subnet leads straight to the internet gateway lets nothing out', () => {
    const vpcs = graph.vpcs.map((vpc) => ({
      ...vpc,
      subnets: vpc.subnets.map((subnet) => ({
        ...subnet,
        routes: subnet.routes.map((route) =>
          route.target === 'nat-gateway' ? { cidr: route.cidr, target: 'internet-gateway' as const } : route,
        ),
      })),
    }));
    expect(reach({ vpcs }, 'shop-prod', 'internet')).toMatchObject({
      verdict: 'deny',
      reason: { en: expect.stringMatching('^internet-egress/attachment sends it to an internet gateway') },
    });
  });

  const ACCEPT = { allow: true, protocol: -1, cidr: '0.0.0.0/0' };
  test.each<[string, string, AclEntry[], string, string, Reach['verdict'], string]>([
    [
      'what comes from the transit gateway',
      'shop-prod/attachment',
      [{ ...ACCEPT, egress: false }],
      'shared-services',
      'shop-prod',
      'deny',
      'the network ACL of shop-prod/attachment lets nothing out to 10.16.0.64',
    ],
    [
      'what goes to the transit gateway',
      'shop-prod/attachment',
      [{ ...ACCEPT, egress: true }],
      'shop-prod',
      'shared-services',
      'deny',
      'the network ACL of shop-prod/attachment lets nothing in from 10.16.0.64',
    ],
    [
      'what comes to a NAT gateway',
      'internet-egress/public',
      [{ ...ACCEPT, egress: true }],
      'shop-prod',
      'internet',
      'deny',
      'the network ACL of internet-egress/public lets nothing in from 10.16.0.64',
    ],
    [
      'replies to a NAT gateway',
      'internet-egress/public',
      [
        { ...ACCEPT, egress: true },
        { ...ACCEPT, egress: false, cidr: '10.0.0.0/8' },
      ],
      'shop-prod',
      'internet',
      'one-way',
      'the reply is lost: the network ACL of internet-egress/public lets nothing in from internet',
    ],
  ])('a network ACL counts for %s', (_what, subnetName, networkAcl, from, to, verdict, en) => {
    const vpcs = graph.vpcs.map((vpc) => ({
      ...vpc,
      subnets: vpc.subnets.map((subnet) =>
        `${vpc.name}/${subnet.tier}` === subnetName ? { ...subnet, networkAcl } : subnet,
      ),
    }));
    expect(reach({ vpcs }, from, to)).toMatchObject({ verdict, reason: { en } });
  });

  test('what one tier can go round does not stand between the two', () => {
    const direct = { ...SAMPLE.vpcs[0], name: 'direct', segment: 'prod', cidr: '10.16.32.0/20' };
    const both = graphOf({ ...SAMPLE, vpcs: [...SAMPLE.vpcs, direct] });
    const vpcs = both.vpcs.map((vpc) => ({
      ...vpc,
      subnets: vpc.subnets.flatMap((subnet) =>
        vpc.name === 'direct' && subnet.tier === 'public'
          ? [{ ...subnet, tier: 'app', routes: [{ cidr: '0.0.0.0/0', target: 'transit-gateway' as const }] }, subnet]
          : subnet,
      ),
    }));
    const matrix = reachability({ ...both, vpcs });
    expect(matrix.reach('direct', 'internet')).toMatchObject({
      verdict: 'allow',
      via: [],
      path: [{ name: 'direct/public' }, {}, {}],
    });
    expect(matrix.verdict('direct', 'shop-prod').via).toEqual(['firewall']);
  });

  test('nor does one of two ways to different addresses', () => {
    const other =
      (...routes: [string, string][]) =>
      (segment: NetworkSegment): Partial<NetworkSegment> => ({
        routes: [...(segment.routes ?? []), ...routes],
      });
    const plan = [
      ['prod', other(['192.168.128.0/17', 'internet-egress'])],
      ['egress', other(['192.168.128.0/17', 'seoul-office'])],
      ['onprem', other(['10.0.0.0/23', 'internet-egress'])],
    ] as const;
    const changed = plan.reduce((before, [name, change]) => withSegment(name, change, before), SAMPLE);
    expect(reachability(graphOf(changed)).reach('shop-prod', 'seoul-office')).toMatchObject({
      verdict: 'allow',
      via: [],
    });
  });

  test('a static route counts before a propagated one, in whatever order they are', () => {
    const routeTables = graph.routeTables.map((table) => ({
      ...table,
      routes:
        table.name === 'prod'
          ? [...table.routes, { cidr: '10.0.4.0/22', kind: 'static' as const, attachment: 'firewall' }]
          : table.routes,
    }));
    expect(reach({ routeTables }, 'shop-prod', 'shared-services').via).toEqual(['firewall']);
  });

  test('a VPC whose block contains that of another one keeps its packets to itself, unlike its neighbours', () => {
    const twins = { segment: 'prod', applianceMode: false };
    const plan: NetworkPlan = {
      zones: SAMPLE.zones,
      segments: [{ name: 'prod', reaches: ['prod'], routes: [['10.1.128.0/20', 'within']] }],
      vpcs: [
        { ...twins, name: 'around', cidr: '10.1.0.0/16' },
        { ...twins, name: 'beside', cidr: '10.2.0.0/16' },
        { ...twins, name: 'within', cidr: '10.1.128.0/20' },
      ],
    };
    const matrix = reachability(graphOf(plan));
    expect(matrix.verdict('beside', 'within').verdict).toBe('allow');
    expect(matrix.verdict('around', 'within').verdict).toBe('deny');
  });

  test('names are unique', () => {
    const attachments = [...graph.attachments, ...graph.attachments];
    expect(() => reachability({ ...graph, attachments })).toThrow('two attachments are named "data-prod"');
  });
});

describe('an appliance in a VPC', () => {
  /** Production reaches the shared services, and they reach it, by a VPC that sends everything back. */
  const plan: NetworkPlan = {
    zones: SAMPLE.zones,
    segments: [
      { name: 'left', routes: [['10.0.0.0/8', 'middle']] },
      { name: 'middle', reaches: ['left'] },
    ],
    vpcs: [
      { name: 'one', segment: 'left', cidr: '10.1.0.0/20' },
      { name: 'other', segment: 'left', cidr: '10.2.0.0/20' },
      { name: 'middle', segment: 'middle', cidr: '10.3.0.0/20' },
    ],
  };
  const hairpin = (applianceMode: boolean): NetworkGraph => {
    const graph = graphOf(withVpc('middle', { applianceMode }, plan));
    return {
      ...graph,
      vpcs: graph.vpcs.map((vpc) => ({
        ...vpc,
        subnets: vpc.subnets.map((subnet) =>
          vpc.name === 'middle' && subnet.tier === 'attachment'
            ? { ...subnet, routes: [{ cidr: '0.0.0.0/0', target: 'transit-gateway' as const }] }
            : subnet,
        ),
      })),
    };
  };

  test.each([
    [true, 'allow', undefined],
    [
      false,
      'asymmetric',
      'not between all zones: from apne2-az1 to apne2-az3, middle sees one direction of the connection only',
    ],
  ])('with appliance mode %s: %s', (applianceMode, verdict, en) => {
    const reach = reachability(hairpin(applianceMode)).reach('one', 'other');
    expect(reach).toMatchObject({ verdict, via: ['middle'] });
    expect(reach.reason?.en).toBe(en);
  });
});
