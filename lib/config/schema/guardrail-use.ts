import { z } from 'zod';
import { GUARDRAILS, type Guardrail, type GuardrailParameter, type LocalizedText } from '../../../constructs';
import { type Format, formats } from '../format';

/** A guardrail describes what a parameter is for; its pattern has no other words. */
function inWords(pattern: string, description: LocalizedText): Format {
  const { en, ko } = description;
  return { expected: { en: `a value that matches ${pattern} (${en})`, ko: `${pattern} 형식의 값(${ko})` } };
}

function parameterSchema(parameter: GuardrailParameter): z.ZodType {
  const text = parameter.allowedValues
    ? z.enum(parameter.allowedValues)
    : parameter.pattern
      ? z
          .string()
          .regex(new RegExp(parameter.pattern))
          .register(formats, inWords(parameter.pattern, parameter.description))
      : z.string().min(1);
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = parameter;
  const emptyIsDefault = Array.isArray(parameter.defaultValue) && parameter.defaultValue.length === 0;
  const schema = {
    boolean: z.boolean(),
    integer: z.int().min(minimum).max(maximum),
    string: text,
    'string-list': z.array(text).min(emptyIsDefault ? 0 : 1),
  }[parameter.type];
  const described = schema.describe(parameter.description.en);
  return parameter.defaultValue === undefined ? described : described.optional();
}

function presetSchema(guardrail: Guardrail): z.ZodType {
  const shape = Object.fromEntries(
    Object.entries(guardrail.parameters ?? {}).map(([name, p]) => [name, parameterSchema(p)]),
  );
  return z
    .strictObject(shape)
    .describe(`${guardrail.title.en} (${guardrail.policyType}; ${guardrail.source})`)
    .optional();
}

/** `preset id -> its parameters`; an empty object takes every default. */
export const presets = z
  .strictObject(Object.fromEntries(GUARDRAILS.map((guardrail) => [guardrail.id, presetSchema(guardrail)])))
  .refine((value) => Object.keys(value).length > 0, {
    params: { message: { en: 'must name at least one guardrail', ko: '가드레일을 하나 이상 지정해야 합니다' } },
  });
