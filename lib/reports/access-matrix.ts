import { z } from 'zod';
import { type AccessRow, accessMatrix, accessRowSchema } from '../access/access-matrix';
import { sourcePlaces } from '../access/source-places';
import type { LoadedOrganization } from '../load-config';
import type { IdentityCenterModel } from '../model/identity-center-model';
import { renderCsv } from './csv';
import { markdownTable } from './markdown';

/** Format of `reports/access-matrix.json`. */
export const accessMatrixSchema = z
  .strictObject({
    instanceArn: z.string(),
    administrator: z.string().describe('Account that administers IAM Identity Center.'),
    reviewDate: z.string().describe('Day against which exceptions are judged.'),
    groups: z.array(
      z.strictObject({
        name: z.string(),
        description: z.string(),
        id: z.string().optional().describe('Absent when the group is created by this repository.'),
        members: z.array(z.string()).describe('User ids that the config names; adopted groups have theirs in the IdP.'),
      }),
    ),
    permissionSets: z.array(
      z.strictObject({
        name: z.string(),
        description: z.string(),
        privilege: accessRowSchema.shape.privilege,
        sessionDuration: z.string(),
        managedPolicies: z.array(z.string()),
        customerManagedPolicies: z.array(z.string()).describe('Path and name.'),
        permissionsBoundary: z.string().optional().describe('ARN, or path and name.'),
        statements: z.int().describe('Statements of the inline policy, those of exceptions among them.'),
        criteria: z.array(z.string()).describe('ISMS-P criteria; our judgement, an aid and not legal advice.'),
        breakGlass: z.boolean(),
      }),
    ),
    exceptions: z.array(
      z.strictObject({
        name: z.string(),
        permissionSet: z.string(),
        reason: z.string(),
        owner: z.string(),
        expires: z.string(),
      }),
    ),
    assignments: z.array(accessRowSchema),
  })
  .describe('Who may do what where, and what the groups and permission sets are.');

/** The access matrix with what it refers to; see {@link accessMatrixSchema}. */
export type AccessMatrix = Readonly<z.infer<typeof accessMatrixSchema>>;

/** The access matrix of an organization; `undefined` when the config has no Identity Center. */
export function accessMatrixOf({ directory, model }: LoadedOrganization): AccessMatrix | undefined {
  const { identityCenter } = model;
  if (!identityCenter) return undefined;
  return {
    ...describeModel(identityCenter),
    assignments: accessMatrix({ accounts: model.accounts, identityCenter }, sourcePlaces(directory)),
  };
}

/** Groups, permission sets and exceptions as the report names them. */
export function describeModel(model: IdentityCenterModel): Omit<AccessMatrix, 'assignments'> {
  return {
    instanceArn: model.instanceArn,
    administrator: model.administrator,
    reviewDate: model.reviewDate,
    groups: model.groups.map(({ name, description, id, members }) => ({
      name,
      description,
      ...(id !== undefined && { id }),
      members: [...members],
    })),
    permissionSets: model.permissionSets.map((set) => {
      const { permissionsBoundary: boundary } = set;
      return {
        name: set.name,
        description: set.description,
        privilege: set.privilege,
        sessionDuration: set.sessionDuration,
        managedPolicies: [...set.managedPolicies],
        customerManagedPolicies: set.customerManagedPolicies.map(({ path, name }) => `${path}${name}`),
        ...(boundary && {
          permissionsBoundary:
            'managedPolicy' in boundary
              ? boundary.managedPolicy
              : `${boundary.customerManagedPolicy.path}${boundary.customerManagedPolicy.name}`,
        }),
        statements: set.inlinePolicy?.Statement.length ?? 0,
        criteria: [...set.criteria],
        breakGlass: set.breakGlass,
      };
    }),
    exceptions: model.exceptions.map(({ name, permissionSet, reason, owner, expires }) => ({
      name,
      permissionSet,
      reason,
      owner,
      expires,
    })),
  };
}

const CSV_HEADER = [
  'account',
  'accountId',
  'environment',
  'group',
  'permissionSet',
  'privilege',
  'sessionDuration',
  'breakGlass',
  'exceptions',
  'source',
] as const;

/** The matrix for a spreadsheet, one line for each assignment. */
export function accessCsv(rows: readonly AccessRow[]): string {
  return renderCsv(
    CSV_HEADER,
    rows.map((row) => CSV_HEADER.map((key) => [row[key] ?? ''].flat().join(' '))),
  );
}

/** The matrix for a reviewer, break-glass access apart. */
export function accessMarkdown(rows: readonly AccessRow[]): string {
  const table = (some: readonly AccessRow[]): string =>
    markdownTable(
      ['Account', 'Group', 'Permission set', 'Privilege', 'Session', 'Source'],
      some.map((row) => [row.account, row.group, row.permissionSet, row.privilege, row.sessionDuration, row.source]),
    );
  const { daily, emergency } = splitBreakGlass(rows);
  return [
    '# Access matrix\n',
    `${daily.length} assignments, and ${emergency.length} for break-glass.\n`,
    ...(daily.length > 0 ? [table(daily)] : []),
    ...(emergency.length > 0 ? ['## Break-glass\n', table(emergency)] : []),
  ].join('\n');
}

/** Break-glass access is told apart from that of every day. */
export function splitBreakGlass<Row extends { readonly breakGlass: boolean }>(
  rows: readonly Row[],
): { readonly daily: Row[]; readonly emergency: Row[] } {
  return { daily: rows.filter((row) => !row.breakGlass), emergency: rows.filter((row) => row.breakGlass) };
}
