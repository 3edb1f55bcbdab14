import type { ConfigRule, LegalParameterName } from '../catalogue';
import type { ConformancePackOptions } from './options';

/** The retentions from the legal minimum up that `CW_LOGGROUP_RETENTION_PERIOD_CHECK` takes, in days. */
const RETENTION_DAYS = [365, 400, 545, 731, 1827, 3653];

/**
 * The values of a rule's parameters, sorted by name: the catalogue's, the law's, then the organization's own.
 *
 * @throws Error when an override names a parameter that the rule does not take or that the law prescribes, or the law's
 * value is missing or impossible
 * @see https://docs.aws.amazon.com/config/latest/developerguide/cw-loggroup-retention-period-check.html
 */
export function ruleParameters(rule: ConfigRule, options: ConformancePackOptions): Record<string, string> {
  const legal = Object.entries(rule.legal ?? {});
  const own = options.rules?.[rule.identifier]?.parameters ?? {};
  for (const name of Object.keys(own)) checkOverride(rule, name);
  return Object.fromEntries(
    Object.entries({
      ...rule.parameters,
      ...Object.fromEntries(legal.map(([name, source]) => [name, legalValue(source, options)])),
      ...own,
    }).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function checkOverride({ identifier, legal, parameterNames }: ConfigRule, name: string): void {
  const of = `parameter ${JSON.stringify(name)} of rule ${JSON.stringify(identifier)}`;
  const source = legal?.[name];
  if (source !== undefined) {
    throw new Error(`'rules' overrides ${of}, which the law prescribes: remove it and set 'legal.${source}'`);
  }
  if (!parameterNames.includes(name)) {
    const takes = parameterNames.length === 0 ? 'it takes none' : `it takes ${JSON.stringify(parameterNames)}`;
    throw new Error(`'rules' overrides ${of}, which does not exist: ${takes}; correct or remove the name`);
  }
}

function legalValue(source: LegalParameterName, { legal }: ConformancePackOptions): string {
  const value = legal[source];
  if (value === undefined) {
    throw new Error(`'legal' lacks ${JSON.stringify(source)}: take it from legalParameters()`);
  }
  if (source === 'accessRecordRetentionDays' && !RETENTION_DAYS.includes(Number(value))) {
    const next = RETENTION_DAYS.find((days) => days > Number(value));
    throw new Error(
      `'legal.accessRecordRetentionDays' is ${JSON.stringify(value)}: Amazon CloudWatch Logs keeps ${RETENTION_DAYS.join(', ')} days${
        next === undefined ? '' : `; write ${next}`
      }`,
    );
  }
  return String(value);
}
