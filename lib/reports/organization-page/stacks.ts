import type { OrganizationModel } from '../../model/organization-model';
import { type Html, html, name, say, table, thousands } from '../page/html';
import type { Summary } from '../summary';

/** With more rows than this the table waits behind a click. */
const MOST_ROWS_OPEN = 40;

/** The stacks that a deployment creates or updates. */
export function stacksSection(model: OrganizationModel, { stacks, resources }: Summary): Html {
  return html`<section id="stacks" aria-labelledby="stacks-title">
    <h2 id="stacks-title">${say({ ko: '스택', en: 'Stacks' })}</h2>
    ${
      stacks.length === 0
        ? html`<p>${say({ ko: '합성이 끝나지 않아 스택이 없습니다.', en: 'Synth did not finish: there are no stacks.' })}</p>`
        : html`<details${stacks.length <= MOST_ROWS_OPEN ? html` open` : undefined}><summary>${say({
            ko: `스택 ${thousands(stacks.length)}개, 리소스 ${thousands(resources)}개`,
            en: `${thousands(stacks.length)} stacks with ${thousands(resources)} resources`,
          })}</summary>${stacksTable(model, stacks)}</details>`
    }</section>`;
}

function stacksTable(model: OrganizationModel, stacks: Summary['stacks']): Html {
  const names = new Map(model.accounts.map((account) => [account.id, account.name]));
  const rows = stacks.map(
    (
      stack,
    ) => html`<tr><th scope="row">${stack.name}</th><td>${name(names.get(stack.account) ?? '')} <code>${stack.account}</code></td>
    <td>${stack.region}</td><td class="figure">${thousands(stack.resources)}</td></tr>`,
  );
  return table(
    'stacks-table',
    say({ ko: '합성한 스택', en: 'Synthesized stacks' }),
    [
      { ko: '스택', en: 'Stack' },
      { ko: '계정', en: 'Account' },
      { ko: '리전', en: 'Region' },
      { ko: '리소스', en: 'Resources', figures: true },
    ],
    [html`<tbody>${rows}</tbody>`],
  );
}
