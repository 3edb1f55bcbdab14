import type {
  ConfiguredAccount,
  ConfiguredOrganization,
  LiveAccount,
  LiveOrganization,
  OrganizationsApi,
} from '../../../lib/bootstrap';
import type { AccountsLock, LockedAccount } from '../../../lib/config/accounts-lock';

export const ORGANIZATION = 'o-exampleorgid';
export const IDS = ['111122223333', '444455556666', '123456789012', '777788889999'] as const;

export const live = (name: string, id: string, rest: Partial<LiveAccount> = {}): LiveAccount => ({
  id,
  name,
  email: `${name}@example.com`,
  status: 'ACTIVE',
  ...rest,
});
export const line = (name: string, id: string, rest: Partial<LockedAccount> = {}): LockedAccount => ({
  name,
  email: `${name}@example.com`,
  id,
  status: 'ACTIVE',
  ...rest,
});
export const wanted = (name: string, rest: Partial<ConfiguredAccount> = {}): ConfiguredAccount => ({
  name,
  email: `${name}@example.com`,
  ...rest,
});

export const liveOf = (...accounts: LiveAccount[]): LiveOrganization => ({ organizationId: ORGANIZATION, accounts });
export const lockOf = (...accounts: LockedAccount[]): AccountsLock => ({
  version: 1,
  organizationId: ORGANIZATION,
  accounts,
});
export const configOf = (...accounts: ConfiguredAccount[]): ConfiguredOrganization => ({
  organizationId: ORGANIZATION,
  accounts,
});

/** An error as the SDK throws it. */
export function awsError(name: string, rest: Record<string, unknown> = {}, message = 'said so'): Error {
  return Object.assign(new Error(message), { name, ...rest });
}

/** AWS Organizations with these accounts on these pages; `fail` is asked before every call and may throw. */
export function fakeClient(
  pages: LiveAccount[][],
  fail: (call: number) => void = () => {},
): OrganizationsApi & { calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    async describeOrganization() {
      calls.push('describe');
      fail(calls.length);
      return { Organization: { Id: ORGANIZATION } };
    },
    async listAccounts({ NextToken }) {
      calls.push(`list ${NextToken ?? 'first'}`);
      fail(calls.length);
      const page = Number(NextToken ?? 0);
      return {
        Accounts: pages[page]?.map(({ id, name, email, status }) => ({
          Id: id,
          Name: name,
          Email: email,
          State: status,
        })),
        NextToken: page + 1 < pages.length ? String(page + 1) : undefined,
      };
    },
  };
}
