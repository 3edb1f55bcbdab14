import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { unless } from '../answer';
import { ORGANIZATION_KEYS, oneOf } from './caller-keys';
import { letsOutsidersIn } from './external-accounts';
import { RESOURCE_POLICY_TYPES, resourcePolicyOf } from './resource-policies';

/**
 * Accounts that a policy of a resource lets in belong to the organization.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const resourcePolicyExternalAccount: KismsRule = {
  id: 'ResourcePolicyExternalAccount',
  criteria: ['2.3.1', '2.10.2'],
  title: {
    en: 'The resource policy lets another account in that is not known as one of ours',
    ko: '리소스 정책이 자사 계정으로 확인되지 않은 다른 계정에 접근을 허용합니다',
  },
  why: {
    en: 'External parties with access are registered and reviewed; an account id in a policy tells nobody whose it is.',
    ko: '접근권한이 있는 외부자는 목록으로 관리하고 검토해야 하지만, 정책의 계정 ID만으로는 누구인지 알 수 없습니다.',
  },
  fix: {
    en: "Add a condition on aws:PrincipalOrgID, list the account in the option 'trustedAccounts', or acknowledge the external party by name.",
    ko: "aws:PrincipalOrgID 조건을 추가하거나 'trustedAccounts' 옵션에 계정을 등록하거나, 외부자 이름을 밝혀 예외로 등록하세요.",
  },
  level: NagMessageLevel.WARN,
  resourceTypes: RESOURCE_POLICY_TYPES,
  check: (node, options) => unless(letsOutsidersIn(node, resourcePolicyOf(node), options, oneOf(...ORGANIZATION_KEYS))),
};
