import type { IdentityCenterConfig } from '../config/schema/identity-center';
import type { GrantedAccess } from './grant-rows';
import type { IdentityCenterContext } from './identity-center-context';
import { type ProblemList, quote } from './model-problem';

/** Reports access for emergencies that is mixed with other access, and what a delegated administrator could not manage. */
export function checkGrants(
  config: IdentityCenterConfig,
  granted: readonly GrantedAccess[],
  { list }: IdentityCenterContext,
): void {
  checkBreakGlass(config, list);
  if (config.delegatedAdministrator !== undefined) checkManagement(granted, list);
}

function checkBreakGlass({ breakGlass, grants }: IdentityCenterConfig, list: ProblemList): void {
  if (!breakGlass) return;
  const groups = new Set(breakGlass.groups);
  const sets = new Set(breakGlass.permissionSets);
  for (const [index, grant] of grants.entries()) {
    const ordinaryGroup = grant.groups.find((name) => !groups.has(name));
    const ordinarySet = grant.permissionSets.find((name) => !sets.has(name));
    for (const [nth, name] of grant.permissionSets.entries()) {
      if (!sets.has(name) || ordinaryGroup === undefined) continue;
      list.error(['grants', index, 'permissionSets', nth], {
        en: `${quote(name)} is for emergencies: grant it to groups of breakGlass only, and not to ${quote(ordinaryGroup)}`,
        ko: `${quote(name)}은(는) 비상용입니다: ${quote(ordinaryGroup)}이(가) 아니라 breakGlass의 그룹에만 주세요`,
      });
    }
    for (const [nth, name] of grant.groups.entries()) {
      if (!groups.has(name) || ordinarySet === undefined) continue;
      list.error(['grants', index, 'groups', nth], {
        en: `${quote(name)} is for emergencies: grant it permission sets of breakGlass only, and not ${quote(ordinarySet)}`,
        ko: `${quote(name)}은(는) 비상용입니다: ${quote(ordinarySet)}이(가) 아니라 breakGlass의 권한 세트만 주세요`,
      });
    }
  }
}

/** @see https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html */
function checkManagement(granted: readonly GrantedAccess[], list: ProblemList): void {
  const places = new Map<string, { management?: number; member?: number }>();
  for (const { permissionSet, account, grant } of granted) {
    const place = places.get(permissionSet) ?? {};
    if (account.isManagement) place.management ??= grant;
    else place.member ??= grant;
    places.set(permissionSet, place);
  }
  for (const [name, { management, member }] of places) {
    if (management === undefined || member === undefined) continue;
    const other = list.place(['grants', member]);
    const [en, ko] = member === management ? ['', ''] : [` by ${other}`, ` ${other}에서`];
    list.error(['grants', management], {
      en: `${quote(name)} is granted in the management account and${en} in member accounts: a delegated administrator cannot manage a set that the management account has, so make a set of its own for it`,
      ko: `${quote(name)}은(는) 관리 계정과${ko} 멤버 계정에 모두 주어집니다. 위임된 관리자는 관리 계정에 있는 권한 세트를 관리할 수 없습니다: 관리 계정용 권한 세트를 따로 만드세요`,
    });
  }
}
