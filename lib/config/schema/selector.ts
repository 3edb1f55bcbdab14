import { z } from 'zod';
import { formatted } from '../format';

/** Account name: what people and file names say; never changes once the account exists. */
export const accountName = formatted(
  /^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/,
  'an account name of 1 to 50 lower-case letters, digits and hyphens, no hyphen at either end',
  '소문자, 숫자, 하이픈 1~50자로 된 계정 이름(양 끝은 하이픈이 아님)',
  'log-archive',
);

/** `Root`, or the names of the organizational units from the top, joined by `/`. */
export const ouPath = formatted(
  /^[^/\s](?:[^/]{0,126}[^/\s])?(?:\/[^/\s](?:[^/]{0,126}[^/\s])?){0,4}$/,
  'Root or an OU path: up to 5 names joined by "/", no space around a name',
  'Root 또는 OU 경로: 최대 5개의 이름을 "/"로 연결(이름 앞뒤에 공백 없음)',
  'Workloads/Prod',
);

export const region = formatted(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'a region', '리전 이름', 'ap-northeast-2');

const tagValue = z.string().max(256);

/** The one way to say "which accounts" (design §4.3). `accounts` and `ous` add up, `tags` narrow the OUs, excludes win. */
export const selector = z
  .strictObject({
    accounts: z
      .array(accountName)
      .min(1)
      .optional()
      .describe('Account names. `*` is not accepted: name the OU instead.'),
    ous: z
      .array(ouPath)
      .min(1)
      .optional()
      .describe('OU paths, nested OUs included unless `exact` is true. `Root` is the whole organization.'),
    tags: z
      .record(z.string().min(1).max(128), tagValue)
      .optional()
      .describe('Only the accounts of `ous` (without `ous`: of the organization) that carry every one of these tags.'),
    exact: z.boolean().optional().describe('Only accounts directly in the named OUs. Default: false.'),
    excludeAccounts: z.array(accountName).min(1).optional().describe('Account names that are left out.'),
    excludeOus: z.array(ouPath).min(1).optional().describe('OU paths that are left out, nested OUs included.'),
    regions: z.array(region).min(1).optional().describe('Regions. Default: the home region.'),
    includeManagement: z
      .boolean()
      .optional()
      .describe('Whether the management account may be among them. Default: false.'),
  })
  .describe('Which accounts: by name, OU or tag, with excludes.');

export type SelectorConfig = z.infer<typeof selector>;
