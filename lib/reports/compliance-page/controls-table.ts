import type { LocalizedText } from '../../../constructs';
import type { ReportedControl, ReportedCriterion } from '../../compliance/compliance-report';
import { BEHAVIOURS, mechanismLabel, SOURCES } from '../../compliance/words';
import { type Column, type Html, html, name, say, table } from '../page/html';
import { isOn, places, stateMark, verdicts } from './cells';

const COLUMNS: readonly Column[] = [
  { ko: '통제', en: 'Control' },
  { ko: '연결 근거', en: 'Mapped by' },
  { ko: '상태', en: 'State' },
  { ko: '적용 위치', en: 'In force in' },
  { ko: '합성 결과', en: 'At synth' },
];
const LIVE: Column = { ko: '운영 결과', en: 'Live' };

/** The technical controls and the evidence of a criterion, by behaviour; those that are off behind a click. */
export function controlsTable({ id, controls }: ReportedCriterion, live: boolean): Html | undefined {
  const columns = live ? [...COLUMNS, LIVE] : COLUMNS;
  const groups = Object.entries(BEHAVIOURS).flatMap(([behaviour, { label }]) => {
    const rows = controls.filter((control) => control.behaviour === behaviour && control.state !== 'manual');
    return rows.length === 0 ? [] : [behaviourGroup(label, rows, columns.length)];
  });
  if (groups.length === 0) return undefined;
  return html`<div class="controls">${table(`t-${id}`, say({ ko: `${id} 통제`, en: `Controls of ${id}` }), columns, groups)}</div>`;
}

function behaviourGroup(label: LocalizedText, rows: readonly ReportedControl[], columns: number): Html {
  const off = rows.filter((row) => !isOn(row));
  const live = columns > COLUMNS.length;
  return html`<tbody><tr class="behaviour"><th scope="rowgroup" colspan="${columns}">${say(label)}</th></tr>
    ${rows.filter(isOn).map((row) => controlRow(row, live))}
    ${off.length === 0 ? undefined : html`<tr class="off"><td colspan="${columns}"><details><summary>${stateMark('off')} ${off.length}</summary><ul class="bullets">${off.map(offItem)}</ul></details></td></tr>`}</tbody>`;
}

function controlRow(control: ReportedControl, live: boolean): Html {
  return html`<tr><th scope="row">${controlName(control)}${reasonOf(control)}</th><td>${say(SOURCES[control.source].label)}</td><td>${stateMark(control.state)}</td><td>${places(control.where)}</td><td>${verdicts(control.result)}</td>${live ? html`<td>${verdicts(control.live)}</td>` : undefined}</tr>`;
}

function offItem(control: ReportedControl): Html {
  return html`<li>${controlName(control)} <small>${say(SOURCES[control.source].label)}</small>${reasonOf(control)}</li>`;
}

/** Why a control is off, or had nothing to judge. */
function reasonOf({ reason }: ReportedControl): Html | undefined {
  return reason && html`<br><span class="reason">${say(reason)}</span>`;
}

/** Title, mechanism and reference; what is called by its reference alone is said once. */
export function controlName({
  title,
  reference,
  mechanism,
}: Pick<ReportedControl, 'title' | 'reference' | 'mechanism'>): Html {
  const titled = title.ko !== reference || title.en !== reference;
  return html`${titled ? html`${say(title)} ` : undefined}<code>${name(reference)}</code> <small>${say(mechanismLabel(mechanism))}</small>`;
}
