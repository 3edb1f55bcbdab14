import type { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, someItem, unless } from '../answer';

/**
 * A trail looks for unusual rates of API calls.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html
 */
export const trailInsights: KismsRule = {
  id: 'TrailInsights',
  criteria: ['2.11.3', '2.9.5'],
  title: {
    en: 'The trail does not look for unusual rates of API calls',
    ko: '추적이 비정상적인 API 호출 빈도를 분석하지 않습니다',
  },
  why: {
    en: 'A burst of calls is how mass deletion and the exploration of stolen credentials look, and no reviewer reads that many records.',
    ko: '대량 삭제나 유출된 자격 증명의 탐색은 호출 급증으로 나타나지만, 사람이 그 많은 기록을 읽을 수는 없습니다.',
  },
  fix: {
    en: "Add { insightType: 'ApiCallRateInsight' } to insightSelectors.",
    ko: "insightSelectors에 { insightType: 'ApiCallRateInsight' }를 추가하세요.",
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(node) {
    const { insightSelectors } = node as CfnTrail;
    const has = someItem<CfnTrail.InsightSelectorProperty>(node, insightSelectors, ({ insightType }) =>
      ask(resolved(node, insightType), (type) => type === 'ApiCallRateInsight'),
    );
    return unless(ask(has, (found) => !found));
  },
};
