import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { type Answer, allOf, anyOf, ask, unless } from '../answer';
import { type RecordingGroup, recordingGroupOf } from './recording-group';

/**
 * AWS Config records every type of resource.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-config-configurationrecorder-recordinggroup.html
 */
export const configRecorderAllTypes: KismsRule = {
  id: 'ConfigRecorderAllTypes',
  criteria: ['1.2.1', '2.9.1', '2.10.2'],
  title: {
    en: 'AWS Config leaves resource types out of the record',
    ko: 'AWS Config가 일부 리소스 유형을 기록하지 않습니다',
  },
  why: {
    en: 'The register of assets and the history of changes are as complete as what is recorded.',
    ko: '정보자산 목록과 변경 이력은 기록하는 만큼만 완전합니다.',
  },
  fix: {
    en: 'Set recordingGroup.allSupported to true without a list of resource types, or acknowledge the types that are excluded.',
    ko: '리소스 유형 목록 없이 recordingGroup.allSupported를 true로 설정하거나, 제외한 유형을 예외로 등록하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::Config::ConfigurationRecorder'],
  check: (node) => unless(ask(recordingGroupOf(node), (group) => group !== undefined && leavesOut(group))),
};

function leavesOut({ allSupported, strategy }: RecordingGroup): Answer {
  return anyOf([
    ask(strategy, (useOnly) => useOnly !== undefined && useOnly !== 'ALL_SUPPORTED_RESOURCE_TYPES'),
    allOf([ask(strategy, (useOnly) => useOnly === undefined), ask(allSupported, (all) => all !== true)]),
  ]);
}
