import type { ConfigRule, LegalParameterName } from '../catalogue';

/** What a conformance pack is about; each purpose has a pack of its own, so that every template stays inline. */
export type ConformancePackPurpose = ConfigRule['purpose'];

/** Every purpose, in the order of the packs. */
export const CONFORMANCE_PACK_PURPOSES = ['access', 'protect', 'operate'] as const satisfies ConformancePackPurpose[];

/** What one organization wants different of one rule. */
export interface ConformancePackRuleOverride {
  /**
   * Whether the rule is in its pack. `true` also holds where the catalogue has it off, its Regions are unknown, or a
   * Security Hub control checks the same.
   *
   * @default - as the catalogue has it
   */
  readonly enabled?: boolean;
  /** Values by parameter name, added to those of the catalogue. @default - those of the catalogue */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Values that the law prescribes; `legalParameters` of the catalogue computes them. */
export interface ConformancePackLegalValues extends Readonly<Partial<Record<LegalParameterName, string | number>>> {
  /** Days that access records are kept: 365, 400, 545, 731, 1827 or 3653, which is what the rule takes. */
  readonly accessRecordRetentionDays: number;
}

/** Remediation of one rule. */
export interface ConformancePackRuleRemediation {
  /** Whether AWS Config starts it by itself, and not a person for a chosen resource. @default false */
  readonly automatic?: boolean;
}

/** Which rules AWS Config may remediate, and as whom. */
export interface ConformancePackRemediation {
  /**
   * ARN of the role of AWS Systems Manager Automation in each account; `${AWS::Partition}` and `${AWS::AccountId}` stand
   * for the account of the pack, for example `arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ConfigRemediation`.
   */
  readonly roleArn: string;
  /** Rules to remediate, by identifier; `REMEDIATIONS` lists those that can be. */
  readonly rules: Readonly<Record<string, ConformancePackRuleRemediation>>;
}

/** What decides the content of the conformance packs. */
export interface ConformancePackOptions {
  /** Region that the packs are for. */
  readonly region: string;
  /** Region of the workloads. */
  readonly homeRegion: string;
  /**
   * Whether rules that can run in any Region are in the packs, beside those that run in this Region alone.
   *
   * @default - true in the home Region, false in others, so that no resource is evaluated twice
   */
  readonly regionalRules?: boolean;
  /**
   * Who evaluates what both AWS Config rules and AWS Security Hub controls check: evaluations are paid for twice
   * otherwise. Rules with a value from the law stay in any case, as a control checks a value of its own. With
   * `securityhub` the standards that are on must hold the controls: what neither evaluates, nobody does.
   */
  readonly detectiveSource: 'config' | 'securityhub';
  /** Values that the law prescribes. */
  readonly legal: ConformancePackLegalValues;
  /** Start of the names of the packs; letters, digits and hyphens. @default 'kisms' */
  readonly namePrefix?: string;
  /** Packs to make. @default - all of them */
  readonly purposes?: readonly ConformancePackPurpose[];
  /** Overrides by rule identifier. @default - none */
  readonly rules?: Readonly<Record<string, ConformancePackRuleOverride>>;
  /** Identifiers of the only rules to consider, for packs of a few rules with values of their own. @default - all rules */
  readonly onlyRules?: readonly string[];
  /** Remediation of rules. @default - findings are only reported */
  readonly remediation?: ConformancePackRemediation;
  /** Rules to choose from. @default CONFIG_RULES */
  readonly catalogue?: readonly ConfigRule[];
}
