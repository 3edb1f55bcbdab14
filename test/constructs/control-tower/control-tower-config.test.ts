import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkLandingZoneManifest, type LandingZoneManifest } from '../../../constructs/control-tower';
import { type ControlTowerConfig, controlTowerSchema } from '../../../lib/config/schema/control-tower';

const SAMPLE = readFileSync(join(__dirname, '../../../config/control-tower.yaml'), 'utf8');
const sample = (): ControlTowerConfig => parse(SAMPLE);
const issuesOf = (config: unknown) =>
  controlTowerSchema.safeParse(config).error?.issues.map(({ path }) => path.join('.')) ?? [];

const ADOPT = { version: 1, landingZone: { mode: 'adopt', version: '4.0' } };
const MANIFEST: LandingZoneManifest = {
  version: '4.0',
  accessManagement: { enabled: false },
  backup: { enabled: false },
  centralizedLogging: {
    enabled: true,
    accountId: '222233334444',
    configurations: { loggingBucket: { retentionDays: 365 } },
  },
  config: { enabled: true, accountId: '333344445555' },
  securityRoles: { enabled: true, accountId: '333344445555' },
};
const create = (manifest: object) => ({ version: 1, landingZone: { mode: 'create', manifest } });

test('the sample is valid and editors find its schema', () => {
  expect(SAMPLE.split('\n')[0]).toBe('# yaml-language-server: $schema=../lib/config/schemas/control-tower.schema.json');
  expect(issuesOf(sample())).toEqual([]);
});

test.each<[string, unknown]>([
  ['the least', ADOPT],
  ['a landing zone to create', create(MANIFEST)],
  [
    'a whole ARN as control',
    {
      ...ADOPT,
      controls: [{ control: 'arn:aws:controlcatalog:::control/5kvme4m5d2b4d7if2fs5yg2ui', targets: { ous: ['Root'] } }],
    },
  ],
  [
    'an event bus',
    { ...ADOPT, lifecycle: { eventBusArn: 'arn:aws:events:ap-northeast-2:666677778888:event-bus/pipeline' } },
  ],
])('accepts %s', (_, config) => {
  expect(issuesOf(config)).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['an unknown key', { ...ADOPT, guardrails: [] }, ''],
  ['another format version', { ...ADOPT, version: 2 }, 'version'],
  ['a mode that is not known', { ...ADOPT, landingZone: { mode: 'reset', version: '4.0' } }, 'landingZone.mode'],
  [
    'a version that YAML read as a number',
    { ...ADOPT, landingZone: { mode: 'adopt', version: 4 } },
    'landingZone.version',
  ],
  ['a manifest in adopt mode', { ...ADOPT, landingZone: { ...ADOPT.landingZone, manifest: MANIFEST } }, 'landingZone'],
  ['a manifest of a version without a schema', create({ ...MANIFEST, version: '3.2' }), 'landingZone.manifest.version'],
  ['a key of 3.3 in a 4.0 manifest', create({ ...MANIFEST, organizationStructure: {} }), 'landingZone.manifest'],
  [
    'an integration of 4.0 that does not say whether it is enabled',
    create({ ...MANIFEST, backup: {} }),
    'landingZone.manifest.backup.enabled',
  ],
  ['a baseline without a version', { ...ADOPT, baseline: { targets: { ous: ['Sandbox'] } } }, 'baseline.version'],
  [
    'single accounts as targets',
    { ...ADOPT, baseline: { version: '5.0', targets: { ous: ['Sandbox'], accounts: ['sandbox-1'] } } },
    'baseline.targets',
  ],
  [
    'targets without an OU',
    { ...ADOPT, controls: [{ control: 'AWS-GR_ENCRYPTED_VOLUMES', targets: {} }] },
    'controls.0.targets.ous',
  ],
  [
    'the display id of a control',
    { ...ADOPT, controls: [{ control: 'CT.MULTISERVICE.PV.1', targets: { ous: ['Sandbox'] } }] },
    'controls.0.control',
  ],
  [
    'a repository with its host',
    { ...ADOPT, lifecycle: { github: { repository: 'github.com/example-org/governance', secret: 's' } } },
    'lifecycle.github.repository',
  ],
  ['lifecycle events for nobody', { ...ADOPT, lifecycle: {} }, 'lifecycle'],
])('refuses %s', (_, config, path) => {
  expect(issuesOf(config)).toEqual([path]);
});

test('a manifest of the config is one of the constructs', () => {
  const { landingZone } = controlTowerSchema.parse(create(MANIFEST));
  expect(landingZone.mode === 'create' && checkLandingZoneManifest(landingZone.manifest)).toEqual([]);
});
