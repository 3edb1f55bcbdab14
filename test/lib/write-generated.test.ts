import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { jsonSchemas } from '../../lib/config/json-schemas';
import { reportSchemas } from '../../lib/reports/report-schemas';
import { generatedFiles, writeGenerated } from '../../lib/write-generated';
import { runCli } from '../support/run-cli';

const ROOT = join(__dirname, '../..');
const CHECKED_IN = join(ROOT, 'lib/config/schemas');

test.each([...generatedFiles()])('%s is current (npm run generate)', (path, content) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(content);
});

test('what is not generated any more leaves the folders of schemas', () => {
  const wanted = [...generatedFiles().keys()];
  for (const folder of ['lib/config/schemas', 'lib/reports/schemas']) {
    for (const name of readdirSync(join(ROOT, folder))) expect(wanted).toContain(join(folder, name));
  }
});

test('writing makes the folders it needs', () => {
  const fresh = mkdtempSync(join(tmpdir(), 'generated-'));
  writeGenerated(fresh);
  for (const [path, content] of generatedFiles()) expect(readFileSync(join(fresh, path), 'utf8')).toBe(content);
  rmSync(fresh, { recursive: true });
});

describe('a validator that is not ours', () => {
  const validator = (schema: object) => new Ajv({ strict: false }).compile(schema);

  test.each([...jsonSchemas()])('accepts the sample under %s, and refuses an unknown key', (name, schema) => {
    const sample = parse(readFileSync(join(ROOT, 'config', name.replace('.schema.json', '.yaml')), 'utf8'));
    const validate = validator(schema);
    expect(validate(sample) || validate.errors).toBe(true);
    expect(validate({ ...sample, versio: 1 })).toBe(false);
  });

  test('accepts the reports of a synth', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'reports-')), 'out');
    expect((await runCli('synth', '--config', join(ROOT, 'config'), '--out', out)).code).toBe(0);
    for (const [name, schema] of reportSchemas()) {
      const report = JSON.parse(readFileSync(join(out, 'reports', name.replace('.schema', '')), 'utf8'));
      const validate = validator(schema);
      expect(validate(report) || validate.errors).toBe(true);
      expect(validate(42)).toBe(false);
    }
    rmSync(out, { recursive: true });
  });
});

test.each([...jsonSchemas()])('%s is what the YAML language server understands', (name, schema) => {
  expect(schema).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:cdk-org-governance:schema:${name.replace('.schema.json', '')}`,
    title: expect.any(String),
    description: expect.any(String),
    additionalProperties: false,
  });
});

test('editors show examples', () => {
  expect(jsonSchemas().get('organization.schema.json')).toMatchObject({
    properties: { homeRegion: { type: 'string', examples: ['ap-northeast-2'] } },
  });
});

test.each(['config', 'test/fixtures/config/good'])('every file of %s names its schema', (folder) => {
  for (const name of readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.yaml'))) {
    const reference = /^# yaml-language-server: \$schema=(.+)$/m.exec(
      readFileSync(join(ROOT, folder, name), 'utf8'),
    )?.[1];
    expect(join(ROOT, folder, reference ?? '')).toBe(join(CHECKED_IN, name.replace('.yaml', '.schema.json')));
  }
});
