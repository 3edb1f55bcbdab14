import { type CfnResource, type IResolvable, Stack } from 'aws-cdk-lib';
import { NagRuleCompliance } from 'cdk-nag';

/** The answer when only the deployment knows: a parameter, an import, an attribute of another resource. */
export const UNKNOWN = Symbol('only the deployment knows');

/** Whether a resolved value is a CloudFormation function (`Ref`, `Fn::*`) instead of the value itself. */
export function isIntrinsic(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [key, ...others] = Object.keys(value);
  return key !== undefined && others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'));
}

/**
 * Reads a property as the template will hold it: the value, `undefined` when it is not set, or `UNKNOWN`.
 *
 * Only the top level is judged: call it again on the parts of an object or a list, which may be intrinsics of their own.
 */
export function resolved<T>(node: CfnResource, value: T | IResolvable): T | undefined | typeof UNKNOWN {
  const found: unknown = Stack.of(node).resolve(value);
  return isIntrinsic(found) ? UNKNOWN : ((found ?? undefined) as T | undefined);
}

/** Compliance of a value by a test of it; a value that only the deployment knows stays `UNKNOWN`. */
export function compliance<T>(
  value: T | typeof UNKNOWN,
  isCompliant: (value: T) => boolean,
): NagRuleCompliance | typeof UNKNOWN {
  if (value === UNKNOWN) return UNKNOWN;
  return isCompliant(value as T) ? NagRuleCompliance.COMPLIANT : NagRuleCompliance.NON_COMPLIANT;
}
