import { reachability } from '../../../lib/network/reachability';
import { type ReachChange, reachabilityDiff } from '../../../lib/network/reachability-diff';
import type { NetworkPlan } from '../../support/generate-network';
import { graphOf, SAMPLE, withSegment, withVpc } from './sample-network';

const lines = (changes: readonly ReachChange[]): string[] =>
  changes.map(
    ({ from, to, pairs, before, after }) =>
      `${from} -> ${to} (${pairs}): ${before.verdict} ${before.via.join('+')} -> ${after.verdict} ${after.via.join('+')}`,
  );

function diff(before: NetworkPlan, after: NetworkPlan): Record<'gained' | 'lost' | 'changed', string[]> {
  const { gained, lost, changed } = reachabilityDiff(reachability(graphOf(before)), reachability(graphOf(after)));
  return { gained: lines(gained), lost: lines(lost), changed: lines(changed) };
}

const NOT_SHARED = withSegment('nonprod', ({ reaches = [] }) => ({
  reaches: reaches.filter((one) => one !== 'shared'),
}));

test('two versions that do the same do not differ', () => {
  expect(diff(SAMPLE, SAMPLE)).toEqual({ gained: [], lost: [], changed: [] });
});

test('whole segments that changed alike are one line, and a single endpoint keeps its name', () => {
  expect(diff(SAMPLE, NOT_SHARED)).toEqual({
    gained: [],
    lost: ['nonprod -> shared-services (2): allow  -> deny '],
    changed: ['shared-services -> nonprod (2): allow  -> one-way '],
  });
  expect(diff(NOT_SHARED, SAMPLE).gained).toEqual(['nonprod -> shared-services (2): deny  -> allow ']);
});

test('a change within a segment counts every ordered pair', () => {
  const plan = withSegment('nonprod', ({ reaches = [], routes = [] }) => ({
    reaches: [...reaches, 'nonprod'],
    routes: routes.filter(([cidr]) => cidr !== '10.32.0.0/14'),
  }));
  expect(diff(SAMPLE, plan).gained).toEqual(['nonprod -> nonprod (2): deny  -> allow ']);
});

test('a way without return is gained, and lost, as any other; a return is a change', () => {
  const leak = withSegment('prod', ({ routes = [] }) => ({ routes: routes.filter(([, to]) => to !== undefined) }));
  const [there, none] = ['prod -> nonprod (4): deny  -> one-way firewall', []];
  expect(diff(SAMPLE, leak)).toMatchObject({ gained: expect.arrayContaining([there]), lost: none, changed: none });
  expect(diff(leak, SAMPLE).lost).toContain('prod -> nonprod (4): one-way firewall -> deny ');
  const both = withSegment('nonprod', () => ({ routes: [['0.0.0.0/0', 'firewall']] }), leak);
  expect(diff(leak, both).changed).toContain('prod -> nonprod (4): one-way firewall -> allow firewall');
});

test('another way is a change', () => {
  const plan = withSegment('prod', ({ reaches = [] }) => ({ reaches: [...reaches, 'prod'] }));
  expect(diff(SAMPLE, plan).changed).toEqual(['prod -> prod (2): allow firewall -> allow ']);
});

test('a VPC that moves takes its reachability along', () => {
  const { gained, lost } = diff(SAMPLE, withVpc('shop-dev', { segment: 'sandbox' }));
  expect(gained).toEqual([]);
  expect(lost).toEqual([
    'shared-services -> shop-dev (1): allow  -> deny ',
    'shop-dev -> shared-services (1): allow  -> deny ',
  ]);
});

test('a new VPC gains what it reaches, by whole segments', () => {
  const plan: NetworkPlan = {
    ...SAMPLE,
    vpcs: [...SAMPLE.vpcs, { name: 'search-prod', segment: 'prod', cidr: '10.16.32.0/20' }],
  };
  expect(diff(SAMPLE, plan)).toEqual({
    gained: [
      'data-prod -> search-prod (1): deny  -> allow firewall',
      'internet-egress -> search-prod (1): deny  -> one-way firewall',
      'prod -> search-prod (2): deny  -> allow firewall',
      'search-prod -> data-prod (1): deny  -> allow firewall',
      'search-prod -> internet (1): deny  -> allow firewall+internet-egress',
      'search-prod -> prod (2): deny  -> allow firewall',
      'search-prod -> seoul-office (1): deny  -> allow firewall',
      'search-prod -> shared-services (1): deny  -> allow ',
      'seoul-office -> search-prod (1): deny  -> allow firewall',
      'shared-services -> search-prod (1): deny  -> allow ',
    ],
    lost: [],
    changed: [],
  });
  const removed = reachabilityDiff(reachability(graphOf(plan)), reachability(graphOf(SAMPLE)));
  expect(removed.lost).toHaveLength(10);
  expect(removed.lost[0]?.after.reason?.en).toBe('it is not in this version');
});
