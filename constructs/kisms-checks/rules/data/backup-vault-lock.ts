import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * Backup vaults are locked: nobody deletes a backup before its time.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export const backupVaultLock: KismsRule = {
  id: 'BackupVaultLock',
  criteria: ['2.9.3', '2.12.1'],
  title: {
    en: 'Backups in the vault can be deleted before their retention is over',
    ko: '보관 기간이 끝나기 전에 볼트의 백업을 삭제할 수 있습니다',
  },
  why: {
    en: 'Ransomware deletes the backups first: only a lock stops who holds the administrator’s credentials.',
    ko: '랜섬웨어는 백업부터 삭제하며, 관리자 권한을 빼앗긴 경우에는 잠금만이 이를 막습니다.',
  },
  fix: {
    en: 'Set LockConfiguration with MinRetentionDays; ChangeableForDays makes it final after the grace time.',
    ko: 'MinRetentionDays가 있는 LockConfiguration을 설정하세요. ChangeableForDays를 지정하면 유예 기간 뒤에 확정됩니다.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::Backup::BackupVault'],
  check: (node) => compliance(resolved(node, (node as CfnBackupVault).lockConfiguration), (lock) => lock !== undefined),
};
