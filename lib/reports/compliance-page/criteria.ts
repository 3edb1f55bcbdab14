import type { ComplianceReport, ReportedCriterion, ReportedException } from '../../compliance/compliance-report';
import { BEHAVIOURS, STATUSES } from '../../compliance/words';
import { groupBy } from '../../group-by';
import { filterBox, filterChoice } from '../page/controls';
import { type Html, html, name, type Part, say } from '../page/html';
import { isOn, statusMark } from './cells';
import { controlsTable } from './controls-table';
import { exceptionAnchor } from './exceptions';

const AREA = 'criteria-list';
const IN_FORCE = Object.entries(BEHAVIOURS).filter(([behaviour]) => behaviour !== 'manual');

/** Every criterion: what serves it, what people do, and what is excepted. */
export function criteriaSection(report: ComplianceReport): Html {
  const byDomain = groupBy(report.criteria, ({ domain }) => domain);
  return html`<section id="criteria" aria-labelledby="criteria-title">
    <h2 id="criteria-title">${say({ ko: '기준별 통제', en: 'Criteria' })}</h2>
    <p class="lead">${say({
      ko: '숫자는 켜진 통제 / 쓸 수 있는 통제입니다. 기준을 누르면 통제와 결과, 사람이 하는 일이 나옵니다.',
      en: 'Figures are controls turned on of those available. Open a criterion for its controls, results, and what people do.',
    })}</p>
    <div class="tools">${filterBox(AREA, { ko: '기준 찾기', en: 'Find criteria' }, filters(report))}
    <div class="buttons" hidden data-scripted>
    <button type="button" data-unfold="${AREA}">${say({ ko: '모두 펼치기', en: 'Expand all' })}</button>
    <button type="button" data-fold="${AREA}">${say({ ko: '모두 접기', en: 'Collapse all' })}</button></div></div>
    <div id="${AREA}">${report.domains.map(
      ({ id, title }) => html`<div data-group><h3 id="d-${id}">${id} ${say(title)}</h3>
      ${(byDomain.get(id) ?? []).map((criterion) => criterionUnit(criterion, report))}</div>`,
    )}</div></section>`;
}

function filters({ domains }: ComplianceReport): Html[] {
  const sections = new Map(domains.map(({ section }) => [section.id, section.title]));
  return [
    filterChoice(
      AREA,
      'status',
      { ko: '상태', en: 'Status' },
      Object.entries(STATUSES).map(([value, { label }]) => ({ value, label })),
    ),
    filterChoice(
      AREA,
      'section',
      { ko: '부문', en: 'Section' },
      [...sections].map(([value, { ko, en }]) => ({ value, label: { ko: `${value}. ${ko}`, en: `${value}. ${en}` } })),
    ),
    filterChoice(
      AREA,
      'behaviours',
      { ko: '켜진 통제', en: 'Control turned on' },
      IN_FORCE.map(([value, { label }]) => ({ value, label })),
    ),
    filterChoice(AREA, 'profile', { ko: '인증 범위', en: 'Scope' }, [
      { value: 'in', label: { ko: '범위 안', en: 'Asked for' } },
      { value: 'out', label: { ko: '범위 밖', en: 'Not asked for' } },
    ]),
  ];
}

function criterionUnit(criterion: ReportedCriterion, report: ComplianceReport): Html {
  const { id, title, status, inProfile, controls } = criterion;
  const behaviours = new Set(controls.filter(isOn).map(({ behaviour }) => behaviour));
  return html`<article id="c-${id}" data-row data-status="${status}" data-section="${id.split('.')[0]}" data-behaviours="${[...behaviours].join(' ')}" data-profile="${inProfile ? 'in' : 'out'}">
    <details class="unit"><summary><h4><span class="id">${id}</span> ${say(title)}</h4>
    ${inProfile ? undefined : html`<span class="outside">${say({ ko: '인증 범위 밖', en: 'Not asked for' })}</span>`}
    ${statusMark(status)}${mix(criterion)}</summary>
    ${manualPart(criterion)}
    ${exceptionList(criterion, report.exceptions)}
    ${controlsTable(criterion, report.totals.live !== undefined)}
    </details></article>`;
}

/** How many controls of each kind are turned on, of how many. */
function mix({ controls }: ReportedCriterion): Html {
  const items = IN_FORCE.map(([kind, { label }]) => {
    const rows = controls.filter(({ behaviour }) => behaviour === kind);
    const on = rows.filter(isOn).length;
    return html`<li${on > 0 ? html` class="some"` : undefined}>${say(label)} <b>${rows.length === 0 ? '–' : `${on}/${rows.length}`}</b></li>`;
  });
  return html`<ul class="mix">${items}</ul>`;
}

function manualPart({ manual, inheritedFromAws }: ReportedCriterion): Html {
  return html`<dl class="manual"><div><dt>${say({ ko: '사람이 하는 일', en: 'What people do' })}</dt><dd>${say(manual.task)}</dd></div>
    <div><dt>${say({ ko: '증적 담당', en: 'Owner of the evidence' })}</dt><dd>${say(manual.evidenceOwner)}</dd></div>
    ${
      inheritedFromAws === 'no'
        ? undefined
        : html`<div><dt>${say({ ko: 'AWS가 맡는 부분', en: 'Inherited from AWS' })}</dt><dd>${say({
            ko: '데이터센터와 하드웨어에 관한 부분은 AWS의 인증으로 갈음합니다. AWS Artifact에서 인증서를 받아 함께 제출하세요.',
            en: "AWS's own certificate covers the part on data centres and hardware. Hand in the certificate from AWS Artifact.",
          })}</dd></div>`
    }</dl>`;
}

function exceptionList(
  { exceptions: ids }: ReportedCriterion,
  register: readonly ReportedException[],
): Html | undefined {
  const items = register.flatMap((exception, index): Part[] => {
    if (!ids.includes(exception.id)) return [];
    const { subject, reason, approver, expires } = exception;
    return [
      html`<li><a href="#${exceptionAnchor(index)}"><code>${subject}</code></a> ${name(reason)}
      <small>${say({ ko: '승인', en: 'approved by' })} ${approver === undefined ? say({ ko: '기록 없음', en: 'nobody on record' }) : name(approver)} · ${say({ ko: '만료', en: 'expires' })} ${expires ?? say({ ko: '없음', en: 'never' })}</small></li>`,
    ];
  });
  if (items.length === 0) return undefined;
  return html`<div class="excepted"><p><b>${say({ ko: `예외 ${items.length}건`, en: `Exceptions: ${items.length}` })}</b></p><ul class="bullets">${items}</ul></div>`;
}
