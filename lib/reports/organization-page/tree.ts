import { groupBy } from '../../group-by';
import type { LoadedOrganization } from '../../load-config';
import type { AccountEnvironment, AccountRow, Attachment, OrganizationalUnitRow } from '../../model/organization-model';
import { ROOT } from '../../model/selector';
import { filterBox } from '../page/controls';
import { ENVIRONMENTS, environmentLabel } from '../page/environments';
import { type Html, html, name, say, thousands } from '../page/html';
import { policiesByPlace } from './policies-by-place';
import { CLASSIFICATIONS, PURPOSES } from './words';

/** With more accounts than this the reader opens the OUs that matter. */
const MOST_ACCOUNTS_OPEN = 60;

/** What the drawing of one OU needs to look up. */
interface Tree {
  readonly accountsOf: ReadonlyMap<string, readonly AccountRow[]>;
  readonly childrenOf: ReadonlyMap<string, readonly OrganizationalUnitRow[]>;
  readonly registered: ReadonlySet<string>;
  readonly policiesOf: (place: Attachment) => readonly Html[];
  readonly open: boolean;
}

/** The organization as a tree: OUs, accounts, and the policies that are attached at each level. */
export function treeSection(organization: LoadedOrganization): Html {
  const { model } = organization;
  const tree: Tree = {
    accountsOf: groupBy(model.accounts, (account) => account.ou),
    childrenOf: groupBy(model.organizationalUnits, (ou) => ou.parent),
    registered: new Set(model.registeredOus),
    policiesOf: policiesByPlace(organization),
    open: model.accounts.length <= MOST_ACCOUNTS_OPEN,
  };
  return html`<section id="organization" aria-labelledby="organization-title">
    <h2 id="organization-title">${say({ ko: '조직 구성', en: 'The organization' })}</h2>
    <p class="lead">${say({
      ko: '정책은 붙은 곳과 그 아래 모든 계정에 적용됩니다. 단, SCP와 RCP는 관리 계정에 적용되지 않습니다.',
      en: 'A policy holds where it is attached and for every account below. SCPs and RCPs never bind the management account.',
    })}</p>
    ${legend(model.accounts)}
    <div class="tools">${filterBox('tree', { ko: '계정 찾기', en: 'Find accounts' })}
    <div class="buttons" hidden data-scripted>
    <button type="button" data-unfold="tree">${say({ ko: '모두 펼치기', en: 'Expand all' })}</button>
    <button type="button" data-fold="tree">${say({ ko: '모두 접기', en: 'Collapse all' })}</button></div></div>
    <div id="tree" class="tree">
    <div class="root"><p class="place"><strong>Root</strong> <code>${model.rootId}</code></p>
    ${attached(tree.policiesOf({ kind: 'root' }))}${accountList(ROOT, tree)}</div>
    ${unitList(ROOT, tree)}
    </div></section>`;
}

function legend(accounts: readonly AccountRow[]): Html {
  const items = (Object.keys(ENVIRONMENTS) as AccountEnvironment[]).map((environment) => {
    const count = accounts.filter((account) => account.environment === environment).length;
    return html`<li>${environmentLabel(environment)} <b>${thousands(count)}</b></li>`;
  });
  return html`<ul class="legend" role="list" aria-labelledby="organization-title">${items}</ul>`;
}

function attached(policies: readonly Html[]): Html | undefined {
  if (policies.length === 0) return undefined;
  return html`<ul class="inline">${policies.map((policy) => html`<li>${policy}</li>`)}</ul>`;
}

function unitList(parent: string, tree: Tree): Html | undefined {
  const children = tree.childrenOf.get(parent) ?? [];
  if (children.length === 0) return undefined;
  return html`<ul class="units" role="list">${children.map((ou) => unit(ou, tree))}</ul>`;
}

function unit(ou: OrganizationalUnitRow, tree: Tree): Html {
  const policies = tree.policiesOf({ kind: 'ou', path: ou.path });
  const count = accountsWithin(ou.path, tree);
  const facts = [
    html`<span class="fact">${say({ ko: `계정 ${thousands(count)}개`, en: `${thousands(count)} account${count === 1 ? '' : 's'}` })}</span>`,
    policies.length === 0
      ? undefined
      : html`<span class="fact">${say({ ko: `정책 ${policies.length}개`, en: `${policies.length} polic${policies.length === 1 ? 'y' : 'ies'}` })}</span>`,
    tree.registered.has(ou.path)
      ? html`<span class="fact">${say({ ko: 'Control Tower 등록', en: 'In Control Tower' })}</span>`
      : undefined,
    ou.id === undefined ? undefined : html`<code>${ou.id}</code>`,
  ];
  return html`<li data-group><details class="unit"${tree.open ? html` open` : undefined}>
    <summary><strong>${name(ou.name)}</strong> ${facts}</summary>
    ${attached(policies)}${accountList(ou.path, tree)}${unitList(ou.path, tree)}</details></li>`;
}

function accountsWithin(path: string, tree: Tree): number {
  const own = tree.accountsOf.get(path)?.length ?? 0;
  return (tree.childrenOf.get(path) ?? []).reduce((sum, child) => sum + accountsWithin(child.path, tree), own);
}

function accountList(place: string, tree: Tree): Html | undefined {
  const accounts = tree.accountsOf.get(place) ?? [];
  if (accounts.length === 0) return undefined;
  return html`<ul class="accounts" role="list">${accounts.map((account) => accountCard(account, tree))}</ul>`;
}

function accountCard(account: AccountRow, tree: Tree): Html {
  return html`<li class="account ${account.environment}${account.id === undefined ? ' vending' : ''}" data-row="${account.ou}">
    <p class="who"><strong>${name(account.name)}</strong> ${accountState(account)}</p>
    <p>${say(PURPOSES[account.purpose])} ${environmentLabel(account.environment)}</p>
    <p class="data">${dataHeld(account)}</p>
    <p class="owner">${say({ ko: '담당', en: 'Owner' })} ${name(account.owner)}</p>
    ${attached(tree.policiesOf({ kind: 'account', name: account.name }))}</li>`;
}

function accountState({ id, suspended }: AccountRow): Html {
  if (suspended) return html`<code>${id}</code> <span class="state">${say({ ko: '해지됨', en: 'Suspended' })}</span>`;
  if (id === undefined) return html`<span class="state">${say({ ko: '생성 예정', en: 'To be vended' })}</span>`;
  return html`<code>${id}</code>`;
}

function dataHeld({ data }: AccountRow): Html {
  const more = [
    ...(data.personalData
      ? [
          {
            ko: `개인정보 ${thousands(data.dataSubjects)}명`,
            en: `personal data of ${thousands(data.dataSubjects)} people`,
          },
        ]
      : []),
    ...(data.uniqueIdentifiers ? [{ ko: '고유식별정보', en: 'unique identifiers' }] : []),
    ...(data.sensitive ? [{ ko: '민감정보', en: 'sensitive data' }] : []),
  ];
  return html`${say({ ko: '데이터', en: 'Data' })} <b class="${data.classification}">${say(CLASSIFICATIONS[data.classification])}</b>${more.map((text) => html` · ${say(text)}`)}`;
}
