import { z } from 'zod';
import type { LandingZoneManifest } from '../../../constructs';
import { formatted } from '../format';
import { region, selector } from './selector';

const accountId = formatted(
  /^\d{12}$/,
  'an account id: 12 digits in quotes',
  '따옴표로 감싼 12자리 계정 ID',
  '111122223333',
);
const kmsKeyArn = formatted(
  /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/,
  'the ARN of a KMS key, not of an alias',
  'KMS 키 ARN(별칭 제외)',
  'arn:aws:kms:ap-northeast-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
);
const landingZoneVersion = formatted(
  /^\d+\.\d+$/,
  'a landing zone version in quotes',
  '따옴표로 감싼 랜딩 존 버전',
  '4.0',
);
const baselineVersion = formatted(
  /^\d+\.\d+$/,
  'a version of AWSControlTowerBaseline in quotes',
  '따옴표로 감싼 AWSControlTowerBaseline 버전',
  '5.0',
);

/** OUs, never single accounts: baselines and controls are enabled on OUs. */
const ouSelector = selector
  .pick({ ous: true, exact: true, excludeOus: true })
  .required({ ous: true })
  .describe('Which OUs; nested OUs included unless `exact` is true.');

const logBucket = z.strictObject({ retentionDays: z.int().min(1).optional().describe('Days, 1 or more.') });
const logging = z.strictObject({
  loggingBucket: logBucket.optional(),
  accessLoggingBucket: logBucket.optional().describe('Bucket for the access logs of the logging bucket.'),
  kmsKeyArn: kmsKeyArn.optional().describe('Default: SSE-S3.'),
});
const integrationAccount = z.strictObject({ accountId });
const backupConfigurations = z.strictObject({
  backupAdmin: integrationAccount,
  centralBackup: integrationAccount,
  kmsKeyArn: kmsKeyArn.describe('Customer-managed multi-Region key.'),
});
const accessManagement = z
  .strictObject({ enabled: z.boolean() })
  .describe('Whether AWS Control Tower sets up IAM Identity Center.');
const governedRegions = z.array(region).optional().describe('Default: the home region only.');
const organizationalUnitName = z.strictObject({ name: z.string().min(1).max(120) });
const enabled = z.boolean().describe('Landing zone 4.0 has no default: say true or false.');

const manifest = z.discriminatedUnion('version', [
  z.strictObject({
    version: z.literal('3.3'),
    accessManagement: accessManagement.optional(),
    backup: z
      .strictObject({ enabled: z.boolean().optional(), configurations: backupConfigurations.optional() })
      .optional()
      .describe('AWS Backup. Default: disabled.'),
    centralizedLogging: z
      .strictObject({ accountId, enabled: z.boolean().optional(), configurations: logging.optional() })
      .describe('Organization trail and log archive account.'),
    governedRegions,
    organizationStructure: z
      .strictObject({ security: organizationalUnitName, sandbox: organizationalUnitName.optional() })
      .describe('OUs that AWS Control Tower creates.'),
    securityRoles: integrationAccount.describe('Audit account.'),
  }),
  z.strictObject({
    version: z.literal('4.0'),
    accessManagement,
    backup: z.strictObject({ enabled, configurations: backupConfigurations.optional() }).describe('AWS Backup.'),
    centralizedLogging: z
      .strictObject({ enabled, accountId: accountId.optional(), configurations: logging.optional() })
      .describe('Organization trail and log archive account.'),
    config: z
      .strictObject({ enabled, accountId: accountId.optional(), configurations: logging.optional() })
      .describe('AWS Config and the account of its aggregator.'),
    governedRegions,
    securityRoles: z.strictObject({ enabled, accountId: accountId.optional() }).describe('Audit account.'),
  }),
]) satisfies z.ZodType<LandingZoneManifest>;

const landingZone = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('adopt').describe('The landing zone exists and stays as it is.'),
    version: landingZoneVersion.describe('Version that is deployed; the baseline version must fit it.'),
    arn: formatted(
      /^arn:aws[a-z-]*:controltower:[a-z0-9-]+:\d{12}:landingzone\/\w+$/,
      'the ARN of a landing zone',
      '랜딩 존 ARN',
      'arn:aws:controltower:ap-northeast-2:111122223333:landingzone/1A2B3C4D5E6F7G8H',
    )
      .optional()
      .describe('For reports only.'),
  }),
  z.strictObject({
    mode: z.literal('create').describe('A stack of its own creates and updates the landing zone.'),
    manifest: manifest.describe('Landing zone manifest; only the latest available version can be created or updated.'),
    autoEnrollment: z
      .boolean()
      .optional()
      .describe('Whether an account is enrolled when it moves into a registered OU. Default: true.'),
  }),
]);

