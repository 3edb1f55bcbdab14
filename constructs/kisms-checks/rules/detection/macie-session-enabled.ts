import type { CfnSession } from 'aws-cdk-lib/aws-macie';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * Macie is running, not paused.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-macie-session.html
 */
export const macieSessionEnabled: KismsRule = {
  id: 'MacieSessionEnabled',
  criteria: ['3.2.1', '2.11.3', '2.10.1'],
  title: { en: 'Macie is paused', ko: 'Macie가 일시 중지되어 있습니다' },
  why: {
    en: 'Personal information that lies where nobody expects it is found by looking for it all the time.',
    ko: '예상하지 못한 곳에 있는 개인정보는 계속 탐색해야 찾을 수 있습니다.',
  },
  fix: { en: "Set status to 'ENABLED', or leave it out.", ko: "status를 'ENABLED'로 설정하거나 생략하세요." },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::Macie::Session'],
  check: (node) =>
    compliance(resolved(node, (node as CfnSession).status), (status = 'ENABLED') => status === 'ENABLED'),
};
