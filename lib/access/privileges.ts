import type { LocalizedText, PermissionSetPrivilege } from '../../constructs';

/** Privilege classes as people call them, the strongest first. */
export const PRIVILEGES: Readonly<Record<PermissionSetPrivilege, LocalizedText>> = {
  admin: { ko: '관리자', en: 'Admin' },
  write: { ko: '변경', en: 'Write' },
  billing: { ko: '비용', en: 'Billing' },
  read: { ko: '읽기', en: 'Read' },
  none: { ko: '없음', en: 'None' },
};
