import type { LoadedOrganization } from '../../load-config';
import type { ProofResult } from '../../policies/prove';
import { type Html, html, name, say, table } from '../page/html';
import { DECISIONS } from './words';

/** What was asked of the policies, what had to come out, what came out, and what decided it. */
export function proofsSection({ proofs }: LoadedOrganization): Html {
  return html`<section id="proofs" aria-labelledby="proofs-title">
    <h2 id="proofs-title">${say({ ko: '증명', en: 'Proofs' })}</h2>
    <p class="lead">${say({
      ko: '합성할 때마다 IAM 시뮬레이터가 아래 요청을 위의 정책에 대해 평가합니다. 하나라도 기대와 다르면 합성이 실패합니다.',
      en: 'At every synth an IAM simulator evaluates these requests against the policies above. If one differs from what is expected, synth fails.',
    })}</p>
    ${
      proofs.length === 0
        ? html`<p>${say({ ko: '설정에 증명이 없습니다.', en: 'The configuration holds no proof.' })}</p>`
        : table(
            'proofs-table',
            say({ ko: '요청과 결과', en: 'Requests and results' }),
            [
              { ko: '증명', en: 'Proof' },
              { ko: '요청', en: 'Request' },
              { ko: '기대', en: 'Expected' },
              { ko: '결과', en: 'Result' },
              { ko: '결정한 정책', en: 'Decided by' },
            ],
            [html`<tbody>${proofs.map(proofRow)}</tbody>`],
          )
    }</section>`;
}

function proofRow({ proof, actual, holds, decidedBy }: ProofResult): Html {
  const context = Object.entries(proof.context).map(([key, value]) => `${key} = ${[value].flat().join(', ')}`);
  const target =
    proof.resourceAccount === proof.account ? proof.resource : `${proof.resource} (${proof.resourceAccount})`;
  return html`<tr><th scope="row">${name(proof.name)}</th>
    <td><code>${proof.action}</code><ul class="plain">
    <li>${say({ ko: '주체', en: 'by' })} <code>${proof.principal}</code> · ${name(proof.account)}</li>
    <li>${say({ ko: '대상', en: 'on' })} <code>${target}</code></li>
    ${context.map((condition) => html`<li>${say({ ko: '조건', en: 'with' })} <code>${condition}</code></li>`)}</ul></td>
    <td>${say(DECISIONS[proof.expect])}</td>
    <td class="result"><span class="${holds ? 'good' : 'bad'}"><span aria-hidden="true">${holds ? '✓' : '✗'}</span> ${say(DECISIONS[actual])}</span><br>
    <small>${say(holds ? { ko: '기대와 같음', en: 'as expected' } : { ko: '기대와 다름', en: 'not as expected' })}</small></td>
    <td>${decidedBy === undefined ? say({ ko: '막는 정책 없음', en: 'No policy denies it' }) : name(decidedBy)}</td></tr>`;
}
