import { CONDITION_OPERATORS, type ConditionOperator, type ValueTest } from './condition-operators';
import type { PolicyConditions } from './policy-document';
import type { RequestContext } from './request-context';
import { every, not, some, type Trilean } from './trilean';

/** A condition operator taken apart, for example `ForAnyValue:StringLikeIfExists`. */
export interface OperatorName {
  /** @default - the operator compares a single value */
  readonly quantifier?: 'ForAllValues' | 'ForAnyValue';
  readonly base: string;
  readonly ifExists: boolean;
}

/** Whether a condition holds for a request. */
export type ConditionTest = (context: RequestContext) => Trilean;

/** Takes a condition operator apart; whether its base exists is for the caller to look up. */
export function parseOperatorName(name: string): OperatorName {
  const [, quantifier, base = name, suffix] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(name) ?? [];
  return { quantifier: quantifier as OperatorName['quantifier'], base, ifExists: suffix !== undefined };
}

/**
 * Prepares a condition block, already checked, for many requests: every operator and every key of it must hold.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function compileConditions(conditions: PolicyConditions): ConditionTest {
  const tests = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => compileCondition(operator, key.toLowerCase(), [values].flat())),
  );
  return (context) => every(tests, (test) => test(context));
}

function compileCondition(operator: string, key: string, policyValues: string[]): ConditionTest {
  const name = parseOperatorName(operator);
  if (name.base === 'Null') return nullTest(key, policyValues);
  const comparison = CONDITION_OPERATORS.get(name.base);
  if (!comparison) throw new Error(`unknown condition operator ${JSON.stringify(operator)}`);
  const matches = anyOf(comparison, policyValues);
  const whenAbsent = name.ifExists || name.quantifier === 'ForAllValues' || (!name.quantifier && comparison.negated);
  return (context) => {
    const requestValues = context.lookup(key);
    if (requestValues === 'unknown') return requestValues;
    if (requestValues.length === 0) return whenAbsent;
    const holds = (value: string) => matches(value, context);
    if (name.quantifier === 'ForAllValues') return every(requestValues, holds);
    if (name.quantifier === 'ForAnyValue') return some(requestValues, holds);
    // AWS wants a set operator for several values and does not say what happens without one.
    return requestValues.length === 1 ? every(requestValues, holds) : 'unknown';
  };
}

/** The policy values are alternatives; a negated operator holds when none of them matches. */
function anyOf({ compile, negated }: ConditionOperator, policyValues: string[]): ValueTest {
  const tests = policyValues.map(compile).filter((test) => test !== undefined);
  return (requestValue, context) => {
    const matched = some(tests, (test) => test(requestValue, context));
    return negated ? not(matched) : matched;
  };
}

function nullTest(key: string, policyValues: string[]): ConditionTest {
  const wanted = new Set(policyValues.map((value) => value.toLowerCase()));
  return (context) => {
    const requestValues = context.lookup(key);
    return requestValues === 'unknown' ? requestValues : wanted.has(String(requestValues.length === 0));
  };
}
