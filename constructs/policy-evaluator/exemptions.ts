import type { LocalizedText } from '../localized-text';
import type { AccessRequest, Caller } from './access-request';
import { RCP_EXEMPT_ACTIONS, RCP_SERVICES } from './rcp-services';

/** The organization whose policies are evaluated. */
export interface OrganizationAccounts {
  /** Organization id, for example `o-exampleorgid`. */
  readonly organizationId: string;
  /** Ids of all accounts of the organization, the management account among them. */
  readonly organizationAccountIds: string[];
  /** Account that no policy binds. @default - every account of the organization is a member account */
  readonly managementAccountId?: string;
}

const RCP_SERVICE_SET = new Set(RCP_SERVICES);
const RCP_EXEMPT_ACTION_SET = new Set(RCP_EXEMPT_ACTIONS.map((action) => action.toLowerCase()));

/**
 * Why no SCP binds the caller; `undefined` when SCPs do. The few root-user tasks that AWS also exempts, such as changing the
 * support plan, are not modelled.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp
 */
export function scpExemption(caller: Caller, organization: OrganizationAccounts): LocalizedText | undefined {
  const { account } = caller;
  if (caller.kind === 'service') {
    return { en: 'SCPs do not bind AWS services', ko: 'SCP는 AWS 서비스에 적용되지 않습니다' };
  }
  if (caller.serviceLinked) {
    return { en: 'SCPs do not bind service-linked roles', ko: 'SCP는 서비스 연결 역할에 적용되지 않습니다' };
  }
  if (account === undefined || !organization.organizationAccountIds.includes(account)) {
    return {
      en: 'SCPs do not bind callers from outside the organization',
      ko: 'SCP는 조직 밖의 호출자에 적용되지 않습니다',
    };
  }
  if (account === organization.managementAccountId) {
    return { en: 'SCPs do not bind the management account', ko: 'SCP는 관리 계정에 적용되지 않습니다' };
  }
  return undefined;
}

/**
 * Why no RCP binds the request; `undefined` when RCPs do. That RCPs spare AWS managed KMS keys is not modelled, since a
 * key ARN does not tell who manages the key.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps
 */
export function rcpExemption(
  request: AccessRequest,
  caller: Caller,
  resourceAccount: string,
  organization: OrganizationAccounts,
): LocalizedText | undefined {
  const action = request.action.toLowerCase();
  const service = action.split(':', 1)[0] ?? '';
  if (caller.serviceLinked) {
    return { en: 'RCPs do not bind service-linked roles', ko: 'RCP는 서비스 연결 역할에 적용되지 않습니다' };
  }
  if (!organization.organizationAccountIds.includes(resourceAccount)) {
    return {
      en: 'RCPs do not protect resources outside the organization',
      ko: 'RCP는 조직 밖의 리소스에 적용되지 않습니다',
    };
  }
  if (resourceAccount === organization.managementAccountId) {
    return {
      en: 'RCPs do not protect resources of the management account',
      ko: 'RCP는 관리 계정의 리소스에 적용되지 않습니다',
    };
  }
  if (!RCP_SERVICE_SET.has(service) || RCP_EXEMPT_ACTION_SET.has(action)) {
    return { en: `RCPs do not apply to ${request.action}`, ko: `RCP는 ${request.action}에 적용되지 않습니다` };
  }
  return undefined;
}
