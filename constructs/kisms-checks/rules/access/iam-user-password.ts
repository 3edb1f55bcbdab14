import type { CfnUser } from 'aws-cdk-lib/aws-iam';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';

/**
 * No IAM user gets a password from a template.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-iam-user-loginprofile.html
 */
export const iamUserPassword: KismsRule = {
  id: 'IamUserPassword',
  criteria: ['2.5.4', '2.5.3'],
  title: {
    en: 'The IAM user can sign in to the console with a password',
    ko: 'IAM 사용자가 비밀번호로 콘솔에 로그인할 수 있습니다',
  },
  why: {
    en: 'The password is known to whoever deploys, and no template can make the user set up a second factor.',
    ko: '비밀번호를 배포자가 알게 되며, 템플릿으로는 추가 인증 수단을 강제할 수 없습니다.',
  },
  fix: {
    en: 'Remove loginProfile and let people sign in through IAM Identity Center.',
    ko: 'loginProfile을 제거하고 IAM Identity Center로 로그인하게 하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::IAM::User'],
  check: (node) =>
    (node as CfnUser).loginProfile === undefined ? NagRuleCompliance.COMPLIANT : NagRuleCompliance.NON_COMPLIANT,
};
