import type { LocalizedText } from '../../constructs';
import type { ComplianceConfig } from '../config/schema/compliance';
import { checkAdministrator } from './check-administrator';
import type { ComplianceContext } from './compliance-context';
import type { ComplianceModel, SecurityServicesRow } from './compliance-model';
import { quote } from './model-problem';

const NO_DELEGATE: LocalizedText = {
  en: 'and only a member can be a delegated administrator; name a member account',
  ko: '입니다. 위임된 관리자는 멤버 계정만 될 수 있으므로 멤버 계정을 적으세요',
};

/** Name of the account that delivers the packs; reports one that is missing, in doubt, or cannot. */
export function administratorOf(config: ComplianceConfig, context: ComplianceContext): string {
  const { tree, alsoKnown, list } = context;
  if (config.account !== undefined) {
    checkAdministrator(config.account, ['account'], context, NO_DELEGATE);
    return config.account;
  }
  const [first, second] = tree.accounts.filter(({ purpose }) => purpose === 'audit');
  if (first && second) {
    list.error(['profile'], {
      en: `${quote(first.name)} and ${quote(second.name)} both have the purpose audit; write account, the one that delivers the packs`,
      ko: `${quote(first.name)}과(와) ${quote(second.name)}의 용도가 모두 audit입니다: 규칙 팩을 배포할 계정을 account에 적으세요`,
    });
  } else if (first) {
    checkAdministrator(first.name, ['profile'], context, NO_DELEGATE);
  } else if (alsoKnown.accounts.length === 0) {
    list.error(['profile'], {
      en: 'no account has the purpose audit; write account, the one that delivers the packs',
      ko: '용도가 audit인 계정이 없습니다: 규칙 팩을 배포할 계정을 account에 적으세요',
    });
  }
  return first?.name ?? '';
}

/** Warns of what is paid for twice. */
export function checkServices(
  { securityHub }: SecurityServicesRow,
  detectiveSource: ComplianceModel['detectiveSource'],
  { organization, list }: ComplianceContext,
): void {
  if (!securityHub || detectiveSource === 'securityhub' || organization.governedRegions.length === 1) return;
  list.warning(['securityServices', 'securityHub'], {
    en: `Security Hub and the packs check the same twice in ${organization.homeRegion}: its controls cannot be off there and on in the other governed Regions; write detectiveSource: securityhub to pay once`,
    ko: `${organization.homeRegion}에서 Security Hub와 규칙 팩이 같은 항목을 두 번 점검합니다(제어는 리전별로 끌 수 없습니다): 한 번만 비용을 내려면 detectiveSource: securityhub를 적으세요`,
  });
}
