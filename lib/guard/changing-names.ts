import { canonical, isObject, mentions, type Template } from './template';

/** Names whose value changes, see {@link mentions}; `false` when it may change only. */
export type ChangingNames = ReadonlyMap<string, boolean>;

/** Adds a name; what is once certain stays certain. */
export function mark(names: Map<string, boolean>, name: string, certain: boolean): void {
  names.set(name, certain || names.get(name) === true);
}

/** Adds a name when an expression is made of something that changes. */
export function markMentioned(
  names: Map<string, boolean>,
  name: string,
  expression: unknown,
  changing: ChangingNames,
): void {
  for (const used of mentions(expression)) {
    const certain = changing.get(used);
    if (certain !== undefined) mark(names, name, certain);
  }
}

/** Grows with every name that is marked, and with every one that becomes certain. */
export function weight(names: ChangingNames): number {
  return names.size + [...names.values()].filter(Boolean).length;
}

/**
 * Parameters, mappings and conditions that are not what they were.
 *
 * @param parameters - parameters that are known to change
 */
export function changingDeclarations(
  before: Template,
  after: Template,
  parameters: ChangingNames,
): Map<string, boolean> {
  const changing = new Map(parameters);
  const compare = (name: string, old: unknown, current: unknown): void => {
    if (old !== undefined && canonical(old) !== canonical(current)) mark(changing, name, false);
  };
  for (const [name, parameter] of Object.entries(after.Parameters ?? {}))
    compare(name, defaultOf(before.Parameters?.[name]), defaultOf(parameter));
  for (const [name, mapping] of Object.entries(after.Mappings ?? {}))
    compare(`mapping:${name}`, before.Mappings?.[name], mapping);
  for (const [name, condition] of Object.entries(after.Conditions ?? {})) {
    compare(`condition:${name}`, before.Conditions?.[name], condition);
    if ([...mentions(condition)].some((used) => changing.has(used))) mark(changing, `condition:${name}`, false);
  }
  return changing;
}

/** Outputs whose value changes, though their expression may not. */
export function changingOutputs(before: Template, after: Template, changing: ChangingNames): ChangingNames {
  const outputs = new Map<string, boolean>();
  for (const [name, { Value }] of Object.entries(after.Outputs ?? {})) {
    const old = before.Outputs?.[name]?.Value;
    if (old !== undefined && canonical(old) !== canonical(Value)) mark(outputs, name, false);
    markMentioned(outputs, name, Value, changing);
  }
  return outputs;
}

function defaultOf(parameter: unknown): unknown {
  return isObject(parameter) ? parameter.Default : undefined;
}
