import type { AccountsLock } from '../config/accounts-lock';
import { groupBy } from '../group-by';
import { claimedTwice, duplicateEmail, idMismatch } from './accounts-sync-conflicts';
import type {
  AccountsSyncConflict,
  ConfiguredAccount,
  ConfiguredOrganization,
  LiveAccount,
  LiveOrganization,
} from './accounts-sync-plan';

/** The three sides of a synchronization. */
export interface AccountsSyncInput {
  readonly live: LiveOrganization;
  readonly lock: AccountsLock;
  readonly configured: ConfiguredOrganization;
}

/** A configured account and the live one it turned out to be. */
export interface AccountMatch {
  readonly account: ConfiguredAccount;
  readonly live: LiveAccount;
}

/** Finds the live account of each configured one: by id, else by e-mail, else by the id that the lock remembers. */
export function matchAccounts({ live, lock, configured }: AccountsSyncInput): {
  matches: AccountMatch[];
  conflicts: AccountsSyncConflict[];
} {
  const liveById = new Map(live.accounts.map((account) => [account.id, account]));
  const liveByEmail = groupBy(live.accounts, (account) => account.email.toLowerCase());
  const lockByName = new Map(lock.accounts.map((line) => [line.name, line]));
  const conflicts: AccountsSyncConflict[] = [];
  const found: AccountMatch[] = [];
  const lost: ConfiguredAccount[] = [];

  for (const account of configured.accounts) {
    const { id } = account;
    const owners = liveByEmail.get(account.email.toLowerCase()) ?? [];
    if (id !== undefined && owners.length > 0 && !owners.some((owner) => owner.id === id)) {
      conflicts.push(idMismatch(account, id, owners));
    } else if (id === undefined && owners.length > 1) {
      conflicts.push(duplicateEmail(account, owners));
    } else {
      const match = id === undefined ? owners[0] : liveById.get(id);
      if (match) found.push({ account, live: match });
      else if (id === undefined) lost.push(account);
    }
  }

  // The e-mail of a root user may change in AWS: then only the lock knows which account it was.
  const claimed = new Set(found.map((match) => match.live.id));
  for (const account of lost) {
    const match = liveById.get(lockByName.get(account.name)?.id ?? '');
    if (match && !claimed.has(match.id)) found.push({ account, live: match });
  }

  const matches: AccountMatch[] = [];
  for (const [id, group] of groupBy(found, (match) => match.live.id)) {
    if (group.length === 1) matches.push(...group);
    else
      conflicts.push(
        claimedTwice(
          group.map((match) => match.account),
          id,
        ),
      );
  }
  return { matches, conflicts };
}
