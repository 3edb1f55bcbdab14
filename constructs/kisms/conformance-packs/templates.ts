import { CONFORMANCE_PACK_PURPOSES, type ConformancePackOptions, type ConformancePackPurpose } from './options';
import { checkRemediation, remediationResource } from './remediation';
import { type RuleSelection, selectRules } from './select-rules';

/** One conformance pack: a template of AWS Config rules, and what it was made from. */
export interface ConformancePackTemplate {
  /** Name of the pack. */
  readonly name: string;
  /** What the pack is about. */
  readonly purpose: ConformancePackPurpose;
  /** Region that it is for. */
  readonly region: string;
  /** The template: JSON without white space, which is YAML too. */
  readonly body: string;
  /** Its rules, sorted by identifier. */
  readonly rules: readonly RuleSelection[];
}

const MAX_RULES = 130;
const TOO_MANY_BYTES = 51_200;

/**
 * The conformance packs of an organization, one a purpose; a purpose without rules has none.
 *
 * @throws Error when an option is wrong, or a pack has more rules or bytes than AWS Config takes inline
 * @see https://docs.aws.amazon.com/config/latest/developerguide/configlimits.html
 */
export function conformancePackTemplates(options: ConformancePackOptions): ConformancePackTemplate[] {
  if (options.remediation !== undefined) checkRemediation(options.remediation);
  const selected = selectRules(options).filter(({ leftOut }) => leftOut === undefined);
  return CONFORMANCE_PACK_PURPOSES.map((purpose) => {
    const rules = selected.filter(({ rule }) => rule.purpose === purpose);
    return {
      name: `${options.namePrefix ?? 'kisms'}-${purpose}`,
      purpose,
      region: options.region,
      body: templateBody(rules, options),
      rules,
    };
  })
    .filter(({ rules }) => rules.length > 0)
    .map(checked);
}

/** The Security Hub controls that check what the packs check, sorted: those to turn off where AWS Config evaluates. */
export function securityHubTwins(templates: readonly ConformancePackTemplate[]): string[] {
  const controls = templates.flatMap(({ rules }) => rules.flatMap(({ rule }) => rule.securityHubControls));
  return [...new Set(controls)].sort();
}

/** @throws Error when AWS would not take a template of so many bytes inline */
export function checkTemplateBytes(what: string, body: string): void {
  const bytes = Buffer.byteLength(body);
  if (bytes >= TOO_MANY_BYTES) {
    throw new Error(
      `${what} has ${bytes} bytes, and an inline template must have fewer than ${TOO_MANY_BYTES}: turn rules off, or move some to another purpose`,
    );
  }
}

function checked(template: ConformancePackTemplate): ConformancePackTemplate {
  const { name, rules, body } = template;
  if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) {
    throw new Error(
      `'namePrefix' makes the pack name ${JSON.stringify(name)}: start with a letter, use letters, digits and hyphens, at most 128 in all`,
    );
  }
  if (rules.length > MAX_RULES) {
    throw new Error(
      `conformance pack ${JSON.stringify(name)} has ${rules.length} rules, and AWS Config takes at most ${MAX_RULES} in a pack: turn rules off, or move some to another purpose`,
    );
  }
  checkTemplateBytes(`conformance pack ${JSON.stringify(name)} of ${rules.length} rules`, body);
  return template;
}

function templateBody(rules: readonly RuleSelection[], { remediation }: ConformancePackOptions): string {
  const resources = rules.flatMap((selection): [string, object][] => {
    const id = logicalId(selection.rule.identifier);
    const repair = remediationResource(selection.rule, id, remediation);
    return [
      [id, ruleResource(selection)],
      ...(repair === undefined ? [] : [[`${id}Remediation`, repair] as [string, object]]),
    ];
  });
  return JSON.stringify({ Resources: Object.fromEntries(resources) });
}

function ruleResource({ rule, parameters }: RuleSelection): object {
  // A wrong scope is refused, and a periodic rule evaluates the account and needs none.
  const scoped = rule.trigger === 'change-triggered' || rule.trigger === 'both';
  return {
    Type: 'AWS::Config::ConfigRule',
    Properties: {
      ConfigRuleName: rule.name,
      ...(Object.keys(parameters).length > 0 && { InputParameters: parameters }),
      ...(scoped &&
        rule.resourceTypes.length > 0 && { Scope: { ComplianceResourceTypes: [...rule.resourceTypes].sort() } }),
      Source: { Owner: 'AWS', SourceIdentifier: rule.identifier },
    },
  };
}

/** `ACCESS_KEYS_ROTATED` is `AccessKeysRotated`. */
function logicalId(identifier: string): string {
  return identifier
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
}
