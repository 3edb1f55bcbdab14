import { z } from 'zod';
import { formatted } from '../format';
import { day } from './day';
import { customerManagedPolicy, permissionSet, permissionSetName, statements } from './permission-set';
import { accountName, region, selector } from './selector';

const uuid = (en: string, ko: string): z.ZodString =>
  formatted(
    /^(?:[0-9a-f]{10}-)?[A-Fa-f0-9]{8}(?:-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}$/,
    en,
    ko,
    'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  );

const groupName = z.string().min(1).max(1024);
const group = z.strictObject({
  name: groupName,
  description: z.string().min(1).max(1024).describe('What the group is for.'),
  id: uuid('a group id of the identity store', 'ID 저장소의 그룹 ID')
    .optional()
    .describe('Adopts a group that the identity provider provisions by SCIM. Absent: the group is created.'),
  members: z
    .array(uuid('a user id of the identity store', 'ID 저장소의 사용자 ID'))
    .min(1)
    .optional()
    .describe('User ids; only for a group that is created here.'),
});

const grant = z
  .strictObject({
    groups: z.array(groupName).min(1),
    permissionSets: z.array(permissionSetName).min(1),
    targets: selector,
  })
  .describe('Every group gets every permission set in every account of the selector.');

const exception = z.strictObject({
  name: z.string().min(1).max(120),
  permissionSet: permissionSetName,
  statements,
  reason: z.string().min(1).describe('Why the set needs it.'),
  owner: z.string().min(1).describe('Team or mailbox that answers for it.'),
  expires: day.describe('Last day, YYYY-MM-DD.'),
});

const conflict = z.strictObject({
  name: z.string().min(1).max(120),
  permissionSets: z.array(permissionSetName).min(2),
});

const accessControlAttribute = z.strictObject({
  key: z
    .string()
    .min(1)
    .max(128)
    .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u)
    .describe('Policies read it as aws:PrincipalTag/KEY.'),
  source: z.array(z.string().min(1).max(256)).min(1).describe('Attribute of the identity store.'),
});

const breakGlass = z
  .strictObject({
    groups: z.array(groupName).min(1),
    permissionSets: z.array(permissionSetName).min(1),
    alarmTopicArn: formatted(
      /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]+$/,
      'the ARN of an SNS topic',
      'SNS 주제 ARN',
      'arn:aws:sns:ap-northeast-2:777788889999:break-glass',
    )
      .optional()
      .describe('Topic that hears of every use. Default: a topic is created.'),
  })
  .describe('Access for emergencies: kept apart from all other access, and alarmed on use.');

/** Format of `identity-center.yaml`. */
export const identityCenterSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this file format.'),
    instanceArn: formatted(
      /^arn:aws[a-z-]*:sso:::instance\/(?:sso)?ins-[a-zA-Z0-9-.]{16}$/,
      'the ARN of an IAM Identity Center instance, which names no Region and no account',
      'IAM Identity Center 인스턴스 ARN(리전과 계정 없음)',
      'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    ),
    identityStoreId: formatted(
      /^(?:d-[0-9a-f]{10}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
      'an identity store id',
      'ID 저장소 ID',
      'd-1234567890',
    ),
    region: region.optional().describe('Region of the instance. Default: the home Region.'),
    delegatedAdministrator: accountName
      .optional()
      .describe('Account that administers the instance. Default: the management account.'),
    reviewDate: day.describe('Day of the last access review; an exception that expired before it is an error.'),
    groups: z.array(group).min(1),
    permissionSets: z.array(permissionSet).min(1),
    customerManagedPolicies: z
      .array(customerManagedPolicy)
      .optional()
      .describe('Policies that permission sets name; deployed to the accounts where such a set is granted.'),
    grants: z.array(grant).describe('Who may do what where.'),
    exceptions: z.array(exception).optional().describe('Statements added to a set for a reason and a limited time.'),
    conflicts: z
      .array(conflict)
      .optional()
      .describe('Permission sets that nobody may hold together in one account (separation of duties).'),
    accessControlAttributes: z
      .array(accessControlAttribute)
      .min(1)
      .optional()
      .describe('Attributes for attribute-based access control.'),
    breakGlass: breakGlass.optional(),
  })
  .describe('IAM Identity Center: groups, permission sets, and who may do what where.');

/** What `identity-center.yaml` says. */
export type IdentityCenterConfig = z.infer<typeof identityCenterSchema>;
