import type { Guardrail, GuardrailParameter, GuardrailParameterValues } from './guardrail';

type ParameterValue = GuardrailParameterValues[string];

function isOfType(parameter: GuardrailParameter, value: unknown): value is ParameterValue {
  switch (parameter.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'string':
      return typeof value === 'string';
    case 'string-list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
  }
}

function invalidText(parameter: GuardrailParameter, text: string): string | undefined {
  if (parameter.allowedValues !== undefined && !parameter.allowedValues.includes(text)) {
    return `${JSON.stringify(text)} is not one of ${JSON.stringify(parameter.allowedValues)}`;
  }
  const pattern = parameter.pattern ?? '^.+$';
  return new RegExp(pattern).test(text) ? undefined : `${JSON.stringify(text)} does not match ${pattern}`;
}

function invalidNumber(parameter: GuardrailParameter, value: number): string | undefined {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = parameter;
  return value >= minimum && value <= maximum ? undefined : `${value} is not between ${minimum} and ${maximum}`;
}

function problemOf(parameter: GuardrailParameter, value: unknown): string | undefined {
  if (!isOfType(parameter, value)) return `${JSON.stringify(value)} is not of type ${parameter.type}`;
  if (typeof value === 'number') return invalidNumber(parameter, value);
  const texts = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  return texts.map((text) => invalidText(parameter, text)).find((problem) => problem !== undefined);
}

/**
 * Checks the parameter values of one use of a guardrail and fills the defaults in.
 *
 * @throws if a parameter is unknown, missing without a default, or has a value that its description does not allow
 */
export function resolveParameters(
  guardrail: Guardrail,
  given: Partial<GuardrailParameterValues> = {},
): GuardrailParameterValues {
  const parameters = guardrail.parameters ?? {};
  const names = Object.keys(parameters);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const known = names.length === 0 ? 'it takes none' : `it takes ${JSON.stringify(names)}`;
    throw new Error(`guardrail ${JSON.stringify(guardrail.id)} has no parameter ${JSON.stringify(unknown)}: ${known}`);
  }
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => {
      const value = given[name] ?? parameter.defaultValue;
      const of = `parameter '${name}' of guardrail ${JSON.stringify(guardrail.id)}`;
      if (value === undefined) throw new Error(`${of} is required: ${parameter.description.en}`);
      const problem = problemOf(parameter, value);
      if (problem !== undefined) throw new Error(`${of} is invalid: ${problem}`);
      return [name, value];
    }),
  );
}
