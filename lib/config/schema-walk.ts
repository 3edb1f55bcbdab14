import type { z } from 'zod';
import type { ConfigPath } from './problem';

type Schema = z.core.$ZodType;

/** A mapping, and not a list. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, and whether there is one (a key may be present with no value). */
export function valueAt(
  value: unknown,
  path: readonly PropertyKey[],
): { readonly present: boolean; readonly value?: unknown } {
  let current = value;
  for (const part of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return { present: false };
    current = (current as Record<PropertyKey, unknown>)[part];
  }
  return { present: true, value: current };
}

/** Whether a place is another one or inside of it. */
export function startsWith(path: ConfigPath, start: ConfigPath): boolean {
  return start.every((part, index) => path[index] === part);
}

/** The schemas that may apply to a value, without the wrappers (optional, default, union ...) around them. */
function alternatives(schema: Schema, value: unknown): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'nonoptional':
    case 'readonly':
      return alternatives(def.innerType, value);
    case 'union': {
      const options = def.options.flatMap((option) => alternatives(option, value));
      const fitting = options.filter((option) => literalsFit(option, value));
      return fitting.length > 0 ? fitting : options;
    }
    default:
      return [schema];
  }
}

/** Whether the constant keys of an option, such as the version of a manifest, are those of the value. */
function literalsFit(option: Schema, value: unknown): boolean {
  if (!isMapping(value)) return true;
  return Object.entries(shapeOf(option) ?? {}).every(([key, child]) => {
    const { def } = (child as z.core.$ZodTypes)._zod;
    return def.type !== 'literal' || def.values.includes(value[key] as z.core.util.Literal);
  });
}

function shapeOf(schema: Schema): Record<string, Schema> | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'object' ? (def.shape as Record<string, Schema>) : undefined;
}

function child(schema: Schema, part: string | number): Schema | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return typeof part === 'number' ? def.element : undefined;
  if (def.type === 'record') return def.valueType;
  const shape = shapeOf(schema);
  return shape && Object.hasOwn(shape, part) ? shape[part] : undefined;
}

/**
 * The schemas that may apply at a place, wrappers removed.
 *
 * @param schema - of the whole file
 * @param value - of the whole file; decides between the options of a union
 * @param path - the place
 */
export function schemasAt(schema: Schema, value: unknown, path: ConfigPath): Schema[] {
  let found = alternatives(schema, value);
  for (const [index, part] of path.entries()) {
    const next = valueAt(value, path.slice(0, index + 1)).value;
    found = found.flatMap((parent) => {
      const schemaOfPart = child(parent, part);
      return schemaOfPart ? alternatives(schemaOfPart, next) : [];
    });
  }
  return found;
}

/**
 * The keys that a mapping may have.
 *
 * @param schemas - what may apply to the mapping
 */
export function knownKeys(schemas: readonly Schema[]): string[] {
  return [...new Set(schemas.flatMap((schema) => Object.keys(shapeOf(schema) ?? {})))];
}

/**
 * What a key of a free mapping must be.
 *
 * @param schemas - what may apply to the mapping
 */
export function keySchemas(schemas: readonly Schema[]): Schema[] {
  return schemas.flatMap((schema) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    return def.type === 'record' ? [def.keyType] : [];
  });
}

/**
 * The place to remove so that a bad value no longer stands in the way: the place itself or the nearest one around it
 * that is an element of a list, an entry of a free mapping, an optional key or an unknown key.
 *
 * @param removed - places that are removed already, as JSON: their absence may be what is bad now
 * @returns undefined when everything around the place is required
 */
export function nearestRemovable(
  schema: Schema,
  value: unknown,
  path: ConfigPath,
  removed: ReadonlySet<string>,
): ConfigPath | undefined {
  for (let length = path.length; length > 0; length--) {
    if (removed.has(JSON.stringify(path.slice(0, length)))) continue;
    const part = path[length - 1] as string | number;
    const parents = schemasAt(schema, value, path.slice(0, length - 1));
    const removable = parents.some((parent) => {
      const { def } = (parent as z.core.$ZodTypes)._zod;
      if (def.type === 'array' || def.type === 'record') return true;
      return def.type === 'object' && child(parent, part)?._zod.optin !== undefined;
    });
    const unknown = !parents.some((parent) => child(parent, part));
    if (removable || unknown) return path.slice(0, length);
  }
  return undefined;
}
