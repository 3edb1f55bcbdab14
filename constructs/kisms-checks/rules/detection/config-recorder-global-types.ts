import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { UNKNOWN } from '../../tokens';
import { ask, unless } from '../answer';
import { recordingGroupOf } from './recording-group';

/**
 * AWS Config records users, groups, roles and policies of IAM, in one region.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-config-configurationrecorder-recordinggroup.html
 */
export const configRecorderGlobalTypes: KismsRule = {
  id: 'ConfigRecorderGlobalTypes',
  criteria: ['2.5.6', '1.2.1', '2.9.1'],
  title: {
    en: 'AWS Config does not record IAM users, groups, roles and policies',
    ko: 'AWS Config가 IAM 사용자, 그룹, 역할, 정책을 기록하지 않습니다',
  },
  why: {
    en: 'Without them there is no history of access rights, and rules on IAM have nothing to check.',
    ko: '이 유형을 기록하지 않으면 접근권한 이력이 남지 않고 IAM 규칙도 점검할 대상이 없습니다.',
  },
  fix: {
    en: 'Set includeGlobalResourceTypes to true in one region of the account, and acknowledge the others.',
    ko: '계정의 한 리전에서 includeGlobalResourceTypes를 true로 설정하고, 다른 리전은 예외로 등록하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::Config::ConfigurationRecorder'],
  check(node) {
    const group = recordingGroupOf(node);
    if (group === UNKNOWN) return UNKNOWN;
    if (group?.strategy === 'EXCLUSION_BY_RESOURCE_TYPES' || group?.strategy === 'INCLUSION_BY_RESOURCE_TYPES') {
      return NagRuleCompliance.NOT_APPLICABLE;
    }
    return unless(ask(group?.includeGlobalResourceTypes, (included) => included !== true));
  },
};
