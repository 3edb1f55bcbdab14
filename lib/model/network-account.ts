import type { NetworkConfig } from '../config/schema/network';
import { quote } from './model-problem';
import type { NetworkContext } from './network-context';
import type { PlannedVpc } from './network-vpc-rows';
import type { AccountRow } from './organization-model';
import { isWithin, ROOT } from './selector';

/** Whether something can be deployed to an account. */
export function isReady(account: AccountRow): boolean {
  return account.id !== undefined && !account.suspended;
}

/** Name of the network account: the one that is written, or the one with that purpose; empty when there is none, which is reported. */
export function networkAccountName({ account: name }: NetworkConfig, context: NetworkContext): string {
  const { tree, alsoKnown, list } = context;
  const candidates = tree.accounts.filter((row) => (name ? row.name === name : row.purpose === 'network'));
  const [account, second] = candidates;
  if (name !== undefined) checkAccount(name, ['account'], context);
  else if (!account && alsoKnown.accounts.length === 0) {
    list.error([], {
      en: 'no account has the purpose network; name the network account with `account`',
      ko: '목적이 network인 계정이 없습니다: `account`로 네트워크 계정을 적으세요',
    });
  } else if (account && second) {
    const names = candidates.map((row) => quote(row.name)).join(', ');
    list.error([], {
      en: `${names} have the purpose network; name the network account with \`account\``,
      ko: `목적이 network인 계정이 여럿입니다(${names}): \`account\`로 네트워크 계정을 적으세요`,
    });
  }
  if (account && !second && !isReady(account)) {
    list.error(name === undefined ? [] : ['account'], {
      en: `the network account ${quote(account.name)} has no id yet or is closed; run accounts sync, or name an account that is active`,
      ko: `네트워크 계정 ${quote(account.name)}에 아직 ID가 없거나 해지되었습니다: accounts sync를 실행하거나 활성 계정을 적으세요`,
    });
  }
  return name ?? account?.name ?? '';
}

/** Reports an account that does not exist or is the management account. */
export function checkAccount(name: string, at: (string | number)[], context: NetworkContext): void {
  const { tree, organization, alsoKnown, list } = context;
  list.checkName(at, 'account', name, [...tree.accounts.map((row) => row.name), ...alsoKnown.accounts]);
  if (name !== organization.managementAccount) return;
  list.error(at, {
    en: `${quote(name)} is the management account, which holds no workload and no network; name a member account`,
    ko: `${quote(name)}은(는) 관리 계정으로, 워크로드나 네트워크를 두지 않습니다: 멤버 계정을 적으세요`,
  });
}

/** Reports OUs that do not exist, and the root: AWS RAM shares with OUs only, so that nobody shares with everybody unseen. */
export function checkShares(
  ous: readonly string[] | undefined,
  at: (string | number)[],
  { tree, alsoKnown, list }: NetworkContext,
): void {
  const known = [ROOT, ...tree.organizationalUnits.map((ou) => ou.path), ...alsoKnown.ous];
  for (const [index, ou] of (ous ?? []).entries()) {
    list.checkName([...at, index], 'OU', ou, known);
    if (ou !== ROOT) continue;
    list.error([...at, index], {
      en: 'Root would share with the whole organization; name the OUs that need it',
      ko: 'Root는 조직 전체와 공유합니다: 필요한 OU를 적으세요',
    });
  }
}

/**
 * The OUs that may attach VPCs. Accounts that are still to be vended count: a share that is there before the account
 * spares its first attachment a wait.
 */
export function attachingOus(
  { transitGateway }: NetworkConfig,
  planned: readonly PlannedVpc[],
  networkAccount: string,
  context: NetworkContext,
): string[] {
  const { list } = context;
  const at = ['transitGateway', 'shareWith'];
  const { shareWith } = transitGateway;
  checkShares(shareWith, at, context);
  const owners = new Map<string, AccountRow>();
  for (const { row, owner, ownerAt: place } of planned) {
    const { account } = row;
    if (!owner || account === networkAccount || owner.suspended || owners.has(account)) continue;
    owners.set(account, owner);
    if (owner.ou === ROOT) {
      list.error(place, {
        en: `${quote(account)} is in Root, and the transit gateway is shared with OUs only; move the account to an OU`,
        ko: `${quote(account)} 계정이 Root에 있지만 Transit Gateway는 OU에만 공유합니다: 계정을 OU로 옮기세요`,
      });
    } else if (shareWith && !shareWith.some((ou) => isWithin(owner.ou, ou))) {
      list.error(at, {
        en: `${quote(account)} of ${quote(owner.ou)} owns a VPC (${list.place(place)}) that it could not attach; add ${quote(owner.ou)}, or remove shareWith`,
        ko: `${quote(owner.ou)}의 ${quote(account)} 계정이 VPC(${list.place(place)})를 연결할 수 없습니다: ${quote(owner.ou)}을(를) 더하거나 shareWith를 지우세요`,
      });
    }
  }
  return outermost(shareWith ?? [...owners.values()].map(({ ou }) => ou).filter((ou) => ou !== ROOT));
}

function outermost(ous: readonly string[]): string[] {
  return [...new Set(ous)].filter((ou) => !ous.some((other) => other !== ou && isWithin(ou, other)));
}
