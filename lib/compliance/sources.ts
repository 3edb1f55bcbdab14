import type { LocalizedText } from '../../constructs';
import type { OwnCheck } from '../../constructs/kisms';
import type { KismsCoverage } from '../../constructs/kisms-checks';
import type { LoadedOrganization } from '../load-config';
import type { Finding } from '../reports/findings';
import type { ComplianceReport, ReportedException } from './compliance-report';
import type { LiveResults } from './live/live-results';

/** One AWS Config rule of the catalogue, as the config has it. */
export interface DeployedRule {
  /** `ACCESS_KEYS_ROTATED` */
  readonly identifier: string;
  /** Packs that hold it; none while it is off. */
  readonly packs: readonly string[];
  /** Why it is in no pack. @default - it is in one */
  readonly leftOut?: LocalizedText;
}

/** An accepted finding of an AWS Config rule. */
export interface ReportedExclusion {
  readonly rule: string;
  /** Names of accounts. */
  readonly accounts: readonly string[];
  /** Id or ARN of one resource. @default - every resource */
  readonly resource?: string;
}

/** What `compliance.yaml` decides, resolved. */
export interface ComplianceSettings {
  readonly profile: ComplianceReport['profile'];
  readonly strictness: ComplianceReport['strictness'];
  /** Day whose legal parameters count, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  /** Every rule of the catalogue. */
  readonly rules: readonly DeployedRule[];
  /** Names of the accounts that the packs reach. */
  readonly packAccounts: readonly string[];
  readonly exclusions: readonly ReportedExclusion[];
  /** Presets of the profile that are left out, by id, with the reason as it was written. */
  readonly guardrailsLeftOut: ReadonlyMap<string, string>;
  /** What was excluded, turned off or left out, as entries of the register. */
  readonly exceptions: readonly ReportedException[];
}

/** A check of our own with its title. */
export interface TitledCheck extends OwnCheck {
  readonly title: LocalizedText;
}

/** What a report is made of; nothing else decides it. */
export interface ComplianceSources {
  readonly organization: Pick<LoadedOrganization, 'model' | 'proofs'>;
  readonly settings: ComplianceSettings;
  /** Checks of our own. */
  readonly checks: readonly TitledCheck[];
  /** What KismsChecks found. @default - it did not run */
  readonly coverage?: KismsCoverage;
  /** Findings of every rule pack. */
  readonly findings: readonly Finding[];
  readonly inputs: ComplianceReport['inputs'];
  /** Verdicts of AWS Config. @default - no export was merged */
  readonly live?: LiveResults;
}
