import type { NetworkGraph } from '../../network/network-graph';
import { type Html, html, name, say, table } from '../page/html';
import { MOST_VPCS_DRAWN, type TopologyEdge, topologyOf } from './topology';
import { LINES, topologySvg } from './topology-svg';

/** The drawing of the network, its legend, and what it cannot draw: the blackholes. */
export function topologySection(graph: NetworkGraph): Html {
  return html`<section id="topology" aria-labelledby="topology-title">
    <h2 id="topology-title">${say({ ko: '구성도', en: 'Topology' })}</h2>
    <p class="lead">${say({
      ko: '테두리 하나가 세그먼트, 곧 Transit Gateway 라우팅 테이블 하나입니다. 화살표는 패킷이 가는 방향이며, 선에 마우스를 올리면 경로가 보입니다.',
      en: 'Each frame is a segment, which is one transit gateway route table. Arrows show where packets go; point at a line to see its routes.',
    })}${
      graph.vpcs.length > MOST_VPCS_DRAWN
        ? say({
            ko: ' VPC가 많아 세그먼트마다 개수로 나타냅니다.',
            en: ' There are many VPCs: each segment shows how many.',
          })
        : undefined
    }</p>
    <ul class="lines" role="list">${(Object.keys(LINES) as TopologyEdge['kind'][]).map(legendItem)}
    <li><span aria-hidden="true">↺</span> ${say({ ko: '같은 세그먼트끼리 직접 도달', en: 'members reach each other directly' })}</li></ul>
    <div class="scroll drawing" role="group" tabindex="0" aria-labelledby="topology-title">${topologySvg(topologyOf(graph))}</div>
    ${blackholes(graph)}</section>`;
}

function legendItem(kind: TopologyEdge['kind']): Html {
  return html`<li><svg class="topology" width="36" height="10" viewBox="0 0 36 10" aria-hidden="true"><g class="edge ${kind}"><path class="line" d="M1 5L34 5"/></g></svg> ${say(LINES[kind])}</li>`;
}

function blackholes({ routeTables }: NetworkGraph): Html {
  const rows = routeTables.flatMap(({ name: segment, routes }) => {
    const dropped = routes.filter(({ attachment }) => attachment === undefined).map(({ cidr }) => cidr);
    if (dropped.length === 0) return [];
    return html`<tr><th scope="row">${name(segment)}</th><td class="blocks">${dropped.map((cidr) => html`<code>${cidr}</code> `)}</td></tr>`;
  });
  if (rows.length === 0)
    return html`<p>${say({ ko: '블랙홀 경로가 없습니다.', en: 'There is no blackhole route.' })}</p>`;
  return table(
    'blackholes-table',
    say({
      ko: '블랙홀 경로: 이 세그먼트에서 이 주소로 가는 패킷은 버려집니다',
      en: 'Blackhole routes: what the segment sends to these blocks is dropped',
    }),
    [
      { ko: '세그먼트', en: 'Segment' },
      { ko: 'CIDR', en: 'CIDR' },
    ],
    [html`<tbody>${rows}</tbody>`],
  );
}
