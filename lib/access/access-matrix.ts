import { z } from 'zod';
import { PERMISSION_SET_PRIVILEGES } from '../../constructs';
import type { AssignmentRow, IdentityCenterModel } from '../model/identity-center-model';
import type { AccountRow, RowSource } from '../model/organization-model';

/** Format of one line of the access matrix: a group that may use a permission set in an account. */
export const accessRowSchema = z
  .strictObject({
    account: z.string().describe('Account name.'),
    accountId: z.string().optional().describe('12 digits; absent while the account is still to be vended.'),
    environment: z.enum(['prod', 'stage', 'dev', 'sandbox']),
    group: z.string(),
    permissionSet: z.string(),
    privilege: z.enum(PERMISSION_SET_PRIVILEGES).describe('What the set can do at most; derived from its policies.'),
    sessionDuration: z.string().describe('ISO 8601.'),
    breakGlass: z.boolean().describe('Whether the set is for emergencies.'),
    exceptions: z.array(z.string()).describe('Exceptions that the set carries.'),
    source: z.string().describe('File and line of the grant.'),
  })
  .describe('Who may do what where: one group, one permission set, one account.');

/** A line of the access matrix; see {@link accessRowSchema}. */
export type AccessRow = Readonly<z.infer<typeof accessRowSchema>>;

/** What the matrix is made of. */
export interface AccessSource {
  readonly accounts: readonly Pick<AccountRow, 'name' | 'id' | 'environment'>[];
  readonly identityCenter: Pick<
    IdentityCenterModel,
    | 'accessControlAttributes'
    | 'assignments'
    | 'customerManagedPolicies'
    | 'exceptions'
    | 'groups'
    | 'permissionSets'
    | 'waiting'
  >;
}

/** Which lines of the matrix are meant; names, and all that are given must fit. */
export interface AccessFilter {
  /** @default - every group */
  readonly group?: string;
  /** @default - every account */
  readonly account?: string;
  /** @default - every permission set */
  readonly permissionSet?: string;
}

/**
 * The access matrix, one line for each assignment, by account, group and permission set.
 *
 * @param source - accounts, groups, sets and assignments
 * @param placeOf - file and line of a row
 * @param filter - the lines that are meant
 * @throws Error when an assignment names a set or an account that the source does not have
 */
export function accessMatrix(
  { accounts, identityCenter }: AccessSource,
  placeOf: (source: RowSource) => string,
  filter: AccessFilter = {},
): AccessRow[] {
  const accountOf = lookUp(accounts, 'account');
  const setOf = lookUp(identityCenter.permissionSets, 'permission set');
  const exceptions = new Map<string, string[]>();
  for (const { name, permissionSet } of identityCenter.exceptions) {
    exceptions.set(permissionSet, [...(exceptions.get(permissionSet) ?? []), name]);
  }
  return everyAssignment(identityCenter)
    .filter(fits(filter))
    .map((assignment) => {
      const { id, environment } = accountOf(assignment.account);
      const { privilege, sessionDuration, breakGlass } = setOf(assignment.permissionSet);
      return {
        account: assignment.account,
        ...(id !== undefined && { accountId: id }),
        environment,
        group: assignment.group,
        permissionSet: assignment.permissionSet,
        privilege,
        sessionDuration,
        breakGlass,
        exceptions: exceptions.get(assignment.permissionSet) ?? [],
        source: placeOf(assignment.source),
      };
    });
}

/** All that the config grants, that of accounts which wait for their id as well; by account, group and permission set. */
export function everyAssignment({
  assignments,
  waiting,
}: Pick<IdentityCenterModel, 'assignments' | 'waiting'>): AssignmentRow[] {
  const key = ({ account, group, permissionSet }: AssignmentRow): string => [account, group, permissionSet].join('\0');
  const keyed = [...assignments, ...waiting].map((row) => ({ row, key: key(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

/** Whether a filter means a line. */
export function fits(filter: AccessFilter): (row: Required<AccessFilter>) => boolean {
  const names = Object.entries(filter) as [keyof AccessFilter, string][];
  return (row) => names.every(([key, name]) => row[key] === name);
}

/** Finds rows by name; a model without errors has every row that it names. */
export function lookUp<Row extends { readonly name: string }>(
  rows: readonly Row[],
  what: string,
): (name: string) => Row {
  const byName = new Map(rows.map((row) => [row.name, row]));
  return (name) => {
    const row = byName.get(name);
    if (!row) throw new Error(`no ${what} ${JSON.stringify(name)} in the model: build it without errors`);
    return row;
  };
}
