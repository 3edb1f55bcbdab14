import { z } from 'zod';
import type { LocalizedText } from '../../constructs';
import type { OrganizationNetwork } from '../network/organization-network';
import type { Endpoint } from '../network/reachability-matrix';
import { renderCsv } from './csv';
import { markdownTable } from './markdown';
import {
  MOST_EXCEPTIONS,
  pairSchema,
  type ReachJudge,
  type ReachRow,
  reachJudge,
  SegmentPairs,
} from './network-reach-pairs';
import { REACH_MEANINGS, REACH_ORDER, REACH_STATES, type ReachState } from './network-reach-states';

/** Most endpoints whose pairs are all listed; of a larger network only those that are not denied. */
export const MOST_ENDPOINTS_LISTED = 60;

/** With more endpoints than this, pairs that behave as the others of their segments are summed up. */
export const MOST_ENDPOINTS_SINGLE = 300;

/** Format of `reports/reachability.json`. */
export const reachabilitySchema = z
  .strictObject({
    endpoints: z.array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(['vpc', 'site', 'internet']),
        segment: z.string().optional().describe('Absent when it is associated with no route table.'),
        account: z.string().optional().describe('Account name of a VPC.'),
        cidrs: z.array(z.string()),
      }),
    ),
    segments: z
      .array(
        z.strictObject({
          from: z.string().describe('Segment, `internet`, or `-` for endpoints of no segment.'),
          to: z.string(),
          pairs: z
            .strictObject({
              allow: z.int(),
              inspected: z.int(),
              asymmetric: z.int(),
              'one-way': z.int(),
              deny: z.int(),
            } satisfies Record<ReachState, z.ZodInt>)
            .describe('Number of pairs of endpoints in each state.'),
        }),
      )
      .describe('How the endpoints of one segment reach those of another.'),
    complete: z
      .boolean()
      .describe(
        'Whether every pair has a row of its own. Otherwise one that has none is as the row of its two segments says, and denied where there is no such row.',
      ),
    note: z
      .strictObject({ en: z.string(), ko: z.string() })
      .optional()
      .describe(`How to read the rows; only with more than ${MOST_ENDPOINTS_SINGLE} endpoints.`),
    pairs: z
      .array(pairSchema)
      .describe(
        `With more than ${MOST_ENDPOINTS_SINGLE} endpoints a row for every two segments, and rows for the pairs that behave unlike the rest of theirs; the latter are counted only where they are too many.`,
      ),
  })
  .describe('What can reach what, worked out from the route tables of the templates.');

/** What can reach what; see {@link reachabilitySchema}. */
export type ReachabilityReport = Readonly<z.infer<typeof reachabilitySchema>>;

/** How the endpoints of one segment reach those of another. */
export type SegmentReach = ReachabilityReport['segments'][number];

/** The segment that an endpoint counts to in the reports. */
export function sideOf({ kind, segment }: Pick<Endpoint, 'kind' | 'segment'>): string {
  return segment ?? (kind === 'internet' ? 'internet' : '-');
}

/** How every endpoint reaches every other. @param port - TCP port. @default - a port that gets through */
export function reachabilityReport(network: OrganizationNetwork, port?: number): ReachabilityReport {
  const judge = reachJudge(network, port);
  const { endpoints } = network.matrix;
  const complete = endpoints.length <= MOST_ENDPOINTS_LISTED;
  const summed = endpoints.length > MOST_ENDPOINTS_SINGLE;
  const pairs: ReachRow[] = [];
  const rank = [...network.graph.routeTables.map(({ name }) => name), '-', 'internet'];
  const sides = [...new Set(endpoints.map(sideOf))].sort((a, b) => rank.indexOf(a) - rank.indexOf(b));
  const cells = sides.flatMap((from) => sides.map((to): Cell => [segmentReach(from, to), new SegmentPairs(from, to)]));
  const places = endpoints.map((endpoint) => sides.indexOf(sideOf(endpoint)));
  for (const [row, from] of endpoints.entries()) {
    for (const [column, to] of endpoints.entries()) {
      if (from === to) continue;
      const found = judge.stateOf(from.name, to.name);
      const [counts, alike] = cells[(places[row] as number) * sides.length + (places[column] as number)] as Cell;
      counts.pairs[found.state] += 1;
      if (summed) alike.add(from.name, to.name, found);
      else if (complete || found.state !== 'deny') pairs.push(judge.rowOf(from.name, to.name));
    }
  }
  return {
    endpoints: endpoints.map(endpointCells),
    segments: cells.map(([counts]) => counts),
    complete,
    ...(summed && { note: NOTE }),
    pairs: summed ? summedRows(cells, judge) : pairs,
  };
}

type Cell = readonly [SegmentReach, SegmentPairs];

function segmentReach(from: string, to: string): SegmentReach {
  return { from, to, pairs: { allow: 0, inspected: 0, asymmetric: 0, 'one-way': 0, deny: 0 } };
}

