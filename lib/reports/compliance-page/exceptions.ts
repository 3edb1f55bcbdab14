import type { ComplianceReport } from '../../compliance/compliance-report';
import { EXCEPTION_KINDS } from '../../compliance/words';
import { type Html, html, name, say, table } from '../page/html';
import { criterionLinks, places } from './cells';

/** Id of the row of an exception; its own id may hold anything. */
export function exceptionAnchor(index: number): string {
  return `exception-${index + 1}`;
}

/** The register of exceptions: what, where, why, who approved it, until when. */
export function exceptionsSection({ exceptions }: ComplianceReport): Html {
  const rows = exceptions.map(
    ({ kind, subject, criteria, where, reason, approver, expires }, index) => html`<tr id="${exceptionAnchor(index)}">
    <th scope="row"><code>${name(subject)}</code><br><small>${say(EXCEPTION_KINDS[kind])}</small></th>
    <td>${criterionLinks(criteria)}</td><td>${places(where)}</td><td>${name(reason)}</td>
    <td class="approver">${approver === undefined ? html`<span class="bad">${say({ ko: '기록 없음', en: 'Nobody on record' })}</span>` : name(approver)}</td>
    <td>${expires === undefined ? say({ ko: '만료일 없음', en: 'No last day' }) : html`<span class="whole">${expires}</span>`}</td></tr>`,
  );
  return html`<section id="exceptions" aria-labelledby="exceptions-title">
    <h2 id="exceptions-title">${say({ ko: '예외 대장', en: 'Register of exceptions' })}</h2>
    ${
      exceptions.length === 0
        ? html`<p class="good"><span aria-hidden="true">✓</span> ${say({ ko: '예외가 없습니다.', en: 'There is no exception.' })}</p>`
        : table(
            'exceptions-table',
            say({ ko: `예외 ${exceptions.length}건`, en: `Exceptions: ${exceptions.length}` }),
            [
              { ko: '대상', en: 'Subject' },
              { ko: '기준', en: 'Criteria' },
              { ko: '위치', en: 'Where' },
              { ko: '사유', en: 'Reason' },
              { ko: '승인자', en: 'Approver' },
              { ko: '만료일', en: 'Expires' },
            ],
            [html`<tbody>${rows}</tbody>`],
          )
    }</section>`;
}
