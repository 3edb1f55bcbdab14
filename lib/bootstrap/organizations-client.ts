import type { Account, DescribeOrganizationResponse, ListAccountsResponse } from '@aws-sdk/client-organizations';
import { ACCOUNT_STATUSES, type AccountStatus } from '../config/accounts-lock';
import type { LiveAccount, LiveOrganization } from './accounts-sync-plan';
import { isRetryable, toOrganizationsError, unexpectedAnswer } from './organizations-error';
import { type RetryOptions, retry } from './retry';

/** The two calls of AWS Organizations that are needed; the `Organizations` client of the SDK has this shape. */
export interface OrganizationsApi {
  describeOrganization(input: Record<string, never>): Promise<DescribeOrganizationResponse>;
  listAccounts(input: { NextToken?: string }): Promise<ListAccountsResponse>;
}

/** How far the listing has come. */
export interface ListingProgress {
  readonly pages: number;
  readonly accounts: number;
}

/** Settings of the listing. */
export interface ListOrganizationOptions {
  /** Called after every page. @default - nobody is told */
  readonly onProgress?: (progress: ListingProgress) => void;
  /** @default - 8 attempts a call, waiting up to 25 seconds in total */
  readonly retry?: RetryOptions;
}

/**
 * Opens the SDK's client with the credentials of the environment; the SDK is loaded only now, so that commands which
 * need no AWS do not pay for it. The SDK's own retries are off, because `listOrganization` retries.
 *
 * @param region any region of the partition, for example the home region: AWS Organizations has one endpoint each
 * @see https://docs.aws.amazon.com/general/latest/gr/ao.html
 */
export async function openOrganizations(region: string): Promise<OrganizationsApi> {
  const { Organizations } = await import('@aws-sdk/client-organizations');
  return new Organizations({
    region,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
  });
}

function liveAccount({ Id, Name, Email, State }: Account): LiveAccount {
  if (!Id || !Email) {
    throw unexpectedAnswer({
      en: `an account without id or e-mail: ${JSON.stringify({ Id, Name, Email })}`,
      ko: `id나 이메일이 없는 계정: ${JSON.stringify({ Id, Name, Email })}`,
    });
  }
  const status: AccountStatus | undefined = State;
  if (!status || !ACCOUNT_STATUSES.includes(status)) {
    const allowed = ACCOUNT_STATUSES.join(', ');
    throw unexpectedAnswer({
      en: `account ${JSON.stringify(Id)} has State ${JSON.stringify(State)}; known are ${allowed}`,
      ko: `계정 ${JSON.stringify(Id)}의 State가 ${JSON.stringify(State)}입니다. 알려진 값: ${allowed}`,
    });
  }
  return { id: Id, name: Name ?? '', email: Email, status };
}

/**
 * Reads the organization and all its accounts, sorted by id.
 *
 * Each page is retried by itself: the SDK's paginator ends at its first error, and would begin again at page one.
 *
 * @throws OrganizationsError when it cannot be read
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html
 */
export async function listOrganization(
  api: OrganizationsApi,
  options: ListOrganizationOptions = {},
): Promise<LiveOrganization> {
  const patiently = <T>(call: () => Promise<T>): Promise<T> => retry(call, isRetryable, options.retry);
  try {
    const { Organization } = await patiently(() => api.describeOrganization({}));
    const organizationId = Organization?.Id;
    if (!organizationId) throw unexpectedAnswer({ en: 'an organization without id', ko: 'id가 없는 조직' });

    // By id: an account that joins during the listing can be on two pages.
    const accounts = new Map<string, LiveAccount>();
    let token: string | undefined;
    let pages = 0;
    do {
      const sent = token;
      const page = await patiently(() => api.listAccounts(sent === undefined ? {} : { NextToken: sent }));
      for (const account of (page.Accounts ?? []).map(liveAccount)) accounts.set(account.id, account);
      token = page.NextToken;
      if (token !== undefined && token === sent) {
        throw unexpectedAnswer({ en: 'the same NextToken twice', ko: '같은 NextToken이 두 번' });
      }
      pages += 1;
      options.onProgress?.({ pages, accounts: accounts.size });
    } while (token !== undefined);
    return { organizationId, accounts: [...accounts.values()].sort((a, b) => Number(a.id) - Number(b.id)) };
  } catch (error) {
    throw toOrganizationsError(error);
  }
}