const NOTE: LocalizedText = {
  en: `More than ${MOST_ENDPOINTS_SINGLE} endpoints: a row with "pairs" stands for that many pairs of endpoints of two segments, which behave alike; a pair unlike the rest of its segments has a row of its own. Two segments with several rows with "pairs" have too many such pairs to list; "org-governance network reach --from NAME --to NAME" tells each.`,
  ko: `엔드포인트가 ${MOST_ENDPOINTS_SINGLE}개를 넘습니다. "pairs"가 있는 행은 두 세그먼트에서 똑같이 동작하는 그 수만큼의 엔드포인트 쌍을 나타내고, 나머지와 다른 쌍은 따로 적습니다. "pairs"가 있는 행이 여럿인 두 세그먼트는 다른 쌍이 너무 많아 적지 않았습니다. "org-governance network reach --from NAME --to NAME"으로 확인하세요.`,
};

function summedRows(cells: readonly Cell[], judge: ReachJudge): ReachRow[] {
  let room = MOST_EXCEPTIONS;
  return cells.flatMap(([, alike]) => {
    const { rows, exceptions } = alike.rows(judge, room);
    room -= exceptions;
    return rows;
  });
}

function endpointCells({ name, kind, segment, account, cidrs }: Endpoint): ReachabilityReport['endpoints'][number] {
  return {
    name,
    kind,
    ...(segment !== undefined && { segment }),
    ...(account !== undefined && { account }),
    cidrs: [...cidrs],
  };
}

/** The states of a cell that holds several pairs: one word where they agree, else each with its number. */
export function segmentWords({ pairs }: SegmentReach): LocalizedText {
  const states = REACH_ORDER.filter((state) => pairs[state] > 0);
  const [only, ...more] = states;
  if (only === undefined) return { ko: '–', en: '–' };
  if (more.length === 0) return REACH_STATES[only];
  const words = (language: 'ko' | 'en'): string =>
    states.map((state) => `${REACH_STATES[state][language]} ${pairs[state]}`).join(', ');
  return { ko: words('ko'), en: words('en') };
}

/** Rows and columns of a table of the segments, for {@link markdownTable} and the terminal. */
export function segmentTable(
  segments: readonly SegmentReach[],
  language: 'en' | 'ko',
): { readonly headings: string[]; readonly rows: string[][] } {
  const sides = [...new Set(segments.map(({ from }) => from))];
  return {
    headings: [{ en: 'from \\ to', ko: '출발 \\ 도착' }[language], ...sides],
    rows: sides.map((side) => [
      side,
      ...segments.filter(({ from }) => from === side).map((cell) => segmentWords(cell)[language]),
    ]),
  };
}

/** The pairs for a spreadsheet; the last line, or those of whole segments, say what holds for those that are not listed. */
export function reachabilityCsv(
  pairs: readonly ReachRow[],
  endpoints: readonly Pick<Endpoint, 'name' | 'kind' | 'segment'>[],
  complete = true,
): string {
  const sides = new Map(endpoints.map((endpoint) => [endpoint.name, sideOf(endpoint)]));
  const summed = pairs.some((row) => row.pairs !== undefined);
  const line = ({ from, to, pairs: count, state, via, reason }: ReachRow): string[] => {
    const way = [state, via.join(' ')];
    if (count !== undefined) return ['*', from, '*', to, ...way, REST, String(count)];
    return [
      ...[from, to].flatMap((name) => [name, sides.get(name) ?? '']),
      ...way,
      reason?.en ?? '',
      ...(summed ? ['1'] : []),
    ];
  };
  return renderCsv(
    ['from', 'fromSegment', 'to', 'toSegment', 'state', 'via', 'reason', ...(summed ? ['pairs'] : [])],
    [
      ...pairs.map(line),
      ...(complete || summed ? [] : [['*', '*', '*', '*', 'deny', '', 'every pair that is not listed above']]),
    ],
  );
}

const REST = 'pairs of the two segments that have no line of their own';

/** The reachability for a reviewer, segment by segment. */
export function reachabilityMarkdown({ endpoints, segments }: ReachabilityReport, language: 'en' | 'ko'): string {
  const { headings, rows } = segmentTable(segments, language);
  const words = {
    en: [
      'Reachability',
      `${endpoints.length} endpoints. A cell tells how a row reaches a column; numbers count pairs of endpoints.`,
    ],
    ko: [
      '도달 가능성',
      `엔드포인트 ${endpoints.length}개. 칸은 행이 열에 어떻게 도달하는지 나타내며, 숫자는 엔드포인트 쌍의 수입니다.`,
    ],
  }[language];
  const meanings = REACH_ORDER.filter((state) => segments.some(({ pairs }) => pairs[state] > 0)).map(
    (state) => `- ${REACH_STATES[state][language]}: ${REACH_MEANINGS[state][language]}\n`,
  );
  return `# ${words[0]}\n\n${words[1]}\n\n${markdownTable(headings, rows)}\n${meanings.join('')}`;
}
