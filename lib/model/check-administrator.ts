import type { LocalizedText } from '../../constructs';
import type { SelectorUse } from './check-selector';
import { type ProblemList, quote } from './model-problem';
import type { OrganizationModel } from './organization-model';
import type { OrganizationTree } from './selector';

/** What the check of a delegated administrator needs. */
export interface AdministratorContext {
  readonly tree: OrganizationTree;
  readonly organization: Pick<OrganizationModel, 'managementAccount'>;
  readonly alsoKnown: SelectorUse['alsoKnown'];
  readonly list: ProblemList;
}

/**
 * Reports an account that cannot be a delegated administrator: the management account, or one that nothing can be deployed to.
 *
 * @param name - account name
 * @param at - where it is written
 * @param management - what is wrong with the management account, and the remedy
 */
export function checkAdministrator(
  name: string,
  at: string[],
  { tree, organization, alsoKnown, list }: AdministratorContext,
  management: LocalizedText,
): void {
  if (name === organization.managementAccount) {
    list.error(at, {
      en: `${quote(name)} is the management account, ${management.en}`,
      ko: `${quote(name)}은(는) 관리 계정${management.ko}`,
    });
    return;
  }
  list.checkName(at, 'account', name, [...tree.accounts.map((account) => account.name), ...alsoKnown.accounts]);
  const account = tree.accounts.find((row) => row.name === name);
  if (account?.suspended) {
    list.error(at, {
      en: `${quote(name)} is closed or closing; name an account that is active`,
      ko: `${quote(name)}은(는) 해지되었거나 해지 중인 계정입니다: 활성 계정을 적으세요`,
    });
  } else if (account && account.id === undefined) {
    list.error(at, {
      en: `${quote(name)} has no id yet, so nothing can be deployed to it; run accounts sync, or write its id`,
      ko: `${quote(name)}에 아직 ID가 없어 배포할 수 없습니다: accounts sync를 실행하거나 id를 적으세요`,
    });
  }
}
