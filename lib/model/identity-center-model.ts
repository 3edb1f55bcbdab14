import type { PermissionSetPrivilege, PolicyDocument } from '../../constructs';
import type { RowSource } from './organization-model';

/** A group of people with one purpose. */
export interface GroupRow {
  readonly name: string;
  readonly description: string;
  /** Group id of the identity store. @default - the group is created by this repository */
  readonly id?: string;
  /** User ids of the identity store; only for groups created here. */
  readonly members: readonly string[];
  /** Whether it is for emergencies: it holds break-glass permission sets and nothing else. */
  readonly breakGlass: boolean;
  readonly source: RowSource;
}

/** A policy of the organization's own that permission sets or boundaries name in the accounts where they are granted. */
export interface CustomerManagedPolicyRow {
  readonly name: string;
  /** `/` or `/governance/`. */
  readonly path: string;
  /** @default - none */
  readonly description?: string;
  readonly content: PolicyDocument;
  /** Accounts that need the policy: those where a set that names it is granted. */
  readonly accounts: readonly string[];
  readonly source: RowSource;
}

/** A statement that a permission set carries for a named reason and a limited time. */
export interface AccessExceptionRow {
  readonly name: string;
  readonly permissionSet: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly expires: string;
  readonly source: RowSource;
}

/** What a permission set allows, with presets and exceptions resolved. */
export interface PermissionSetRow {
  readonly name: string;
  readonly description: string;
  /** ARNs of AWS managed policies. */
  readonly managedPolicies: readonly string[];
  readonly customerManagedPolicies: readonly { readonly name: string; readonly path: string }[];
  /** Statements written here, by the preset and by exceptions, as one document. @default - none */
  readonly inlinePolicy?: PolicyDocument;
  /** @default - no boundary */
  readonly permissionsBoundary?:
    | { readonly managedPolicy: string }
    | { readonly customerManagedPolicy: { readonly name: string; readonly path: string } };
  /** ISO 8601, `PT1H` to `PT12H`. */
  readonly sessionDuration: string;
  /** @default - the console's start page */
  readonly relayState?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly privilege: PermissionSetPrivilege;
  /** ISMS-P criteria that the preset serves; our judgement. */
  readonly criteria: readonly string[];
  readonly preset?: string;
  /** Whether it is for emergencies: kept apart in every report and alarmed on use. */
  readonly breakGlass: boolean;
  readonly source: RowSource;
}

/** Who may do what where: one group, one permission set, one account. */
export interface AssignmentRow {
  readonly group: string;
  readonly permissionSet: string;
  readonly account: string;
  /** The grant that says so. */
  readonly source: RowSource;
}

/** Everything that IAM Identity Center is told. */
export interface IdentityCenterModel {
  readonly instanceArn: string;
  readonly identityStoreId: string;
  /** Region of the instance. */
  readonly region: string;
  /** Account that administers the instance: the delegated administrator, or the management account. */
  readonly administrator: string;
  readonly groups: readonly GroupRow[];
  readonly permissionSets: readonly PermissionSetRow[];
  readonly customerManagedPolicies: readonly CustomerManagedPolicyRow[];
  readonly exceptions: readonly AccessExceptionRow[];
  /** Each triple once, sorted by account, group and permission set. */
  readonly assignments: readonly AssignmentRow[];
  /** What accounts without an id will get once `accounts sync` knows them; same order. */
  readonly waiting: readonly AssignmentRow[];
  /** Attributes for attribute-based access control: key of the principal tag, and sources in the identity store. */
  readonly accessControlAttributes: readonly { readonly key: string; readonly source: readonly string[] }[];
  /** Day against which exceptions are judged, `YYYY-MM-DD`. */
  readonly reviewDate: string;
  /** SNS topic that hears of the use of break-glass access. @default - a topic is created */
  readonly breakGlassAlarmTopicArn?: string;
}
