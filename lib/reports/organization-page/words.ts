import type { LocalizedText, PolicyType } from '../../../constructs';
import type { AccountPurpose, DataClassification } from '../../model/organization-model';

const same = (text: string): LocalizedText => ({ ko: text, en: text });

/** What an account is for. */
export const PURPOSES: Readonly<Record<AccountPurpose, LocalizedText>> = {
  management: { ko: '관리 계정', en: 'Management' },
  'log-archive': { ko: '로그 보관', en: 'Log archive' },
  audit: { ko: '감사', en: 'Audit' },
  network: { ko: '네트워크', en: 'Network' },
  'shared-services': { ko: '공용 서비스', en: 'Shared services' },
  deployment: { ko: '배포', en: 'Deployment' },
  identity: { ko: 'ID 관리', en: 'Identity' },
  workload: { ko: '워크로드', en: 'Workload' },
  data: { ko: '데이터', en: 'Data' },
  sandbox: { ko: '실험', en: 'Experiments' },
};

/** How well data must be kept. */
export const CLASSIFICATIONS: Readonly<Record<DataClassification['classification'], LocalizedText>> = {
  public: { ko: '공개', en: 'Public' },
  internal: { ko: '내부용', en: 'Internal' },
  confidential: { ko: '대외비', en: 'Confidential' },
  restricted: { ko: '기밀', en: 'Restricted' },
};

/** Policy types, short enough for a label. */
export const POLICY_TYPE_LABELS: Readonly<Record<PolicyType, LocalizedText>> = {
  SERVICE_CONTROL_POLICY: same('SCP'),
  RESOURCE_CONTROL_POLICY: same('RCP'),
  DECLARATIVE_POLICY_EC2: { ko: 'EC2 선언', en: 'EC2 declarative' },
  TAG_POLICY: { ko: '태그', en: 'Tag' },
  BACKUP_POLICY: { ko: '백업', en: 'Backup' },
  AISERVICES_OPT_OUT_POLICY: { ko: 'AI 옵트아웃', en: 'AI opt-out' },
  CHATBOT_POLICY: { ko: '챗봇', en: 'Chatbot' },
  S3_POLICY: same('S3'),
  SECURITYHUB_POLICY: same('Security Hub'),
  INSPECTOR_POLICY: same('Inspector'),
  BEDROCK_POLICY: same('Bedrock'),
  UPGRADE_ROLLOUT_POLICY: { ko: '업그레이드 롤아웃', en: 'Upgrade rollout' },
  NETWORK_SECURITY_DIRECTOR_POLICY: same('Network Security Director'),
};

/** The two outcomes of a request. */
export const DECISIONS: Readonly<Record<'allow' | 'deny', LocalizedText>> = {
  allow: { ko: '허용', en: 'Allow' },
  deny: { ko: '거부', en: 'Deny' },
};
