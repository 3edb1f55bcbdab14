import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';

/**
 * No long-term access key is created.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
 */
export const iamAccessKeyCreated: KismsRule = {
  id: 'IamAccessKeyCreated',
  criteria: ['2.5.4', '2.5.3', '2.7.2'],
  title: { en: 'A long-term access key is created', ko: '장기 액세스 키를 생성합니다' },
  why: {
    en: 'Access keys do not expire, and an output or a secret of the stack carries this one to wherever it leaks.',
    ko: '액세스 키는 만료되지 않으며, 스택의 출력이나 보안 암호를 거쳐 유출될 수 있습니다.',
  },
  fix: {
    en: 'Let the program assume a role: OIDC for pipelines, IAM Roles Anywhere for servers outside AWS.',
    ko: '프로그램이 역할을 맡게 하세요. 파이프라인은 OIDC, AWS 외부 서버는 IAM Roles Anywhere를 사용하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::IAM::AccessKey'],
  check: () => NagRuleCompliance.NON_COMPLIANT,
};
