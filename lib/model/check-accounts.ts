import type { OrganizationConfig } from '../config/schema/organization';
import { checkDataClassification } from './check-data-classification';
import type { SelectorUse } from './check-selector';
import { type ProblemList, quote } from './model-problem';
import { ROOT } from './selector';

/** Purposes that one account has at most; `management` is bound to `organization.managementAccount`. */
const ONCE = ['log-archive', 'audit', 'network', 'deployment', 'identity'] as const;

/** Reports accounts that contradict each other or the organization. */
export function checkAccounts(
  config: OrganizationConfig,
  alsoKnown: SelectorUse['alsoKnown'],
  list: ProblemList,
): void {
  const { accounts, organization, deployment } = config;
  const at = (key: string) => (index: number) => ['accounts', index, key];
  list.checkUnique(accounts, (account) => account.name, at('name'), { en: 'account name', ko: '계정 이름' });
  list.checkUnique(accounts, (account) => account.id, at('id'), { en: 'account id', ko: '계정 ID' });
  list.checkUnique(accounts, (account) => account.email.toLowerCase(), at('email'), {
    en: 'e-mail address',
    ko: '이메일 주소',
  });
  for (const purpose of ONCE) {
    const only = accounts.map((account) => (account.purpose === purpose ? purpose : undefined));
    list.checkUnique(only, (value) => value, at('purpose'), { en: 'purpose', ko: '용도' });
  }

  const names = [...accounts.map((account) => account.name), ...alsoKnown.accounts];
  list.checkName(['organization', 'managementAccount'], 'account', organization.managementAccount, names);
  list.checkName(['deployment', 'account'], 'account', deployment.account, names);
  if (deployment.account === organization.managementAccount) {
    list.warning(['deployment', 'account'], {
      en: 'CI deploys from the management account; a deployment account of its own keeps CI credentials away from it',
      ko: 'CI가 관리 계정에서 배포합니다: 별도의 배포 계정을 두면 관리 계정에 CI 자격 증명을 두지 않아도 됩니다',
    });
  }

  const ous = [ROOT, ...config.organizationalUnits.map((ou) => ou.path), ...alsoKnown.ous];
  for (const [index, account] of accounts.entries()) {
    list.checkName(at('ou')(index), 'OU', account.ou, ous, {
      en: 'an OU that is taken off organizationalUnits stays in AWS with its accounts and policies, so list it again, or write the OU that the account is in now',
      ko: 'organizationalUnits에서 지운 OU는 계정, 정책과 함께 AWS에 그대로 남습니다. OU를 다시 적거나 계정이 현재 속한 OU를 적으세요',
    });
    checkDataClassification(account, index, list);
  }
  // With an unknown name there is no telling which account is meant.
  if (names.includes(organization.managementAccount)) checkManagementAccount(config, list);
}

function checkManagementAccount({ accounts, organization }: OrganizationConfig, list: ProblemList): void {
  for (const [index, account] of accounts.entries()) {
    const isManagement = account.name === organization.managementAccount;
    if (isManagement !== (account.purpose === 'management')) {
      list.error(['accounts', index, 'purpose'], {
        en: `purpose management belongs to organization.managementAccount (${quote(organization.managementAccount)}) and to no other account`,
        ko: `용도 management는 organization.managementAccount(${quote(organization.managementAccount)})에만 쓸 수 있습니다`,
      });
    }
    if (!isManagement) continue;
    if (account.ou !== ROOT) {
      list.error(['accounts', index, 'ou'], {
        en: `the management account is in ${quote(account.ou)}: move it to Root, away from the policies of the members`,
        ko: `관리 계정이 ${quote(account.ou)}에 있습니다: 멤버 계정의 정책과 섞이지 않도록 Root에 두세요`,
      });
    }
    if (account.id === undefined) {
      list.error(['accounts', index], {
        en: 'the management account exists already: write its id',
        ko: '관리 계정은 이미 있는 계정입니다: id를 적으세요',
      });
    }
  }
}
