import type { AccountRow, OrganizationModel } from '../model/organization-model';
import { isWithin, ROOT } from '../model/selector';
import { attachmentKey } from '../policies/effective-policies';

/**
 * The fewest places that stand for exactly these accounts: an OU of which every account is meant stands for them, so
 * that a report of 1,000 accounts stays readable. Suspended accounts count for nothing.
 *
 * @param names - names of accounts
 */
export function coveringPlaces(
  { accounts, organizationalUnits }: Pick<OrganizationModel, 'accounts' | 'organizationalUnits'>,
  names: readonly string[],
): string[] {
  const meant = new Set(names);
  const active = accounts.filter(({ suspended }) => !suspended);
  const cover = (path: string, within: readonly AccountRow[]): string[] => {
    if (within.length === 0) return [];
    if (within.every(({ name }) => meant.has(name))) return [path];
    return [
      ...organizationalUnits
        .filter(({ parent }) => parent === path)
        .flatMap((ou) =>
          cover(
            ou.path,
            within.filter((account) => isWithin(account.ou, ou.path)),
          ),
        ),
      ...within
        .filter(({ ou, name }) => ou === path && meant.has(name))
        .map(({ name }) => attachmentKey({ kind: 'account', name })),
    ];
  };
  return cover(ROOT, active);
}
