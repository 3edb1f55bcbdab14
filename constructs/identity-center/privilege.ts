import { matchesAction, type OneOrMany, type PolicyDocument, type PolicyStatement } from '../policy-evaluator';
import { awsManagedPolicyName } from './aws-managed-policy';

/** What a permission set can do at most, strongest first. */
export const PERMISSION_SET_PRIVILEGES = ['admin', 'write', 'billing', 'read', 'none'] as const;

/**
 * What a permission set can do at most: `admin` changes who may do what, or everything; `write` changes other things;
 * `billing` changes payments, budgets and cost data only; `read` looks; `none` does nothing.
 */
export type PermissionSetPrivilege = (typeof PERMISSION_SET_PRIVILEGES)[number];

/** Longest session of an `admin` permission set, in hours: what this product asks for ISMS-P 2.5.5. */
export const PRIVILEGED_SESSION_HOURS = 4;

/** Everything that gives a permission set its rights. */
export interface PermissionSetPolicies {
  /** Names or ARNs of AWS managed policies. @default - none */
  readonly managedPolicies?: readonly string[];
  /** Statements of the inline policy. @default - none */
  readonly statements?: readonly PolicyStatement[];
  /** Documents of the customer managed policies. @default - none */
  readonly customerManaged?: readonly PolicyDocument[];
}

/** Actions that give their caller, or anybody, rights that nobody granted: each alone makes a set `admin`. */
const ESCALATIONS = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteUserPermissionsBoundary',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
  'identitystore:CreateGroupMembership',
  'organizations:AttachPolicy',
  'organizations:DetachPolicy',
  'organizations:UpdatePolicy',
  'sso:AttachManagedPolicyToPermissionSet',
  'sso:CreateAccountAssignment',
  'sso:PutInlinePolicyToPermissionSet',
  'sts:AssumeRoot',
];

/**
 * AWS managed policies whose names do not tell what they can do. `PowerUserAccess` is not among the administrators: it
 * leaves out IAM and AWS Organizations, though not IAM Identity Center, which matters in the account that administers it.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const MANAGED = new Map<string, PermissionSetPrivilege>([
  ['AWSBackupOrganizationAdminAccess', 'admin'],
  ['AWSMcpServiceActionsFullAccess', 'admin'],
  ['AWSOrganizationsFullAccess', 'admin'],
  ['AWSSSODirectoryAdministrator', 'admin'],
  ['AWSSSOMasterAccountAdministrator', 'admin'],
  ['AWSSSOMemberAccountAdministrator', 'admin'],
  ['AdministratorAccess', 'admin'],
  ['AdministratorAccess-Amplify', 'admin'],
  ['IAMFullAccess', 'admin'],
  ['Billing', 'billing'],
  ['AWSAccountActivityAccess', 'read'],
  ['AWSAccountUsageReportAccess', 'read'],
  ['AWSMarketplaceRead-only', 'read'],
  ['SecurityAudit', 'read'],
  ['AWSDenyAll', 'none'],
]);

const READING =
  /^[a-z0-9-]+:(BatchDescribe|BatchGet|Describe|Filter|Get|Head|List|Lookup|Query|Scan|Search|Select|Simulate|StartQuery|StopQuery|View)(?![a-z])/;

const BILLING =
  /^(aws-portal|bcm-[a-z-]+|billing|billingconductor|budgets|ce|consolidatedbilling|cost-optimization-hub|cur|freetier|invoicing|payments|purchase-orders|tax):/i;

/**
 * Class of a permission set, judged by the strongest thing that any of its policies allows. It is an upper bound: neither
 * conditions nor resources lower it, and a Deny only does when it is unconditional, for all resources, and in the same
 * list as the Allow. A Deny never lowers what an AWS managed policy counts for.
 *
 * An AWS managed policy is known by its name: one that says `ReadOnly` or `ViewOnly` reads, any other without an entry in
 * the table above writes. Compared with the documents of the 1,485 policies that AWS had published by May 2026, this is
 * too low for none that changes rights everywhere; some twenty that set up one service may change a few roles of it.
 */
export function privilegeOf(policies: PermissionSetPolicies): PermissionSetPrivilege {
  const { managedPolicies = [], statements = [], customerManaged = [] } = policies;
  return strongest([
    ...managedPolicies.map(managedPrivilege),
    statementsPrivilege(statements),
    ...customerManaged.map(({ Statement }) => statementsPrivilege(Statement)),
  ]);
}

function managedPrivilege(nameOrArn: string): PermissionSetPrivilege {
  const name = awsManagedPolicyName(nameOrArn);
  return MANAGED.get(name) ?? (/ReadOnly|ViewOnly/.test(name) ? 'read' : 'write');
}

function statementsPrivilege(statements: readonly PolicyStatement[]): PermissionSetPrivilege {
  const allows = statements.filter(({ Effect }) => Effect === 'Allow');
  const denies = statements.filter(
    ({ Effect, Condition, Resource }) => Effect === 'Deny' && Condition === undefined && list(Resource).includes('*'),
  );
  const escalates = ESCALATIONS.some(
    (action) =>
      allows.some((statement) => covers(statement, action)) && !denies.some((statement) => covers(statement, action)),
  );
  return escalates ? 'admin' : strongest(allows.map(allowPrivilege));
}

/** Class of what one Allow lets through, escalations aside. */
function allowPrivilege({ Action, NotAction }: PolicyStatement): PermissionSetPrivilege {
  if (NotAction !== undefined) return 'write';
  return strongest(
    list(Action).map((pattern) => {
      if (READING.test(pattern)) return 'read';
      return BILLING.test(pattern) ? 'billing' : 'write';
    }),
  );
}

function covers({ Action, NotAction }: PolicyStatement, action: string): boolean {
  return Action === undefined
    ? !list(NotAction).some((pattern) => matchesAction(pattern, action))
    : list(Action).some((pattern) => matchesAction(pattern, action));
}

function list(values: OneOrMany = []): string[] {
  return [values].flat();
}

function strongest(privileges: PermissionSetPrivilege[]): PermissionSetPrivilege {
  return PERMISSION_SET_PRIVILEGES.find((privilege) => privileges.includes(privilege)) ?? 'none';
}
