import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { CONFIG_RULES, CRITERIA, DOMAINS, LEGAL_PARAMETERS } from '../../../../constructs/kisms';

const SOURCES = join(__dirname, '../../../../constructs/kisms/catalogue');
const readJson = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(SOURCES, 'data', `${name}.json`), 'utf8'));

/** Every text of a value that people read, with the path to it. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => texts(child, `${path}.${key}`));
}

describe.each(['criteria', 'config-rules', 'links'])('%s.json', (name) => {
  const validate = new Ajv({ allErrors: true }).compile(readJson(`${name}.schema`));

  test('follows its schema', () => {
    validate(readJson(name));
    expect(validate.errors).toBeNull();
  });

  test('names its schema, so that editors check it', () => {
    expect(readJson(name).$schema).toBe(`./${name}.schema.json`);
  });
});

const misread: [string, string, (row: Record<string, unknown>) => void][] = [
  ['a trailing space in a title', 'criteria', (row) => Object.assign(row, { title: { en: 'Title ', ko: '제목' } })],
  ['a title in one language', 'criteria', (row) => Object.assign(row, { title: { en: 'Title' } })],
  ['an English title in the Korean place', 'criteria', (row) => Object.assign(row, { title: { en: 'A', ko: 'A' } })],
  ['a criterion without evidence owner', 'criteria', (row) => Object.assign(row, { manual: {} })],
  ['a criterion id with a space', 'criteria', (row) => Object.assign(row, { id: '2.4.5 ' })],
  ['an unknown purpose', 'rules', (row) => Object.assign(row, { purpose: 'secure' })],
  ['a rule that serves nothing', 'rules', (row) => Object.assign(row, { criteria: [] })],
  ['a misspelled property', 'rules', (row) => Object.assign(row, { paramters: {} })],
  [
    'a misspelled Control Tower control',
    'links',
    (row) => Object.assign(row, { controlTowerControls: ['CT.S3.PX.1'] }),
  ],
];

test.each(misread)('the schema refuses %s', (_, list, spoil) => {
  const name = list === 'rules' ? 'config-rules' : list;
  const data = readJson(name);
  spoil((data[list] as Record<string, unknown>[])[0] ?? {});
  expect(new Ajv().validate(readJson(`${name}.schema`), data)).toBe(false);
});

test('no text has a stray space or an end of line', () => {
  const all = texts({ DOMAINS, CRITERIA, CONFIG_RULES, LEGAL_PARAMETERS }, 'catalogue');
  expect(all.length).toBeGreaterThan(1_000);
  expect(all.filter(([, text]) => /^\s|\s$|\s\s|[^\S ]/.test(text))).toEqual([]);
});

test('the catalogue takes its identifiers from its own data, never from constants of the CDK', () => {
  const sources = readdirSync(SOURCES).filter((file) => file.endsWith('.ts'));
  expect(sources).toContain('config-rules.ts');
  for (const file of sources) expect(readFileSync(join(SOURCES, file), 'utf8')).not.toMatch(/from 'aws-cdk-lib/);
});
