import type { LegalParameterValues } from '../../constructs/kisms';
import type { RowSource } from './organization-model';

/** What one organization wants different of one AWS Config rule. */
export interface RuleOverrideRow {
  /** Identifier of the rule. */
  readonly rule: string;
  /** @default - as the catalogue has it */
  readonly enabled?: boolean;
  /** Values by parameter name; those that law prescribes are in `legal`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** @default - none was given; a rule that is turned off has one */
  readonly reason?: string;
  readonly source: RowSource;
}

/** Who approved an exception, and until when. */
export interface ApprovedException {
  readonly reason: string;
  readonly approver: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly expires: string;
  readonly source: RowSource;
}

/** A finding of an AWS Config rule that is accepted: AWS Config goes on to report it, reports show it as an exception. */
export interface ExclusionRow extends ApprovedException {
  /** Identifier of the rule. */
  readonly rule: string;
  /** Names of the accounts that it is about, in the order of the config. */
  readonly accounts: readonly string[];
  /** Id or ARN of the resource. @default - every resource of these accounts */
  readonly resource?: string;
}

/** A check of the templates that does not run. */
export interface DisabledCheckRow extends ApprovedException {
  /** Name without a prefix, `LogGroupRetention`. */
  readonly check: string;
}

/** Which rules AWS Config may repair, and as whom. */
export interface RemediationRow {
  /** Role that AWS Systems Manager assumes, of this name in every account. */
  readonly roleName: string;
  readonly rules: readonly { readonly rule: string; readonly automatic: boolean }[];
}

/** A guardrail preset of the profile that is not turned on. */
export interface GuardrailLeftOutRow {
  readonly preset: string;
  readonly reason: string;
  readonly source: RowSource;
}

/** Security services that the stacks turn on. */
export interface SecurityServicesRow {
  readonly securityHub: boolean;
  readonly accessAnalyzer: boolean;
  readonly detective: boolean;
  readonly inspector: boolean;
  readonly macie: boolean;
  readonly configAggregator: boolean;
  /** Whether the management account gets the role through which the packs reach it. */
  readonly managementServiceLinkedRole: boolean;
}

/** How the organization is held to K-ISMS. */
export interface ComplianceModel {
  readonly profile: 'isms' | 'isms-p';
  readonly strictness: 'baseline' | 'strict';
  /** Name of the account that delivers the packs. */
  readonly account: string;
  /** Day whose legal parameters count, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  readonly detectiveSource: 'config' | 'securityhub';
  /** What law asks of the strictest account: it holds for the packs, which every account shares. */
  readonly legal: LegalParameterValues;
  /** What law asks of each account, in the order of the config; closed accounts have no row. */
  readonly accountLegal: readonly { readonly account: string; readonly values: LegalParameterValues }[];
  /** Days that access records are kept: what law asks, or longer by an override of the organization's own. */
  readonly accessRecordRetentionDays: number;
  /** Names of the accounts that the packs leave out. */
  readonly excludedAccounts: readonly string[];
  /** Overrides by rule, those of the strictness before those that are written. */
  readonly rules: readonly RuleOverrideRow[];
  /** Identifiers of the rules that serve the profile. @default - every rule of the catalogue does */
  readonly onlyRules?: readonly string[];
  readonly exclusions: readonly ExclusionRow[];
  /** @default - nothing is repaired */
  readonly remediation?: RemediationRow;
  /** Guardrail presets of the profile that it turns on (the set `compliance`), and those that are left out. */
  readonly guardrails: { readonly presets: readonly string[]; readonly leftOut: readonly GuardrailLeftOutRow[] };
  readonly disabledChecks: readonly DisabledCheckRow[];
  readonly services: SecurityServicesRow;
}
