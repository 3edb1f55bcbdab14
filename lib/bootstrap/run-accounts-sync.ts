import type { AccountsLock } from '../config/accounts-lock';
import { applyPlan, planAccountsSync } from './accounts-sync';
import { type AccountsSyncPlan, type ConfiguredOrganization, hasDifferences } from './accounts-sync-plan';
import { type ListOrganizationOptions, listOrganization, type OrganizationsApi } from './organizations-client';
import { writeLock } from './write-lock';

/** What `accounts sync` works on. */
export interface AccountsSyncOptions extends ListOrganizationOptions {
  /** Config folder, in which the lock is written. */
  readonly directory: string;
  readonly configured: ConfiguredOrganization;
  /** The lock as it is; `emptyLock` when there is none. */
  readonly lock: AccountsLock;
  /** `openOrganizations`, or a fake of it. */
  readonly client: OrganizationsApi;
  /** Whether to write the lock. @default false */
  readonly apply?: boolean;
  /** Whether to drop the lines of accounts that are no longer live. @default false */
  readonly prune?: boolean;
}

/** How a synchronization ended. */
export interface AccountsSyncResult {
  /**
   * `conflict`: nothing can be written before a person decides. `unchanged`: the lock is right already.
   * `planned`: it differs and was not written. `applied`: it was written.
   */
  readonly outcome: 'conflict' | 'unchanged' | 'planned' | 'applied';
  readonly plan: AccountsSyncPlan;
  /** Whether vanished lines were to be dropped. */
  readonly prune: boolean;
}

/**
 * Compares the config and the lock with the live organization and, if asked to, writes the lock.
 *
 * @throws OrganizationsError when the organization cannot be read; Error when the lock cannot be written
 */
export async function accountsSync(options: AccountsSyncOptions): Promise<AccountsSyncResult> {
  const { directory, configured, lock, client, apply = false, prune = false } = options;
  const live = await listOrganization(client, options);
  const plan = planAccountsSync({ live, lock, configured });
  if (plan.conflicts.length > 0) return { outcome: 'conflict', plan, prune };
  if (!hasDifferences(plan, prune)) return { outcome: 'unchanged', plan, prune };
  if (!apply) return { outcome: 'planned', plan, prune };
  writeLock(directory, applyPlan(plan, { prune }));
  return { outcome: 'applied', plan, prune };
}