const baseline = z
  .strictObject({
    version: baselineVersion.describe('Landing zone 4.0: "5.0"; 3.2 and 3.3: "4.0". It cannot be lowered again.'),
    identityCenterEnabledBaselineArn: formatted(
      /^arn:aws[a-z-]*:controltower:[a-z0-9-]+:\d{12}:enabledbaseline\/\w+$/,
      'the ARN of an enabled baseline',
      '활성화된 기준선(enabledbaseline) ARN',
      'arn:aws:controltower:ap-northeast-2:111122223333:enabledbaseline/XAJNZMGZ5P5JHBQPR',
    )
      .optional()
      .describe('Required when AWS Control Tower manages IAM Identity Center access.'),
    targets: ouSelector,
  })
  .describe(
    'OUs to register with AWS Control Tower. The OU of the log archive and audit accounts cannot be among them.',
  );

const control = z.strictObject({
  control: formatted(
    /^(?:AWS-GR_[A-Z0-9_]+|[0-9a-z]{20,32}|arn:aws[a-z-]*:(?:controlcatalog::|controltower:[a-z0-9-]+:):control\/[\w.-]+)$/,
    'a control: AWS-GR_…, a control catalog id of lowercase letters and digits, or a whole ARN',
    '통제: AWS-GR_…, 소문자와 숫자로 된 통제 카탈로그 ID, 또는 전체 ARN',
    '5kvme4m5d2b4d7if2fs5yg2ui',
  ).describe('`AWS-GR_…`, a control catalog id (`aws controlcatalog list-controls`), or a whole ARN.'),
  targets: ouSelector,
  parameters: z
    .record(z.string().min(1), z.unknown())
    .optional()
    .describe('Parameters of the control by name, for example AllowedRegions.'),
});

const github = z
  .strictObject({
    repository: formatted(
      /^[\w.-]+\/[\w.-]+$/,
      'a GitHub repository: owner/name',
      'GitHub 저장소: owner/name',
      'example-org/governance',
    ),
    secret: z.string().min(1).describe('Name or complete ARN of the secret whose whole value is a GitHub token.'),
    eventType: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Type of the repository_dispatch. Default: control-tower-account.'),
  })
  .describe('Workflow to start by repository_dispatch.');

const lifecycle = z
  .strictObject({
    github: github.optional(),
    eventBusArn: formatted(
      /^arn:aws[a-z-]*:events:[a-z0-9-]+:\d{12}:event-bus\/.+$/,
      'the ARN of an event bus',
      '이벤트 버스 ARN',
      'arn:aws:events:ap-northeast-2:666677778888:event-bus/pipeline',
    )
      .optional()
      .describe('Event bus that gets the whole event.'),
    alarmTopicArn: formatted(
      /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]+$/,
      'the ARN of an SNS topic',
      'SNS 주제 ARN',
      'arn:aws:sns:ap-northeast-2:111122223333:operations',
    )
      .optional()
      .describe('Topic that hears of undelivered events. Default: none.'),
  })
  .refine(({ github, eventBusArn }) => github ?? eventBusArn, {
    params: {
      message: {
        en: 'nobody is told: give "github", "eventBusArn" or both',
        ko: '알릴 곳이 없습니다. "github"나 "eventBusArn"을 적으세요',
      },
    },
  })
  .describe('Whom to tell when an account is enrolled, created or moved.');

/** Format of `control-tower.yaml`. */
export const controlTowerSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this file format.'),
    landingZone,
    baseline: baseline.optional(),
    controls: z.array(control).optional(),
    lifecycle: lifecycle.optional(),
  })
  .describe('AWS Control Tower: landing zone, registered OUs, controls and lifecycle events.');

/** What `control-tower.yaml` says. */
export type ControlTowerConfig = z.infer<typeof controlTowerSchema>;
