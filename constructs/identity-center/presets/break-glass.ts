import type { PermissionSetPreset } from '../permission-set-preset';

/** Everything, for one hour, when nothing else works: nothing denied, every use alarmed. */
export const breakGlass: PermissionSetPreset = {
  id: 'break-glass',
  title: { en: 'Break-glass access', ko: '비상 접근' },
  description: 'Emergency access to everything; every use raises an alarm',
  managedPolicies: ['AdministratorAccess'],
  statements: [],
  sessionDuration: 'PT1H',
  privilege: 'admin',
  criteria: ['2.5.5', '2.11.5', '2.12.1'],
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_emergency_process.html',
};
