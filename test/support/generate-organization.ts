import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { generateAccess } from './generate-access';

/** The files of a generated config folder. */
export interface GeneratedOrganization {
  readonly organizationYaml: string;
  readonly controlTowerYaml: string;
  readonly identityCenterYaml: string;
}

const PLATFORM = [
  ['management', 'Root'],
  ['log-archive', 'Security'],
  ['audit', 'Security'],
  ['network', 'Infrastructure'],
  ['shared-services', 'Infrastructure'],
  ['deployment', 'Infrastructure'],
  ['identity', 'Infrastructure'],
] as const;

const STAGES = [
  ['Prod', 'prod'],
  ['Stage', 'stage'],
  ['Dev', 'dev'],
] as const;

/** Accounts of one team: its OU and the three OUs below it hold 15 accounts each on average. */
const ACCOUNTS_PER_TEAM = 60;

const BASELINE = [
  'deny-leave-org',
  'deny-root-access-keys',
  'protect-platform-roles',
  'deny-cloudtrail-tampering',
  'deny-config-tampering',
  'deny-guardduty-disable',
  'deny-securityhub-disable',
  'deny-access-analyzer-delete',
  'deny-log-archive-delete',
  'deny-account-change',
  'rcp-confused-deputy',
  'rcp-require-tls',
  'rcp-restrict-to-org',
  'ai-services-opt-out',
  's3-block-public-access',
  'ec2-image-block-public-access',
  'ec2-imds-defaults',
  'ec2-serial-console',
  'ec2-snapshot-block-public-access',
  'tagging-standard',
];

const WORKLOADS = [
  'region-restriction',
  'deny-root-user',
  'deny-iam-user-creation',
  'deny-iam-user-access-keys',
  'deny-identity-provider-change',
  'deny-kms-key-deletion',
  'deny-marketplace',
  'deny-network-change-outside-network-account',
  'deny-public-s3',
  'deny-public-snapshot-share',
  'deny-unencrypted-ebs',
  'deny-unencrypted-efs',
  'deny-unencrypted-rds',
  'deny-disable-ebs-default-encryption',
  'require-imdsv2',
];

const SANDBOX = [
  'region-restriction',
  'deny-root-user',
  'deny-network-change-outside-network-account',
  'deny-marketplace',
];

/**
 * A plausible organization of any size, the same at every call: nested OUs of about 15 accounts, mixed tags, the
 * guardrails and controls of the sample, and every fiftieth account still to be vended.
 *
 * @throws Error when there is no room for the seven platform accounts and one workload
 */
export function generateOrganization(accountCount: number): GeneratedOrganization {
  if (!Number.isInteger(accountCount) || accountCount <= PLATFORM.length || accountCount > 9999) {
    throw new Error(`'accountCount' must be a whole number from 8 to 9999, got ${JSON.stringify(accountCount)}`);
  }
  const teams = Array.from({ length: Math.ceil(accountCount / ACCOUNTS_PER_TEAM) }, (_, team) => `Team${pad(team, 3)}`);
  const topOus = ['Infrastructure', 'Workloads', 'Data', 'Sandbox'];
  const organization = {
    version: 1,
    organization: { id: 'o-exampleorgid', rootId: 'r-examplerootid111', managementAccount: 'management' },
    homeRegion: 'ap-northeast-2',
    governedRegions: ['ap-northeast-2', 'us-east-1'],
    deployment: { account: 'deployment', bootstrapQualifier: 'govern' },
    breakGlass: { roles: ['break-glass/*'] },
    organizationalUnits: [
      { path: 'Security', id: 'ou-examplerootid111-exampleouid111' },
      ...topOus.map((path) => ({ path })),
      { path: 'Data/Prod' },
      ...teams.flatMap((team) => [
        { path: `Workloads/${team}`, tags: { team: team.toLowerCase() } },
        ...STAGES.map(([stage]) => ({ path: `Workloads/${team}/${stage}` })),
      ]),
    ],
    accounts: Array.from({ length: accountCount }, (_, index) => account(index, teams)),
    guardrails: [
      guardrailSet('baseline', ['Root'], BASELINE),
      guardrailSet('workloads', ['Workloads', 'Data'], WORKLOADS),
      guardrailSet('sandbox', ['Sandbox'], SANDBOX),
      guardrailSet('backup', [...teams.map((team) => `Workloads/${team}/Prod`), 'Data/Prod'], ['daily-backup']),
    ],
    reservedPolicies: ['Workloads', 'Data', 'Sandbox'].map((target) => ({
      target,
      type: 'SERVICE_CONTROL_POLICY',
      count: 1,
    })),
    proofs: [
      {
        name: 'the audit trail cannot be stopped',
        principal: 'role/administrator',
        account: 'network',
        action: 'cloudtrail:StopLogging',
        expect: 'deny',
      },
    ],
  };
  const controlTower = {
    version: 1,
    landingZone: { mode: 'adopt', version: '4.0' },
    baseline: { version: '5.0', targets: { ous: topOus } },
    controls: [
      { control: 'AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS', targets: { ous: topOus, exact: true } },
      {
        control: '5kvme4m5d2b4d7if2fs5yg2ui',
        targets: { ous: topOus, exact: true },
        parameters: { ExemptAssumeRoot: true },
      },
      {
        control: 'ka8e3pkqefnjsxuyc26ji580',
        targets: { ous: ['Workloads'], exact: true },
        parameters: {
          AllowedRegions: ['ap-northeast-2', 'us-east-1'],
          ExemptedPrincipalArns: ['arn:aws:iam::*:role/cdk-govern-*'],
        },
      },
    ],
    lifecycle: { github: { repository: 'example-org/governance', secret: 'governance/github-token' } },
  };
  const yaml = (value: unknown): string => stringify(value, { aliasDuplicateObjects: false });
  return {
    organizationYaml: yaml(organization),
    controlTowerYaml: yaml(controlTower),
    identityCenterYaml: yaml(generateAccess()),
  };
}

