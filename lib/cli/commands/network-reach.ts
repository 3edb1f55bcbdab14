import type { LocalizedText } from '../../../constructs';
import { loadConfig } from '../../load-config';
import { type OrganizationNetwork, organizationNetwork } from '../../network/organization-network';
import { type ReachChange, reachabilityDiff } from '../../network/reachability-diff';
import type { Endpoint, Hop } from '../../network/reachability-matrix';
import { markdownTable } from '../../reports/markdown';
import { reachabilityDiffMarkdown } from '../../reports/network-diff';
import { reachabilityCsv, reachabilityMarkdown, reachabilityReport, segmentTable } from '../../reports/network-reach';
import { type ReachRow, reachRows } from '../../reports/network-reach-pairs';
import { REACH_STATES } from '../../reports/network-reach-states';
import { renderTable } from '../../reports/table';
import { UserError } from '../../user-error';
import { type Command, type CommandCall, EXIT, type Language, printJson } from '../command';
import { type Format, formatOf, isMeant, portOf, type Sides, sidesOf } from './network-reach-options';

/** `org-governance network reach` */
export const networkReach: Command = {
  name: 'network reach',
  summary: {
    en: 'print what reaches what, worked out from the route tables; between two places the path; or how it differs',
    ko: '라우팅 테이블에서 계산한 도달 가능성을 보여 줍니다. 두 곳 사이의 경로, 또는 무엇이 달라졌는지',
  },
  options: {
    from: {
      type: 'string',
      value: 'NAME',
      help: { en: 'from this segment, VPC, site or internet', ko: '출발: 세그먼트, VPC, 사업장 또는 internet' },
    },
    to: {
      type: 'string',
      value: 'NAME',
      help: { en: 'to this segment, VPC, site or internet', ko: '도착: 세그먼트, VPC, 사업장 또는 internet' },
    },
    port: {
      type: 'string',
      value: 'N',
      help: {
        en: 'TCP port that network ACLs are judged by (default: one that gets through)',
        ko: '네트워크 ACL을 판단할 TCP 포트(기본값: 통과하는 아무 포트)',
      },
    },
    format: {
      type: 'string',
      value: 'csv|md',
      help: { en: 'CSV or Markdown instead of a table', ko: '표 대신 CSV나 Markdown으로 출력' },
    },
    diff: {
      type: 'string',
      value: 'DIR',
      help: {
        en: 'reachability gained, lost and changed since this other config folder, as Markdown; exit code 2 when it differs',
        ko: '다른 설정 폴더와 비교해 새로 생기거나 사라지거나 바뀐 도달 가능성을 Markdown으로 출력. 다르면 종료 코드 2',
      },
    },
  },
  run(call) {
    const format = formatOf(call);
    const port = portOf(call);
    if (typeof call.options.diff === 'string') return printDiff(call, call.options.diff);
    const network = loadNetwork(call.config);
    const { from, to } = sidesOf(call, [network]);
    if (from === undefined && to === undefined) printAll(call, network, format, port);
    else printPairs(call, network, { from, to }, format, port);
    return EXIT.ok;
  },
};

function loadNetwork(config: string): OrganizationNetwork {
  const network = organizationNetwork(loadConfig(config));
  if (network) return network;
  throw new UserError({
    en: `${config} has no network.yaml: there is no reachability to show`,
    ko: `${config}에 network.yaml이 없어 보여 줄 도달 가능성이 없습니다`,
  });
}

function printAll({ io, json, language }: CommandCall, network: OrganizationNetwork, format: Format, port?: number) {
  const report = reachabilityReport(network, port);
  if (json) printJson(io, { ok: true, ...report });
  else if (format === 'csv') io.out(reachabilityCsv(report.pairs, report.endpoints, report.complete));
  else if (format === 'md') io.out(reachabilityMarkdown(report, language));
  else {
    const { headings, rows } = segmentTable(report.segments, language);
    io.out(renderTable(headings, rows));
  }
}

function printPairs(call: CommandCall, network: OrganizationNetwork, sides: Sides, format: Format, port?: number) {
  const { io, json, language } = call;
  const { matrix } = network;
  const [from, to] = [sides.from, sides.to].map((name) => matrix.endpoints.filter(isMeant(name))) as [
    Endpoint[],
    Endpoint[],
  ];
  const rows = reachRows(network, from, to, port);
  const [only] = rows;
  const single = only !== undefined && only.from === sides.from && only.to === sides.to ? only : undefined;
  const paths = single && pick(matrix.reach(single.from, single.to, port));
  if (json) printJson(io, { ok: true, pairs: paths ? [{ ...single, ...paths }] : rows });
  else if (format === 'csv') io.out(reachabilityCsv(rows, matrix.endpoints));
  else if (format === 'md') io.out(pairsTable(rows, language, markdownTable));
  else if (paths) io.out(pathText(single, paths, language));
  else io.out(pairsTable(rows, language, renderTable));
}

