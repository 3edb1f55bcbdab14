import type { CfnResource, IResolvable } from 'aws-cdk-lib';
import { NagRuleCompliance } from 'cdk-nag';
import { resolved, UNKNOWN } from '../tokens';

/** Yes, no, or only the deployment knows. */
export type Answer = boolean | typeof UNKNOWN;

/** Puts a question about a value that may be unknown. */
export function ask<T>(value: T | typeof UNKNOWN, question: (value: T) => Answer): Answer {
  return value === UNKNOWN ? UNKNOWN : question(value as T);
}

/** Whether one answer is yes; an unknown one matters only where none is. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(UNKNOWN) ? UNKNOWN : false;
}

/** Whether no answer is no; an unknown one matters only where none is. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(UNKNOWN) ? UNKNOWN : true;
}

/** Whether the question has a yes for an item of a list property, which may be unknown as a whole or in parts. */
export function someItem<T>(
  node: CfnResource,
  list: readonly (T | IResolvable)[] | IResolvable | undefined,
  question: (item: T) => Answer,
): Answer {
  return ask(resolved<readonly T[] | undefined>(node, list as IResolvable | undefined), (items = []) =>
    anyOf([items].flat().map((item) => ask(resolved<T>(node, item), (value) => question(value as T)))),
  );
}

/** Result of a rule with one question: whether there is a fault. */
export function unless(fault: Answer): NagRuleCompliance | typeof UNKNOWN {
  if (fault === UNKNOWN) return UNKNOWN;
  return fault ? NagRuleCompliance.NON_COMPLIANT : NagRuleCompliance.COMPLIANT;
}

/** Result of a rule with several questions: the names of the faults, or that it cannot tell whether there is one. */
export function faults(answers: Readonly<Record<string, Answer>>): string[] | typeof UNKNOWN {
  const found = Object.entries(answers).flatMap(([name, answer]) => (answer === true ? [name] : []));
  return found.length === 0 && Object.values(answers).includes(UNKNOWN) ? UNKNOWN : found;
}
