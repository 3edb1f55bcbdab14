import type { LocalizedText } from '../../localized-text';
import { CONFIG_RULES, type ConfigRule } from '../catalogue';
import { CONFORMANCE_PACK_PURPOSES, type ConformancePackOptions } from './options';
import { ruleParameters } from './rule-parameters';

/** What becomes of one rule of the catalogue. */
export interface RuleSelection {
  readonly rule: ConfigRule;
  /** Values of its parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Why the rule is in no pack. @default - it is in the pack of its purpose */
  readonly leftOut?: LocalizedText;
}

/**
 * Decides on every rule of the catalogue, sorted by identifier: what the packs hold, and what they do not and why.
 *
 * @throws Error when an option names a rule that the catalogue lacks, a parameter that the rule does not take or that
 * the law prescribes, or a retention that the rule does not know
 */
export function selectRules(options: ConformancePackOptions): RuleSelection[] {
  const catalogue = options.catalogue ?? CONFIG_RULES;
  checkIdentifiers('rules', Object.keys(options.rules ?? {}), catalogue);
  checkIdentifiers('onlyRules', options.onlyRules ?? [], catalogue);
  return [...catalogue]
    .sort((a, b) => (a.identifier < b.identifier ? -1 : 1))
    .map((rule) => {
      const leftOut = reasonToLeaveOut(rule, options);
      return { rule, parameters: ruleParameters(rule, options), ...(leftOut !== undefined && { leftOut }) };
    });
}

/** @throws Error when one of the identifiers is not in the catalogue */
function checkIdentifiers(property: string, identifiers: readonly string[], catalogue: readonly ConfigRule[]): void {
  const unknown = identifiers.find((identifier) => !catalogue.some((rule) => rule.identifier === identifier));
  if (unknown === undefined) return;
  const meant = catalogue.find(({ name }) => name === unknown.toLowerCase().replaceAll('_', '-'))?.identifier;
  throw new Error(
    `'${property}' names no rule of the catalogue: ${JSON.stringify(unknown)}; ${
      meant === undefined ? 'CONFIG_RULES lists the identifiers' : `write ${JSON.stringify(meant)}`
    }`,
  );
}

function reasonToLeaveOut(rule: ConfigRule, options: ConformancePackOptions): LocalizedText | undefined {
  const { identifier, securityHubControls: controls } = rule;
  if (
    !(options.purposes ?? CONFORMANCE_PACK_PURPOSES).includes(rule.purpose) ||
    options.onlyRules?.includes(identifier) === false
  ) {
    return { en: 'These packs are about other rules.', ko: '이 팩에서 다루지 않는 규칙입니다.' };
  }
  const elsewhere = otherRegion(rule, options);
  if (elsewhere !== undefined) return elsewhere;

  const enabled = options.rules?.[identifier]?.enabled;
  if (enabled === true) return undefined;
  if (enabled === false) return { en: 'Turned off in the settings.', ko: '설정에서 사용하지 않도록 했습니다.' };
  if (rule.availability === 'unknown') {
    return {
      en: 'AWS names no Region that has it. Turn it on once you have seen it in yours.',
      ko: '사용할 수 있는 리전을 확인하지 못했습니다. 해당 리전에 있는지 확인한 뒤 사용하도록 설정하세요.',
    };
  }
  if (rule.off !== undefined) return rule.off;
  if (options.detectiveSource === 'securityhub' && controls.length > 0 && rule.legal === undefined) {
    return {
      en: `AWS Security Hub checks the same: ${controls.join(', ')}.`,
      ko: `AWS Security Hub가 같은 항목을 점검합니다: ${controls.join(', ')}.`,
    };
  }
  return undefined;
}

function otherRegion(rule: ConfigRule, options: ConformancePackOptions): LocalizedText | undefined {
  const { region, homeRegion, regionalRules = region === homeRegion } = options;
  if (rule.availability === 'us-east-1') {
    return region === 'us-east-1'
      ? undefined
      : { en: 'Evaluates in us-east-1 alone.', ko: 'us-east-1 리전에서만 평가합니다.' };
  }
  return regionalRules ? undefined : { en: `Evaluates in ${homeRegion}.`, ko: `${homeRegion} 리전에서 평가합니다.` };
}
