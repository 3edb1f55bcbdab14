import type { LocalizedText } from '../../constructs';

/** Guardrail presets of one level, and why they are on it. */
export interface GuardrailLevel {
  /** `baseline`: on in every profile. `strict`: on with `strictness: strict`. `named`: on only where the config names it. */
  readonly level: 'baseline' | 'strict' | 'named';
  readonly presets: readonly string[];
  readonly reason: LocalizedText;
}

/**
 * Every guardrail preset by the strictness that turns it on; our judgement. What the baseline holds can be attached to an
 * organization that is at work, on any OU.
 */
export const GUARDRAIL_LEVELS: readonly GuardrailLevel[] = [
  {
    level: 'baseline',
    presets: [
      'deny-access-analyzer-delete',
      'deny-account-change',
      'deny-cloudtrail-tampering',
      'deny-config-tampering',
      'deny-guardduty-disable',
      'deny-inspector-disable',
      'deny-leave-org',
      'deny-log-archive-delete',
      'deny-macie-disable',
      'deny-securityhub-disable',
      'protect-platform-roles',
    ],
    reason: {
      en: 'Keeps records, detection and the guardrails themselves in place; no workload needs what it denies.',
      ko: '기록, 탐지, 가드레일 자체를 지킵니다. 워크로드에 필요한 작업은 막지 않습니다.',
    },
  },
  {
    level: 'baseline',
    presets: [
      'deny-disable-ebs-default-encryption',
      'deny-public-snapshot-share',
      'deny-root-access-keys',
      'ec2-image-block-public-access',
      'ec2-imds-defaults',
      'ec2-serial-console',
      'ec2-snapshot-block-public-access',
      'rcp-confused-deputy',
      'rcp-require-tls',
      's3-block-public-access',
    ],
    reason: {
      en: 'Closes what is hardly ever open on purpose: public data, plain HTTP, keys of the root user.',
      ko: '일부러 여는 일이 거의 없는 경로(공개 데이터, 평문 HTTP, 루트 사용자 키)를 닫습니다.',
    },
  },
  {
    level: 'baseline',
    presets: ['ai-services-opt-out', 'region-restriction', 'tagging-standard'],
    reason: {
      en: 'Says once more what the organization has declared: its Regions, its tags, and that its data stays its own.',
      ko: '조직이 이미 정한 리전과 태그, 데이터를 외부 학습에 쓰지 않는다는 원칙을 적용합니다.',
    },
  },
  {
    level: 'strict',
    presets: [
      'deny-iam-user-access-keys',
      'deny-iam-user-creation',
      'deny-identity-provider-change',
      'deny-kms-key-deletion',
      'deny-marketplace',
      'deny-network-change-outside-network-account',
      'deny-public-s3',
      'deny-root-user',
      'rcp-restrict-to-org',
    ],
    reason: {
      en: 'Stops work that teams may do today: long-lived keys, networks of their own, partners outside the organization.',
      ko: '팀이 지금 하고 있을 수 있는 작업(장기 액세스 키, 자체 네트워크, 조직 외부 협력사 접근)을 막습니다.',
    },
  },
  {
    level: 'strict',
    presets: ['deny-unencrypted-ebs', 'deny-unencrypted-efs', 'deny-unencrypted-rds', 'require-imdsv2'],
    reason: {
      en: 'Templates that are not yet right fail to deploy; the rules of the baseline find them first.',
      ko: '아직 고치지 않은 템플릿은 배포가 실패합니다. 기본 수준의 규칙이 먼저 찾아냅니다.',
    },
  },
  {
    level: 'named',
    presets: ['daily-backup', 'ec2-allowed-images', 'ec2-vpc-block-public-access', 'rcp-oidc-tenants'],
    reason: {
      en: 'Needs what only the organization knows: vaults, image owners, public VPCs, its own repositories.',
      ko: '조직만 아는 값(백업 볼트, 이미지 소유자, 공개 VPC, 자사 저장소)이 필요합니다.',
    },
  },
];

/**
 * AWS Config rules that the catalogue has off as noisy and that `strictness: strict` turns on. The others that are off are
 * dead, or need values first.
 */
export const STRICT_RULES: readonly string[] = [
  'LAMBDA_INSIDE_VPC',
  'ROOT_ACCOUNT_HARDWARE_MFA_ENABLED',
  'S3_BUCKET_DEFAULT_LOCK_ENABLED',
  'SECRETSMANAGER_USING_CMK',
];
