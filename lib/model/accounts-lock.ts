import type { AccountsLock, LockedAccount } from '../config/accounts-lock';
import type { OrganizationConfig } from '../config/schema/organization';
import { type ModelProblem, type PlaceOf, ProblemList, quote } from './model-problem';

type AccountConfig = OrganizationConfig['accounts'][number];

const FILE = 'accounts.lock.json';

/** What the lock tells of the configured accounts. */
export interface LockedAccounts {
  /** Line of the lock by account name. */
  readonly lines: ReadonlyMap<string, LockedAccount>;
  readonly problems: readonly ModelProblem[];
}

/**
 * Finds the line of each account, by the rules of `accounts sync`: by id, else by e-mail, else by name, since the e-mail of a
 * root user may change in AWS. An account that lost its line would be vended a second time.
 */
export function lockedAccounts(
  config: OrganizationConfig,
  lock: AccountsLock,
  alsoKnown: readonly string[],
  placeOf: PlaceOf,
): LockedAccounts {
  const list = new ProblemList(FILE, placeOf);
  if (lock.accounts.length > 0 && lock.organizationId !== config.organization.id) {
    list.error(['organizationId'], {
      en: `belongs to ${quote(lock.organizationId)} but organization.yaml is about ${quote(config.organization.id)}; run accounts sync against the right organization`,
      ko: `${quote(lock.organizationId)}의 파일이지만 organization.yaml의 조직은 ${quote(config.organization.id)}입니다: 맞는 조직에서 accounts sync를 다시 실행하세요`,
    });
    // Nothing in the file is about these accounts.
    return { lines: new Map(), problems: list.problems };
  }
  const owners = ownersOf(config.accounts, lock);
  const byEmail = new Map(config.accounts.map((account) => [account.email.toLowerCase(), account]));
  for (const [index, line] of lock.accounts.entries()) {
    const account = owners.get(line);
    if (account) checkLine(line, index, account, byEmail.get(line.email.toLowerCase()), list);
    else if (!alsoKnown.includes(line.name)) {
      list.warning(['accounts', index], {
        en: `account ${quote(line.name)} is no longer in organization.yaml: it stays in AWS, in its OU, but is governed no more (close it, or list it again)`,
        ko: `계정 ${quote(line.name)}이(가) organization.yaml에 없습니다: AWS에는 OU와 함께 그대로 남지만 더 이상 관리되지 않습니다(해지하거나 다시 적으세요)`,
      });
    }
  }
  return { lines: new Map([...owners].map(([line, account]) => [account.name, line])), problems: list.problems };
}

function ownersOf(accounts: readonly AccountConfig[], lock: AccountsLock): Map<LockedAccount, AccountConfig> {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const byEmail = new Map(accounts.map((account) => [account.email.toLowerCase(), account]));
  const byName = new Map(accounts.map((account) => [account.name, account]));
  const owners = new Map<LockedAccount, AccountConfig>();
  const taken = new Set<AccountConfig>();
  const rules: ((line: LockedAccount) => AccountConfig | undefined)[] = [
    (line) => byId.get(line.id),
    (line) => byEmail.get(line.email.toLowerCase()),
    (line) => byName.get(line.name),
  ];
  for (const ownerOf of rules) {
    for (const line of lock.accounts) {
      const account = ownerOf(line);
      if (!account || taken.has(account) || owners.has(line)) continue;
      owners.set(line, account);
      taken.add(account);
    }
  }
  return owners;
}

function checkLine(
  line: LockedAccount,
  index: number,
  account: AccountConfig,
  sameEmail: AccountConfig | undefined,
  list: ProblemList,
): void {
  if (account.id !== undefined && account.id !== line.id) {
    list.error(['accounts', index, 'id'], {
      en: `${quote(line.id)} differs from the id ${quote(account.id)} of ${quote(account.name)} in organization.yaml; correct the one that is wrong`,
      ko: `${quote(line.id)}이(가) organization.yaml의 ${quote(account.name)} ID ${quote(account.id)}와(과) 다릅니다: 틀린 쪽을 고치세요`,
    });
  } else if (sameEmail && sameEmail !== account) {
    list.error(['accounts', index, 'id'], {
      en: `${quote(line.id)} is the id of ${quote(account.name)} in organization.yaml, so ${quote(sameEmail.name)} cannot have it; correct the one that is wrong`,
      ko: `${quote(line.id)}은(는) organization.yaml에서 ${quote(account.name)}의 ID이므로 ${quote(sameEmail.name)}이(가) 쓸 수 없습니다: 틀린 쪽을 고치세요`,
    });
  } else if (!sameEmail) {
    list.warning(['accounts', index, 'email'], {
      en: `the e-mail address of ${quote(account.name)} is ${quote(line.email)} in AWS but ${quote(account.email)} in organization.yaml; write the one that AWS has`,
      ko: `${quote(account.name)}의 이메일 주소가 AWS에는 ${quote(line.email)}, organization.yaml에는 ${quote(account.email)}입니다: AWS의 주소로 적으세요`,
    });
  }
}
