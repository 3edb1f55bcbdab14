import { Stack } from 'aws-cdk-lib';
import type { CfnRule } from 'aws-cdk-lib/aws-events';
import type { CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { siblings } from '../siblings';

/** `$.userIdentity.type = "Root"` in the language of metric filters. */
const ROOT_FILTER = /userIdentity\.type\s*=\s*\\?"?Root/;

/**
 * Who has a trail is told when the root user acts; the rule or metric filter is looked for in the stack of the trail.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 */
export const rootUseAlarm: KismsRule = {
  id: 'RootUseAlarm',
  criteria: ['2.9.5', '2.11.3', '2.5.5'],
  title: {
    en: 'Nobody is told when the root user acts',
    ko: '루트 사용자의 활동을 아무에게도 알리지 않습니다',
  },
  why: {
    en: 'Use of the root user is an exception: each one is looked at when it happens, not in the monthly review.',
    ko: '루트 사용자 사용은 예외이므로 월간 점검이 아니라 발생 즉시 확인해야 합니다.',
  },
  fix: {
    en: "Add an EventBridge rule on detail.userIdentity.type 'Root', or a metric filter with an alarm, or acknowledge where it is.",
    ko: "detail.userIdentity.type이 'Root'인 EventBridge 규칙이나 경보가 있는 지표 필터를 추가하거나, 있는 곳을 밝혀 예외로 등록하세요.",
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(node) {
    const stack = Stack.of(node);
    const textOf = (value: unknown): string => JSON.stringify(stack.resolve(value)) ?? '';
    const told =
      siblings<CfnRule>(node, 'AWS::Events::Rule').some(({ eventPattern }) =>
        textOf(eventPattern).includes('"Root"'),
      ) ||
      siblings<CfnMetricFilter>(node, 'AWS::Logs::MetricFilter').some(({ filterPattern }) =>
        ROOT_FILTER.test(textOf(filterPattern)),
      );
    return told ? NagRuleCompliance.COMPLIANT : NagRuleCompliance.NON_COMPLIANT;
  },
};
