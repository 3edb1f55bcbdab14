import type { LocalizedText } from '../../../constructs';
import type { NetworkGraph, TransitRoute, TransitRouteTable } from '../../network/network-graph';
import { type Html, html, name, say, table, thousands } from '../page/html';

/** With more routes than this the table of a segment is folded. */
const MOST_ROUTES_OPEN = 40;

const KINDS = {
  static: { ko: '정적', en: 'static' },
  propagated: { ko: '전파', en: 'propagated' },
  blackhole: { ko: '블랙홀', en: 'blackhole' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** The route table of every segment. */
export function routesSection({ routeTables, attachments }: NetworkGraph): Html {
  return html`<section id="routes" aria-labelledby="routes-title">
    <h2 id="routes-title">${say({ ko: '라우팅 테이블', en: 'Route tables' })}</h2>
    <p class="lead">${say({
      ko: '가장 긴 접두사가 이기고, 같으면 정적 경로가 이깁니다.',
      en: 'The longest prefix wins; of equal ones the static route does.',
    })}</p>
    ${routeTables.map((routeTable) =>
      segmentRoutes(
        routeTable,
        attachments
          .filter((attachment) => attachment.routeTable === routeTable.name)
          .map((attachment) => attachment.name),
      ),
    )}</section>`;
}

function segmentRoutes({ name: segment, routes }: TransitRouteTable, members: readonly string[]): Html {
  const id = `segment-${segment}`;
  const caption = html`${say({ ko: `경로 ${thousands(routes.length)}개`, en: `${thousands(routes.length)} route${routes.length === 1 ? '' : 's'}` })}`;
  const rows = table(
    `${id}-table`,
    caption,
    [
      { ko: 'CIDR', en: 'CIDR' },
      { ko: '대상', en: 'Target' },
      { ko: '종류', en: 'Kind' },
    ],
    [html`<tbody>${routes.map(routeRow)}</tbody>`],
  );
  return html`<h3 id="${id}">${name(segment)}</h3>
    <p>${say({ ko: `연결 ${thousands(members.length)}개`, en: `${thousands(members.length)} attachment${members.length === 1 ? '' : 's'}` })}</p>
    ${
      routes.length <= MOST_ROUTES_OPEN
        ? rows
        : html`<details><summary>${say({ ko: '경로 보기', en: 'Show the routes' })} (${thousands(routes.length)})</summary>${rows}</details>`
    }`;
}

/** As little markup as will do: there may be ten thousand of them. */
function routeRow({ cidr, kind, attachment }: TransitRoute): Html {
  return html`<tr><td><code>${cidr}</code></td><td>${attachment === undefined ? '–' : name(attachment)}</td><td>${say(KINDS[attachment === undefined ? 'blackhole' : kind])}</td></tr>`;
}
