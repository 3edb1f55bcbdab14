import type { LocalizedText } from '../../constructs';
import type { IdentityCenterConfig } from '../config/schema/identity-center';
import { checkSelector, type SelectorUse } from './check-selector';
import type { IdentityCenterContext } from './identity-center-context';
import { type ProblemList, quote } from './model-problem';
import type { AccountRow } from './organization-model';
import { expandSelector } from './selector';

/** One triple of a grant. */
export interface GrantedAccess {
  readonly group: string;
  readonly permissionSet: string;
  readonly account: AccountRow;
  /** Position of the grant. */
  readonly grant: number;
}

/** Names of a list inside a message: the first three, and how many more. */
export function listed(names: readonly string[]): LocalizedText {
  const shown = names.slice(0, 3).map(quote).join(', ');
  const more = names.length - 3;
  return more > 0 ? { en: `${shown} and ${more} more`, ko: `${shown} 외 ${more}개` } : { en: shown, ko: shown };
}

/** Every triple that the grants say, each once; unknown names, selectors that select nothing and repetitions are reported. */
export function expandGrants(config: IdentityCenterConfig, context: IdentityCenterContext): GrantedAccess[] {
  const { tree, alsoKnown, list } = context;
  const groups = [...config.groups.map(({ name }) => name), ...alsoKnown.groups];
  const sets = [...config.permissionSets.map(({ name }) => name), ...alsoKnown.permissionSets];
  const use: SelectorUse = {
    alsoKnown,
    noRegions: {
      en: 'access to an account holds in every Region; remove regions',
      ko: '계정 접근 권한은 모든 리전에 적용됩니다: regions를 지우세요',
    },
  };
  const granted = new Map<string, GrantedAccess>();
  for (const [grant, { groups: to, permissionSets, targets }] of config.grants.entries()) {
    const at = ['grants', grant];
    for (const [index, name] of to.entries()) list.checkName([...at, 'groups', index], 'group', name, groups);
    for (const [index, name] of permissionSets.entries())
      list.checkName([...at, 'permissionSets', index], 'permission set', name, sets);
    checkTwice(to, [...at, 'groups'], list);
    checkTwice(permissionSets, [...at, 'permissionSets'], list);
    checkSelector(tree, targets, [...at, 'targets'], use, list);
    const accounts = expandSelector(tree, targets);
    for (const group of new Set(to))
      for (const permissionSet of new Set(permissionSets))
        add({ group, permissionSet, grant }, accounts, granted, list);
  }
  return [...granted.values()];
}

function add(
  row: Omit<GrantedAccess, 'account'>,
  accounts: readonly AccountRow[],
  granted: Map<string, GrantedAccess>,
  list: ProblemList,
): void {
  const before = new Map<number, string[]>();
  for (const account of accounts) {
    const key = JSON.stringify([row.group, row.permissionSet, account.name]);
    const first = granted.get(key);
    if (!first) granted.set(key, { ...row, account });
    // Two accounts of one name are reported as such.
    else if (first.grant !== row.grant) before.set(first.grant, [...(before.get(first.grant) ?? []), account.name]);
  }
  for (const [grant, names] of before) {
    const where = listed(names);
    const what = `${quote(row.group)}`;
    const set = quote(row.permissionSet);
    const place = list.place(['grants', grant]);
    list.error(['grants', row.grant], {
      en: `group ${what} has ${set} in ${where.en} already, by ${place}; keep one of the two`,
      ko: `그룹 ${what}에는 ${where.ko}의 ${set}이(가) ${place}에서 이미 주어졌습니다: 둘 중 하나만 남기세요`,
    });
  }
}

/** Reports a word that one list has twice. */
export function checkTwice(words: readonly string[], at: (string | number)[], list: ProblemList): void {
  for (const [index, word] of words.entries()) {
    if (words.indexOf(word) === index) continue;
    list.error([...at, index], {
      en: `${quote(word)} is listed twice; remove one`,
      ko: `${quote(word)}이(가) 두 번 있습니다: 하나를 지우세요`,
    });
  }
}
