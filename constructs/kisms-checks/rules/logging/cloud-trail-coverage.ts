import type { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, faults } from '../answer';

/**
 * A trail records, in every region, the global services too.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-trail.html
 */
export const cloudTrailCoverage: KismsRule = {
  id: 'CloudTrailCoverage',
  criteria: ['2.9.4', '2.11.3'],
  title: {
    en: 'The trail does not record everything that happens in the account',
    ko: '추적(trail)이 계정의 모든 활동을 기록하지 않습니다',
  },
  why: {
    en: 'An intruder works in the region that nobody records, and IAM is recorded as a global service only.',
    ko: '기록하지 않는 리전은 침해에 이용되며, IAM 활동은 글로벌 서비스 이벤트로만 기록됩니다.',
  },
  fix: {
    en: 'Set IsLogging and IsMultiRegionTrail to true and do not turn off IncludeGlobalServiceEvents.',
    ko: 'IsLogging과 IsMultiRegionTrail을 true로 설정하고 IncludeGlobalServiceEvents를 끄지 마세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(node) {
    const trail = node as CfnTrail;
    return faults({
      IsLogging: ask(resolved(node, trail.isLogging), (on) => on !== true),
      IsMultiRegionTrail: ask(resolved(node, trail.isMultiRegionTrail), (on) => on !== true),
      IncludeGlobalServiceEvents: ask(resolved(node, trail.includeGlobalServiceEvents), (on) => on === false),
    });
  },
};
