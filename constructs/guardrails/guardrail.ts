import type { LocalizedText } from '../localized-text';
import type { PolicyStatement } from '../policy-evaluator';

/** What a guardrail needs to know of the organization it protects. */
export interface GuardrailContext {
  /** AWS partition, for example `aws`. */
  readonly partition: string;
  /** Organization id, for example `o-exampleorgid`. */
  readonly organizationId: string;
  /** Region that AWS Control Tower and this repository govern from, for example `ap-northeast-2`. */
  readonly homeRegion: string;
  /** Regions in which workloads may run; contains the home region. */
  readonly governedRegions: string[];
  /** Qualifier of the CDK bootstrap that deploys this repository, for example `govern`. */
  readonly bootstrapQualifier: string;
  /** Account that deploys; its roles may assume the bootstrap roles of every account. @default - none */
  readonly deploymentAccountId?: string;
  /**
   * ARN patterns of the roles that no guardrail binds: deployment, AWS Control Tower and break-glass.
   * `renderGuardrail` adds them to every Deny statement, so that a preset cannot forget them.
   * **CAUTION** a name is only as good as its protection: switch on `protect-platform-roles` wherever a guardrail is on.
   */
  readonly exemptPrincipalArns: string[];
}

/** One setting of a guardrail, described as data so that the config schema and the reference page come from it. */
export interface GuardrailParameter {
  readonly type: 'boolean' | 'integer' | 'string' | 'string-list';
  readonly description: LocalizedText;
  /** Anchored regular expression that every string must match. @default - any non-empty string */
  readonly pattern?: string;
  /** Values that are allowed. @default - anything that matches the type and the pattern */
  readonly allowedValues?: string[];
  /** Smallest integer. @default - no lower limit */
  readonly minimum?: number;
  /** Largest integer. @default - no upper limit */
  readonly maximum?: number;
  /** Value when the config says nothing. @default - the parameter is required */
  readonly defaultValue?: boolean | number | string | string[];
}

/** Parameter values of one use of a guardrail, defaults filled in. */
export type GuardrailParameterValues = Record<string, boolean | number | string | string[]>;

/** The part that every guardrail shares. */
export interface GuardrailBase {
  /** Name in the config and in reports, kebab-case. */
  readonly id: string;
  readonly title: LocalizedText;
  /** AWS documentation that the guardrail is built from. */
  readonly source: string;
  /** ISMS-P criteria that the guardrail serves, for example `2.10.2`. Our judgement, not legal advice. */
  readonly criteria: string[];
  /** @default - the guardrail has no settings */
  readonly parameters?: Record<string, GuardrailParameter>;
}

/** A guardrail made of IAM statements: it ends in a service or resource control policy. */
export interface AuthorizationGuardrail extends GuardrailBase {
  readonly policyType: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  /**
   * Statements without what `renderGuardrail` adds: the exemption of the governance roles, the principal of an RCP,
   * and the Sid (the guardrail's id in PascalCase; a Sid given here becomes its suffix).
   */
  statements(context: GuardrailContext, parameters: GuardrailParameterValues): PolicyStatement[];
}

/** A guardrail made of settings: declarative, tag, backup and AI opt-out policies. */
export interface SettingsGuardrail extends GuardrailBase {
  readonly policyType:
    | 'DECLARATIVE_POLICY_EC2'
    | 'AISERVICES_OPT_OUT_POLICY'
    | 'TAG_POLICY'
    | 'BACKUP_POLICY'
    | 'S3_POLICY';
  /** Policy content; the contents of guardrails of one type are merged key by key. */
  content(context: GuardrailContext, parameters: GuardrailParameterValues): Record<string, unknown>;
}

/** A preset that an organization can switch on by name. */
export type Guardrail = AuthorizationGuardrail | SettingsGuardrail;
