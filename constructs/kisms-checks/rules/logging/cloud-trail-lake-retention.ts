import type { CfnEventDataStore } from 'aws-cdk-lib/aws-cloudtrail';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, faults } from '../answer';
import { legalDays } from './legal-days';

const DEFAULT_DAYS = 366;

/**
 * A CloudTrail Lake event data store keeps events for the legal period, of every region, and cannot be deleted by mistake.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-eventdatastore.html
 */
export const cloudTrailLakeRetention: KismsRule = {
  id: 'CloudTrailLakeRetention',
  criteria: ['2.9.4'],
  title: {
    en: 'The event data store does not hold all records for the legal period',
    ko: '이벤트 데이터 스토어가 모든 기록을 법정 기간 동안 보관하지 않습니다',
  },
  why: {
    en: 'Records that are searched in CloudTrail Lake are access records: they must be complete and last as long.',
    ko: 'CloudTrail Lake의 기록도 접속기록이므로 빠짐없이 법정 기간 동안 보관해야 합니다.',
  },
  fix: {
    en: 'Set RetentionPeriod to the legal period; leave MultiRegionEnabled and TerminationProtectionEnabled on.',
    ko: 'RetentionPeriod를 법정 기간 이상으로 설정하고 MultiRegionEnabled와 TerminationProtectionEnabled를 켜 두세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::CloudTrail::EventDataStore'],
  check(node, { accessRecordRetentionDays }) {
    const required = legalDays(accessRecordRetentionDays);
    const store = node as CfnEventDataStore;
    // The other billing mode starts out with seven years.
    const preset = store.billingMode === 'FIXED_RETENTION_PRICING' ? Infinity : DEFAULT_DAYS;
    return faults({
      RetentionPeriod: ask(resolved(node, store.retentionPeriod), (days = preset) => days < required),
      MultiRegionEnabled: ask(resolved(node, store.multiRegionEnabled), (on) => on === false),
      TerminationProtectionEnabled: ask(resolved(node, store.terminationProtectionEnabled), (on) => on === false),
    });
  },
};
