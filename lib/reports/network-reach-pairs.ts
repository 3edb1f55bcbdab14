import { z } from 'zod';
import type { OrganizationNetwork } from '../network/organization-network';
import type { Endpoint, Reach } from '../network/reachability-matrix';
import { REACH_MEANINGS, REACH_ORDER, type ReachState } from './network-reach-states';

/** Most pairs of a large network that have a row although their segments have one; about 2 MB of JSON. */
export const MOST_EXCEPTIONS = 5_000;

/** Format of one row of the reachability. */
export const pairSchema = z.strictObject({
  from: z.string().describe('Endpoint; a segment in a row with `pairs`.'),
  to: z.string().describe('Endpoint; a segment in a row with `pairs`.'),
  pairs: z
    .int()
    .optional()
    .describe('Pairs of endpoints of the two segments that the row stands for, which all behave alike.'),
  state: z
    .enum(REACH_ORDER as [ReachState, ...ReachState[]])
    .describe(`${REACH_ORDER.map((state) => `${state}: ${REACH_MEANINGS[state].en}`).join('. ')}.`),
  via: z.array(z.string()).describe('Firewalls and VPCs that packets pass on their way there, in order.'),
  reason: z
    .strictObject({ en: z.string(), ko: z.string() })
    .optional()
    .describe(
      'Why packets or replies do not arrive, or connections break; absent when they do not, and in a row with `pairs`.',
    ),
});

/** How one endpoint reaches another, or those of one segment reach those of another; see {@link pairSchema}. */
export type ReachRow = z.infer<typeof pairSchema>;

/** The pairs of two sides. @param port - TCP port. @default - a port that gets through */
export function reachRows(
  network: OrganizationNetwork,
  from: readonly Endpoint[],
  to: readonly Endpoint[],
  port?: number,
): ReachRow[] {
  const { rowOf } = reachJudge(network, port);
  return from.flatMap((source) => to.flatMap((target) => (source === target ? [] : rowOf(source.name, target.name))));
}

/** The answer about a pair in the words of the reports. */
export interface PairState {
  readonly state: ReachState;
  readonly via: readonly string[];
}

/** Answers about single pairs. */
export interface ReachJudge {
  stateOf(from: string, to: string): PairState;
  rowOf(from: string, to: string): ReachRow;
}

/** @param port - TCP port. @default - a port that gets through */
export function reachJudge({ graph, matrix }: OrganizationNetwork, port?: number): ReachJudge {
  const firewalls = new Set(graph.attachments.filter(({ kind }) => kind === 'firewall').map(({ name }) => name));
  const stateIn = ({ verdict, via }: Pick<Reach, 'verdict' | 'via'>): ReachState =>
    verdict === 'allow' && via.some((name) => firewalls.has(name)) ? 'inspected' : verdict;
  return {
    stateOf(from, to) {
      const answer = matrix.verdict(from, to, port);
      return { state: stateIn(answer), via: answer.via };
    },
    rowOf(from, to) {
      const answer = matrix.verdict(from, to, port);
      // Only a packet that does not get through has a reason, which takes its whole way to find.
      const reason = answer.verdict === 'allow' ? undefined : matrix.reach(from, to, port).reason;
      return {
        from,
        to,
        state: stateIn(answer),
        via: [...answer.via],
        ...(reason && { reason: { en: reason.en, ko: reason.ko } }),
      };
    },
  };
}

/** Pairs that behave alike. */
interface Alike extends PairState {
  readonly pairs: (readonly [from: string, to: string])[];
}

/** The pairs of endpoints of two segments, by how they behave. */
export class SegmentPairs {
  private readonly groups = new Map<string, Alike>();

  /**
   * @param from - name of the segment
   * @param to - name of the segment
   */
  constructor(
    private readonly from: string,
    private readonly to: string,
  ) {}

  /** Adds a pair of endpoints. */
  add(from: string, to: string, { state, via }: PairState): void {
    const key = `${state} ${via.join()}`;
    const group = this.groups.get(key) ?? { state, via, pairs: [] };
    group.pairs.push([from, to]);
    this.groups.set(key, group);
  }

  /**
   * One row for how most of them behave and one for each pair that does not, or, where that is too many, one for each way
   * in which they behave.
   *
   * @param judge - makes the rows of single pairs
   * @param most - rows of single pairs at most
   */
  rows({ rowOf }: ReachJudge, most: number): { readonly rows: ReachRow[]; readonly exceptions: number } {
    const groups = [...this.groups.values()].sort((a, b) => b.pairs.length - a.pairs.length);
    const others = groups.slice(1).flatMap(({ pairs }) => pairs);
    const listed = others.length <= most ? others : [];
    const summed = others.length <= most ? groups.slice(0, 1) : groups;
    const rows = summed.map(({ pairs, state, via }): ReachRow => {
      const [first, ...more] = pairs;
      return first && more.length === 0
        ? rowOf(...first)
        : { from: this.from, to: this.to, pairs: pairs.length, state, via: [...via] };
    });
    return { rows: [...rows, ...listed.map((pair) => rowOf(...pair))], exceptions: listed.length };
  }
}
