import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * Log groups keep their events as long as the law asks of access records. That a retention is set at all is another rule's
 * question: a log group without one keeps everything.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
 */
export const logGroupRetention: KismsRule = {
  id: 'LogGroupLegalRetention',
  criteria: ['2.9.4'],
  title: {
    en: 'The log group deletes its events before the legal period for access records is over',
    ko: '로그 그룹이 접속기록 법정 보관 기간보다 먼저 로그를 삭제합니다',
  },
  why: {
    en: 'Access records must be kept for a year, or for two where many data subjects or sensitive data are concerned.',
    ko: '접속기록은 1년 이상, 정보주체가 많거나 민감한 정보를 다루면 2년 이상 보관해야 합니다.',
  },
  fix: {
    en: 'Set RetentionInDays to the legal period (365, or 731 for two years), or acknowledge that no access record is in it.',
    ko: 'RetentionInDays를 법정 기간(365, 2년이면 731) 이상으로 설정하거나 접속기록이 없음을 사유로 남기고 예외로 승인하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(node, { accessRecordRetentionDays }) {
    const group = node as CfnLogGroup;
    // A log group of this class hands events on and stores none.
    if (group.logGroupClass === 'DELIVERY') return NagRuleCompliance.NOT_APPLICABLE;
    return compliance(resolved(node, group.retentionInDays), (days) => (days ?? Infinity) >= accessRecordRetentionDays);
  },
};
