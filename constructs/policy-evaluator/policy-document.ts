/**
 * Shapes of the JSON policies that AWS Organizations (SCP and RCP) and IAM identities authorize with.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

/** One value or several; the policy grammar treats both alike. */
export type OneOrMany = string | string[];

/** `operator -> key -> value(s)`, for example `{ StringNotEquals: { 'aws:RequestedRegion': ['ap-northeast-2'] } }`. */
export type PolicyConditions = Record<string, Record<string, OneOrMany>>;

/** One statement of an SCP, RCP or identity policy. */
export interface PolicyStatement {
  /** Name of the statement; unique in its policy. @default - the statement has no name */
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  /** RCPs only, and only `*`. @default - absent, as SCPs and identity policies demand */
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

/** A whole SCP, RCP or identity policy. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: PolicyStatement[];
}

/** The two policy types of AWS Organizations that authorize requests. */
export type AuthorizationPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/** Every policy whose grammar is known: those of AWS Organizations, and what a role, user or permission set carries. */
export type PolicyGrammar = AuthorizationPolicyType | 'IDENTITY_POLICY';
