import * as fc from 'fast-check';
import { reachability } from '../../../lib/network/reachability';
import type { ReachabilityMatrix } from '../../../lib/network/reachability-matrix';
import type { NetworkPlan } from '../../support/generate-network';
import { graphOf, SAMPLE } from './sample-network';

const names = ['a', 'b', 'c'];
const segment = fc.record({
  reaches: fc.subarray([...names, 'hub']),
  routes: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/16', '10.1.0.0/20', '10.2.0.64/27'),
      fc.constantFrom(undefined, 'firewall', 'vpc-0', 'vpc-1', 'egress', 'office'),
    ),
    { selector: ([cidr]) => cidr, maxLength: 4 },
  ),
});
const plans = fc
  .record({
    segments: fc.tuple(segment, segment, segment, segment),
    vpcs: fc.array(
      fc.record({
        segment: fc.constantFrom(...names),
        local: fc.boolean(),
        block: fc.integer({ min: 1, max: 3 }),
        overlaps: fc.boolean(),
      }),
      { minLength: 2, maxLength: 5 },
    ),
  })
  .map(
    ({ segments, vpcs }): NetworkPlan => ({
      zones: SAMPLE.zones,
      firewall: 'hub',
      sites: [{ name: 'office', segment: 'hub', cidrs: ['192.168.0.0/16'] }],
      segments: [...names, 'hub'].map((name, index) => ({ name, ...segments[index] })),
      vpcs: [
        { name: 'egress', segment: 'hub', cidr: '10.0.0.0/20', egress: true },
        ...vpcs.map(({ segment: of, local, block, overlaps }, index) => ({
          name: `vpc-${index}`,
          segment: of,
          local,
          cidr: `10.${block}.${overlaps ? 0 : 16 * index}.0/20`,
        })),
      ],
    }),
  );
const pairsOf = ({ endpoints }: ReachabilityMatrix): [string, string][] =>
  endpoints.flatMap(({ name: from }) =>
    endpoints.flatMap(({ name: to }): [string, string][] => (from === to ? [] : [[from, to]])),
  );

test('quick verdicts are the same as those that are walked one by one', () =>
  fc.assert(
    fc.property(plans, (plan) => {
      const matrix = reachability(graphOf(plan));
      for (const [from, to] of pairsOf(matrix)) {
        const { verdict, via } = matrix.reach(from, to);
        expect({ from, to, ...matrix.verdict(from, to) }).toEqual({ from, to, verdict, via });
      }
    }),
    { numRuns: 60 },
  ));

test('packets of a one-way pair arrive at the target, and their reply does not come back', () =>
  fc.assert(
    fc.property(plans, (plan) => {
      const matrix = reachability(graphOf(plan));
      for (const [from, to] of pairsOf(matrix)) {
        const { verdict, path, returnPath } = matrix.reach(from, to);
        const ends = [path, returnPath].map((way) => way.at(-1)?.name.split('/')[0]);
        if (verdict === 'one-way') {
          expect(ends[0]).toBe(to);
          expect(returnPath.length).toBeGreaterThan(0);
        } else if (verdict === 'deny') expect(returnPath).toEqual([]);
        else if (verdict === 'allow') expect(ends).toEqual([to, from]);
      }
    }),
    { numRuns: 60 },
  ));

test('nothing arrives over a segment that has lost its routes, and a denied pair says why', () =>
  fc.assert(
    fc.property(plans, fc.nat(), (plan, choice) => {
      const graph = graphOf(plan);
      const matrix = reachability(graph);
      const pairs = pairsOf(matrix);
      const [from, to] = pairs[choice % pairs.length] as [string, string];
      const { verdict, path, reason } = matrix.reach(from, to);
      expect(reason === undefined).toBe(verdict === 'allow');
      for (const { kind, name } of verdict === 'deny' ? [] : path) {
        if (kind !== 'segment') continue;
        const cut = {
          ...graph,
          routeTables: graph.routeTables.map((one) => (one.name === name ? { ...one, routes: [] } : one)),
        };
        const now = reachability(cut).reach(from, to);
        expect(now.verdict === 'deny' || !now.path.some((hop) => hop.kind === 'segment' && hop.name === name)).toBe(
          true,
        );
      }
    }),
    { numRuns: 60 },
  ));
