import type { IdentityCenterConfig } from '../config/schema/identity-center';
import { type GrantedAccess, listed } from './grant-rows';
import { type ProblemList, quote } from './model-problem';

/** Somebody who holds permission sets: a group, or a member of groups. */
interface Holder {
  readonly en: string;
  readonly ko: string;
  readonly groups: ReadonlySet<string>;
}

/** Reports groups, and members of groups, that hold permission sets in one account which nobody may hold together. */
export function checkSeparation(
  config: IdentityCenterConfig,
  granted: readonly GrantedAccess[],
  list: ProblemList,
): void {
  const groups = config.groups.map(({ name }) => ({
    en: `group ${quote(name)}`,
    ko: `그룹 ${quote(name)}`,
    groups: new Set([name]),
  }));
  const members = membersOf(config);
  for (const { name, permissionSets } of config.conflicts ?? []) {
    const relevant = granted.filter((row) => permissionSets.includes(row.permissionSet));
    const guilty = new Set<string>();
    for (const holder of groups)
      if (report(holder, relevant, name, list)) for (const group of holder.groups) guilty.add(group);
    // What a group does wrong, its members do not do wrong once more.
    const innocent = relevant.filter(({ group }) => !guilty.has(group));
    for (const holder of members) report(holder, innocent, name, list);
  }
}

/** The people who are in more than one group, as far as the config knows. */
function membersOf({ groups }: IdentityCenterConfig): Holder[] {
  const groupsOf = new Map<string, Set<string>>();
  for (const { name, members = [] } of groups)
    for (const member of members)
      groupsOf.set(member.toLowerCase(), (groupsOf.get(member.toLowerCase()) ?? new Set()).add(name));
  return [...groupsOf].flatMap(([member, of]) => {
    if (of.size < 2) return [];
    const names = [...of].map(quote).join(', ');
    return { en: `user ${quote(member)} (groups ${names})`, ko: `사용자 ${quote(member)}(그룹 ${names})`, groups: of };
  });
}

/** One problem for each pair of grants that gives a holder two of the sets in the same account. */
function report(holder: Holder, relevant: readonly GrantedAccess[], conflict: string, list: ProblemList): boolean {
  const held = new Map<string, GrantedAccess[]>();
  const found = new Map<string, { first: GrantedAccess; second: GrantedAccess; accounts: string[] }>();
  for (const row of relevant) {
    if (!holder.groups.has(row.group)) continue;
    const rows = held.get(row.account.name) ?? [];
    for (const first of rows) {
      if (first.permissionSet === row.permissionSet) continue;
      const key = JSON.stringify([first.permissionSet, first.grant, row.permissionSet, row.grant]);
      const pair = found.get(key) ?? { first, second: row, accounts: [] };
      pair.accounts.push(row.account.name);
      found.set(key, pair);
    }
    held.set(row.account.name, [...rows, row]);
  }
  for (const { first, second, accounts } of found.values()) {
    const where = listed([...new Set(accounts)]);
    const sets = [first, second].map(({ permissionSet }) => quote(permissionSet));
    const other = first.grant === second.grant ? undefined : list.place(['grants', first.grant]);
    list.error(['grants', second.grant], {
      en: `${holder.en} would hold ${sets.join(' and ')} in ${where.en}, which the conflict ${quote(conflict)} forbids; take one of them away here${other ? ` or in ${other}` : ''}`,
      ko: `${holder.ko}이(가) ${where.ko}에서 ${sets.join(', ')}을(를) 함께 갖게 되어 충돌 규칙 ${quote(conflict)}에 어긋납니다: 여기${other ? `나 ${other}` : ''}에서 하나를 빼세요`,
    });
  }
  return found.size > 0;
}
