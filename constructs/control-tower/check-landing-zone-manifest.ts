import { Token } from 'aws-cdk-lib';
import type { LocalizedText } from '../localized-text';
import type { LandingZoneManifest, LandingZoneManifestV40 } from './landing-zone-manifest';

/** A broken rule of a landing zone manifest, with the place to mend it. */
export interface LandingZoneManifestProblem {
  /** Path inside the manifest, for example `['config', 'accountId']`. */
  readonly path: (string | number)[];
  readonly message: LocalizedText;
}

/** An account that a service integration uses. */
export interface ServiceIntegrationAccount {
  /** Path inside the manifest, for example `['config', 'accountId']`. */
  readonly path: (string | number)[];
  readonly accountId: string;
}

interface Leaf {
  readonly path: (string | number)[];
  /** Name of the property that holds the value, or that holds its list. */
  readonly key: string;
  readonly value: unknown;
}

interface LeafRule {
  readonly isValid: (value: unknown) => boolean;
  readonly message: (value: string) => LocalizedText;
}

const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

const LEAF_RULES: Record<string, LeafRule> = {
  accountId: {
    isValid: matches(/^\d{12}$/),
    message: (value) => ({
      en: `account id ${value} is not 12 digits in quotes: write it like "111122223333"`,
      ko: `계정 ID ${value}은(는) 따옴표로 감싼 12자리 숫자가 아닙니다. "111122223333"처럼 적으세요`,
    }),
  },
  kmsKeyArn: {
    isValid: matches(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/),
    message: (value) => ({
      en: `${value} is not the ARN of a KMS key: write the key's ARN (an alias is not accepted), like "arn:aws:kms:ap-northeast-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"`,
      ko: `${value}은(는) KMS 키 ARN이 아닙니다. 별칭이 아니라 "arn:aws:kms:ap-northeast-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" 형식의 키 ARN을 적으세요`,
    }),
  },
  retentionDays: {
    isValid: (value) => Number.isInteger(value) && Number(value) >= 1,
    message: (value) => ({
      en: `retention ${value} is not a whole number of days, 1 or more: raise it to at least 1`,
      ko: `보존 기간 ${value}은(는) 1 이상의 정수(일)가 아닙니다. 1 이상으로 적으세요`,
    }),
  },
  governedRegions: {
    isValid: matches(/^(?=.{1,24}$)[a-z]{2}-[a-z-]*-\d$/),
    message: (value) => ({
      en: `${value} is not a region code: write it like "ap-northeast-2"`,
      ko: `${value}은(는) 리전 코드가 아닙니다. "ap-northeast-2"처럼 적으세요`,
    }),
  },
  name: {
    isValid: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 120,
    message: (value) => ({
      en: `OU name ${value} does not have 1 to 120 characters: choose another name`,
      ko: `OU 이름 ${value}은(는) 1~120자가 아닙니다. 다른 이름을 정하세요`,
    }),
  },
};

/** Every integration of landing zone 4.0 and the ones that must be enabled with it. */
const REQUIRES = {
  accessManagement: ['config', 'securityRoles'],
  backup: ['config', 'securityRoles'],
  centralizedLogging: [],
  config: [],
  securityRoles: ['config'],
} as const satisfies Record<string, readonly (keyof LandingZoneManifestV40)[]>;

const INTEGRATIONS = Object.keys(REQUIRES) as (keyof typeof REQUIRES)[];

/** Leaves of the manifest in document order; values that are known only at deployment are left out. */
function leaves(value: unknown, path: (string | number)[] = [], key = ''): Leaf[] {
  if (value === undefined || Token.isUnresolved(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index], key));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => leaves(item, [...path, name], name));
  }
  return [{ path, key, value }];
}

function checkValues(manifest: LandingZoneManifest): LandingZoneManifestProblem[] {
  return leaves(manifest).flatMap(({ path, key, value }) => {
    const rule = LEAF_RULES[key];
    return rule && !rule.isValid(value) ? [{ path, message: rule.message(JSON.stringify(value)) }] : [];
  });
}

function checkBackup(manifest: LandingZoneManifest): LandingZoneManifestProblem[] {
  if (!manifest.backup?.enabled || manifest.backup.configurations) return [];
  return [
    {
      path: ['backup', 'configurations'],
      message: {
        en: 'backup is enabled without configurations: give backupAdmin, centralBackup and kmsKeyArn, or disable backup',
        ko: 'backup이 켜져 있으나 configurations가 없습니다. backupAdmin, centralBackup, kmsKeyArn을 적거나 backup을 끄세요',
      },
    },
  ];
}

function checkIntegrations(manifest: LandingZoneManifestV40): LandingZoneManifestProblem[] {
  const unstated = INTEGRATIONS.filter((name) => typeof manifest[name]?.enabled !== 'boolean').map((name) => ({
    path: [name, 'enabled'],
    message: {
      en: `landing zone 4.0 has no default for ${name}.enabled: say true or false`,
      ko: `랜딩 존 4.0에는 ${name}.enabled의 기본값이 없습니다. true 또는 false를 적으세요`,
    },
  }));
  const homeless = (['centralizedLogging', 'config', 'securityRoles'] as const)
    .filter((name) => manifest[name]?.enabled && manifest[name].accountId === undefined)
    .map((name) => ({
      path: [name, 'accountId'],
      message: {
        en: `${name} is enabled without an accountId: name its account, or disable ${name}`,
        ko: `${name}이(가) 켜져 있으나 accountId가 없습니다. 계정을 적거나 ${name}을(를) 끄세요`,
      },
    }));
  const unsupported = INTEGRATIONS.filter((name) => manifest[name]?.enabled).flatMap((name) => {
    const missing = REQUIRES[name].filter((base) => manifest[base]?.enabled === false).join(', ');
    if (missing === '') return [];
    return {
      path: [name, 'enabled'],
      message: {
        en: `${name} is enabled while ${missing} is disabled: enable ${missing}, or disable ${name}`,
        ko: `${missing}이(가) 꺼져 있으면 ${name}을(를) 켤 수 없습니다. ${missing}을(를) 켜거나 ${name}을(를) 끄세요`,
      },
    };
  });
  return [...unstated, ...homeless, ...unsupported];
}

/**
 * Finds every broken rule of a landing zone manifest at once, so that a whole config file is mended in one go.
 * That all accounts of `serviceIntegrationAccounts` sit in one OU under the root cannot be seen here: check it where the
 * organization is known.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/landing-zone-schemas.html
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/lz-api-launch.html
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/key-changes-lz-v4.html
 */
export function checkLandingZoneManifest(manifest: LandingZoneManifest): LandingZoneManifestProblem[] {
  return [
    ...checkValues(manifest),
    ...checkBackup(manifest),
    ...(manifest.version === '4.0' ? checkIntegrations(manifest) : []),
  ];
}

/**
 * Lists the accounts that the manifest names; landing zone 4.0 wants all of them in one OU directly under the root.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/lz-api-launch.html
 */
export function serviceIntegrationAccounts(manifest: LandingZoneManifest): ServiceIntegrationAccount[] {
  return leaves(manifest)
    .filter(({ key }) => key === 'accountId')
    .map(({ path, value }) => ({ path, accountId: String(value) }));
}
