import type { CfnResource, IResolvable } from 'aws-cdk-lib';
import { NagRuleCompliance } from 'cdk-nag';
import type { KismsRuleResult } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';

/** What a rule says of one part of a resource: its finding, `UNKNOWN`, or `undefined` when nothing is wrong with it. */
export type Finding = string | typeof UNKNOWN | undefined;

/** The answer of a rule about all parts: a fault that is seen outweighs a part that is not. */
export function answerOf(parts: readonly Finding[]): KismsRuleResult {
  const findings = parts.filter((part) => typeof part === 'string');
  if (findings.length > 0) return findings;
  return parts.includes(UNKNOWN) ? UNKNOWN : NagRuleCompliance.COMPLIANT;
}

/** Items of a list property, each as the template will hold it; a list that only the deployment knows is one such item. */
export function items<T>(
  node: CfnResource,
  list: readonly (T | IResolvable)[] | IResolvable | typeof UNKNOWN | undefined,
): readonly (T | typeof UNKNOWN)[] {
  if (list === UNKNOWN) return [UNKNOWN];
  const found = resolved(node, list as readonly (T | IResolvable)[] | IResolvable | undefined);
  if (found === UNKNOWN) return [UNKNOWN];
  return ((found ?? []) as readonly (T | IResolvable)[]).map((item) => resolved<T>(node, item) as T | typeof UNKNOWN);
}

/** Looks into items one by one; an unknown item stays one. */
export function each<T, R>(
  list: readonly (T | typeof UNKNOWN)[],
  of: (item: T) => readonly R[],
): (R | typeof UNKNOWN)[] {
  return list.flatMap((item): readonly (R | typeof UNKNOWN)[] => (item === UNKNOWN ? [UNKNOWN] : of(item as T)));
}
