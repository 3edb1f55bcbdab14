import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';

/**
 * People and programs use roles: no IAM user is created.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
 */
export const iamUserCreated: KismsRule = {
  id: 'IamUserCreated',
  criteria: ['2.5.1', '2.5.2'],
  title: { en: 'An IAM user is created', ko: 'IAM 사용자를 생성합니다' },
  why: {
    en: 'Users of single accounts escape the central register of people: they outlive leavers and reviews.',
    ko: '개별 계정의 사용자는 중앙 계정 관리에서 벗어나 퇴직 처리와 권한 검토에서 누락됩니다.',
  },
  fix: {
    en: 'Use IAM Identity Center for people and a role for programs.',
    ko: '사람은 IAM Identity Center를, 프로그램은 역할을 사용하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::IAM::User'],
  check: () => NagRuleCompliance.NON_COMPLIANT,
};
