import { Lazy } from 'aws-cdk-lib';
import {
  checkLandingZoneManifest,
  type LandingZoneManifest,
  type LandingZoneManifestV33,
  type LandingZoneManifestV40,
  serviceIntegrationAccounts,
} from '../../../constructs/control-tower';

const KEY = 'arn:aws:kms:ap-northeast-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const BACKUP = {
  enabled: true,
  configurations: {
    backupAdmin: { accountId: '444455556666' },
    centralBackup: { accountId: '123456789012' },
    kmsKeyArn: KEY,
  },
};

const V33: LandingZoneManifestV33 = {
  version: '3.3',
  accessManagement: { enabled: true },
  backup: BACKUP,
  centralizedLogging: {
    accountId: '222233334444',
    configurations: {
      loggingBucket: { retentionDays: 365 },
      accessLoggingBucket: { retentionDays: 1 },
      kmsKeyArn: KEY,
    },
  },
  governedRegions: ['ap-northeast-2', 'us-gov-west-1'],
  organizationStructure: { security: { name: 'Security' }, sandbox: { name: 'Sandbox' } },
  securityRoles: { accountId: '333344445555' },
};

const V40: LandingZoneManifestV40 = {
  version: '4.0',
  accessManagement: { enabled: true },
  backup: BACKUP,
  centralizedLogging: { enabled: true, accountId: '222233334444' },
  config: { enabled: true, accountId: '333344445555', configurations: { loggingBucket: { retentionDays: 365 } } },
  governedRegions: ['ap-northeast-2'],
  securityRoles: { enabled: true, accountId: '333344445555' },
};

const OFF = { enabled: false };
const ALL_OFF: LandingZoneManifestV40 = {
  version: '4.0',
  accessManagement: OFF,
  backup: OFF,
  centralizedLogging: OFF,
  config: OFF,
  securityRoles: OFF,
};

const brokenPaths = (manifest: LandingZoneManifest) =>
  checkLandingZoneManifest(manifest).map(({ path }) => path.join('.'));
const withLogging = (configurations: object): LandingZoneManifest => ({
  ...V33,
  centralizedLogging: { ...V33.centralizedLogging, configurations },
});

test.each<[string, LandingZoneManifest]>([
  ['3.3 with everything', V33],
  [
    '3.3 with only what is required',
    {
      version: '3.3',
      centralizedLogging: { accountId: '222233334444' },
      organizationStructure: { security: { name: 'S' } },
      securityRoles: { accountId: '333344445555' },
    },
  ],
  ['3.3 with the longest OU name', { ...V33, organizationStructure: { security: { name: 'S'.repeat(120) } } }],
  ['3.3 with backup configured but disabled', { ...V33, backup: { ...BACKUP, enabled: false } }],
  [
    '3.3 whose accounts are known at deployment only',
    { ...V33, securityRoles: { accountId: Lazy.string({ produce: () => '333344445555' }) } },
  ],
  ['4.0 with everything', V40],
  ['4.0 with nothing', ALL_OFF],
  ['4.0 with nothing but logging', { ...ALL_OFF, centralizedLogging: V40.centralizedLogging }],
  ['4.0 with nothing but AWS Config', { ...ALL_OFF, config: V40.config }],
  ['4.0 with security roles on AWS Config', { ...ALL_OFF, config: V40.config, securityRoles: V40.securityRoles }],
])('accepts %s', (_, manifest) => {
  expect(checkLandingZoneManifest(manifest)).toEqual([]);
});

