import type { CustomerManagedPolicyRow, GroupRow, PermissionSetRow } from '../model/identity-center-model';
import { type AccessFilter, type AccessRow, type AccessSource, fits, lookUp } from './access-matrix';

/** Who holds what changed: the groups and accounts that had the access before and have it still. */
interface Affected {
  readonly groups: readonly string[];
  readonly accounts: readonly string[];
}

/** A permission set whose content changed. */
export interface ChangedSet extends Affected {
  readonly permissionSet: string;
  /** What differs, as keys of the config. */
  readonly changed: readonly string[];
  readonly privilege: { readonly before: PermissionSetRow['privilege']; readonly after: PermissionSetRow['privilege'] };
}

/** A group that stands for other people than before. */
export interface ChangedGroup {
  readonly group: string;
  /** Group id of the identity store; absent while the group is created by this repository. @default - the same group */
  readonly id?: { readonly before?: string; readonly after?: string };
  readonly membersAdded: readonly string[];
  readonly membersRemoved: readonly string[];
  readonly accounts: readonly string[];
}

/** How the access of two versions of the config differs. */
export interface AccessDiff {
  readonly gained: readonly AccessRow[];
  readonly lost: readonly AccessRow[];
  readonly changedSets: readonly ChangedSet[];
  readonly changedGroups: readonly ChangedGroup[];
  /** Attributes for attribute-based access control that were added, removed or read from elsewhere. */
  readonly changedAttributes: readonly string[];
}

/** One version of the config and its matrix. */
export interface AccessVersion extends AccessSource {
  readonly rows: readonly AccessRow[];
}

/** Whether two versions give the same people the same access. */
export function isSameAccess(diff: AccessDiff): boolean {
  return Object.values(diff).every((list) => list.length === 0);
}

/**
 * Access that is gained and lost between two versions of the config, and what changes for those who keep theirs.
 *
 * @param before - the version that is compared with
 * @param after - the version that is proposed
 * @param filter - the lines that are meant
 */
export function accessDiff(before: AccessVersion, after: AccessVersion, filter: AccessFilter = {}): AccessDiff {
  const triple = tripleOf(before, after);
  const had = new Set(before.rows.map(triple));
  const has = new Set(after.rows.map(triple));
  const kept = after.rows.filter((row) => had.has(triple(row))).filter(fits(filter));
  return {
    gained: after.rows.filter((row) => !had.has(triple(row))).filter(fits(filter)),
    lost: before.rows.filter((row) => !has.has(triple(row))).filter(fits(filter)),
    changedSets: changedSets(before, after, kept),
    changedGroups: changedGroups(before, after, kept),
    changedAttributes: changedAttributes(before, after),
  };
}

/** Identity of an assignment. Under one name stand two accounts when both versions know an id and the ids differ. */
function tripleOf(before: AccessVersion, after: AccessVersion): (row: AccessRow) => string {
  const ids = new Map(before.accounts.map(({ name, id }) => [name, id]));
  const replaced = new Set(
    after.accounts.flatMap(({ name, id }) => {
      const old = ids.get(name);
      return id !== undefined && old !== undefined && id !== old ? [name] : [];
    }),
  );
  return ({ group, permissionSet, account, accountId }) =>
    JSON.stringify([group, permissionSet, account, replaced.has(account) ? accountId : '']);
}

function changedSets(before: AccessVersion, after: AccessVersion, kept: readonly AccessRow[]): ChangedSet[] {
  const [beforeOf, afterOf] = [before, after].map((version) =>
    lookUp(version.identityCenter.permissionSets, 'permission set'),
  ) as [(name: string) => PermissionSetRow, (name: string) => PermissionSetRow];
  return unique(kept.map((row) => row.permissionSet)).flatMap((permissionSet) => {
    const [old, now] = [beforeOf(permissionSet), afterOf(permissionSet)];
    const [oldContent, nowContent] = [contentOf(old, before), contentOf(now, after)];
    const changed = Object.keys(nowContent).filter((key) => different(oldContent[key], nowContent[key]));
    if (changed.length === 0) return [];
    const holders = kept.filter((row) => row.permissionSet === permissionSet);
    return {
      permissionSet,
      changed,
      privilege: { before: old.privilege, after: now.privilege },
      groups: unique(holders.map(({ group }) => group)),
      accounts: unique(holders.map(({ account }) => account)),
    };
  });
}

/** What decides what a set allows and for how long, by key of the config. */
function contentOf(set: PermissionSetRow, { identityCenter }: AccessVersion): Readonly<Record<string, unknown>> {
  const declared = ({ name, path }: { name: string; path: string }): CustomerManagedPolicyRow | undefined =>
    identityCenter.customerManagedPolicies.find((policy) => policy.name === name && policy.path === path);
  const { permissionsBoundary: boundary } = set;
  const own = boundary && 'customerManagedPolicy' in boundary ? boundary.customerManagedPolicy : undefined;
  return {
    managedPolicies: [...set.managedPolicies].sort(),
    customerManagedPolicies: set.customerManagedPolicies
      .map((one) => JSON.stringify([one, declared(one)?.content]))
      .sort(),
    inlinePolicy: set.inlinePolicy,
    permissionsBoundary: boundary && [boundary, own && declared(own)?.content],
    sessionDuration: set.sessionDuration,
  };
}

function changedGroups(before: AccessVersion, after: AccessVersion, kept: readonly AccessRow[]): ChangedGroup[] {
  const [beforeOf, afterOf] = [before, after].map((version) => lookUp(version.identityCenter.groups, 'group')) as [
    (name: string) => GroupRow,
    (name: string) => GroupRow,
  ];
  return unique(kept.map(({ group }) => group)).flatMap((group) => {
    const [old, now] = [beforeOf(group), afterOf(group)];
    const membersAdded = now.members.filter((member) => !old.members.includes(member));
    const membersRemoved = old.members.filter((member) => !now.members.includes(member));
    if (old.id === now.id && membersAdded.length + membersRemoved.length === 0) return [];
    return {
      group,
      ...(old.id !== now.id && {
        id: { ...(old.id !== undefined && { before: old.id }), ...(now.id !== undefined && { after: now.id }) },
      }),
      membersAdded,
      membersRemoved,
      accounts: unique(kept.filter((row) => row.group === group).map(({ account }) => account)),
    };
  });
}

function changedAttributes(before: AccessVersion, after: AccessVersion): string[] {
  const [old, now] = [before, after].map(
    ({ identityCenter }) => new Map(identityCenter.accessControlAttributes.map(({ key, source }) => [key, source])),
  ) as [Map<string, readonly string[]>, Map<string, readonly string[]>];
  return unique([...old.keys(), ...now.keys()]).filter((key) => different(old.get(key), now.get(key)));
}

function different(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
