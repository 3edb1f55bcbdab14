import type { LocalizedText } from '../../../constructs';
import { type ReachabilityReport, type SegmentReach, segmentWords } from '../network-reach';
import type { ReachRow } from '../network-reach-pairs';
import { REACH_MEANINGS, REACH_ORDER, REACH_STATES, type ReachState } from '../network-reach-states';
import { type Html, html, name, say } from '../page/html';

/** With more endpoints than this the matrix is by segment. */
export const MOST_ENDPOINTS_SHOWN = 40;

/** Signs of the states, so that a cell is told from the others without its colour. */
const SIGNS: Readonly<Record<ReachState, string>> = {
  allow: '●',
  inspected: '◆',
  asymmetric: '▲',
  'one-way': '→',
  deny: '–',
};

/** What reaches what, rows from and columns to: every endpoint, or every segment of a large network. */
export function matrixSection(report: ReachabilityReport): Html {
  const bySegment = report.endpoints.length > MOST_ENDPOINTS_SHOWN;
  return html`<section id="matrix" aria-labelledby="matrix-title">
    <h2 id="matrix-title">${say({ ko: '도달 가능성', en: 'Reachability' })}</h2>
    <p class="lead">${say({
      ko: '행에서 열로 가는 패킷과 그 응답이 도착하는지, 합성된 라우팅 테이블로 계산했습니다. 보안 그룹과 방화벽 규칙은 보지 않습니다.',
      en: 'Whether packets from the row and their replies arrive at the column, worked out from the synthesized route tables. Security groups and firewall rules are not looked at.',
    })}</p>
    <ul class="states" role="list">${REACH_ORDER.map((state) => html`<li>${stateWord(state)}: ${say(REACH_MEANINGS[state])}</li>`)}</ul>
    ${bySegment ? segmentMatrix(report.segments) : endpointMatrix(report)}</section>`;
}

function stateWord(state: ReachState): Html {
  return html`<span class="state-${state}"><span aria-hidden="true">${SIGNS[state]}</span> ${say(REACH_STATES[state])}</span>`;
}

function segmentMatrix(segments: readonly SegmentReach[]): Html {
  const sides = [...new Set(segments.map(({ from }) => from))];
  const cells = new Map(segments.map((cell) => [JSON.stringify([cell.from, cell.to]), cell]));
  return grid(
    { ko: '세그먼트별, 숫자는 엔드포인트 쌍의 수', en: 'By segment; numbers count pairs of endpoints' },
    sides,
    (from, to) => {
      const cell = cells.get(JSON.stringify([from, to])) as SegmentReach;
      const [only, ...more] = REACH_ORDER.filter((state) => cell.pairs[state] > 0);
      return html`<td>${only === undefined || more.length > 0 ? say(segmentWords(cell)) : stateWord(only)}</td>`;
    },
  );
}

function endpointMatrix({ endpoints, pairs }: ReachabilityReport): Html {
  const cells = new Map(pairs.map((pair) => [JSON.stringify([pair.from, pair.to]), pair]));
  return grid(
    { ko: 'VPC, 사업장, 인터넷', en: 'VPCs, sites and the internet' },
    endpoints.map((endpoint) => endpoint.name),
    (from, to) => {
      if (from === to) return html`<td class="self"></td>`;
      const pair = cells.get(JSON.stringify([from, to])) as ReachRow;
      return html`<td title="${tooltip(pair)}">${stateWord(pair.state)}</td>`;
    },
  );
}

/** A tooltip cannot be switched: it is in both languages. */
function tooltip({ from, to, via, reason }: ReachRow): string {
  const words = [`${from} → ${to}`, ...(via.length > 0 ? [`via ${via.join(', ')}`] : [])].join(' ');
  return reason ? `${words}\n${reason.ko}\n${reason.en}` : words;
}

function grid(caption: LocalizedText, names: readonly string[], cell: (from: string, to: string) => Html): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="matrix-caption"><table id="matrix-table">
    <caption id="matrix-caption">${say(caption)}</caption>
    <thead><tr><th scope="col">${say({ ko: '출발 \\ 도착', en: 'from \\ to' })}</th>${names.map((to) => html`<th scope="col">${name(to)}</th>`)}</tr></thead>
    <tbody>${names.map((from) => html`<tr><th scope="row">${name(from)}</th>${names.map((to) => cell(from, to))}</tr>`)}</tbody>
    </table></div>`;
}