test.each<[string, LandingZoneManifest, string[]]>([
  ['an account id of 11 digits', { ...V33, securityRoles: { accountId: '33334444555' } }, ['securityRoles.accountId']],
  [
    'an account id of 13 digits',
    { ...V40, config: { ...V40.config, accountId: '3333444455556' } },
    ['config.accountId'],
  ],
  [
    'a retention of no days',
    withLogging({ loggingBucket: { retentionDays: 0 } }),
    ['centralizedLogging.configurations.loggingBucket.retentionDays'],
  ],
  [
    'a retention of half a day',
    withLogging({ accessLoggingBucket: { retentionDays: 1.5 } }),
    ['centralizedLogging.configurations.accessLoggingBucket.retentionDays'],
  ],
  [
    'the alias of a key',
    withLogging({ kmsKeyArn: 'arn:aws:kms:ap-northeast-2:111122223333:alias/logs' }),
    ['centralizedLogging.configurations.kmsKeyArn'],
  ],
  ['a region that is a zone', { ...V33, governedRegions: ['us-east-1', 'ap-northeast-2a'] }, ['governedRegions.1']],
  [
    'a region of more than 24 characters',
    { ...V40, governedRegions: [`ap-${'n'.repeat(20)}-2`] },
    ['governedRegions.0'],
  ],
  [
    'an OU without a name',
    { ...V33, organizationStructure: { security: { name: '' } } },
    ['organizationStructure.security.name'],
  ],
  [
    'an OU name of 121 characters',
    { ...V33, organizationStructure: { security: { name: 'S' }, sandbox: { name: 'S'.repeat(121) } } },
    ['organizationStructure.sandbox.name'],
  ],
  ['backup without configurations in 3.3', { ...V33, backup: { enabled: true } }, ['backup.configurations']],
  ['backup without configurations in 4.0', { ...V40, backup: { enabled: true } }, ['backup.configurations']],
  ['logging without an account', { ...V40, centralizedLogging: { enabled: true } }, ['centralizedLogging.accountId']],
  ['AWS Config without an account', { ...V40, config: { enabled: true } }, ['config.accountId']],
  ['security roles without an account', { ...V40, securityRoles: { enabled: true } }, ['securityRoles.accountId']],
  ['security roles without AWS Config', { ...ALL_OFF, securityRoles: V40.securityRoles }, ['securityRoles.enabled']],
  [
    'Identity Center without its foundation',
    { ...ALL_OFF, accessManagement: { enabled: true } },
    ['accessManagement.enabled'],
  ],
  [
    'Identity Center without security roles',
    { ...ALL_OFF, config: V40.config, accessManagement: { enabled: true } },
    ['accessManagement.enabled'],
  ],
  ['backup without its foundation', { ...ALL_OFF, backup: BACKUP }, ['backup.enabled']],
  [
    'disabling AWS Config under everything',
    { ...V40, config: OFF },
    ['accessManagement.enabled', 'backup.enabled', 'securityRoles.enabled'],
  ],
])('finds %s', (_, manifest, paths) => {
  expect(brokenPaths(manifest)).toEqual(paths);
});

test.each(['accessManagement', 'backup', 'centralizedLogging', 'config', 'securityRoles'])(
  'wants 4.0 to say whether %s is enabled',
  (name) => {
    const { [name]: _, ...rest } = ALL_OFF as unknown as Record<string, unknown>;
    expect(brokenPaths(rest as unknown as LandingZoneManifest)).toEqual([`${name}.enabled`]);
  },
);

test('reports every broken rule at once', () => {
  expect(
    brokenPaths({
      ...V40,
      governedRegions: ['Seoul'],
      backup: { enabled: true },
      centralizedLogging: { enabled: true, accountId: 'log-archive' },
      config: { enabled: true },
    }),
  ).toEqual(['centralizedLogging.accountId', 'governedRegions.0', 'backup.configurations', 'config.accountId']);
});

test('says what is missing, in both languages', () => {
  const [problem] = checkLandingZoneManifest({ ...ALL_OFF, backup: BACKUP });
  expect(problem?.message).toEqual({
    en: 'backup is enabled while config, securityRoles is disabled: enable config, securityRoles, or disable backup',
    ko: expect.stringContaining('config, securityRoles'),
  });
});

test('quotes the value that is wrong', () => {
  const [problem] = checkLandingZoneManifest({ ...V33, securityRoles: { accountId: 'audit' } });
  expect(problem?.message.en).toMatch(/^account id "audit" is not 12 digits/);
  expect(problem?.message.ko).toContain('"audit"');
});

test('lists the accounts that landing zone 4.0 wants in one OU', () => {
  expect(serviceIntegrationAccounts(V40)).toEqual([
    { path: ['backup', 'configurations', 'backupAdmin', 'accountId'], accountId: '444455556666' },
    { path: ['backup', 'configurations', 'centralBackup', 'accountId'], accountId: '123456789012' },
    { path: ['centralizedLogging', 'accountId'], accountId: '222233334444' },
    { path: ['config', 'accountId'], accountId: '333344445555' },
    { path: ['securityRoles', 'accountId'], accountId: '333344445555' },
  ]);
});
