import type { ReportedControl, ReportedCriterion } from '../../compliance/compliance-report';
import { STATES, STATUSES } from '../../compliance/words';
import { type Html, html, name, type Part, say, thousands } from '../page/html';

const MOST_PLACES = 5;

/** The status of a criterion: sign, word and colour. */
export function statusMark(status: ReportedCriterion['status']): Html {
  const { sign, label } = STATUSES[status];
  return html`<span class="mark ${status}"><span aria-hidden="true">${sign}</span> ${say(label)}</span>`;
}

/** The state of a control: sign, word and colour. */
export function stateMark(state: ReportedControl['state']): Html {
  const { sign, label } = STATES[state];
  return html`<span class="state ${state}"><span aria-hidden="true">${sign}</span> ${say(label)}</span>`;
}

/** The first five places and how many more: a list of 1,000 accounts stands in the CSV, not in a cell. */
export function places(where: readonly string[]): Part {
  if (where.length === 0) return '–';
  const more = where.length - MOST_PLACES;
  const first = where.slice(0, MOST_PLACES).map((place, index) => [index === 0 ? undefined : ', ', name(place)]);
  if (more <= 0) return first;
  return [
    first,
    html` <span class="more">${say({ ko: `외 ${thousands(more)}곳`, en: `and ${thousands(more)} more` })}</span>`,
  ];
}

/** Resources by verdict, those that there are. */
export function verdicts(result: ReportedControl['result']): Part {
  if (result === undefined) return '–';
  const { compliant, nonCompliant, excepted, unknown } = result;
  const parts: readonly [number, Html][] = [
    [nonCompliant, html`<b class="bad">✗ ${say({ ko: '미준수', en: 'non-compliant' })} ${thousands(nonCompliant)}</b>`],
    [compliant, html`✓ ${say({ ko: '준수', en: 'compliant' })} ${thousands(compliant)}`],
    [excepted, html`${say({ ko: '예외', en: 'excepted' })} ${thousands(excepted)}`],
    [unknown, html`${say({ ko: '판단 불가', en: 'undecided' })} ${thousands(unknown)}`],
  ];
  const found = parts.filter(([count]) => count > 0);
  if (found.length === 0) return say({ ko: '대상 없음', en: 'no resource' });
  return found.map(([, part], index) => [index === 0 ? undefined : html`<br>`, part]);
}

/** A link to a criterion on this page. */
export function criterionLink(id: string): Html {
  return html`<a href="#c-${id}">${id}</a>`;
}

/** Links to criteria in one line. */
export function criterionLinks(ids: readonly string[]): Html {
  return html`<ul class="inline links">${ids.map((id) => html`<li>${criterionLink(id)}</li>`)}</ul>`;
}

/** Whether a control works in this organization. */
export function isOn({ state }: ReportedControl): boolean {
  return state === 'on' || state === 'failing';
}

/** Whether a control prevents, checks or detects: evidence and people's work are no technical control. */
export function isTechnical({ behaviour }: ReportedControl): boolean {
  return behaviour !== 'evidence' && behaviour !== 'manual';
}
