import { groupBy } from '../group-by';
import type { Endpoint, Reach, ReachabilityMatrix } from './reachability-matrix';

/** A pair of endpoints, or of whole segments, whose reachability differs between two versions. */
export interface ReachChange {
  /** Endpoint, or a segment all of whose endpoints changed alike. */
  readonly from: string;
  /** Endpoint, or a segment all of whose endpoints changed alike. */
  readonly to: string;
  /** Pairs of endpoints that the change stands for. */
  readonly pairs: number;
  /** That of the first pair. An endpoint which a version does not have reaches nothing. */
  readonly before: Reach;
  /** That of the first pair. */
  readonly after: Reach;
}

/** What differs between two versions. */
export interface ReachabilityDiff {
  /** What was denied and is no more, be it one way only. */
  readonly gained: readonly ReachChange[];
  /** What is denied now. */
  readonly lost: readonly ReachChange[];
  /** Another verdict, or other firewalls and VPCs between the two. */
  readonly changed: readonly ReachChange[];
}

interface Difference {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly kind: keyof ReachabilityDiff;
  /** The same for pairs that changed alike. */
  readonly how: string;
}

/**
 * What reaches what, before and after a change of the config.
 *
 * @param before - the version that is compared with
 * @param after - the version that is proposed
 */
export function reachabilityDiff(before: ReachabilityMatrix, after: ReachabilityMatrix): ReachabilityDiff {
  const known = [before, after].map(({ endpoints }) => new Set(endpoints.map(({ name }) => name))) as [
    Set<string>,
    Set<string>,
  ];
  const endpoints = [...after.endpoints, ...before.endpoints.filter(({ name }) => !known[1].has(name))];
  const inBoth = (index: 0 | 1, from: string, to: string): boolean => known[index].has(from) && known[index].has(to);
  const differences: Difference[] = [];
  for (const from of endpoints)
    for (const to of endpoints) {
      if (from === to) continue;
      const was = inBoth(0, from.name, to.name) ? before.verdict(from.name, to.name) : NOTHING;
      const is = inBoth(1, from.name, to.name) ? after.verdict(from.name, to.name) : NOTHING;
      if (was.verdict === is.verdict && was.via.join() === is.via.join()) continue;
      const kind = was.verdict === 'deny' ? 'gained' : is.verdict === 'deny' ? 'lost' : 'changed';
      differences.push({ from, to, kind, how: JSON.stringify([was.verdict, was.via, is.verdict, is.via]) });
    }
  const reachIn = (matrix: ReachabilityMatrix, index: 0 | 1, from: string, to: string): Reach =>
    inBoth(index, from, to)
      ? matrix.reach(from, to)
      : { from, to, ...NOTHING, path: [], returnPath: [], reason: ABSENT };
  const change = ({ from, to, rows }: Group): ReachChange => {
    const [one, other] = [(rows[0] as Difference).from.name, (rows[0] as Difference).to.name];
    return {
      from,
      to,
      pairs: rows.length,
      before: reachIn(before, 0, one, other),
      after: reachIn(after, 1, one, other),
    };
  };
  const groups = grouped(differences, endpoints);
  const of = (kind: keyof ReachabilityDiff): ReachChange[] =>
    groups.filter(({ rows }) => rows[0]?.kind === kind).map(change);
  return { gained: of('gained'), lost: of('lost'), changed: of('changed') };
}

const NOTHING = { verdict: 'deny', via: [] } as const;
const ABSENT = { en: 'it is not in this version', ko: '이 버전에는 없습니다' };

interface Group {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly Difference[];
}

type Side = 'segment' | 'name';
const SIDES: readonly (readonly [Side, Side])[] = [
  ['segment', 'segment'],
  ['segment', 'name'],
  ['name', 'segment'],
  ['name', 'name'],
];

/** Puts together what changed alike between two whole segments, then between an endpoint and a whole segment. */
function grouped(differences: readonly Difference[], endpoints: readonly Endpoint[]): Group[] {
  const members = groupBy(endpoints, (endpoint) => label(endpoint, 'segment'));
  const size = (endpoint: Endpoint, side: Side): number =>
    side === 'name' ? 1 : (members.get(label(endpoint, 'segment'))?.length ?? 1);
  const groups: Group[] = [];
  let left = differences;
  for (const [fromSide, toSide] of SIDES) {
    const alike = groupBy(left, (row) => JSON.stringify([label(row.from, fromSide), label(row.to, toSide), row.how]));
    left = [...alike.values()].flatMap((rows) => {
      const { from, to } = rows[0] as Difference;
      const [one, other] = [size(from, fromSide), size(to, toSide)];
      const together = label(from, 'segment') === label(to, 'segment');
      // Within one segment, no endpoint is paired with itself.
      const itself = together && one * other > 1 ? Math.min(one, other) : 0;
      if (rows.length < one * other - itself) return rows;
      const name = (endpoint: Endpoint, side: Side, count: number): string =>
        label(endpoint, count === 1 ? 'name' : side);
      groups.push({ from: name(from, fromSide, one), to: name(to, toSide, other), rows });
      return [];
    });
  }
  return groups.sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}

/** An endpoint without a segment stands for itself. */
function label({ name, segment }: Endpoint, side: Side): string {
  return side === 'name' ? name : (segment ?? name);
}