/** Writes the config folder of {@link generateOrganization} into a folder that exists. */
export function writeOrganization(directory: string, accountCount: number): void {
  const { organizationYaml, controlTowerYaml, identityCenterYaml } = generateOrganization(accountCount);
  writeFileSync(join(directory, 'organization.yaml'), organizationYaml);
  writeFileSync(join(directory, 'control-tower.yaml'), controlTowerYaml);
  writeFileSync(join(directory, 'identity-center.yaml'), identityCenterYaml);
}

function pad(index: number, digits: number): string {
  return String(index + 1).padStart(digits, '0');
}

function guardrailSet(name: string, ous: string[], presets: string[]) {
  return { name, targets: { ous }, presets: Object.fromEntries(presets.map((preset) => [preset, {}])) };
}

function account(index: number, teams: readonly string[]) {
  const id = pad(index, 12);
  const platform = PLATFORM[index];
  if (platform) {
    const [name, ou] = platform;
    return {
      name,
      id,
      email: `aws-${name}@example.com`,
      ou,
      purpose: name,
      environment: 'prod',
      owner: owner('platform'),
    };
  }
  const workload = placeOf(index, teams);
  const name = `${workload.owner}-${workload.environment}-${pad(index, 4)}`;
  return {
    name,
    ...(index % 50 !== 23 && { id }),
    email: `aws-${name}@example.com`,
    ou: workload.ou,
    purpose: workload.purpose,
    environment: workload.environment,
    owner: owner(workload.owner),
    ...(index % 4 !== 0 && {
      tags: { service: `service-${index % 37}`, 'cost-center': String(2000 + (index % 11) * 100) },
    }),
    ...(index % 3 === 0 && {
      data: {
        classification: 'restricted',
        personalData: true,
        dataSubjects: index * 100,
        uniqueIdentifiers: index % 2 === 0,
      },
    }),
  };
}

function owner(team: string): string {
  return `${team}@example.com`;
}

function placeOf(index: number, teams: readonly string[]) {
  if (index % 12 === 11) return { owner: 'lab', ou: 'Sandbox', purpose: 'sandbox', environment: 'sandbox' };
  if (index % 10 === 9) return { owner: 'lake', ou: 'Data/Prod', purpose: 'data', environment: 'prod' };
  const team = teams[index % teams.length] as string;
  const [stage, environment] = STAGES[Math.floor(index / teams.length) % STAGES.length] as (typeof STAGES)[number];
  return { owner: team.toLowerCase(), ou: `Workloads/${team}/${stage}`, purpose: 'workload', environment };
}
