import { pathText } from '../../../lib/network/path-text';
import { reachability } from '../../../lib/network/reachability';
import type { ReachabilityMatrix } from '../../../lib/network/reachability-matrix';
import type { NetworkPlan, NetworkSegment } from '../../support/generate-network';
import { graphOf, SAMPLE, withSegment } from './sample-network';

const sample = reachability(graphOf(SAMPLE));

/** Every pair that is not denied, as `from to verdict via`. */
function open(matrix: ReachabilityMatrix): string[] {
  const names = matrix.endpoints.map(({ name }) => name);
  return names.flatMap((from) =>
    names
      .filter((to) => to !== from)
      .flatMap((to) => {
        const { verdict, via } = matrix.verdict(from, to);
        return verdict === 'deny' ? [] : [`${from} ${to} ${verdict} ${via.join('+')}`.trim()];
      }),
  );
}

/** What opens and closes when the sample is changed. */
function effect(plan: NetworkPlan): { opened: string[]; closed: string[] } {
  const [before, after] = [open(sample), open(reachability(graphOf(plan)))];
  return {
    opened: after.filter((line) => !before.includes(line)),
    closed: before.filter((line) => !after.includes(line)),
  };
}

describe('the sample', () => {
  test('has its VPCs, then its sites, then the internet', () => {
    expect(sample.endpoints.map(({ name, segment }) => `${name} ${segment}`)).toEqual([
      'data-prod data',
      'internet-egress egress',
      'payments-prod prod',
      'sandbox-a sandbox',
      'sandbox-b sandbox',
      'shared-services shared',
      'shop-dev nonprod',
      'shop-prod prod',
      'shop-stage nonprod',
      'seoul-office onprem',
      'internet undefined',
    ]);
  });

  test.each([
    ['shop-prod', 'payments-prod', 'allow', ['firewall']],
    ['shop-prod', 'shop-stage', 'deny', []],
    ['shop-stage', 'shop-prod', 'deny', []],
    ['shop-prod', 'shared-services', 'allow', []],
    ['shared-services', 'shop-prod', 'allow', []],
    ['sandbox-a', 'sandbox-b', 'deny', []],
    ['sandbox-a', 'shared-services', 'deny', []],
    ['sandbox-a', 'internet', 'allow', ['firewall', 'internet-egress']],
    ['shop-prod', 'internet', 'allow', ['firewall', 'internet-egress']],
    ['seoul-office', 'shop-prod', 'allow', ['firewall']],
    ['seoul-office', 'internet', 'deny', []],
    ['internet', 'data-prod', 'deny', []],
    ['internet', 'seoul-office', 'deny', []],
    ['internet', 'internet-egress', 'allow', []],
    ['internet-egress', 'internet', 'allow', []],
    ['internet-egress', 'shop-prod', 'one-way', ['firewall']],
  ])('%s to %s: %s by %j', (from, to, verdict, via) => {
    expect(sample.reach(from, to)).toMatchObject({ from, to, verdict, via });
  });

  test('only the way out has one-way routes: it needs them for replies', () => {
    expect(open(sample).filter((line) => line.includes('one-way'))).toEqual(
      [
        'data-prod',
        'payments-prod',
        'sandbox-a',
        'sandbox-b',
        'shared-services',
        'shop-dev',
        'shop-prod',
        'shop-stage',
      ].map((to) => `internet-egress ${to} one-way firewall`),
    );
  });

  test('shows how far the reply of a one-way pair comes', () => {
    const { path, returnPath } = sample.reach('internet-egress', 'shop-prod');
    expect(pathText(path)).toBe(
      'internet-egress/public (10.0.0.0/8 transit-gateway) -> egress (10.16.0.0/14 static) -> firewall' +
        ' -> inspection (10.16.0.0/20 propagated) -> shop-prod/attachment (10.16.0.0/20 local) -> shop-prod/app',
    );
    expect(pathText(returnPath)).toBe('shop-prod/app (0.0.0.0/0 transit-gateway) -> prod (10.0.0.0/22 blackhole)');
  });

  test('shows the way there and back, hop by hop', () => {
    const { path, returnPath } = sample.reach('shop-prod', 'internet');
    expect(pathText(path)).toBe(
      'shop-prod/app (0.0.0.0/0 transit-gateway) -> prod (0.0.0.0/0 static) -> firewall -> inspection (0.0.0.0/0 static)' +
        ' -> internet-egress/attachment (0.0.0.0/0 nat-gateway) -> nat-gateway internet-egress/apne2-az1' +
        ' -> internet-egress/public (0.0.0.0/0 internet-gateway) -> internet-gateway internet-egress -> internet',
    );
    expect(pathText(returnPath)).toBe(
      'internet -> internet-gateway internet-egress -> internet-egress/public -> nat-gateway internet-egress/apne2-az1' +
        ' -> internet-egress/public (10.0.0.0/8 transit-gateway) -> egress (10.16.0.0/14 static) -> firewall' +
        ' -> inspection (10.16.0.0/20 propagated) -> shop-prod/attachment (10.16.0.0/20 local) -> shop-prod/app',
    );
  });

  test.each([
    ['shop-prod', 'shop-stage', 'segment prod drops 10.32.0.0/14 (blackhole)'],
    ['seoul-office', 'internet', 'segment onprem has no route to internet'],
    ['internet', 'data-prod', 'data-prod/app has no route to an internet gateway'],
    ['internet', 'seoul-office', 'site seoul-office has no route to an internet gateway'],
    ['internet-egress', 'shop-prod', 'the reply is lost: segment prod drops 10.0.0.0/22 (blackhole)'],
  ])('%s to %s: %s', (from, to, en) => {
    const { reason } = sample.reach(from, to);
    expect(reason?.en).toBe(en);
    expect(reason?.ko).toMatch(/니다/);
  });

  test('does not judge an endpoint against itself, or one that it does not have', () => {
    expect(() => sample.reach('shop-prod', 'shop-prod')).toThrow('against itself: "shop-prod"');
    expect(() => sample.verdict('shop-prod', 'shop-prod')).toThrow('against itself: "shop-prod"');
    expect(() => sample.verdict('shop-prod', 'nowhere')).toThrow('no endpoint "nowhere"');
  });
});

