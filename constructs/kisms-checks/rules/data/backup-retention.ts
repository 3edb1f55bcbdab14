import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { judgeRetention } from './backup-plan-rules';

/**
 * Backup plans keep backups for the required days.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-backup-backupplan.html
 */
export const backupRetention: KismsRule = {
  id: 'BackupPlanRetention',
  criteria: ['2.9.3', '2.12.1'],
  title: {
    en: 'A rule of the backup plan deletes backups too early',
    ko: '백업 플랜의 규칙이 백업을 너무 일찍 삭제합니다',
  },
  why: {
    en: 'Damage is often found days later: the last good backup must still be there.',
    ko: '데이터 손상은 며칠 뒤에 발견되는 경우가 많으므로 그때까지 정상 백업이 남아 있어야 합니다.',
  },
  fix: {
    en: 'Set DeleteAfterDays of the Lifecycle to the required days (backupRetentionDays) or more.',
    ko: 'Lifecycle의 DeleteAfterDays를 요구 일수(backupRetentionDays) 이상으로 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::Backup::BackupPlan'],
  check: (node, { backupRetentionDays }) => judgeRetention(node, (days = Infinity) => days < backupRetentionDays),
};
