import data from './data/config-rules.json';
import type { ConfigRule } from './types';

// Cast through unknown, as the compiler gives each rule the parameters of all others: the schema checks the file.
/**
 * The AWS Config managed rules that serve a criterion, by identifier: the 116 of AWS's own K-ISMS pack and our extras.
 *
 * The identifiers are our strings, never constants of the CDK: its list lacks many, and some differ from their value.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/operational-best-practices-for-k-isms.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
 */
export const CONFIG_RULES = data.rules as unknown as readonly ConfigRule[];

const BY_IDENTIFIER: ReadonlyMap<string, ConfigRule> = new Map(CONFIG_RULES.map((rule) => [rule.identifier, rule]));

/**
 * Finds a managed rule by its identifier, for example `CLOUD_TRAIL_ENABLED`.
 *
 * @throws Error when the catalogue has none of that identifier
 */
export function configRule(identifier: string): ConfigRule {
  const found = BY_IDENTIFIER.get(identifier);
  if (found === undefined) {
    const meant = CONFIG_RULES.find((rule) => rule.name === identifier);
    throw new Error(
      `no Config rule ${JSON.stringify(identifier)}: ${
        meant ? `write its identifier ${JSON.stringify(meant.identifier)}` : 'see CONFIG_RULES for the identifiers'
      }`,
    );
  }
  return found;
}
