import type { GuardrailParameterValues, PolicyType } from '../../constructs';
import type { ConfigPath } from '../config/problem';
import type { ComplianceModel } from './compliance-model';
import type { IdentityCenterModel } from './identity-center-model';
import type { NetworkModel } from './network-model';

/** Where a row was written, so that a later check can point at it. */
export interface RowSource {
  /** Config file, relative to the config folder. */
  readonly file: string;
  readonly path: ConfigPath;
}

/** What an account holds, with the defaults filled in. */
export interface DataClassification {
  readonly classification: 'public' | 'internal' | 'confidential' | 'restricted';
  readonly personalData: boolean;
  /** Number of data subjects (정보주체). */
  readonly dataSubjects: number;
  readonly uniqueIdentifiers: boolean;
  readonly sensitive: boolean;
}

/** What an account is for. */
export type AccountPurpose =
  | 'management'
  | 'log-archive'
  | 'audit'
  | 'network'
  | 'shared-services'
  | 'deployment'
  | 'identity'
  | 'workload'
  | 'data'
  | 'sandbox';

/** Stage of the software that an account runs. */
export type AccountEnvironment = 'prod' | 'stage' | 'dev' | 'sandbox';

/** One account, by name. */
export interface AccountRow {
  readonly name: string;
  /** 12 digits. @default - not known yet: the account is still to be vended */
  readonly id?: string;
  /** Whether this repository creates and owns the account (it has no id in the config). */
  readonly vended: boolean;
  /** Whether the account is closed or closing: it keeps its row and gets no stack. */
  readonly suspended: boolean;
  readonly email: string;
  /** OU path, or `Root`. */
  readonly ou: string;
  readonly isManagement: boolean;
  readonly purpose: AccountPurpose;
  readonly environment: AccountEnvironment;
  readonly owner: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly data: DataClassification;
  readonly source: RowSource;
}

/** One organizational unit, by path. */
export interface OrganizationalUnitRow {
  /** `Workloads/Prod`. */
  readonly path: string;
  readonly name: string;
  /** Path of the parent, or `Root`. */
  readonly parent: string;
  /** `ou-…`. @default - the OU is created by this repository */
  readonly id?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly source: RowSource;
}

/** A place that a policy is attached to. */
export type Attachment =
  | { readonly kind: 'root' }
  | { readonly kind: 'ou'; readonly path: string }
  | { readonly kind: 'account'; readonly name: string };

/** Guardrail presets that are attached together and share policies. */
export interface GuardrailSetRow {
  readonly name: string;
  readonly guardrails: readonly { readonly id: string; readonly parameters: Partial<GuardrailParameterValues> }[];
  readonly attachments: readonly Attachment[];
  readonly source: RowSource;
}

/** An organization policy of the user's own. */
export interface PolicyRow {
  readonly name: string;
  readonly type: PolicyType;
  /** @default - made of the name */
  readonly description?: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Key of the config that gives the content. */
  readonly writtenIn: 'content' | 'file';
  readonly attachments: readonly Attachment[];
  readonly source: RowSource;
}

/** Policies that something else attaches, counted against the quota. */
export interface ReservedPoliciesRow {
  readonly attachment: Attachment;
  readonly type: PolicyType;
  readonly count: number;
}

/** A request that the policies must allow or deny. */
export interface ProofRow {
  readonly name: string;
  readonly principal: string;
  readonly account: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Readonly<Record<string, string | string[]>>;
  readonly expect: 'allow' | 'deny';
  readonly source: RowSource;
}

/** A Control Tower control on one OU. */
export interface ControlRow {
  /** `AWS-GR_…`, a control catalog id or a whole ARN, as written. */
  readonly control: string;
  /** OU path. */
  readonly ou: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly source: RowSource;
}

/** The whole organization as plain rows: names resolved, selectors expanded, invariants checked. */
export interface OrganizationModel {
  readonly organizationId: string;
  readonly rootId: string;
  readonly partition: string;
  readonly managementAccount: string;
  readonly homeRegion: string;
  readonly governedRegions: readonly string[];
  readonly deploymentAccount: string;
  readonly bootstrapQualifier: string;
  /** ARN patterns of the roles that deploy. */
  readonly deploymentPrincipalArns: readonly string[];
  /** ARN patterns of the roles that no guardrail binds: the deploying ones, AWS Control Tower's and break-glass. */
  readonly exemptPrincipalArns: readonly string[];
  readonly organizationalUnits: readonly OrganizationalUnitRow[];
  readonly accounts: readonly AccountRow[];
  readonly guardrailSets: readonly GuardrailSetRow[];
  readonly policies: readonly PolicyRow[];
  readonly reservedPolicies: readonly ReservedPoliciesRow[];
  readonly proofs: readonly ProofRow[];
  readonly registeredOus: readonly string[];
  readonly controls: readonly ControlRow[];
  /** @default - IAM Identity Center is not governed from this repository */
  readonly identityCenter?: IdentityCenterModel;
  /** @default - the organization is not held to K-ISMS */
  readonly compliance?: ComplianceModel;
  /** @default - the network is not governed from this repository */
  readonly network?: NetworkModel;
}
