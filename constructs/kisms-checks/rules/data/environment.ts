import { type CfnResource, TagManager, Token } from 'aws-cdk-lib';
import type { ResolvedKismsCheckOptions } from '../../options';
import { UNKNOWN } from '../../tokens';

/** Whether the environment tag of a resource means production; `UNKNOWN` without one that can be read. */
export function isProduction(
  node: CfnResource,
  { environmentTag, productionValues }: ResolvedKismsCheckOptions,
): boolean | typeof UNKNOWN {
  const value = TagManager.of(node)?.tagValues()[environmentTag];
  return value === undefined || Token.isUnresolved(value) ? UNKNOWN : productionValues.includes(value);
}
