import type { CfnResource, PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import { NagRuleCompliance } from 'cdk-nag';
import { type Acknowledgement, AcknowledgementIndex } from './acknowledgements';
import { CoverageTally } from './coverage';
import type { PackRule } from './pack-rules';
import type { KismsRuleResult } from './rule';
import { UNKNOWN } from './tokens';

/** Finding of a rule that could not read the resource; accepting what the rule is about does not accept this. */
const UNVERIFIABLE = 'Unverifiable';

/** One walk over an app: applies the rules to resource after resource and keeps what they answer. */
export class Inspection {
  readonly tally = new CoverageTally();
  /** Whether an error was found that nobody accepted. */
  failed = false;
  private readonly found = new Map<string, PolicyViolation>();
  private readonly acknowledged: AcknowledgementIndex;
  private readonly byClass = new Map<string, readonly PackRule[]>();

  constructor(
    private readonly rules: readonly PackRule[],
    acknowledgements: readonly Acknowledgement[],
  ) {
    this.acknowledged = new AcknowledgementIndex(acknowledgements);
  }

  /** Applies every rule that concerns a resource. */
  check(node: CfnResource): void {
    this.tally.addResource();
    for (const rule of this.rulesFor(node)) this.apply(rule, node);
  }

  /** The findings, accepted ones too (CDK sorts them out by their acknowledgements), by id. */
  violations(): PolicyViolation[] {
    return [...this.found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, violation]) => violation);
  }

  private rulesFor(node: CfnResource): readonly PackRule[] {
    // A class can have several types (the untyped one), and a type several classes (those that extend its own).
    const key = `${node.constructor.name} ${node.cfnResourceType}`;
    let rules = this.byClass.get(key);
    if (rules === undefined) {
      rules = this.rules.filter((rule) => rule.concerns(node));
      this.byClass.set(key, rules);
    }
    return rules;
  }

  private apply(rule: PackRule, node: CfnResource): void {
    let result: KismsRuleResult;
    try {
      result = rule.evaluate(node);
    } catch (error) {
      this.tally.addApplicable(rule.id);
      this.add(rule, node, 'error', `${rule.id}[${UNVERIFIABLE}]`, (error as Error).message);
      return;
    }
    if (result === NagRuleCompliance.NOT_APPLICABLE) return;
    this.tally.addApplicable(rule.id);
    if (result === UNKNOWN) this.tally.addAnswer(rule.id, 'unknown', node.node.path);
    else if (result === NagRuleCompliance.NON_COMPLIANT) this.add(rule, node, 'nonCompliant', rule.id);
    else if (result === NagRuleCompliance.COMPLIANT || result.length === 0) {
      this.tally.addAnswer(rule.id, 'compliant', node.node.path);
    } else {
      for (const finding of new Set(result)) this.add(rule, node, 'nonCompliant', `${rule.id}[${finding}]`);
    }
  }

  private add(rule: PackRule, node: CfnResource, kind: 'nonCompliant' | 'error', id: string, failure?: string): void {
    const { path } = node.node;
    const accepted = this.acknowledged.find(id, path);
    this.tally.addFinding(rule.id, kind, { path, id }, accepted);
    this.failed ||= accepted === undefined && rule.severity === 'error';

    const key = failure === undefined ? id : `${id}\n${failure}`;
    const resource: PolicyViolatingResource = { constructPath: path, locations: ['Properties'] };
    const known = this.found.get(key);
    if (known === undefined)
      this.found.set(key, { ...violation(rule, node, id, failure), violatingResources: [resource] });
    else known.violatingResources.push(resource);
  }
}

function violation(
  { criteria, severity, engine, describe }: PackRule,
  node: CfnResource,
  ruleName: string,
  failure?: string,
): Omit<PolicyViolation, 'violatingResources'> {
  const { description, why, fix } = describe(node);
  const couldNot = failure === undefined ? '' : ` The rule cannot tell: ${failure}`;
  return {
    ruleName,
    description: `[${criteria.join(', ')}] ${description}${couldNot}`,
    severity,
    fix,
    ruleMetadata: { criteria: criteria.join(','), engine, why },
  };
}
