import type { AccountRow, Attachment, OrganizationalUnitRow, OrganizationModel } from './organization-model';

/** Which accounts (design §4.3). `accounts` and `ous` add up, `tags` narrow the OUs, excludes win. */
export interface Selector {
  /** Account names. @default - none besides those of `ous` and `tags` */
  readonly accounts?: readonly string[];
  /** Nested OUs are included unless `exact`. `Root` is the whole organization. @default - all of them with `tags`, else none */
  readonly ous?: readonly string[];
  /** Every tag must be there. Narrows `ous`; without `ous` it narrows the whole organization. @default - not narrowed */
  readonly tags?: Readonly<Record<string, string>>;
  /** Only accounts directly in the named OUs. @default false */
  readonly exact?: boolean;
  /** @default - none */
  readonly excludeAccounts?: readonly string[];
  /** Nested OUs are always excluded as well, `exact` or not. @default - none */
  readonly excludeOus?: readonly string[];
  /** @default - the home region */
  readonly regions?: readonly string[];
  /** @default false */
  readonly includeManagement?: boolean;
}

/** What a selector needs to know of the organization. */
export type OrganizationTree = Pick<OrganizationModel, 'accounts' | 'organizationalUnits'>;

/** Name of the organization's root in paths and selectors. */
export const ROOT = 'Root';

/** Whether an OU path is the given one or lies below it. */
export function isWithin(path: string, ancestor: string): boolean {
  return ancestor === ROOT || path === ancestor || path.startsWith(`${ancestor}/`);
}

function carriesTags(account: AccountRow, tags: Readonly<Record<string, string>>): boolean {
  return Object.entries(tags).every(([key, value]) => account.tags[key] === value);
}

/** Whether the selector names an OU, `tags` aside, and does not exclude it. */
function namesOu(selector: Selector, path: string): boolean {
  const ous = selector.ous ?? (selector.tags ? [ROOT] : []);
  return (
    ous.some((ou) => (selector.exact ? path === ou : isWithin(path, ou))) &&
    !selector.excludeOus?.some((ou) => isWithin(path, ou))
  );
}

/** A test that tells whether the selector selects an account. */
function matcher(selector: Selector): (account: AccountRow) => boolean {
  const named = new Set(selector.accounts);
  const excluded = new Set(selector.excludeAccounts);
  return (account) => {
    if (account.suspended || excluded.has(account.name)) return false;
    if (account.isManagement && !selector.includeManagement) return false;
    if (named.has(account.name)) return !selector.excludeOus?.some((ou) => isWithin(account.ou, ou));
    return namesOu(selector, account.ou) && carriesTags(account, selector.tags ?? {});
  };
}

/** The accounts that a selector selects, in the order of the config; suspended accounts never. */
export function expandSelector(tree: OrganizationTree, selector: Selector): AccountRow[] {
  return tree.accounts.filter(matcher(selector));
}

/** The OUs that a selector names: what Control Tower baselines and controls are enabled on. Accounts and tags do not count. */
export function selectOus(
  tree: OrganizationTree,
  selector: Pick<Selector, 'ous' | 'exact' | 'excludeOus'>,
): OrganizationalUnitRow[] {
  const { ous = [], exact, excludeOus } = selector;
  return tree.organizationalUnits.filter((ou) => namesOu({ ous, exact, excludeOus }, ou.path));
}

/**
 * The fewest places to attach a policy to so that it covers the selected accounts and no other: an OU as a whole where
 * the selector means every account that is or may come into it and the OUs below, and single accounts elsewhere.
 *
 * An OU whose accounts only happen to be selected today, each by name or tag, stays a list of accounts: whoever joins it
 * later was not meant. The management account is never a place of its own.
 */
export function attachmentPoints(tree: OrganizationTree, selector: Selector): Attachment[] {
  const selects = matcher(selector);
  const keptOut = new Set(
    tree.accounts.filter((account) => selector.excludeAccounts?.includes(account.name)).map((account) => account.ou),
  );
  const below = (path: string) => tree.organizationalUnits.filter((ou) => ou.parent === path).map((ou) => ou.path);
  const isWhole = (path: string): boolean =>
    !selector.tags && namesOu(selector, path) && !keptOut.has(path) && below(path).every(isWhole);

  const visit = (path: string): Attachment[] => {
    if (isWhole(path)) return [path === ROOT ? { kind: 'root' } : { kind: 'ou', path }];
    const accounts = tree.accounts.filter(
      (account) => account.ou === path && !account.isManagement && selects(account),
    );
    return [...accounts.map(({ name }) => ({ kind: 'account' as const, name })), ...below(path).flatMap(visit)];
  };
  return visit(ROOT);
}
