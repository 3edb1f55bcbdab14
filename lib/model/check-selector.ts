import type { LocalizedText } from '../../constructs';
import type { ConfigPath } from '../config/problem';
import { type ProblemList, quote } from './model-problem';
import { expandSelector, isWithin, type OrganizationTree, ROOT, type Selector } from './selector';

/** What the use of a selector allows beyond the selector itself. */
export interface SelectorUse {
  /** Names that exist in the config but were left out because they are broken themselves. */
  readonly alsoKnown: { readonly accounts: readonly string[]; readonly ous: readonly string[] };
  /** Why `regions` makes no sense here. @default - regions are accepted */
  readonly noRegions?: LocalizedText;
  /** Why the management account makes no sense here. @default - `includeManagement` is accepted */
  readonly noManagement?: LocalizedText;
}

/** Reports unknown names, parts that contradict each other, and a selector that selects nothing. */
export function checkSelector(
  tree: OrganizationTree,
  selector: Selector,
  at: ConfigPath,
  use: SelectorUse,
  list: ProblemList,
): void {
  const before = list.problems.length;
  const accounts = [...tree.accounts.map((account) => account.name), ...use.alsoKnown.accounts];
  const ous = [ROOT, ...tree.organizationalUnits.map((ou) => ou.path), ...use.alsoKnown.ous];
  for (const key of ['accounts', 'excludeAccounts'] as const)
    for (const [index, word] of (selector[key] ?? []).entries())
      list.checkName([...at, key, index], 'account', word, accounts);
  for (const key of ['ous', 'excludeOus'] as const)
    for (const [index, word] of (selector[key] ?? []).entries()) list.checkName([...at, key, index], 'OU', word, ous);

  if (!selector.accounts && !selector.ous && !selector.tags) {
    list.error(at, {
      en: 'selects nothing: give accounts, ous or tags (the whole organization is `ous: [Root]`)',
      ko: '선택 대상이 없습니다: accounts, ous, tags 중 하나를 적으세요(조직 전체는 `ous: [Root]`)',
    });
  }
  if (selector.tags && Object.keys(selector.tags).length === 0) {
    list.error([...at, 'tags'], {
      en: 'names no tag, which would select everything: name one, or remove tags (the whole organization is `ous: [Root]`)',
      ko: '태그가 없어 모든 계정이 선택됩니다: 태그를 적거나 tags를 지우세요(조직 전체는 `ous: [Root]`)',
    });
  }
  if (selector.regions && use.noRegions) list.error([...at, 'regions'], use.noRegions);
  checkManagement(tree, selector, at, use, list);

  const isWhole = list.problems.length === before && use.alsoKnown.accounts.length === 0;
  if (isWhole && expandSelector(tree, selector).length === 0 && !namesLivingOu(selector)) {
    list.error(at, {
      en: 'selects no account: every name is right, but the excludes and tags leave none, or the accounts are closed (see `org-governance targets`)',
      ko: '선택되는 계정이 없습니다: 이름은 모두 맞지만 제외 조건과 태그에 남는 계정이 없거나 해지된 계정입니다(`org-governance targets`로 확인하세요)',
    });
  }
}

function checkManagement(
  tree: OrganizationTree,
  selector: Selector,
  at: ConfigPath,
  { noManagement }: SelectorUse,
  list: ProblemList,
): void {
  if (selector.includeManagement && noManagement) {
    list.error([...at, 'includeManagement'], noManagement);
    return;
  }
  if (selector.includeManagement) return;
  for (const [index, name] of (selector.accounts ?? []).entries()) {
    if (!tree.accounts.some((account) => account.isManagement && account.name === name)) continue;
    list.error(
      [...at, 'accounts', index],
      noManagement ?? {
        en: `${quote(name)} is the management account; say includeManagement: true to mean it`,
        ko: `${quote(name)}은(는) 관리 계정입니다: 의도한 것이면 includeManagement: true를 적으세요`,
      },
    );
  }
}

/** Whether an OU is named and not excluded again: then the accounts that join it later are meant, even if it has none. */
function namesLivingOu({ ous = [], excludeOus = [], tags }: Selector): boolean {
  return !tags && ous.some((ou) => !excludeOus.some((excluded) => isWithin(ou, excluded)));
}
