/**
 * Shapes of the JSON policies that AWS Organizations authorizes with (SCP and RCP).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

/** One value or several; the policy grammar treats both alike. */
export type OneOrMany = string | string[];

/** `operator -> key -> value(s)`, for example `{ StringNotEquals: { 'aws:RequestedRegion': ['ap-northeast-2'] } }`. */
export type PolicyConditions = Record<string, Record<string, OneOrMany>>;

/** One statement of an SCP or RCP. */
export interface PolicyStatement {
  /** Name of the statement; unique in its policy. @default - the statement has no name */
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  /** RCPs only, and only `*`. @default - absent, as SCPs demand */
  readonly Principal?: string | Record<string, OneOrMany>;
  /** Exactly one of `Action` and `NotAction` is present. @default - `NotAction` is present */
  readonly Action?: OneOrMany;
  /** @default - `Action` is present */
  readonly NotAction?: OneOrMany;
  /** Exactly one of `Resource` and `NotResource` is present. @default - `NotResource` is present */
  readonly Resource?: OneOrMany;
  /** @default - `Resource` is present */
  readonly NotResource?: OneOrMany;
  /** @default - the statement always applies */
  readonly Condition?: PolicyConditions;
}

/** A whole SCP or RCP. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: PolicyStatement[];
}

/** The two policy types of AWS Organizations that authorize requests. */
export type AuthorizationPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
