import { z } from 'zod';
import { CONFIG_FILES } from './files';
import { formats } from './format';

/** JSON Schema as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Settings of {@link toJsonSchema}. */
export interface JsonSchemaOptions {
  /** Name of what is described, kebab-case; becomes part of the `$id`. */
  readonly stem: string;
  readonly title: string;
  /** Whether people write it (defaults may be left out) or the product does. */
  readonly io: 'input' | 'output';
}

/**
 * One Zod schema as JSON Schema, with the examples of its formats.
 *
 * Draft 7 is the newest that the YAML language server supports.
 *
 * @see https://github.com/redhat-developer/yaml-language-server#features
 */
export function toJsonSchema(schema: z.ZodType, { stem, title, io }: JsonSchemaOptions): JsonSchema {
  const { $schema, ...content } = z.toJSONSchema(schema, {
    target: 'draft-07',
    io,
    override: ({ zodSchema, jsonSchema }) => {
      const format = formats.get(zodSchema);
      if (format?.example !== undefined) jsonSchema.examples = [format.example];
    },
  });
  return { $schema, $id: `urn:cdk-org-governance:schema:${stem}`, title, ...content };
}

/** The JSON Schemas of the config files, by schema file name, so that editors complete and check while one types. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  for (const { name, title, schema } of CONFIG_FILES) {
    if (title === undefined) continue;
    const stem = name.replace(/\.yaml$/, '');
    schemas.set(`${stem}.schema.json`, toJsonSchema(schema, { stem, title, io: 'input' }));
  }
  return schemas;
}
