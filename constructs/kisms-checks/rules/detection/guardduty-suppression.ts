import type { CfnFilter } from 'aws-cdk-lib/aws-guardduty';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, isIntrinsic, resolved, UNKNOWN } from '../../tokens';

/**
 * A suppression of GuardDuty findings names the type of finding.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html
 */
export const guardDutySuppression: KismsRule = {
  id: 'GuardDutySuppression',
  criteria: ['2.11.3', '2.10.1'],
  title: {
    en: 'The filter archives GuardDuty findings of every type',
    ko: '필터가 모든 유형의 GuardDuty 탐지 결과를 보관 처리합니다',
  },
  why: {
    en: 'Suppressed findings reach neither Security Hub nor EventBridge: nobody is told of an attack that the filter happens to fit.',
    ko: '억제된 결과는 Security Hub와 EventBridge에 전달되지 않아, 필터에 걸린 공격은 아무도 알 수 없습니다.',
  },
  fix: {
    en: "Add the key 'type' with the finding types, by 'equals', to findingCriteria.criterion.",
    ko: "findingCriteria.criterion에 'type' 키와 'equals'로 탐지 유형을 지정하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::GuardDuty::Filter'],
  check(node) {
    const { action, findingCriteria } = node as CfnFilter;
    const done = resolved(node, action);
    if (done === UNKNOWN) return UNKNOWN;
    if (done !== 'ARCHIVE') return NagRuleCompliance.NOT_APPLICABLE;
    const criteria = resolved<CfnFilter.FindingCriteriaProperty>(node, findingCriteria);
    if (criteria === UNKNOWN) return UNKNOWN;
    return compliance(resolved<Record<string, unknown> | undefined>(node, criteria?.criterion), (criterion) =>
      namesTypes(criterion?.type),
    );
  },
};

/** Whether a condition names types, and not all but some. */
function namesTypes(condition: unknown): boolean {
  if (isIntrinsic(condition)) return true;
  return Object.keys(condition ?? {}).some((operator) => /^eq(?:uals)?$/i.test(operator));
}
