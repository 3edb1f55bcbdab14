import { z } from 'zod';
import type { LocalizedText } from '../../constructs';
import type { OrganizationNetwork } from '../network/organization-network';
import type { Endpoint, Reach } from '../network/reachability-matrix';
import { renderCsv } from './csv';
import { markdownTable } from './markdown';

/** Most endpoints whose pairs are all listed; of a larger network only those that are not denied. */
export const MOST_ENDPOINTS_LISTED = 60;

/** How one endpoint reaches another, in the words of the reports. */
export const REACH_STATES = {
  allow: { ko: '허용', en: 'allow' },
  inspected: { ko: '방화벽 경유', en: 'via firewall' },
  asymmetric: { ko: '비대칭', en: 'asymmetric' },
  deny: { ko: '차단', en: 'deny' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** One of {@link REACH_STATES}. */
export type ReachState = keyof typeof REACH_STATES;

const reachState = z
  .enum(Object.keys(REACH_STATES) as [ReachState, ...ReachState[]])
  .describe(
    'allow: packets and replies arrive. inspected: the same, through a firewall. asymmetric: they pass a stateful device in one direction only, so that connections break. deny: they do not arrive.',
  );

const pairSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  state: reachState,
  via: z.array(z.string()).describe('Firewalls and VPCs between the two, in order.'),
  reason: z
    .strictObject({ en: z.string(), ko: z.string() })
    .optional()
    .describe('Why packets do not arrive, or break on their way.'),
});

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
            .strictObject({ allow: z.int(), inspected: z.int(), asymmetric: z.int(), deny: z.int() })
            .describe('Number of pairs of endpoints in each state.'),
        }),
      )
      .describe('How the endpoints of one segment reach those of another.'),
    complete: z.boolean().describe('Whether every pair is listed; otherwise each pair that is not listed is denied.'),
    pairs: z.array(pairSchema),
  })
  .describe('What can reach what, worked out from the route tables of the templates.');

/** How one endpoint reaches another; see {@link reachabilitySchema}. */
export type ReachRow = z.infer<typeof pairSchema>;

/** What can reach what; see {@link reachabilitySchema}. */
export type ReachabilityReport = Readonly<z.infer<typeof reachabilitySchema>>;

/** How the endpoints of one segment reach those of another. */
export type SegmentReach = ReachabilityReport['segments'][number];

/** The segment that an endpoint counts to in the reports. */
export function sideOf({ kind, segment }: Pick<Endpoint, 'kind' | 'segment'>): string {
  return segment ?? (kind === 'internet' ? 'internet' : '-');
}

/** How every endpoint reaches every other. @param port - TCP port. @default - a port that gets through */
export function reachabilityReport({ graph, matrix }: OrganizationNetwork, port?: number): ReachabilityReport {
  const { stateOf, rowOf } = judge({ graph, matrix }, port);
  const complete = matrix.endpoints.length <= MOST_ENDPOINTS_LISTED;
  const pairs: ReachRow[] = [];
  const rank = [...graph.routeTables.map(({ name }) => name), '-', 'internet'];
  const sides = [...new Set(matrix.endpoints.map(sideOf))].sort((a, b) => rank.indexOf(a) - rank.indexOf(b));
  const segments = sides.map((from) =>
    sides.map((to): SegmentReach => ({ from, to, pairs: { allow: 0, inspected: 0, asymmetric: 0, deny: 0 } })),
  );
  const places = matrix.endpoints.map((endpoint) => sides.indexOf(sideOf(endpoint)));
  for (const [row, from] of matrix.endpoints.entries()) {
    for (const [column, to] of matrix.endpoints.entries()) {
      if (from === to) continue;
      const state = stateOf(from.name, to.name);
      const cell = segments[places[row] as number]?.[places[column] as number] as SegmentReach;
      cell.pairs[state] += 1;
      if (complete || state !== 'deny') pairs.push(rowOf(from.name, to.name));
    }
  }
  return { endpoints: matrix.endpoints.map(endpointCells), segments: segments.flat(), complete, pairs };
}

/** The pairs of two sides. @param port - TCP port. @default - a port that gets through */
export function reachRows(
  network: OrganizationNetwork,
  from: readonly Endpoint[],
  to: readonly Endpoint[],
  port?: number,
): ReachRow[] {
  const { rowOf } = judge(network, port);
  return from.flatMap((source) => to.flatMap((target) => (source === target ? [] : rowOf(source.name, target.name))));
}

/** Answers about single pairs. */
interface Judge {
  stateOf(from: string, to: string): ReachState;
  rowOf(from: string, to: string): ReachRow;
}

function judge({ graph, matrix }: OrganizationNetwork, port?: number): Judge {
  const firewalls = new Set(graph.attachments.filter(({ kind }) => kind === 'firewall').map(({ name }) => name));
  const stateIn = ({ verdict, via }: Pick<Reach, 'verdict' | 'via'>): ReachState =>
    verdict === 'allow' && via.some((name) => firewalls.has(name)) ? 'inspected' : verdict;
  return {
    stateOf: (from, to) => stateIn(matrix.verdict(from, to, port)),
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
  const states = (Object.keys(REACH_STATES) as ReachState[]).filter((state) => pairs[state] > 0);
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

/** The pairs for a spreadsheet; the last line says what holds for those that are not listed. */
export function reachabilityCsv(
  pairs: readonly ReachRow[],
  endpoints: readonly Pick<Endpoint, 'name' | 'kind' | 'segment'>[],
  complete = true,
): string {
  const sides = new Map(endpoints.map((endpoint) => [endpoint.name, sideOf(endpoint)]));
  return renderCsv(
    ['from', 'fromSegment', 'to', 'toSegment', 'state', 'via', 'reason'],
    [
      ...pairs.map(({ from, to, state, via, reason }) => [
        from,
        sides.get(from) ?? '',
        to,
        sides.get(to) ?? '',
        state,
        via.join(' '),
        reason?.en ?? '',
      ]),
      ...(complete ? [] : [['*', '*', '*', '*', 'deny', '', 'every pair that is not listed above']]),
    ],
  );
}

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
  return `# ${words[0]}\n\n${words[1]}\n\n${markdownTable(headings, rows)}`;
}
