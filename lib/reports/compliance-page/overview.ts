import type { ComplianceReport, ReportedControl, ReportedCriterion } from '../../compliance/compliance-report';
import { BEHAVIOURS } from '../../compliance/words';
import { groupBy } from '../../group-by';
import { type Column, type Html, html, say, table } from '../page/html';
import { isOn, isTechnical } from './cells';
import { behaviourChart, statusChart } from './charts';

type Behaviour = ReportedControl['behaviour'];
type Domain = ComplianceReport['domains'][number];

const TECHNICAL: readonly Behaviour[] = ['preventive', 'proactive', 'detective', 'evidence'];

/** The whole at a glance: two charts, and the domains by behaviour. */
export function overviewSection(report: ComplianceReport): Html {
  return html`<section id="overview" aria-labelledby="overview-title">
    <h2 id="overview-title">${say({ ko: '한눈에 보기', en: 'At a glance' })}</h2>
    <div class="charts">${statusChart(report)}${behaviourChart(report)}</div>
    ${heatMap(report)}</section>`;
}

/** The 21 domains by the five behaviours; each cell says its figures in text, the shade repeats them. */
function heatMap({ domains, criteria }: ComplianceReport): Html {
  const columns: readonly Column[] = [
    { ko: '도메인', en: 'Domain' },
    ...TECHNICAL.map((behaviour) => ({ ...BEHAVIOURS[behaviour].label, figures: true })),
    { ko: '수동만', en: 'People alone', figures: true },
  ];
  const groups = [...groupBy(domains, ({ section }) => section.id).values()].map((rows) => {
    const { id, title } = (rows[0] as Domain).section;
    return html`<tbody><tr class="section"><th scope="rowgroup" colspan="${columns.length}">${id}. ${say(title)}</th></tr>
    ${rows.map((domain) =>
      domainRow(
        domain,
        criteria.filter((criterion) => criterion.domain === domain.id && criterion.inProfile),
      ),
    )}</tbody>`;
  });
  return html`<div class="heat">${table('heat-map', say({ ko: '도메인별 통제 현황', en: 'Domains by behaviour' }), columns, groups)}</div>
    <p class="legend"><small>${say({
      ko: 'n/m: 도메인의 기준 m개 가운데 그 방식의 통제가 켜진 기준 n개. 수동만: 켜진 기술적 통제가 없어 사람의 이행에만 기대는 기준. ✗: 미준수가 있는 기준 수. 색은 같은 값을 되풀이할 뿐입니다.',
      en: 'n/m: of m criteria of the domain, n have a control of that kind turned on. People alone: no technical control is on. ✗: criteria with findings open. The shade only repeats the figure.',
    })}</small></p>`;
}

function domainRow({ id, title }: Domain, criteria: readonly ReportedCriterion[]): Html {
  const heading = html`<th scope="row"><a href="#d-${id}">${id} ${say(title)}</a></th>`;
  if (criteria.length === 0) {
    return html`<tr>${heading}<td class="outside" colspan="${TECHNICAL.length + 1}">${say({ ko: '인증 범위 밖', en: 'Not asked for' })}</td></tr>`;
  }
  const alone = criteria.filter(({ controls }) => !controls.some((control) => isTechnical(control) && isOn(control)));
  return html`<tr>${heading}${TECHNICAL.map((behaviour) => heatCell(behaviour, criteria))}<td class="figure people">${alone.length}/${criteria.length}</td></tr>`;
}

function heatCell(behaviour: Behaviour, criteria: readonly ReportedCriterion[]): Html {
  const having = (test: typeof isOn): number =>
    criteria.filter(({ controls }) => controls.some((control) => control.behaviour === behaviour && test(control)))
      .length;
  const on = having(isOn);
  const failing = having(({ state }) => state === 'failing');
  return html`<td class="figure heat-${Math.ceil((on / criteria.length) * 4)}">${on}/${criteria.length}${
    failing === 0
      ? undefined
      : html` <b>✗<span class="aside">${say({ ko: '미준수', en: 'findings open' })}</span> ${failing}</b>`
  }</td>`;
}
