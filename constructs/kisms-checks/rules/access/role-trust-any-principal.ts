import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { ask, unless } from '../answer';
import { CALLER_KEYS, oneOf } from './caller-keys';
import { isAnyone, isLimitedBy, someAllow } from './statements';

/**
 * No role can be assumed by anyone.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const roleTrustAnyPrincipal: KismsRule = {
  id: 'RoleTrustAnyPrincipal',
  criteria: ['2.5.1', '2.6.2', '2.10.2'],
  title: {
    en: 'Anyone in any AWS account may assume the role',
    ko: '모든 AWS 계정의 누구나 이 역할을 맡을 수 있습니다',
  },
  why: {
    en: 'Access is given to identified users; an external id alone is a password that everybody in between knows.',
    ko: '접근권한은 식별된 사용자에게만 부여해야 하며, 외부 ID만으로는 누구인지 알 수 없습니다.',
  },
  fix: {
    en: 'Name the principals in the trust policy, or add a condition on aws:PrincipalOrgID.',
    ko: '신뢰 정책에 주체를 명시하거나 aws:PrincipalOrgID 조건을 추가하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::IAM::Role'],
  check: (node) =>
    unless(
      someAllow(
        node,
        (node as CfnRole).assumeRolePolicyDocument,
        (statement) =>
          isAnyone(statement) && ask(isLimitedBy(statement.Condition, oneOf(...CALLER_KEYS)), (limited) => !limited),
      ),
    ),
};
