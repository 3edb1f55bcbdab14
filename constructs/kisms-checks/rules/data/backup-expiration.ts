import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { judgeRetention } from './backup-plan-rules';

/**
 * Backup plans delete backups at some time: destroyed data lives on in a backup that is kept for ever.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-backup-backupplan.html
 */
export const backupExpiration: KismsRule = {
  id: 'BackupPlanExpiration',
  criteria: ['3.4.1', '2.9.7'],
  title: {
    en: 'A rule of the backup plan keeps backups for ever',
    ko: '백업 플랜의 규칙이 백업을 기한 없이 보관합니다',
  },
  why: {
    en: 'Personal information that was destroyed must be gone from the backups in due time as well.',
    ko: '파기한 개인정보는 정해진 기한 안에 백업에서도 삭제되어야 합니다.',
  },
  fix: {
    en: 'Set DeleteAfterDays of the Lifecycle to the period of the destruction policy.',
    ko: 'Lifecycle의 DeleteAfterDays를 파기 정책의 기간으로 설정하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::Backup::BackupPlan'],
  check: (node) => judgeRetention(node, (days) => days === undefined),
};
