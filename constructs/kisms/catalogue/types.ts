import type { LocalizedText } from '../../localized-text';

/** Which certification asks for a criterion. */
export type Scheme = 'isms' | 'isms-p';

/** How a control works on a criterion. */
export type Behaviour = 'preventive' | 'proactive' | 'detective' | 'evidence' | 'manual';

/** Who says that a control serves a criterion: the AWS table, the AWS pack (at a sub-domain), or this project. */
export type MappingSource = 'aws-docs' | 'aws-kisms-pack' | 'our-judgement';

/** A domain such as 2.9, and the section that it belongs to. */
export interface Domain {
  /** `2.9` */
  readonly id: string;
  readonly title: LocalizedText;
  readonly section: { readonly id: '1' | '2' | '3'; readonly title: LocalizedText };
}

/** One of the 101 criteria. */
export interface Criterion {
  /** `2.9.4` */
  readonly id: string;
  /** Id of the domain. */
  readonly domain: string;
  readonly title: LocalizedText;
  readonly schemes: readonly Scheme[];
  /** setting: what AWS is configured to do serves it. evidence: AWS only delivers input. none: not technical. */
  readonly technicalLevel: 'setting' | 'evidence' | 'none';
  /** Whether AWS's own certificate covers a part (data centres, hardware). */
  readonly inheritedFromAws: 'no' | 'partly';
  /** First day on which the text of the criterion is in force, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  /** What people do and who keeps the evidence; every criterion has a manual part. */
  readonly manual: { readonly task: LocalizedText; readonly evidenceOwner: LocalizedText };
}

/** An AWS Config managed rule that serves criteria. */
export interface ConfigRule {
  /** `ACCESS_KEYS_ROTATED` */
  readonly identifier: string;
  /** `access-keys-rotated` */
  readonly name: string;
  /** Defaults; a value named by a legal parameter is computed from the data classification. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Legal parameter that gives a parameter its value. @default - none */
  readonly legal?: Readonly<Record<string, LegalParameterName>>;
  /** Names of every parameter that the rule takes, as far as known; overrides of others are refused. */
  readonly parameterNames: readonly string[];
  readonly resourceTypes: readonly string[];
  readonly trigger: 'periodic' | 'change-triggered' | 'both' | 'unknown';
  readonly purpose: 'access' | 'protect' | 'operate';
  readonly criteria: readonly { readonly id: string; readonly source: MappingSource }[];
  /** Whether it stands in AWS's own K-ISMS pack. */
  readonly inAwsPack: boolean;
  /** Security Hub controls that check the same. */
  readonly securityHubControls: readonly string[];
  /** Whether it can be used in ap-northeast-2; us-east-1: evaluates only there. */
  readonly availability: 'seoul' | 'us-east-1' | 'unknown';
  /** Why it is off unless the config turns it on. @default - it is on */
  readonly off?: LocalizedText;
}

/** A value that a law or its decree prescribes. */
export type LegalParameterName =
  | 'accessRecordRetentionDays'
  | 'accessRecordReviewCycle'
  | 'privilegeRecordRetentionDays';

/** A legal parameter with where it comes from. */
export interface LegalParameter {
  readonly name: LegalParameterName;
  readonly title: LocalizedText;
  /** Values by condition, strictest last; dates are data. */
  readonly values: readonly {
    readonly value: string;
    readonly when: LocalizedText;
    /** Systems that it binds: every one, or those with 50,000 data subjects, unique identifiers or sensitive data. */
    readonly appliesTo: 'every-system' | 'large-or-sensitive';
    readonly effectiveFrom: string;
  }[];
  /** Law and article. */
  readonly basis: LocalizedText;
}

/** One way in which one mechanism serves one criterion. */
export interface Control {
  /** `2.9.4/config-rule/CLOUD_TRAIL_ENABLED`: criterion, mechanism, reference; `2.9.4/manual`, as a criterion has one. */
  readonly id: string;
  readonly criterion: string;
  readonly behaviour: Behaviour;
  readonly mechanism:
    | 'config-rule'
    | 'nag-rule'
    | 'kisms-check'
    | 'guard-rule'
    | 'guardrail'
    | 'control-tower'
    | 'report'
    | 'manual';
  /** Config identifier, nag rule, own check, Guard rule, guardrail preset, Control Tower control, report, or evidence owner in English. */
  readonly reference: string;
  readonly source: MappingSource;
}