describe('a changed route', () => {
  const without =
    (...cidrs: string[]) =>
    ({ routes = [] }: NetworkSegment): Partial<NetworkSegment> => ({
      routes: routes.filter(([cidr]) => !cidrs.includes(cidr)),
    });
  const reaching =
    (...more: string[]) =>
    ({ reaches = [] }: NetworkSegment): Partial<NetworkSegment> => ({
      reaches: [...reaches, ...more],
    });
  const notReaching =
    (less: string) =>
    ({ reaches = [] }: NetworkSegment): Partial<NetworkSegment> => ({
      reaches: reaches.filter((one) => one !== less),
    });

  test('a blackhole more or less changes nothing while a supernet is dropped as well', () => {
    expect(effect(withSegment('prod', without('10.32.0.0/14')))).toEqual({ opened: [], closed: [] });
  });

  test('without any blackhole the default route leads on, and only the way back protects', () => {
    const oneWay = withSegment('sandbox', without('10.64.0.0/14', '10.0.0.0/8'));
    expect(effect(oneWay)).toEqual({
      opened: ['sandbox-a sandbox-b allow firewall', 'sandbox-b sandbox-a allow firewall'],
      closed: [],
    });
    const prod = withSegment('prod', without('10.32.0.0/14', '10.0.0.0/8'));
    expect(effect(prod).opened).toEqual([
      'payments-prod shop-dev one-way firewall',
      'payments-prod shop-stage one-way firewall',
      'shop-prod shop-dev one-way firewall',
      'shop-prod shop-stage one-way firewall',
    ]);
    expect(effect(withSegment('nonprod', without('10.16.0.0/14', '10.0.0.0/8'), prod)).opened).toEqual([
      'payments-prod shop-dev allow firewall',
      'payments-prod shop-stage allow firewall',
      'shop-dev payments-prod allow firewall',
      'shop-dev shop-prod allow firewall',
      'shop-prod shop-dev allow firewall',
      'shop-prod shop-stage allow firewall',
      'shop-stage payments-prod allow firewall',
      'shop-stage shop-prod allow firewall',
    ]);
  });

  test('a propagation less closes what it led to, both ways; packets still come from the other side', () => {
    expect(effect(withSegment('nonprod', notReaching('shared')))).toEqual({
      opened: ['shared-services shop-dev one-way', 'shared-services shop-stage one-way'],
      closed: [
        'shared-services shop-dev allow',
        'shared-services shop-stage allow',
        'shop-dev shared-services allow',
        'shop-stage shared-services allow',
      ],
    });
  });

  test('a propagation that is more specific than a blackhole opens a way round it', () => {
    const both = withSegment('nonprod', reaching('prod'), withSegment('prod', reaching('nonprod')));
    expect(effect(both).opened).toHaveLength(8);
    expect(effect(both).opened).toContain('shop-prod shop-stage allow');
  });

  test('a firewall that sees one direction only breaks the connection', () => {
    const matrix = reachability(graphOf(withSegment('onprem', reaching('prod'))));
    expect(matrix.reach('seoul-office', 'shop-prod')).toMatchObject({
      verdict: 'asymmetric',
      via: [],
      reason: { en: 'firewall sees one direction of the connection only' },
    });
    expect(matrix.verdict('shop-prod', 'seoul-office')).toEqual({ verdict: 'asymmetric', via: ['firewall'] });
  });

  test('routes that lead in a circle are found out', () => {
    const plan = withSegment('inspection', () => ({ reaches: [], routes: [['0.0.0.0/0', 'firewall']] }));
    expect(reachability(graphOf(plan)).reach('shop-prod', 'internet')).toMatchObject({
      verdict: 'deny',
      reason: { en: 'the packet comes back to attachment firewall: the routes form a loop' },
    });
  });

  test('a static route counts before a propagated one', () => {
    const plan = withSegment('prod', ({ routes = [] }) => ({ routes: [...routes, ['10.0.4.0/22', 'firewall']] }));
    expect(reachability(graphOf(plan)).verdict('shop-prod', 'shared-services')).toEqual({
      verdict: 'asymmetric',
      via: ['firewall'],
    });
  });

  test('a route for a part of a subnet does not hide what the rest reaches', () => {
    // The first half of the app subnet of zone 1.
    const plan = withSegment('shared', ({ routes = [] }) => ({ routes: [...routes, ['10.16.0.64/29']] }));
    expect(effect(plan)).toEqual({ opened: [], closed: [] });
    const all = withSegment('shared', ({ routes = [] }) => ({
      routes: [...routes, ['10.16.0.0/21'], ['10.16.8.0/21']],
    }));
    expect(effect(all).closed).toEqual(['shared-services shop-prod allow', 'shop-prod shared-services allow']);
  });
});
