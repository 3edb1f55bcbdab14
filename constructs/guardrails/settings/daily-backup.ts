import type { SettingsGuardrail } from '../guardrail';

/**
 * A daily backup of every resource that carries a tag, in each governed Region.
 *
 * The vault and the role must exist in every account and Region that the policy reaches.
 */
export const dailyBackup: SettingsGuardrail = {
  id: 'daily-backup',
  policyType: 'BACKUP_POLICY',
  title: { en: 'Daily backup', ko: '일일 백업' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html',
  criteria: ['2.9.3', '2.12.1'],
  parameters: {
    schedule: {
      type: 'string',
      description: { en: 'Schedule in UTC.', ko: '일정(UTC).' },
      pattern: '^cron\\([^()]+\\)$',
      defaultValue: 'cron(0 17 * * ? *)',
    },
    retentionDays: {
      type: 'integer',
      description: { en: 'Days that a backup is kept.', ko: '백업 보관 일수.' },
      minimum: 1,
      defaultValue: 35,
    },
    regions: {
      type: 'string-list',
      description: {
        en: 'Regions whose resources are backed up. Empty: the governed ones.',
        ko: '백업할 리전. 비우면 거버넌스 리전.',
      },
      pattern: '^[a-z]{2}(?:-[a-z]+)+-\\d$',
      defaultValue: [],
    },
    vaultName: {
      type: 'string',
      description: { en: 'Backup vault in each account and Region.', ko: '계정·리전별 백업 볼트 이름.' },
      pattern: '^[\\w-]{2,50}$',
      defaultValue: 'Default',
    },
    roleName: {
      type: 'string',
      description: {
        en: 'Role (name or path/name) that AWS Backup assumes in each account.',
        ko: 'AWS Backup이 각 계정에서 수임할 역할(이름 또는 경로/이름).',
      },
      pattern: '^[\\w+=,.@/-]+$',
      defaultValue: 'service-role/AWSBackupDefaultServiceRole',
    },
    tagKey: {
      type: 'string',
      description: { en: 'Tag key that selects resources.', ko: '백업 대상을 지정하는 태그 키.' },
      defaultValue: 'Backup',
    },
    tagValues: {
      type: 'string-list',
      description: { en: 'Values of that tag that select resources.', ko: '백업 대상을 지정하는 태그 값.' },
      defaultValue: ['daily'],
    },
  },
  content: (
    { partition, governedRegions },
    { schedule, retentionDays, regions, vaultName, roleName, tagKey, tagValues },
  ) => ({
    plans: {
      daily: {
        regions: { '@@assign': (regions as string[]).length > 0 ? regions : governedRegions },
        rules: {
          daily: {
            schedule_expression: { '@@assign': schedule },
            target_backup_vault_name: { '@@assign': vaultName },
            lifecycle: { delete_after_days: { '@@assign': String(retentionDays) } },
          },
        },
        selections: {
          tags: {
            daily: {
              // `$account` is the policy's own placeholder: Organizations puts each account's id in.
              iam_role_arn: { '@@assign': `arn:${partition}:iam::$account:role/${roleName}` },
              tag_key: { '@@assign': tagKey },
              tag_value: { '@@assign': tagValues },
            },
          },
        },
      },
    },
  }),
};
