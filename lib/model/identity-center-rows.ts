import type { PolicyDocument } from '../../constructs';
import type { IdentityCenterConfig } from '../config/schema/identity-center';
import { checkGrants } from './check-grants';
import { checkIdentityCenter } from './check-identity-center';
import { checkPermissionSets } from './check-permission-sets';
import { checkReviewDates } from './check-review-dates';
import { checkSeparation } from './check-separation';
import { expandGrants, type GrantedAccess } from './grant-rows';
import type { IdentityCenterContext } from './identity-center-context';
import type {
  AssignmentRow,
  CustomerManagedPolicyRow,
  IdentityCenterModel,
  PermissionSetRow,
} from './identity-center-model';
import { type ModelProblem, ProblemList } from './model-problem';
import { permissionSetRows } from './permission-set-rows';
import { policyStatements } from './policy-statements';

const FILE = 'identity-center.yaml';

/** What IAM Identity Center is told: groups, permission sets, policies and every assignment, and all that is wrong with them. */
export function identityCenterRows(
  config: IdentityCenterConfig | undefined,
  surroundings: Omit<IdentityCenterContext, 'list'>,
): { rows: { identityCenter?: IdentityCenterModel }; problems: readonly ModelProblem[] } {
  if (!config) return { rows: {}, problems: [] };
  const context: IdentityCenterContext = { ...surroundings, list: new ProblemList(FILE, surroundings.placeOf) };
  const { list, organization } = context;
  checkIdentityCenter(config, context);
  checkReviewDates(config, context);

  const granted = expandGrants(config, context);
  const documents = declaredDocuments(config, context);
  const permissionSets = permissionSetRows(config, documents, FILE, context);
  checkPermissionSets(config, permissionSets, granted, context);
  checkGrants(config, granted, context);
  checkSeparation(config, granted, list);

  const assignments = assignmentRows(granted.filter(({ account }) => account.id !== undefined));
  const { breakGlass } = config;
  const identityCenter: IdentityCenterModel = {
    instanceArn: config.instanceArn,
    identityStoreId: config.identityStoreId,
    region: config.region ?? organization.homeRegion,
    administrator: config.delegatedAdministrator ?? organization.managementAccount,
    groups: config.groups.map(({ name, description, id, members = [] }, index) => ({
      name,
      description,
      ...(id !== undefined && { id }),
      members,
      breakGlass: breakGlass?.groups.includes(name) ?? false,
      source: { file: FILE, path: ['groups', index] },
    })),
    permissionSets,
    customerManagedPolicies: customerManagedPolicyRows(config, documents, permissionSets, assignments),
    exceptions: (config.exceptions ?? []).map(({ name, permissionSet, reason, owner, expires }, index) => ({
      name,
      permissionSet,
      reason,
      owner,
      expires,
      source: { file: FILE, path: ['exceptions', index] },
    })),
    assignments,
    waiting: assignmentRows(granted.filter(({ account }) => account.id === undefined)),
    accessControlAttributes: config.accessControlAttributes ?? [],
    reviewDate: config.reviewDate,
    ...(breakGlass?.alarmTopicArn !== undefined && { breakGlassAlarmTopicArn: breakGlass.alarmTopicArn }),
  };
  return { rows: { identityCenter }, problems: list.problems };
}

/** Order of the rows; code units, because a locale would sort differently from machine to machine. */
function assignmentRows(granted: readonly GrantedAccess[]): AssignmentRow[] {
  return granted
    .map(({ group, permissionSet, account, grant }) => ({
      group,
      permissionSet,
      account: account.name,
      source: { file: FILE, path: ['grants', grant] },
    }))
    .sort(
      (a, b) => byText(a.account, b.account) || byText(a.group, b.group) || byText(a.permissionSet, b.permissionSet),
    );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The customer managed policies by name. */
function declaredDocuments(
  { customerManagedPolicies = [] }: IdentityCenterConfig,
  context: IdentityCenterContext,
): ReadonlyMap<string, PolicyDocument> {
  return new Map(
    customerManagedPolicies.map((policy, index) => [
      policy.name,
      { Version: '2012-10-17', Statement: policyStatements(policy, ['customerManagedPolicies', index], context) },
    ]),
  );
}

/** Names of the customer managed policies that a permission set needs in its accounts. */
export function policiesNamedBy(set: PermissionSetRow): string[] {
  const boundary = set.permissionsBoundary;
  return [
    ...set.customerManagedPolicies.map(({ name }) => name),
    ...(boundary && 'customerManagedPolicy' in boundary ? [boundary.customerManagedPolicy.name] : []),
  ];
}

function customerManagedPolicyRows(
  { customerManagedPolicies = [] }: IdentityCenterConfig,
  documents: ReadonlyMap<string, PolicyDocument>,
  permissionSets: readonly PermissionSetRow[],
  assignments: readonly AssignmentRow[],
): CustomerManagedPolicyRow[] {
  return customerManagedPolicies.map(({ name, path = '/', description }, index) => {
    const sets = new Set(permissionSets.filter((set) => policiesNamedBy(set).includes(name)).map((set) => set.name));
    const accounts = assignments.filter((row) => sets.has(row.permissionSet)).map((row) => row.account);
    return {
      name,
      path,
      ...(description !== undefined && { description }),
      content: documents.get(name) as PolicyDocument,
      accounts: [...new Set(accounts)],
      source: { file: FILE, path: ['customerManagedPolicies', index] },
    };
  });
}
