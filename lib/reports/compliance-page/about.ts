import type { ComplianceReport } from '../../compliance/compliance-report';
import { BEHAVIOURS, SOURCES, STATUSES, type Term } from '../../compliance/words';
import { type Html, html, name, say, table } from '../page/html';
import { places, statusMark } from './cells';

/** What the page is and is not, and the words that it uses. */
export function aboutSection({ disclaimer }: ComplianceReport): Html {
  return html`<section id="about" aria-labelledby="about-title">
    <h2 id="about-title">${say({ ko: '이 문서에 대하여', en: 'About this document' })}</h2>
    <p class="note">${say(disclaimer)}</p>
    <ul class="bullets">
    <li>${say({
      ko: 'ISMS-P 인증기준마다 이 조직의 AWS 설정이 무엇을 하고 사람이 무엇을 하는지 보여 줍니다.',
      en: 'For each ISMS-P criterion it shows what the AWS settings of this organization do and what people do.',
    })}</li>
    <li>${say({
      ko: '기준을 100% 자동으로 충족했다고 말하지 않습니다. 모든 기준에 사람이 하는 일과 증적 담당이 있습니다.',
      en: 'It calls no criterion fully automated: each has work for people and an owner of the evidence.',
    })}</li>
    <li>${say({
      ko: '합성 결과는 배포할 템플릿을 검사한 것이고, 운영 결과는 내보낸 AWS Config 평가입니다. 심사 기간 내내 운영했다는 증적은 따로 보관하세요.',
      en: 'A result at synth judges the templates; a live result is an exported evaluation of AWS Config. Keep the evidence of operation over the period besides.',
    })}</li>
    </ul>
    <div class="terms">
    ${terms(
      'statuses',
      html`${say({ ko: '기준의 상태', en: 'Status of a criterion' })}`,
      Object.entries(STATUSES).map(([status, term]) => [statusMark(status as keyof typeof STATUSES), term]),
    )}
    ${terms('behaviours', say({ ko: '통제 방식', en: 'How a control works' }), labelled(BEHAVIOURS))}
    ${terms('sources', say({ ko: '연결 근거', en: 'Who maps it' }), labelled(SOURCES))}
    </div></section>`;
}

function labelled(words: Readonly<Record<string, Term>>): [Html, Term][] {
  return Object.values(words).map((term) => [html`<b>${say(term.label)}</b>`, term]);
}

function terms(id: string, title: Html, rows: readonly (readonly [Html, Term])[]): Html {
  return html`<div><h3 id="${id}">${title}</h3><dl>${rows.map(([label, { meaning }]) => html`<dt>${label}</dt><dd>${say(meaning)}</dd>`)}</dl></div>`;
}

/** Values that law prescribes, and the accounts whose data decides them. */
export function legalSection({ legal, effectiveOn }: ComplianceReport): Html {
  const rows = legal.map(
    ({
      title,
      value,
      basis,
      accounts,
    }) => html`<tr><th scope="row">${say(title)}</th><td><b class="whole">${value}</b></td>
    <td>${say(basis)}</td><td>${accounts.length === 0 ? say({ ko: '모든 계정', en: 'Every account' }) : places(accounts)}</td></tr>`,
  );
  return html`<section id="legal" aria-labelledby="legal-title">
    <h2 id="legal-title">${say({ ko: '법정 기준값', en: 'Legal parameters' })}</h2>
    <p class="lead">${say({ ko: '시행 기준일', en: 'As in force on' })} <code>${effectiveOn}</code></p>
    ${
      legal.length === 0
        ? html`<p>${say({ ko: '이 조직에 적용되는 법정 기준값이 없습니다.', en: 'No legal parameter binds this organization.' })}</p>`
        : table(
            'legal-table',
            say({ ko: '이 조직에 적용되는 값과 근거', en: 'Values for this organization, and why' }),
            [
              { ko: '항목', en: 'Parameter' },
              { ko: '값', en: 'Value' },
              { ko: '법령', en: 'Law' },
              { ko: '값을 정한 계정', en: 'Deciding accounts' },
            ],
            [html`<tbody>${rows}</tbody>`],
          )
    }</section>`;
}

/** What the report is made from: who has the same files gets the same page. */
export function inputsSection({ inputs }: ComplianceReport): Html {
  const rows = Object.entries(inputs.files).map(
    ([file, hash]) => html`<tr><th scope="row">${name(file)}</th><td><code>${hash}</code></td></tr>`,
  );
  return html`<section id="inputs" aria-labelledby="inputs-title">
    <h2 id="inputs-title">${say({ ko: '입력과 해시', en: 'Inputs and hashes' })}</h2>
    <p class="lead">${say({
      ko: '작성 시각 대신 입력의 해시로 이 문서를 식별합니다. 입력이 같으면 문서도 같습니다.',
      en: 'The hash of the inputs identifies this document, not a clock: equal inputs give an equal document.',
    })}</p>
    <p><b>SHA-256</b> <code>${inputs.sha256}</code></p>
    ${
      rows.length === 0
        ? undefined
        : table(
            'inputs-table',
            say({ ko: '입력 파일', en: 'Input files' }),
            [
              { ko: '파일', en: 'File' },
              { ko: 'SHA-256', en: 'SHA-256' },
            ],
            [html`<tbody>${rows}</tbody>`],
          )
    }</section>`;
}
