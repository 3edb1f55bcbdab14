import type { CfnGroup, CfnRole, CfnUser } from 'aws-cdk-lib/aws-iam';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { ask, unless } from '../answer';
import { privilegeIn } from './privilege';

/**
 * AWS managed policies that administer permissions are attached only within a boundary.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export const administratorWithoutBoundary: KismsRule = {
  id: 'AdministratorWithoutBoundary',
  criteria: ['2.5.5', '2.2.2', '2.10.2'],
  title: {
    en: 'An administrator policy is attached without a permissions boundary',
    ko: '권한 경계 없이 관리자 정책을 연결합니다',
  },
  why: {
    en: 'AdministratorAccess and IAMFullAccess let their holder grant anything to anyone: privileges are given to a minimum of people, for named tasks.',
    ko: 'AdministratorAccess와 IAMFullAccess는 누구에게나 모든 권한을 줄 수 있으므로, 특수 권한은 최소한의 인원과 업무에만 부여해야 합니다.',
  },
  fix: {
    en: 'Attach the policy of the task instead, or set permissionsBoundary.',
    ko: '업무에 필요한 정책만 연결하거나 permissionsBoundary를 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  check(node) {
    const { managedPolicyArns, permissionsBoundary } = node as (CfnRole | CfnUser | CfnGroup) &
      Pick<CfnRole, 'permissionsBoundary'>;
    // Where a boundary is, what it allows is for another to review.
    if (permissionsBoundary !== undefined) return NagRuleCompliance.COMPLIANT;
    const privilege = privilegeIn(node, managedPolicyArns);
    return unless(ask(privilege, (found) => found === 'admin'));
  },
};
