import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { unless } from '../answer';
import { ORGANIZATION_KEYS, oneOf } from './caller-keys';
import { letsOutsidersIn } from './external-accounts';

/**
 * An account outside the organization assumes a role only with an external id.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
 */
export const roleTrustExternalAccount: KismsRule = {
  id: 'RoleTrustExternalAccount',
  criteria: ['2.3.1', '2.5.1', '2.10.2'],
  title: {
    en: 'The role trusts another account without an external id or a condition on the organization',
    ko: '역할이 외부 ID나 조직 조건 없이 다른 계정을 신뢰합니다',
  },
  why: {
    en: 'A service provider that is trusted without an external id can be tricked by its other customers into using the role.',
    ko: '외부 ID가 없으면 외부 업체의 다른 고객이 그 업체를 속여 이 역할을 쓰게 할 수 있습니다.',
  },
  fix: {
    en: "Add a condition on sts:ExternalId or, for your own accounts, on aws:PrincipalOrgID; or list the account in the option 'trustedAccounts'.",
    ko: "sts:ExternalId 조건을, 자사 계정이면 aws:PrincipalOrgID 조건을 추가하거나 'trustedAccounts' 옵션에 계정을 등록하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::IAM::Role'],
  check: (node, options) =>
    unless(
      letsOutsidersIn(
        node,
        (node as CfnRole).assumeRolePolicyDocument,
        options,
        oneOf('sts:ExternalId', ...ORGANIZATION_KEYS),
      ),
    ),
};
