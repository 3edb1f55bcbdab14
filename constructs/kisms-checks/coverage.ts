import type { Scheme } from '../kisms';
import type { Acknowledgement } from './acknowledgements';
import type { ResolvedKismsCheckOptions } from './options';
import type { PackRule } from './pack-rules';

/** File that the pack writes beside the templates of the app. */
export const COVERAGE_FILE = 'kisms-coverage.json';

/** A fault of one resource. */
export interface KismsFinding {
  /** Path of the construct. */
  readonly path: string;
  /** Id of the finding as people acknowledge it, without the namespace. */
  readonly id: string;
}

/** A fault that somebody accepted. */
export interface KismsSuppressedFinding extends KismsFinding {
  /** Path of the construct on which the acknowledgement was recorded. */
  readonly acknowledgedAt: string;
}

/** What became of one rule; each resource stands in one or more of the lists, or counts as not applicable. */
export interface KismsRuleCoverage {
  readonly id: string;
  readonly engine: 'cdk-nag' | 'kisms';
  readonly criteria: readonly string[];
  readonly severity: 'error' | 'warning';
  /** Number of resources that the rule does not speak about. */
  readonly notApplicable: number;
  /** Paths of resources that the rule found right. */
  readonly compliant: readonly string[];
  readonly nonCompliant: readonly KismsFinding[];
  readonly suppressed: readonly KismsSuppressedFinding[];
  /** Paths of resources that only the deployment can judge. */
  readonly unknown: readonly string[];
  /** Resources on which the rule failed to answer and nobody accepted that. */
  readonly error: readonly KismsFinding[];
}

/** One line of the register of exceptions. */
export interface KismsAcknowledgement {
  /** Id of the finding, with the namespace. */
  readonly id: string;
  /** Path of the construct on which it was recorded. */
  readonly at: string;
  readonly reason: string;
  /** @default - not told */
  readonly approver?: string;
  /** Last day, `YYYY-MM-DD`. @default - no end */
  readonly expires?: string;
  /** Number of findings that it accepts; 0 means that it can be removed. */
  readonly findings: number;
}

/** What the pack found in an app, right or wrong: the content of `kisms-coverage.json`. */
export interface KismsCoverage {
  readonly version: 1;
  readonly profile: Scheme;
  readonly options: ResolvedKismsCheckOptions;
  /** Number of resources in the app. */
  readonly resources: number;
  /** By id. */
  readonly rules: readonly KismsRuleCoverage[];
  /** Rules that the app turned off. */
  readonly disabledRules: readonly { readonly id: string; readonly reason: string }[];
  readonly acknowledgements: readonly KismsAcknowledgement[];
}

interface RuleTally {
  applicable: number;
  readonly compliant: string[];
  readonly nonCompliant: KismsFinding[];
  readonly suppressed: KismsSuppressedFinding[];
  readonly unknown: string[];
  readonly error: KismsFinding[];
}

/** Counts the answers of the rules while the app is walked. */
export class CoverageTally {
  private resources = 0;
  private readonly tallies = new Map<string, RuleTally>();
  private readonly accepted = new Map<Acknowledgement, number>();

  /** Notes that a resource is about to be checked. */
  addResource(): void {
    this.resources++;
  }

  /** Notes that a rule speaks about a resource. */
  addApplicable(rule: string): void {
    this.of(rule).applicable++;
  }

  /** Notes that a rule has nothing to object, or cannot know. */
  addAnswer(rule: string, answer: 'compliant' | 'unknown', path: string): void {
    this.of(rule)[answer].push(path);
  }

  /** Notes a finding of a resource. */
  addFinding(rule: string, kind: 'nonCompliant' | 'error', finding: KismsFinding, accepted?: Acknowledgement): void {
    if (accepted === undefined) {
      this.of(rule)[kind].push(finding);
      return;
    }
    this.of(rule).suppressed.push({ ...finding, acknowledgedAt: accepted.at });
    this.accepted.set(accepted, (this.accepted.get(accepted) ?? 0) + 1);
  }

  /** The tally of rules, in their order. */
  rules(rules: readonly PackRule[]): { readonly resources: number; readonly rules: readonly KismsRuleCoverage[] } {
    return {
      resources: this.resources,
      rules: rules.map(({ id, engine, criteria, severity }) => {
        const { applicable, ...lists } = this.of(id);
        return { id, engine, criteria, severity, notApplicable: this.resources - applicable, ...lists };
      }),
    };
  }

  /** The register of exceptions, sorted by id and place. */
  register(acknowledgements: readonly Acknowledgement[]): KismsAcknowledgement[] {
    return acknowledgements
      .map((acknowledgement) => {
        const { problems: _, ...rest } = acknowledgement;
        return { ...rest, findings: this.accepted.get(acknowledgement) ?? 0 };
      })
      .sort((a, b) => compare(a.id, b.id) || compare(a.at, b.at));
  }

  private of(rule: string): RuleTally {
    let tally = this.tallies.get(rule);
    if (tally === undefined) {
      tally = { applicable: 0, compliant: [], nonCompliant: [], suppressed: [], unknown: [], error: [] };
      this.tallies.set(rule, tally);
    }
    return tally;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
