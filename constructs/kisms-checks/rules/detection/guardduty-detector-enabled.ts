import type { CfnDetector } from 'aws-cdk-lib/aws-guardduty';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * A GuardDuty detector is enabled, not suspended.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-guardduty-detector.html
 */
export const guardDutyDetectorEnabled: KismsRule = {
  id: 'GuardDutyDetectorEnabled',
  criteria: ['2.11.3', '2.10.1', '2.11.1'],
  title: { en: 'The GuardDuty detector is suspended', ko: 'GuardDuty 탐지기가 일시 중지되어 있습니다' },
  why: {
    en: 'A suspended detector analyses nothing; attacks of that time can not be found afterwards.',
    ko: '일시 중지된 탐지기는 아무것도 분석하지 않으며, 그동안의 공격은 나중에도 찾을 수 없습니다.',
  },
  fix: { en: 'Set enable to true.', ko: 'enable을 true로 설정하세요.' },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::GuardDuty::Detector'],
  check: (node) => compliance(resolved(node, (node as CfnDetector).enable), (enabled) => enabled === true),
};
