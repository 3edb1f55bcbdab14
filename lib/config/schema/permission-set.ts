import { z } from 'zod';
import { PERMISSION_SET_PRESETS } from '../../../constructs';
import { formatted } from '../format';

/** Name of a permission set. */
export const permissionSetName = formatted(
  /^[\w+=,.@-]{1,32}$/,
  'a permission set name of 1 to 32 letters, digits and _+=,.@-',
  '영문자, 숫자, _+=,.@- 1~32자로 된 권한 세트 이름',
  'Developer',
);
const policyName = formatted(
  /^[\w+=,.@-]{1,128}$/,
  'a policy name of 1 to 128 letters, digits and _+=,.@-',
  '영문자, 숫자, _+=,.@- 1~128자로 된 정책 이름',
  'developer-boundary',
);
const policyPath = formatted(
  /^\/(?:[\w.,+@=-]+\/)*$/,
  'a path that begins and ends with "/"',
  '"/"로 시작하고 끝나는 경로',
  '/governance/',
).max(512);
const managedPolicy = formatted(
  /^(?:arn:aws[a-z-]*:iam::aws:policy\/)?(?:[\w+=,.@-]+\/)*[\w+=,.@-]+$/,
  'an AWS managed policy: its name, its path and name, or its ARN',
  'AWS 관리형 정책의 이름, 경로와 이름, 또는 ARN',
  'job-function/ViewOnlyAccess',
).max(512);

/** Statements of an IAM policy. */
export const statements = z.array(z.record(z.string(), z.unknown())).min(1);
const policyFile = z.string().min(1);
const inlinePolicy = z
  .strictObject({
    statements: statements.optional().describe('Statements of an IAM policy. Give this or `file`.'),
    file: policyFile.optional().describe('Path of a JSON policy inside the config folder. Give this or `statements`.'),
  })
  .describe('What the set allows or denies beyond its managed policies.');
const policyReference = z.strictObject({
  name: policyName.describe('Name of a policy of customerManagedPolicies.'),
  path: policyPath.optional().describe('Default: the path that customerManagedPolicies says.'),
});

/** What one job may do. */
export const permissionSet = z.strictObject({
  name: permissionSetName.describe('Identity of the set. CAUTION: a new name replaces the set and its assignments.'),
  preset: z
    .enum(PERMISSION_SET_PRESETS.map(({ id }) => id))
    .optional()
    .describe('Job that the set is for; the keys below add to it or win over it.'),
  description: formatted(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: tab and line ends are what AWS accepts
    /^[\u0009\u000a\u000d\u0020-\u007e\u00a1-\u00ff]{1,700}$/,
    'a description of 1 to 700 Latin characters (AWS accepts no others)',
    '라틴 문자 1~700자로 된 설명(AWS는 한글을 받지 않음)',
    'Develops the shop',
  )
    .optional()
    .describe('Default: that of the preset, else the name.'),
  managedPolicies: z.array(managedPolicy).min(1).optional().describe('AWS managed policies, by name or ARN.'),
  customerManagedPolicies: z.array(policyReference).min(1).optional(),
  inlinePolicy: inlinePolicy.optional(),
  permissionsBoundary: z
    .strictObject({
      managedPolicy: managedPolicy.optional().describe('An AWS managed policy. Give this or `customerManagedPolicy`.'),
      customerManagedPolicy: policyReference.optional().describe('Give this or `managedPolicy`.'),
    })
    .optional()
    .describe('Most that the set can allow.'),
  sessionDuration: formatted(
    /^PT(?:(?:[1-9]|1[01])H(?:[1-5]?\dM)?|12H)$/,
    'a session of PT1H to PT12H',
    'PT1H부터 PT12H까지의 세션 시간',
    'PT4H',
  )
    .optional()
    .describe('Default: that of the preset, else PT1H. A privileged set must say it, PT4H at most.'),
  relayState: formatted(
    /^[a-zA-Z0-9&$@#\\/%?=~\-_'"|!:,.;*+[\] (){}]{1,240}$/,
    'a URL of 1 to 240 ASCII characters',
    'ASCII 1~240자로 된 URL',
    'https://console.aws.amazon.com/s3/',
  )
    .optional()
    .describe('Page of the console to begin at.'),
  tags: z.record(z.string().min(1).max(128), z.string().max(256)).optional(),
});

/** A policy of the organization's own. */
export const customerManagedPolicy = z.strictObject({
  name: policyName.describe('CAUTION: a new name is a new policy.'),
  path: policyPath.optional().describe('Default: /'),
  description: z.string().min(1).max(1000).optional().describe('CAUTION: a change replaces the policy.'),
  statements: statements.optional().describe('Statements of an IAM policy. Give this or `file`.'),
  file: policyFile.optional().describe('Path of a JSON policy inside the config folder. Give this or `statements`.'),
});
