import type { CfnRule } from 'aws-cdk-lib/aws-events';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { ask, faults } from '../answer';

/** Sources of events that tell of attacks, weaknesses and unintended access. */
const SOURCES = ['aws.access-analyzer', 'aws.guardduty', 'aws.inspector2', 'aws.macie', 'aws.securityhub'];

/**
 * A rule for security findings is enabled and tells somebody.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-events-rule.html
 */
export const securityEventRule: KismsRule = {
  id: 'SecurityEventRule',
  criteria: ['2.11.1', '2.11.3'],
  title: {
    en: 'The EventBridge rule for security findings is disabled or has no target',
    ko: '보안 탐지 결과용 EventBridge 규칙이 비활성화되었거나 대상이 없습니다',
  },
  why: {
    en: 'A finding that reaches nobody starts no response.',
    ko: '아무에게도 전달되지 않는 탐지 결과로는 대응을 시작할 수 없습니다.',
  },
  fix: {
    en: "Set state to 'ENABLED' and add a target that people or the response process read.",
    ko: "state를 'ENABLED'로 설정하고 담당자나 대응 절차가 확인하는 대상을 추가하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::Events::Rule'],
  check(node) {
    const { eventPattern, state, targets } = node as CfnRule;
    const pattern = resolved<{ source?: unknown } | undefined>(node, eventPattern);
    if (pattern === UNKNOWN) return UNKNOWN;
    const sources = [pattern?.source].flat();
    if (!SOURCES.some((source) => sources.includes(source))) return NagRuleCompliance.NOT_APPLICABLE;
    return faults({
      Disabled: ask(resolved(node, state), (value) => value === 'DISABLED'),
      NoTarget: ask(resolved<unknown>(node, targets), (list) => !Array.isArray(list) || list.length === 0),
    });
  },
};