/** The two ways of a pair. */
interface Paths {
  readonly path: readonly Hop[];
  readonly returnPath: readonly Hop[];
  /** @default - it gets through, the same way between all zones */
  readonly reason?: LocalizedText;
}

/** Results may work out their paths when these are read: they are read here. */
function pick({ path, returnPath, reason }: Paths): Paths {
  return { path, returnPath, ...(reason && { reason }) };
}

function pairsTable(rows: readonly ReachRow[], language: Language, render: typeof renderTable): string {
  const headings = { en: ['from', 'to', 'result', 'via', 'reason'], ko: ['출발', '도착', '결과', '경유', '이유'] };
  return render(
    headings[language],
    rows.map(({ from, to, state, via, reason }) => [
      from,
      to,
      REACH_STATES[state][language],
      via.join(', '),
      reason?.[language] ?? '',
    ]),
  );
}

const HOPS: Readonly<Record<Hop['kind'], LocalizedText>> = {
  subnet: { en: 'subnet', ko: '서브넷' },
  segment: { en: 'segment', ko: '세그먼트' },
  firewall: { en: 'firewall', ko: '방화벽' },
  'nat-gateway': { en: 'NAT gateway', ko: 'NAT 게이트웨이' },
  'internet-gateway': { en: 'internet gateway', ko: '인터넷 게이트웨이' },
  site: { en: 'site', ko: '사업장' },
  internet: { en: 'internet', ko: '인터넷' },
};

function pathText({ from, to, state }: ReachRow, { path, returnPath, reason }: Paths, language: Language): string {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const hops = (title: string, way: readonly Hop[]): string[] =>
    way.length === 0
      ? []
      : [
          `\n${title}\n`,
          renderTable(
            ['#', text('where', '위치'), text('name', '이름'), text('route taken', '적용된 경로')],
            way.map(({ kind, name, route }, index) => [String(index + 1), HOPS[kind][language], name, route ?? '']),
          ),
        ];
  return [
    `${from} → ${to}: ${REACH_STATES[state][language]}\n`,
    ...(reason ? [`${text('Reason', '이유')}: ${reason[language]}\n`] : []),
    ...hops(text('There', '가는 길'), path),
    ...hops(text('Back', '돌아오는 길'), returnPath),
  ].join('');
}

function noEndpoint(from: string, to: string): never {
  throw new Error(`nothing reaches ${JSON.stringify(to)} from ${JSON.stringify(from)}: there is no network`);
}

/** A version without network.yaml: nothing is connected. */
const NOTHING: OrganizationNetwork = {
  graph: { vpcs: [], attachments: [], routeTables: [] },
  matrix: { endpoints: [], reach: noEndpoint, verdict: noEndpoint },
};

function printDiff(call: CommandCall, base: string): number {
  const [before, after] = [loadConfig(base), loadConfig(call.config)].map(
    (organization) => organizationNetwork(organization) ?? NOTHING,
  ) as [OrganizationNetwork, OrganizationNetwork];
  const { from, to } = sidesOf(call, [before, after]);
  const endpoints = [...before.matrix.endpoints, ...after.matrix.endpoints];
  const [sources, targets] = [from, to].map((name) => namesOf(endpoints.filter(isMeant(name)))) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  const { gained, lost, changed } = reachabilityDiff(before.matrix, after.matrix);
  const meant = (change: ReachChange): boolean => sources.has(change.from) && targets.has(change.to);
  const diff = { gained: gained.filter(meant), lost: lost.filter(meant), changed: changed.filter(meant) };
  if (call.json) printJson(call.io, { ok: true, ...diff });
  else call.io.out(reachabilityDiffMarkdown(diff, call.language));
  return Object.values(diff).every((changes) => changes.length === 0) ? EXIT.ok : EXIT.differences;
}

/** Endpoints and their segments: a change of a whole segment is one of each of its endpoints. */
function namesOf(endpoints: readonly Endpoint[]): ReadonlySet<string> {
  return new Set(endpoints.flatMap(({ name, segment }) => (segment === undefined ? [name] : [name, segment])));
}
