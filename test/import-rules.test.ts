import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const CAPABILITIES = readdirSync('constructs', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

const FORBIDDEN: [string, string][] = [
  ['constructs/organization', '../../lib/model/selector'],
  ['constructs/organization', '../../bin/cli'],
  ['constructs/organization', 'cdk-nag'],
  ['constructs/organization', 'zod'],
  ['constructs/organization', 'yaml'],
  ['constructs/organization', '@aws-sdk/client-organizations'],
  ['constructs/guardrails/service-control', '../../policy-evaluator/wildcard'],
  ['constructs/kisms', 'cdk-nag'],
  ['constructs/kisms-checks', '../kisms/catalogue'],
  ['constructs/kisms-checks', '../../lib/model/selector'],
  ['constructs/kisms-checks', 'yaml'],
  ['lib', '../bin/cli'],
  ['lib', '../constructs/organization/account'],
  ['lib/model', 'aws-cdk-lib'],
  ['lib/model', 'node:fs'],
  ['lib/model', '../stacks/account-stack'],
  ['lib/model', '../../constructs/organization/account'],
  ['lib/config', '../model/selector'],
  ['lib/config', 'aws-cdk-lib'],
  ...CAPABILITIES.map((name): [string, string] => ['constructs/other', `../${name}/file`]),
];

const ALLOWED: [string, string][] = [
  ['constructs/guardrails/service-control', '../../policy-evaluator'],
  ['constructs/kisms-checks', 'cdk-nag'],
  ['constructs/kisms-checks', '../kisms'],
  ['constructs/organization', './organizational-unit'],
  ['lib', '../constructs'],
  ['lib/model', './organization-model'],
  ['lib/model', '../../constructs/ipv4'],
  ['bin', '../lib/cli/main'],
];

describe('who may import whom (biome.json)', () => {
  let folder: string;
  const refused = new Set<string>();
  const planted = (kind: string, index: number, room: string): string => join(room, `${kind}-${index}.ts`);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
    const config = JSON.parse(readFileSync('biome.json', 'utf8')) as Record<string, unknown>;
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
    for (const [kind, cases] of Object.entries({ forbidden: FORBIDDEN, allowed: ALLOWED })) {
      for (const [index, [room, specifier]] of cases.entries()) {
        const path = join(folder, planted(kind, index, room));
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `import { thing } from '${specifier}';\n\nexport const used = thing;\n`);
      }
    }
    const biome = resolve('node_modules/.bin/biome');
    const { stdout } = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
    for (const { category, location } of diagnostics) {
      if (category === 'lint/style/noRestrictedImports') refused.add(location.path);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(FORBIDDEN.map(([room, specifier], index) => ({ room, specifier, index })))(
    '$room may not import $specifier',
    ({ room, index }) => expect([...refused]).toContain(planted('forbidden', index, room)),
  );

  test.each(ALLOWED.map(([room, specifier], index) => ({ room, specifier, index })))(
    '$room may import $specifier',
    ({ room, index }) => expect([...refused]).not.toContain(planted('allowed', index, room)),
  );
});

test('lib/model imports nothing but types, IPv4 arithmetic, groupBy and itself', () => {
  const offenders = readdirSync('lib/model').flatMap((file) => {
    const text = readFileSync(join('lib/model', file), 'utf8');
    return [
      ...text.matchAll(/^import (?!type )[^;]*?from '(?!\.\/|\.\.\/\.\.\/constructs\/ipv4'|\.\.\/group-by')([^']+)'/gm),
    ].map(([, from]) => `${file}: ${from}`);
  });
  expect(offenders).toEqual([]);
});

test('no source file has more than 300 lines', () => {
  const long = ['bin', 'lib', 'constructs'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ file: join(root, file), lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 300),
  );
  expect(long).toEqual([]);
});
