import type { CfnResource } from 'aws-cdk-lib';
import type { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { LocalizedText } from '../localized-text';
import type { ResolvedKismsCheckOptions } from './options';
import type { UNKNOWN } from './tokens';

/**
 * What a rule says of one resource: its compliance, `UNKNOWN` when only the deployment can tell, or one finding per fault.
 *
 * No finding (an empty list) is compliance. A finding becomes a part of the id that people acknowledge
 * (`Kisms-<rule>[<finding>]`): name what is wrong by something stable, never by an index or a message.
 */
export type KismsRuleResult = NagRuleCompliance | typeof UNKNOWN | string[];

/**
 * One rule of our own: what it checks, which criteria it serves, and the remedy.
 *
 * Answers, in this order: `NOT_APPLICABLE` where the question makes no sense for the resource; `NON_COMPLIANT` or findings
 * where the template shows the fault; `UNKNOWN` where the value decides and only the deployment knows it (a parameter, an
 * import); `COMPLIANT` otherwise. A value that must merely be set (a key, a log destination) is compliant as a token. A
 * rule never throws on a token and never calls a value that it cannot see a fault.
 */
export interface KismsRule {
  /** Name in PascalCase, not one of cdk-nag's own; the id in reports is `Kisms-<id>` and never changes. */
  readonly id: string;
  /** Ids of criteria, the one that it serves most first: `['2.9.4']`. */
  readonly criteria: readonly string[];
  /** What is wrong, as a statement: "The log group has no retention". */
  readonly title: LocalizedText;
  /** Why the criterion asks for it. */
  readonly why: LocalizedText;
  /** What to write instead, with the property by its name. */
  readonly fix: LocalizedText;
  /** `ERROR` fails the build, `WARN` does not. */
  readonly level: NagMessageLevel;
  /** CloudFormation types that `check` is called with; it is never called with another, nor with an untyped `CfnResource`. */
  readonly resourceTypes: readonly string[];
  /** Judges a resource of one of `resourceTypes`; pure. */
  check(node: CfnResource, options: ResolvedKismsCheckOptions): KismsRuleResult;
}
