import { ACCOUNTS_LOCK_FILE, type LockedAccount } from '../config/accounts-lock';
import type { AccountsSyncConflict, ConfiguredAccount, LiveAccount } from './accounts-sync-plan';

const quote = (value: string): string => JSON.stringify(value);
const quoteAll = (values: readonly string[]): string => values.map(quote).join(', ');

/** The lock or the config belongs to another organization than the credentials. */
export function organizationMismatch(source: 'config' | 'lock', expected: string, live: string): AccountsSyncConflict {
  const remedy =
    source === 'config'
      ? {
          en: 'use credentials of that organization, or mend organization.id in organization.yaml',
          ko: '해당 조직의 자격 증명을 사용하거나 organization.yaml의 organization.id를 고치세요',
        }
      : {
          en: `use credentials of that organization, or move ${ACCOUNTS_LOCK_FILE} away and sync again`,
          ko: `해당 조직의 자격 증명을 사용하거나 ${ACCOUNTS_LOCK_FILE}을 옮긴 뒤 다시 동기화하세요`,
        };
  const place = source === 'config' ? 'organization.yaml' : ACCOUNTS_LOCK_FILE;
  return {
    code: 'organization-mismatch',
    accounts: [],
    ids: [],
    message: {
      en: `the credentials are of organization ${quote(live)}, ${place} is of ${quote(expected)}; ${remedy.en}`,
      ko: `자격 증명의 조직: ${quote(live)}, ${place}의 조직: ${quote(expected)}. ${remedy.ko}`,
    },
  };
}

/** The config names an id, but the e-mail address is that of other accounts. */
export function idMismatch(
  account: ConfiguredAccount,
  id: string,
  owners: readonly LiveAccount[],
): AccountsSyncConflict {
  const ids = owners.map((owner) => owner.id);
  return {
    code: 'id-mismatch',
    accounts: [account.name],
    ids,
    message: {
      en: `account ${quote(account.name)} has id ${quote(id)} in the config, but ${quote(account.email)} is the e-mail of ${quoteAll(ids)}; mend the id or the email in organization.yaml`,
      ko: `계정 ${quote(account.name)}: 설정의 id는 ${quote(id)}, 이메일 ${quote(account.email)} 계정의 id는 ${quoteAll(ids)}입니다. organization.yaml의 id나 email을 고치세요`,
    },
  };
}

/** The e-mail address does not say which account is meant. */
export function duplicateEmail(account: ConfiguredAccount, owners: readonly LiveAccount[]): AccountsSyncConflict {
  const ids = owners.map((owner) => owner.id);
  return {
    code: 'duplicate-email',
    accounts: [account.name],
    ids,
    message: {
      en: `account ${quote(account.name)}: ${quote(account.email)} is the e-mail of ${quoteAll(ids)}; write the id of the one you mean in organization.yaml`,
      ko: `계정 ${quote(account.name)}: 이메일 ${quote(account.email)} 계정이 여러 개입니다(${quoteAll(ids)}). organization.yaml에 원하는 계정의 id를 적으세요`,
    },
  };
}

/** The name would silently move to another account, and every stack of that name with it. */
export function idChanged(account: ConfiguredAccount, line: LockedAccount, live: LiveAccount): AccountsSyncConflict {
  return {
    code: 'id-changed',
    accounts: [account.name],
    ids: [live.id],
    message: {
      en: `account ${quote(account.name)} is ${quote(line.id)} in ${ACCOUNTS_LOCK_FILE}, but ${quote(account.email)} is now the e-mail of ${quote(live.id)}; if the account was replaced, write id: ${quote(live.id)} in organization.yaml`,
      ko: `계정 ${quote(account.name)}: ${ACCOUNTS_LOCK_FILE}의 id는 ${quote(line.id)}, 이메일 ${quote(account.email)} 계정의 id는 ${quote(live.id)}입니다. 계정을 교체했다면 organization.yaml에 id: ${quote(live.id)} 값을 적으세요`,
    },
  };
}

/** Two accounts of the config turn out to be one. */
export function claimedTwice(accounts: readonly ConfiguredAccount[], id: string): AccountsSyncConflict {
  const names = accounts.map((account) => account.name);
  return {
    code: 'claimed-twice',
    accounts: names,
    ids: [id],
    message: {
      en: `accounts ${quoteAll(names)} are all the live account ${quote(id)}; mend their id or email in organization.yaml`,
      ko: `계정 ${quoteAll(names)}: 모두 실제 계정 ${quote(id)} 하나를 가리킵니다. organization.yaml의 id나 email을 고치세요`,
    },
  };
}
