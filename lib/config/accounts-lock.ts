import { z } from 'zod';
import { accountName } from './schema/selector';

/** Name of the lock file inside the config folder. */
export const ACCOUNTS_LOCK_FILE = 'accounts.lock.json';

/**
 * Phases of an account's life; AWS Organizations calls the field `State` (its older `Status` is retired).
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_account_state.html
 */
export const ACCOUNT_STATUSES = ['PENDING_ACTIVATION', 'ACTIVE', 'SUSPENDED', 'PENDING_CLOSURE', 'CLOSED'] as const;

/** Where an account is in its life. */
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

const lockedAccount = z.strictObject({
  name: accountName.describe('Name of the account in the config, which need not be its name in AWS.'),
  email: z
    .string()
    .max(64)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  id: z.string().regex(/^\d{12}$/),
  status: z.enum(ACCOUNT_STATUSES),
});

/** Format of `accounts.lock.json`: the ids that AWS gave to the accounts of the config. */
export const accountsLockSchema = z.strictObject({
  version: z.literal(1),
  organizationId: z.string().regex(/^o-[a-z0-9]{10,32}$/),
  accounts: z.array(lockedAccount).superRefine((accounts, context) => {
    for (const key of ['name', 'id'] as const) {
      const seen = new Set<string>();
      for (const [index, { [key]: value }] of accounts.entries()) {
        if (seen.has(value)) {
          const message = {
            en: `${JSON.stringify(value)} is on two lines: remove one of them`,
            ko: `${JSON.stringify(value)}이(가) 두 줄에 있습니다: 한 줄을 지우세요`,
          };
          context.addIssue({ code: 'custom', path: [index, key], params: { message } });
        }
        seen.add(value);
      }
    }
  }),
});

/** Ids of the accounts, as `org-governance accounts sync` found them in the live organization. */
export type AccountsLock = z.infer<typeof accountsLockSchema>;

/** One line of the lock. */
export type LockedAccount = AccountsLock['accounts'][number];

/** Lock of an organization that was never synchronized. */
export function emptyLock(organizationId: string): AccountsLock {
  return { version: 1, organizationId, accounts: [] };
}

/** Order of the lines; code units, because a locale would sort differently from machine to machine. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/**
 * Text of the lock file: equal locks give equal bytes, whatever the order of their lines and keys.
 *
 * @throws z.ZodError when the lock is one that `accountsLockSchema` would not read back
 */
export function serializeLock(lock: AccountsLock): string {
  const { version, organizationId, accounts } = accountsLockSchema.parse(lock);
  const lines = accounts.map(({ name, email, id, status }) => ({ name, email, id, status })).sort(byName);
  return `${JSON.stringify({ version, organizationId, accounts: lines }, null, 2)}\n`;
}
