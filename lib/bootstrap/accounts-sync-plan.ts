import type { LocalizedText } from '../../constructs';
import type { AccountStatus, LockedAccount } from '../config/accounts-lock';

/** An account as AWS Organizations reports it. */
export interface LiveAccount {
  /** 12 digits. */
  readonly id: string;
  /** Name in AWS; people choose it freely, so it identifies nothing. */
  readonly name: string;
  /** E-mail address of the root user. */
  readonly email: string;
  readonly status: AccountStatus;
}

/** The live organization, as far as the lock needs it. */
export interface LiveOrganization {
  /** For example `o-exampleorgid`. */
  readonly organizationId: string;
  readonly accounts: readonly LiveAccount[];
}

/** An account as the config describes it. */
export interface ConfiguredAccount {
  readonly name: string;
  readonly email: string;
  /** 12 digits. @default - found in the live organization by e-mail address */
  readonly id?: string;
}

/** The part of the config that the synchronization compares with the live organization. */
export interface ConfiguredOrganization {
  readonly organizationId: string;
  /** Names are unique; the config loader checks it. */
  readonly accounts: readonly ConfiguredAccount[];
}

/** One field of a lock line that gets another value. */
export interface FieldChange {
  readonly field: keyof LockedAccount;
  readonly from: string;
  readonly to: string;
}

/** A lock line before and after. */
export interface ChangedAccount {
  readonly before: LockedAccount;
  readonly after: LockedAccount;
  readonly fields: readonly FieldChange[];
}

/** Something only a person can decide; while there is one, nothing is written. */
export interface AccountsSyncConflict {
  readonly code: 'organization-mismatch' | 'id-mismatch' | 'id-changed' | 'duplicate-email' | 'claimed-twice';
  /** Names in the config of the accounts concerned; empty when the whole organization is. */
  readonly accounts: readonly string[];
  /** Ids of the live accounts concerned. */
  readonly ids: readonly string[];
  readonly message: LocalizedText;
}

/** What a synchronization would do to the lock, and what it saw on the way. Plain data, in a stable order. */
export interface AccountsSyncPlan {
  readonly organizationId: string;
  /** Lines the lock gains. */
  readonly added: readonly LockedAccount[];
  readonly changed: readonly ChangedAccount[];
  readonly unchanged: readonly LockedAccount[];
  /** Those of the three lists above that are not `ACTIVE`. */
  readonly suspended: readonly LockedAccount[];
  /** Configured, but neither live nor in the lock: to be vended or, when the config names an id, to be invited. */
  readonly pending: readonly ConfiguredAccount[];
  /** In the lock, but not live; kept unless pruned. */
  readonly vanished: readonly { readonly line: LockedAccount; readonly configured: boolean }[];
  /** Live, but in no config; `line` is what the lock still says of it and goes on saying. */
  readonly unmanaged: readonly { readonly account: LiveAccount; readonly line?: LockedAccount }[];
  /** Found by id although the config gives another e-mail address; the lock takes the live one. */
  readonly emailDrift: readonly { readonly name: string; readonly configured: string; readonly live: string }[];
  readonly conflicts: readonly AccountsSyncConflict[];
}

/** Whether applying the plan would alter the lock. */
export function hasDifferences(plan: AccountsSyncPlan, prune: boolean): boolean {
  return plan.added.length + plan.changed.length + (prune ? plan.vanished.length : 0) > 0;
}
