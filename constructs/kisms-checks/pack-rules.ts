import { CfnResource } from 'aws-cdk-lib';
import { NagMessageLevel } from 'cdk-nag';
import { CONTROLS, CRITERIA, type Scheme } from '../kisms';
import { ADVISORY_RULES } from './advisory-rules';
import { classesOf, NAG_RULES, nagRuleText } from './nag-rules';
import type { ResolvedKismsCheckOptions } from './options';
import type { KismsRule, KismsRuleResult } from './rule';
import { ruleId } from './rule-id';
import { KISMS_RULES } from './rules';
import { UNKNOWN } from './tokens';

/** A rule as the pack applies it, whether it is cdk-nag's or ours. */
export interface PackRule {
  /** `Kisms-S3BucketLoggingEnabled` */
  readonly id: string;
  readonly engine: 'cdk-nag' | 'kisms';
  readonly criteria: readonly string[];
  readonly severity: 'error' | 'warning';
  /** Whether the rule may have something to say of resources of this class and type. */
  concerns(node: CfnResource): boolean;
  evaluate(node: CfnResource): KismsRuleResult;
  /** What a report says of a violation; the resource is only a means to get at cdk-nag's texts. */
  describe(node: CfnResource): { readonly description: string; readonly why: string; readonly fix: string };
}

const SCHEMES: ReadonlyMap<string, readonly Scheme[]> = new Map(CRITERIA.map(({ id, schemes }) => [id, schemes]));

/**
 * Every rule: those of cdk-nag that the catalogue maps to criteria, ours, and the user's, by id.
 *
 * @throws Error when two rules share an id or a rule names a criterion that does not exist
 */
export function packRules(additional: readonly KismsRule[], options: ResolvedKismsCheckOptions): PackRule[] {
  const own = [...KISMS_RULES, ...additional].map((rule) => ownRule(rule, options));
  const seen = new Set<string>();
  const all = [...mappedNagRules(), ...own].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, criteria } of all) {
    if (seen.has(id)) throw new Error(`rule ${JSON.stringify(id)} exists twice; give yours another id`);
    seen.add(id);
    if (criteria.length === 0 || !criteria.every((criterion) => SCHEMES.has(criterion))) {
      throw new Error(
        `rule ${JSON.stringify(id)} has the criteria ${JSON.stringify(criteria)}; name one or more ids of CRITERIA such as "2.9.4"`,
      );
    }
  }
  return all;
}

/** The rules that serve a criterion of a scheme, with the criteria of that scheme only. */
export function rulesOfScheme(rules: readonly PackRule[], scheme: Scheme): PackRule[] {
  return rules
    .map((rule) => ({ ...rule, criteria: rule.criteria.filter((id) => SCHEMES.get(id)?.includes(scheme)) }))
    .filter(({ criteria }) => criteria.length > 0);
}

function mappedNagRules(): PackRule[] {
  const criteria = new Map<string, string[]>();
  for (const { mechanism, reference, criterion } of CONTROLS) {
    if (mechanism === 'nag-rule') criteria.set(reference, [...(criteria.get(reference) ?? []), criterion]);
  }
  return [...criteria].flatMap(([name, ids]): PackRule[] => {
    const evaluate = NAG_RULES.get(name);
    // A later cdk-nag may drop a rule; the others must go on working.
    if (evaluate === undefined) return [];
    const classes = classesOf(evaluate);
    return [
      {
        id: ruleId(name),
        engine: 'cdk-nag',
        criteria: ids,
        severity: ADVISORY_RULES.has(name) ? 'warning' : 'error',
        concerns: (node) => classes.size === 0 || classNames(node).some((className) => classes.has(className)),
        evaluate,
        describe: (node) => {
          const { info, explanation } = nagRuleText(name, node);
          return { description: info, why: explanation, fix: explanation };
        },
      },
    ];
  });
}

function ownRule(rule: KismsRule, options: ResolvedKismsCheckOptions): PackRule {
  const { title, why, fix } = rule;
  return {
    id: ruleId(rule.id),
    engine: 'kisms',
    criteria: rule.criteria,
    severity: rule.level === NagMessageLevel.ERROR ? 'error' : 'warning',
    concerns: (node) => rule.resourceTypes.includes(node.cfnResourceType),
    // An untyped resource keeps its properties to itself: reading them from it would find every one of them missing.
    evaluate: (node) => (node.constructor === CfnResource ? UNKNOWN : rule.check(node, options)),
    describe: () => ({
      description: `${title.en} / ${title.ko}`,
      why: `${why.en} / ${why.ko}`,
      fix: `${fix.en} / ${fix.ko}`,
    }),
  };
}

/** Names of the class of a resource and of those that it extends. */
function classNames(node: CfnResource): string[] {
  const names: string[] = [];
  for (
    let prototype: object | null = Object.getPrototypeOf(node);
    prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    names.push(prototype.constructor.name);
  }
  return names;
}
