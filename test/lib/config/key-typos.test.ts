import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { CONFIG_FILES } from '../../../lib/config/files';
import type { ConfigPath } from '../../../lib/config/problem';
import { renderPath } from '../../../lib/config/render-problem';
import { knownKeys, schemasAt } from '../../../lib/config/schema-walk';
import { GOOD, ORGANIZATION, parse, rendered } from './config-folder';

const FIXTURES = join(GOOD, '..');

const SAMPLES: readonly (readonly [file: string, sample: string])[] = [
  ['organization.yaml', 'good/organization.yaml'],
  ['control-tower.yaml', 'good/control-tower.yaml'],
  ['control-tower.yaml', 'landing-zone-3.3.yaml'],
  ['control-tower.yaml', 'landing-zone-4.0.yaml'],
  ['identity-center.yaml', 'good/identity-center.yaml'],
  ['network.yaml', 'network.yaml'],
  ['compliance.yaml', '../../lib/config/every-key.compliance.yaml'],
  ['accounts.lock.json', 'good/accounts.lock.json'],
];

/** One slip of the finger each. */
const SLIPS: Readonly<Record<string, (key: string) => string>> = {
  'one letter wrong': (key) => `${key.slice(0, -1)}x`,
  'one letter twice': (key) => `${key}${key.at(-1)}`,
  'two letters swapped': (key) => `${key.slice(0, -2)}${key.at(-1)}${key.at(-2)}`,
};

interface Key {
  readonly path: ConfigPath;
  readonly name: string;
  readonly offset: number;
}

function keysOf(node: unknown, path: ConfigPath = []): Key[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => keysOf(item, [...path, index]));
  if (!isMap<Node, Node>(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    if (!isScalar<string>(key)) throw new Error('a fixture has only string keys');
    const inner = [...path, key.value];
    return [{ path: inner, name: key.value, offset: key.range?.[0] as number }, ...keysOf(value, inner)];
  });
}

/** Every key of a sample that the schema names, with the schema that names it. */
function namedKeys(file: string, text: string) {
  const schema = CONFIG_FILES.find(({ name }) => name === file)?.schema as z.ZodType;
  const document = parseDocument(text);
  return keysOf(document.contents).flatMap((key) => {
    const owners = schemasAt(schema, document.toJS(), key.path.slice(0, -1));
    return knownKeys(owners).includes(key.name) ? [{ ...key, owners }] : [];
  });
}

const CASES = SAMPLES.flatMap(([file, sample]) => {
  const text = readFileSync(join(FIXTURES, sample), 'utf8');
  return namedKeys(file, text).flatMap(({ path, name, offset }) =>
    Object.entries(SLIPS)
      .map(([slip, misspell]) => ({ slip, written: misspell(name) }))
      .filter(({ written }) => written !== name)
      .map(({ slip, written }) => ({ file, sample, text, path, name, offset, slip, written })),
  );
});

test.each(CASES)('$sample $path: $slip', ({ file, text, path, name, offset, written }) => {
  const quotes = text[offset] === '"' ? 1 : 0;
  const at = offset + quotes;
  const changed = text.slice(0, at) + written + text.slice(at + name.length);
  const before = text.slice(0, offset).split('\n');
  const place = `${before.length}:${(before.at(-1) as string).length + 1}`;
  const found = rendered(parse({ 'organization.yaml': ORGANIZATION, [file]: changed }));
  expect(found).toEqual([
    `${file}:${place} ${renderPath([...path.slice(0, -1), written])}: unknown key "${written}" — did you mean "${name}"?`,
  ]);
});

/** Every mapping schema inside a schema, except the guardrails, which have tests of their own. */
function mappings(schema: z.core.$ZodType, name: string): { name: string; schema: z.core.$ZodType }[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return [
        ...(name.endsWith('.presets') ? [] : [{ name, schema }]),
        ...Object.entries(def.shape as Record<string, z.core.$ZodType>)
          .filter(() => !name.endsWith('.presets'))
          .flatMap(([key, child]) => mappings(child, `${name}.${key}`)),
      ];
    case 'array':
      return mappings(def.element, `${name}[]`);
    case 'optional':
      return mappings(def.innerType, name);
    case 'union':
      return def.options.flatMap((option, index) => mappings(option, `${name}(${index})`));
    default:
      return [];
  }
}

test('the samples have every key of every schema', () => {
  const tested = new Map<z.core.$ZodType, Set<string>>();
  for (const [file, sample] of SAMPLES) {
    for (const { owners, name } of namedKeys(file, readFileSync(join(FIXTURES, sample), 'utf8'))) {
      for (const owner of owners) tested.set(owner, (tested.get(owner) ?? new Set()).add(name));
    }
  }
  const untested = CONFIG_FILES.flatMap(({ name, schema }) => mappings(schema, name)).flatMap(({ name, schema }) =>
    knownKeys([schema])
      .filter((key) => !tested.get(schema)?.has(key))
      .map((key) => `${name}.${key}`),
  );
  expect(untested).toEqual([]);
});
