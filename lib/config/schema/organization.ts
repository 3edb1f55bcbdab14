import { z } from 'zod';
import { POLICY_TYPES } from '../../../constructs';
import { formatted } from '../format';
import { presets } from './guardrail-use';
import { accountName, ouPath, region, selector } from './selector';

const accountId = formatted(/^\d{12}$/, 'an account id of 12 digits', '숫자 12자리 계정 ID', '111122223333');
const email = formatted(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an email address', '이메일 주소', 'aws-audit@example.com').max(
  64,
);
const tags = z.record(z.string().min(1).max(128), z.string().max(256));
const rolePattern = formatted(
  /^[\w+=,.@*/-]+$/,
  'a role name, or path and name, without arn:',
  '역할 이름 또는 경로와 이름(arn: 제외)',
  'ci/deploy-*',
);

const PURPOSES = [
  'management',
  'log-archive',
  'audit',
  'network',
  'shared-services',
  'deployment',
  'identity',
  'workload',
  'data',
  'sandbox',
] as const;
const ENVIRONMENTS = ['prod', 'stage', 'dev', 'sandbox'] as const;

const dataClassification = z
  .strictObject({
    classification: z.enum(['public', 'internal', 'confidential', 'restricted']),
    personalData: z.boolean().describe('Whether the account processes personal data (개인정보).'),
    dataSubjects: z
      .int()
      .min(0)
      .optional()
      .describe('Number of data subjects (정보주체). Required when personalData is true.'),
    uniqueIdentifiers: z
      .boolean()
      .optional()
      .describe(
        'Resident registration, passport, driving licence or alien registration numbers (고유식별정보). Default: false.',
      ),
    sensitive: z
      .boolean()
      .optional()
      .describe('Sensitive data such as health or biometrics (민감정보). Default: false.'),
  })
  .describe('What the account holds; log retention under ISMS-P follows from it (안전성 확보조치 기준 art. 8).');

const account = z.strictObject({
  name: accountName,
  id: accountId
    .optional()
    .describe('12 digits in quotes. Absent: taken from accounts.lock.json, or the account is vended.'),
  email,
  ou: ouPath.describe('Path of the OU, or Root.'),
  purpose: z.enum(PURPOSES),
  environment: z.enum(ENVIRONMENTS),
  owner: z.string().min(1).describe('Team or mailbox that answers for the account.'),
  tags: tags.optional(),
  data: dataClassification.optional().describe('Default: internal, no personal data.'),
});

const organizationalUnit = z.strictObject({
  path: ouPath,
  id: formatted(/^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/, 'an OU id', 'OU ID', 'ou-exam-ple12345')
    .optional()
    .describe('Adopts an existing OU. Absent: the OU is created.'),
  tags: tags.optional(),
});

const guardrailSet = z.strictObject({
  name: formatted(
    /^[a-z][a-z0-9-]{0,39}$/,
    'a name of 1 to 40 lower-case letters, digits and hyphens, starting with a letter',
    '소문자로 시작하고 소문자, 숫자, 하이픈으로 된 1~40자 이름',
    'baseline',
  ).describe('Identity of the set: the policies are named after it. CAUTION: a new name replaces the policies.'),
  targets: selector,
  presets,
});

const policy = z.strictObject({
  name: formatted(
    /^[\w+=,.@-]{1,128}$/,
    'a policy name of 1 to 128 letters, digits and _+=,.@-',
    '영문자, 숫자, _+=,.@- 1~128자로 된 정책 이름',
    'deny-old-regions',
  ),
  type: z.enum(POLICY_TYPES),
  description: z.string().max(512).optional(),
  content: z.record(z.string(), z.unknown()).optional().describe('The policy itself. Give this or `file`.'),
  file: z.string().min(1).optional().describe('Path of a JSON file inside the config folder. Give this or `content`.'),
  targets: selector,
});

const contextValue = z.union([z.string(), z.array(z.string()).min(1)]);
const proof = z.strictObject({
  name: z.string().min(1).max(120),
  principal: z
    .string()
    .min(1)
    .describe(
      '`role/NAME`, `user/NAME`, `root`, an AWS service such as `cloudtrail.amazonaws.com`, or a whole ARN (for a principal outside the organization).',
    ),
  account: accountName.describe(
    'Account of the principal, or of the resource when the principal is a service or a whole ARN.',
  ),
  action: formatted(
    /^[a-z0-9-]+:[A-Za-z0-9]+$/,
    'an action: service prefix, colon, name',
    '작업: 서비스 접두사, 콜론, 이름',
    's3:PutObject',
  ),
  resource: z.string().min(1).optional().describe('ARN. Default: `*`.'),
  resourceAccount: accountName.optional().describe('Account that owns the resource. Default: `account`.'),
  context: z
    .record(
      formatted(
        /^[a-z0-9-]+:[\w./-]+$/i,
        'a condition key: prefix, colon, name',
        '조건 키: 접두사, 콜론, 이름',
        'aws:RequestedRegion',
      ),
      contextValue,
    )
    .optional()
    .describe('Condition keys of the request, for example aws:RequestedRegion.'),
  expect: z.enum(['allow', 'deny']),
});

const reservedPolicies = z.strictObject({
  target: z.string().min(1).describe('OU path, Root or account name.'),
  type: z.enum(POLICY_TYPES),
  count: z.int().min(0).max(10),
});

export const organizationSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this file format.'),
    organization: z.strictObject({
      id: formatted(/^o-[a-z0-9]{10,32}$/, 'an organization id', '조직 ID', 'o-exampleorgid'),
      rootId: formatted(/^r-[0-9a-z]{4,32}$/, 'the id of the organization root', '조직 루트 ID', 'r-exam'),
      managementAccount: accountName,
    }),
    homeRegion: region,
    governedRegions: z
      .array(region)
      .min(1)
      .describe('Regions in which workloads may run; must contain the home region.'),
    deployment: z.strictObject({
      account: accountName.describe('Account that CI deploys from.'),
      bootstrapQualifier: formatted(
        /^[a-z0-9]{1,10}$/,
        'a qualifier of 1 to 10 lower-case letters and digits',
        '소문자와 숫자 1~10자로 된 한정자',
        'hnb659fds',
      )
        .optional()
        .describe('Qualifier of the CDK bootstrap. Default: hnb659fds.'),
      roles: z
        .array(rolePattern)
        .min(1)
        .optional()
        .describe('Further roles (name or path/name, `*` allowed) that deploy and that no guardrail may bind.'),
    }),
    breakGlass: z.strictObject({
      roles: z
        .array(rolePattern)
        .min(1)
        .describe('Roles (name or path/name, `*` allowed) for emergencies; no guardrail binds them.'),
    }),
    organizationalUnits: z.array(organizationalUnit).min(1),
    accounts: z.array(account).min(1),
    guardrails: z.array(guardrailSet).optional(),
    policies: z.array(policy).optional().describe('Organization policies of your own, of any type.'),
    reservedPolicies: z
      .array(reservedPolicies)
      .optional()
      .describe('Policies that something else (AWS Control Tower, a hand) attaches; they count against the quota.'),
    proofs: z
      .array(proof)
      .optional()
      .describe('Requests that must be allowed or denied by the policies above; synth fails when one is not.'),
  })
  .describe('The organization: OUs, accounts by purpose, guardrails and their proofs.');

export type OrganizationConfig = z.infer<typeof organizationSchema>;
