import type { AccountStatus, LockedAccount } from '../config/accounts-lock';
import type { OrganizationConfig } from '../config/schema/organization';
import type { AccountRow } from './organization-model';

/** An account in one of these states takes no deployment. */
const CLOSING: ReadonlySet<AccountStatus> = new Set(['SUSPENDED', 'PENDING_CLOSURE', 'CLOSED']);

/** The accounts with their defaults, ids and states filled in. */
export function accountRows(
  config: OrganizationConfig,
  lines: ReadonlyMap<string, LockedAccount>,
  file: string,
): AccountRow[] {
  return config.accounts.map((account, index) => {
    const line = lines.get(account.name);
    const id = account.id ?? line?.id;
    return {
      name: account.name,
      ...(id !== undefined && { id }),
      vended: account.id === undefined,
      suspended: line !== undefined && CLOSING.has(line.status),
      email: account.email,
      ou: account.ou,
      isManagement: account.name === config.organization.managementAccount,
      purpose: account.purpose,
      environment: account.environment,
      owner: account.owner,
      tags: account.tags ?? {},
      data: {
        classification: account.data?.classification ?? 'internal',
        personalData: account.data?.personalData ?? false,
        dataSubjects: account.data?.dataSubjects ?? 0,
        uniqueIdentifiers: account.data?.uniqueIdentifiers ?? false,
        sensitive: account.data?.sensitive ?? false,
      },
      source: { file, path: ['accounts', index] },
    };
  });
}
