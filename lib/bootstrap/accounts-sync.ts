import { type AccountsLock, byName, type LockedAccount } from '../config/accounts-lock';
import { idChanged, organizationMismatch } from './accounts-sync-conflicts';
import type { AccountsSyncConflict, AccountsSyncPlan, ChangedAccount, FieldChange } from './accounts-sync-plan';
import { type AccountMatch, type AccountsSyncInput, matchAccounts } from './match-accounts';

const FIELDS = ['name', 'email', 'id', 'status'] as const;

const NOTHING = {
  added: [],
  changed: [],
  unchanged: [],
  suspended: [],
  pending: [],
  vanished: [],
  unmanaged: [],
  emailDrift: [],
};

interface Lines {
  readonly added: LockedAccount[];
  readonly changed: ChangedAccount[];
  readonly unchanged: LockedAccount[];
  readonly conflicts: AccountsSyncConflict[];
}

function fieldChanges(before: LockedAccount, after: LockedAccount): FieldChange[] {
  return FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    from: before[field],
    to: after[field],
  }));
}

function compareWithLock(matches: readonly AccountMatch[], lock: AccountsLock): Lines {
  const lines: Lines = { added: [], changed: [], unchanged: [], conflicts: [] };
  const claimed = new Set(matches.map(({ live }) => live.id));
  const lockByName = new Map(lock.accounts.map((line) => [line.name, line]));
  const lockById = new Map(lock.accounts.map((line) => [line.id, line]));

  for (const { account, live } of matches) {
    const after = { name: account.name, email: live.email, id: live.id, status: live.status };
    const sameId = lockById.get(live.id);
    const sameName = lockByName.get(account.name);
    // The line of this name is of another account: renamed by the config if claimed there, replaced otherwise.
    const replaced = sameName && !claimed.has(sameName.id) ? sameName : undefined;
    if (replaced && account.id === undefined) lines.conflicts.push(idChanged(account, replaced, live));
    else if (replaced) {
      const merged = sameId ? fieldChanges({ ...after, name: sameId.name }, after) : [];
      lines.changed.push({ before: replaced, after, fields: [...fieldChanges(replaced, after), ...merged] });
    } else if (!sameId) lines.added.push(after);
    else {
      const fields = fieldChanges(sameId, after);
      if (fields.length > 0) lines.changed.push({ before: sameId, after, fields });
      else lines.unchanged.push(after);
    }
  }
  return lines;
}

function foreignOrganizations({ live, lock, configured }: AccountsSyncInput): AccountsSyncConflict[] {
  const conflicts = [];
  if (configured.organizationId !== live.organizationId) {
    conflicts.push(organizationMismatch('config', configured.organizationId, live.organizationId));
  }
  if (lock.organizationId !== live.organizationId) {
    conflicts.push(organizationMismatch('lock', lock.organizationId, live.organizationId));
  }
  return conflicts;
}

/**
 * Compares the config, the lock and the live organization, and says what the lock should become.
 *
 * A line is lost only to `prune`, and a name moves to another account only when the config gives the id.
 */
export function planAccountsSync(input: AccountsSyncInput): AccountsSyncPlan {
  const { live, lock, configured } = input;
  const foreign = foreignOrganizations(input);
  if (foreign.length > 0) return { ...NOTHING, organizationId: live.organizationId, conflicts: foreign };

  const { matches, conflicts: ambiguous } = matchAccounts(input);
  const { added, changed, unchanged, conflicts: replaced } = compareWithLock(matches, lock);
  const conflicts = [...ambiguous, ...replaced];

  const rows = [...added, ...changed.map(({ after }) => after), ...unchanged];
  const rowNames = new Set(rows.map(({ name }) => name));
  const leftover = new Map(lock.accounts.filter(({ name }) => !rowNames.has(name)).map((line) => [line.id, line]));
  const liveIds = new Set(live.accounts.map(({ id }) => id));
  const vanished = [...leftover.values()].filter(({ id }) => !liveIds.has(id));

  const configuredNames = new Set(configured.accounts.map(({ name }) => name));
  const explained = new Set([
    ...rowNames,
    ...conflicts.flatMap(({ accounts }) => accounts),
    ...vanished.map(({ name }) => name),
  ]);
  const managed = new Set([...matches.map((match) => match.live.id), ...conflicts.flatMap(({ ids }) => ids)]);

  return {
    organizationId: live.organizationId,
    added: added.sort(byName),
    changed: changed.sort((a, b) => byName(a.after, b.after)),
    unchanged: unchanged.sort(byName),
    suspended: rows.filter(({ status }) => status !== 'ACTIVE').sort(byName),
    pending: configured.accounts.filter(({ name }) => !explained.has(name)).sort(byName),
    vanished: vanished.sort(byName).map((line) => ({ line, configured: configuredNames.has(line.name) })),
    unmanaged: live.accounts
      .filter(({ id }) => !managed.has(id))
      .map((account) => ({ account, line: leftover.get(account.id) }))
      .sort((a, b) => Number(a.account.id) - Number(b.account.id)),
    emailDrift: matches
      .filter((match) => match.account.email.toLowerCase() !== match.live.email.toLowerCase())
      .map((match) => ({ name: match.account.name, configured: match.account.email, live: match.live.email }))
      .sort(byName),
    conflicts,
  };
}

/** What to do with the lines of accounts that are no longer live. */
export interface ApplyPlanOptions {
  /** Whether to drop them. @default false */
  readonly prune?: boolean;
}

/**
 * The lock that a plan leads to.
 *
 * @throws Error when the plan has conflicts
 */
export function applyPlan(plan: AccountsSyncPlan, options: ApplyPlanOptions = {}): AccountsLock {
  if (plan.conflicts.length > 0) {
    throw new Error(
      `a plan with conflicts cannot be applied; solve them first: ${plan.conflicts.map((c) => c.message.en).join('; ')}`,
    );
  }
  const accounts = [
    ...plan.added,
    ...plan.changed.map(({ after }) => after),
    ...plan.unchanged,
    ...plan.unmanaged.flatMap(({ line }) => line ?? []),
    ...(options.prune ? [] : plan.vanished.map(({ line }) => line)),
  ];
  return { version: 1, organizationId: plan.organizationId, accounts: accounts.sort(byName) };
}
