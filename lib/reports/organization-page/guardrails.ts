import type { LoadedOrganization } from '../../load-config';
import { guardrailRows } from '../inventory';
import { filterBox } from '../page/controls';
import { type Column, type Html, html, name, say, shortList, table } from '../page/html';
import { OWN_POLICIES, placeList, setAnchor } from './policies-by-place';
import { POLICY_TYPE_LABELS } from './words';

type GuardrailRow = ReturnType<typeof guardrailRows>[number];

const COLUMNS: readonly Column[] = [
  { ko: '가드레일', en: 'Guardrail' },
  { ko: '유형', en: 'Type' },
  { ko: '정책', en: 'Policies' },
  { ko: 'ISMS-P 기준', en: 'ISMS-P criteria' },
  { ko: '근거', en: 'Source' },
];

/** Every guardrail: what it is, where it holds, by which policy, for which criteria; and whom the denials leave alone. */
export function guardrailsSection(organization: LoadedOrganization, criteria: readonly string[]): Html {
  const rows = guardrailRows(organization);
  return html`<section id="guardrails" aria-labelledby="guardrails-title">
    <h2 id="guardrails-title">${say({ ko: '가드레일', en: 'Guardrails' })}</h2>
    <p class="note">${say({
      ko: 'ISMS-P 연결은 심사 준비를 돕기 위한 이 제품의 판단이며 법률 자문이 아닙니다. 각 기준의 나머지 요구사항은 따로 갖추어야 합니다.',
      en: 'The link to ISMS-P criteria is our own judgement, an aid for preparing the audit and not legal advice. What else a criterion asks for must be met in other ways.',
    })}</p>
    ${criteriaIndex(rows, criteria)}
    ${filterBox('guardrails-table', { ko: '가드레일 찾기', en: 'Find guardrails' })}
    ${table('guardrails-table', say({ ko: '켜져 있는 가드레일, 집합별', en: 'Guardrails in force, by set' }), COLUMNS, setGroups(organization, rows))}
    ${ownPolicies(organization)}
    <h3>${say({ ko: '거부 가드레일의 예외 역할', en: 'Roles that no deny guardrail binds' })}</h3>
    <p>${say({
      ko: '배포, Control Tower, 비상 접근 역할은 SCP와 RCP 가드레일에 걸리지 않습니다. 이 이름의 역할을 만들거나 맡을 수 있는 사람을 함께 검토하세요.',
      en: 'The SCP and RCP guardrails leave the deployment, Control Tower and break-glass roles alone. Review who can create or assume a role of such a name as well.',
    })}</p>
    ${shortList(organization.model.exemptPrincipalArns.map((pattern) => html`<code>${pattern}</code>`))}
    </section>`;
}

function criteriaIndex(rows: readonly GuardrailRow[], criteria: readonly string[]): Html | undefined {
  if (criteria.length === 0) return undefined;
  const items = criteria.map((criterion) => {
    const count = new Set(rows.filter((row) => row.criteria.includes(criterion)).map((row) => row.guardrail)).size;
    return html`<li><button type="button" data-fill="guardrails-table" value="${criterion}">${criterion} <span class="times">${count}</span></button></li>`;
  });
  return html`<h3 id="criteria-title">${say({ ko: '기준별 가드레일 수', en: 'Guardrails by criterion' })}</h3>
    <ul class="criteria" role="list" aria-labelledby="criteria-title">${items}</ul>`;
}

function setGroups({ model }: LoadedOrganization, rows: readonly GuardrailRow[]): Html[] {
  return model.guardrailSets.map(
    (set, index) => html`<tbody id="${setAnchor(index)}" data-group>
    <tr class="set"><th scope="rowgroup" colspan="${COLUMNS.length}">${say({ ko: '집합', en: 'Set' })} <b>${name(set.name)}</b>
    <span class="attached">${say({ ko: '적용 위치', en: 'attached to' })} ${placeList(set.attachments)}</span></th></tr>
    ${rows.filter((row) => row.set === set.name).map(guardrailRow)}</tbody>`,
  );
}

function guardrailRow(row: GuardrailRow): Html {
  const parameters = Object.keys(row.parameters).length === 0 ? undefined : JSON.stringify(row.parameters);
  return html`<tr data-row="${row.set}">
    <th scope="row">${say(row.title)}<br><code>${row.guardrail}</code>${parameters === undefined ? undefined : html` <code>${parameters}</code>`}</th>
    <td>${say(POLICY_TYPE_LABELS[row.policyType])}</td>
    <td>${row.policies.map((policy, index) => html`${index === 0 ? undefined : html`<br>`}${name(policy)}`)}</td>
    <td>${row.criteria.join(', ')}</td>
    <td><a href="${row.source}" rel="noreferrer">${say({ ko: 'AWS 문서', en: 'AWS docs' })}<span class="aside"> ${row.guardrail}</span></a></td>
    </tr>`;
}

function ownPolicies({ policies }: LoadedOrganization): Html | undefined {
  const own = policies.filter((policy) => policy.guardrails.length === 0);
  if (own.length === 0) return undefined;
  const rows = own.map(
    (policy) => html`<tr><th scope="row">${name(policy.name)}</th><td>${say(POLICY_TYPE_LABELS[policy.type])}</td>
    <td>${placeList(policy.attachments)}</td><td>${policy.description}</td></tr>`,
  );
  return table(
    OWN_POLICIES,
    say({ ko: '직접 작성한 정책', en: 'Policies of your own' }),
    [
      { ko: '정책', en: 'Policy' },
      { ko: '유형', en: 'Type' },
      { ko: '적용 위치', en: 'Attached to' },
      { ko: '설명', en: 'Description' },
    ],
    [html`<tbody>${rows}</tbody>`],
  );
}
