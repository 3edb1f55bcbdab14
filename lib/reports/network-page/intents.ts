import type { LocalizedText } from '../../../constructs';
import type { Problem } from '../../config';
import { groupBy } from '../../group-by';
import type { IntentRow } from '../../model/network-model';
import { type Html, html, name, say, table } from '../page/html';

/** An intent and what was found about it. */
export interface IntentResult {
  readonly intent: IntentRow;
  /** Problems of the check; an error breaks the intent. */
  readonly problems: readonly Pick<Problem, 'severity' | 'message'>[];
}

/** Each intent with the problems that were found at its place in the config. */
export function intentResults(intents: readonly IntentRow[], problems: readonly Problem[]): IntentResult[] {
  const placeOf = ({ file, path }: Pick<Problem, 'file' | 'path'>): string => JSON.stringify([file, path]);
  const found = groupBy(problems, placeOf);
  return intents.map((intent) => ({ intent, problems: found.get(placeOf(intent.source)) ?? [] }));
}

/** Whether an intent is as declared. */
export function holds({ problems }: IntentResult): boolean {
  return problems.every(({ severity }) => severity !== 'error');
}

const EXPECTED: Readonly<Record<IntentRow['expect'], LocalizedText>> = {
  allow: { ko: '허용', en: 'allow' },
  deny: { ko: '차단', en: 'deny' },
  via: { ko: '경유', en: 'via' },
};

function expected({ expect, via }: IntentRow): LocalizedText {
  const { ko, en } = EXPECTED[expect];
  return via === undefined ? { ko, en } : { ko: `${via} ${ko}`, en: `${en} ${via}` };
}

/** What must and must not be reachable, and whether it is so. */
export function intentsSection(results: readonly IntentResult[]): Html {
  return html`<section id="intents" aria-labelledby="intents-title">
    <h2 id="intents-title">${say({ ko: '의도', en: 'Intents' })}</h2>
    <p class="lead">${say({
      ko: '설정이 선언한 의도를 합성할 때마다 라우팅 테이블과 비교합니다. 하나라도 다르면 합성이 실패합니다.',
      en: 'At every synth the declared intents are compared with the route tables. If one does not hold, synth fails.',
    })}</p>
    ${
      results.length === 0
        ? html`<p>${say({ ko: '설정에 의도가 없습니다.', en: 'The configuration declares no intent.' })}</p>`
        : table(
            'intents-table',
            say({ ko: '의도와 결과', en: 'Intents and results' }),
            [
              { ko: '의도', en: 'Intent' },
              { ko: '출발', en: 'From' },
              { ko: '도착', en: 'To' },
              { ko: '기대', en: 'Expected' },
              { ko: '결과', en: 'Result' },
            ],
            [html`<tbody>${results.map(intentRow)}</tbody>`],
          )
    }</section>`;
}

function intentRow(result: IntentResult): Html {
  const { from, to, port, name: title } = result.intent;
  const good = holds(result);
  return html`<tr><th scope="row">${name(title)}</th><td>${name(from)}</td><td>${name(to)}</td>
    <td>${say(expected(result.intent))}${port === undefined ? undefined : html`<br><small>TCP ${port}</small>`}</td>
    <td><span class="${good ? 'good' : 'bad'}"><span aria-hidden="true">${good ? '✓' : '✗'}</span> ${say(good ? { ko: '지켜짐', en: 'holds' } : { ko: '깨짐', en: 'broken' })}</span>
    ${result.problems.map(({ message }) => html`<br><small>${say(message)}</small>`)}</td></tr>`;
}
