import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import {
  CONFIG_RULES,
  CONTROLS,
  type ConformancePackOptions,
  CRITERIA,
  conformancePackTemplates,
  REMEDIATIONS,
} from '../constructs';
import { KISMS_RULES } from '../constructs/kisms-checks';
import { COMMANDS, GLOBAL_OPTIONS } from '../lib/cli/main';
import { ConfigError, renderProblem } from '../lib/config';
import { CONFIG_FILES } from '../lib/config/files';
import { selector } from '../lib/config/schema/selector';
import { loadConfig } from '../lib/load-config';
import { checkNetwork, organizationNetwork } from '../lib/network/organization-network';
import { renderSummary } from '../lib/reports/render-summary';
import { synthesize } from '../lib/synthesize';

const root = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sample = (name: string): string => read(join('config', name));
const pages = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path)),
]
  .filter((path) => path.endsWith('.md') && !path.startsWith(join('docs', 'api')))
  .sort();

interface Block {
  /** Info string after the backticks. */
  readonly info: string;
  readonly text: string;
}

const FENCE = /^( *)```([^\n]*)\n([\s\S]*?)^\1```$/gm;
const blocksOf = (page: string): Block[] =>
  [...read(page).matchAll(FENCE)].map(([, indent = '', info = '', text = '']) => ({
    info,
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
const blocks = pages.flatMap((page) => blocksOf(page).map((block) => ({ page, ...block })));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeConfig(files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('the configuration guide', () => {
  interface JsonSchema {
    readonly properties?: Record<string, JsonSchema>;
    readonly items?: JsonSchema;
    readonly anyOf?: JsonSchema[];
    readonly oneOf?: JsonSchema[];
  }
  /** Paths such as `accounts[].data`; selectors and presets have descriptions of their own. */
  function keysOf(schema: JsonSchema, path = ''): string[] {
    const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
      const at = path === '' ? key : `${path}.${key}`;
      const elsewhere = key === 'targets' || key === 'presets' || value.properties?.excludeOus !== undefined;
      return elsewhere ? [at] : [at, ...keysOf(value, at)];
    });
    const items = schema.items ? keysOf(schema.items, `${path}[]`) : [];
    return [
      ...own,
      ...items,
      ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => keysOf(one, path)),
    ];
  }
  const schemas = [...CONFIG_FILES.map(({ name, schema }) => [name, schema] as const), ['selector', selector] as const];

  test.each(
    ['configuration.md', 'configuration.ko.md'].flatMap((page) =>
      schemas.map(([name, schema]) => [page, name, schema] as const),
    ),
  )('%s names every key of %s, and no other', (page, name, schema) => {
    const section = read(join('docs', 'guide', page))
      .split(/^## /m)
      .slice(1)
      .find((text) => text.split('\n', 1)[0]?.includes(name));
    const documented = [...(section ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map(([, key]) => key);
    const keys = new Set(keysOf(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema));
    expect(documented.sort()).toEqual([...keys].sort());
  });
});

describe('YAML blocks', () => {
  /** A part of a file replaces keys of the sample; what depends on the sample's guardrails goes. */
  const load: Record<string, (text: string) => Record<string, string>> = {
    'yaml organization': (text) => ({ 'organization.yaml': text }),
    'yaml organization part': (text) => {
      const { guardrails: _g, proofs: _p, reservedPolicies: _r, ...rest } = parse(sample('organization.yaml'));
      return {
        'organization.yaml': stringify({ ...rest, ...parse(text) }),
        'accounts.lock.json': sample('accounts.lock.json'),
      };
    },
    'yaml control-tower part': (text) => ({
      'organization.yaml': sample('organization.yaml'),
      'control-tower.yaml': stringify({ ...parse(sample('control-tower.yaml')), ...parse(text) }),
      'accounts.lock.json': sample('accounts.lock.json'),
    }),
    'yaml identity-center part': (text) => ({
      'organization.yaml': sample('organization.yaml'),
      'identity-center.yaml': stringify({ ...parse(sample('identity-center.yaml')), ...parse(text) }),
      'accounts.lock.json': sample('accounts.lock.json'),
    }),
    'yaml compliance': (text) => ({
      'organization.yaml': sample('organization.yaml'),
      'compliance.yaml': text,
      'accounts.lock.json': sample('accounts.lock.json'),
    }),
    'yaml compliance part': (text) => ({
      'organization.yaml': sample('organization.yaml'),
      'compliance.yaml': stringify({ ...parse(sample('compliance.yaml')), ...parse(text) }),
      'accounts.lock.json': sample('accounts.lock.json'),
    }),
    'yaml network': (text) => ({
      'organization.yaml': sample('organization.yaml'),
      'network.yaml': text,
      'accounts.lock.json': sample('accounts.lock.json'),
    }),
    'yaml network part': (text) => ({
      'organization.yaml': sample('organization.yaml'),
      'network.yaml': stringify({ ...parse(sample('network.yaml')), ...parse(text) }),
      'accounts.lock.json': sample('accounts.lock.json'),
    }),
  };
  const yaml = blocks.filter(({ info }) => /^ya?ml/.test(info));

  test.each(yaml.map(({ page, info, text }) => [page, info, text]))(
    'of %s (%s) are valid config',
    (_page, info, text) => {
      const files = load[info];
      if (!files) throw new Error(`mark the block as one of ${Object.keys(load).join(', ')}`);
      const directory = writeConfig(files(text));
      cpSync(join(root, 'config', 'firewall'), join(directory, 'firewall'), { recursive: true });
      expect(() => loadConfig(directory)).not.toThrow();
    },
  );

  const networks = new Map(
    yaml.filter(({ info }) => info.startsWith('yaml network')).map(({ page, info, text }) => [text, { page, info }]),
  );
  test.each([...networks].map(([text, { page, info }]) => [page, info, text]))(
    'of %s (%s) keep their intents once they are synthesized',
    (_page, info, text) => {
      const directory = writeConfig(load[info]?.(text) ?? {});
      cpSync(join(root, 'config', 'firewall'), join(directory, 'firewall'), { recursive: true });
      const organization = loadConfig(directory);
      const network = organizationNetwork(organization);
      expect(network && checkNetwork(organization, network)).toEqual([]);
    },
  );
});

test('the TypeScript of the pages compiles against the package', () => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const snippets = blocks.filter(({ info }) => info === 'ts');
  expect(snippets.map(({ page }) => basename(page))).toEqual([
    ...['README.ko.md', 'README.ko.md', 'README.md', 'README.md'],
    ...['compliance.ko.md', 'compliance.md'],
    ...['kisms-checks.ko.md', 'kisms-checks.ko.md', 'kisms-checks.md', 'kisms-checks.md'],
  ]);
  const files = snippets.map(({ page, text }, index) => {
    const name = `${basename(page, '.md')}-${index}.ts`;
    writeFileSync(join(folder, name), text);
    return name;
  });
  const { rootDir: _, outDir: __, ...compilerOptions } = JSON.parse(read('tsconfig.json')).compilerOptions;
  const paths = {
    'cdk-org-governance': [join(root, 'constructs', 'index.ts')],
    'cdk-org-governance/app': [join(root, 'lib', 'index.ts')],
    'cdk-org-governance/kisms-checks': [join(root, 'constructs', 'kisms-checks', 'index.ts')],
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, types: ['node'], paths, noEmit: true }, files }),
  );
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
}, 60_000);

describe.each(['md', 'ko.md'])('the figures of compliance.%s', (ending) => {
  const page = read(join('docs', 'guide', `compliance.${ending}`));
  const home = 'ap-northeast-2';
  const packs = (detectiveSource: ConformancePackOptions['detectiveSource']) =>
    conformancePackTemplates({
      region: home,
      homeRegion: home,
      detectiveSource,
      legal: { accessRecordRetentionDays: 731 },
    });

  test('are the sizes of the packs', () => {
    const twins = packs('securityhub');
    const rows = packs('config').map(({ name, rules, body }, index) => {
      const twin = twins[index];
      const figures = [rules.length, Buffer.byteLength(body), twin?.rules.length, Buffer.byteLength(twin?.body ?? '')];
      return `| \`${name}\` | ${figures.join(' | ')} |`;
    });
    expect(page.split('\n').filter((line) => /^\| `kisms-/.test(line))).toEqual(rows);
    const all = packs('config').flatMap(({ rules }) => rules);
    for (const figure of [
      all.length,
      twins.flatMap(({ rules }) => rules).length,
      CONFIG_RULES.length,
      CONFIG_RULES.filter(({ inAwsPack }) => inAwsPack).length,
      CONFIG_RULES.filter(({ off }) => off).length,
      all.filter(({ rule }) => rule.trigger === 'change-triggered').length,
    ]) {
      expect(page).toMatch(new RegExp(`\\b${figure}(?!\\d)`));
    }
  });

  test('are the repairs that exist', () => {
    const rows = Object.entries(REMEDIATIONS).map(([rule, { document }]) => `| \`${rule}\` | \`${document}\` |`);
    expect(page.split('\n').filter((line) => /^\| `[A-Z0-9_]+` \| `AWS/.test(line))).toEqual(rows);
  });
});

test.each(['md', 'ko.md'])('the figures of kisms-checks.%s are the numbers of rules', (ending) => {
  const page = read(join('docs', 'guide', `kisms-checks.${ending}`));
  expect(page).toMatch(new RegExp(`${KISMS_RULES.length}(개| \\[checks)`));
  expect(page).toContain(
    String(new Set(CONTROLS.flatMap((row) => (row.mechanism === 'nag-rule' ? row.reference : []))).size),
  );
});

test.each(['md', 'ko.md'])('the figures of compliance-auditor.%s are those of the criteria', (ending) => {
  const page = read(join('docs', 'guide', `compliance-auditor.${ending}`));
  for (const level of ['setting', 'evidence', 'none']) {
    const count = CRITERIA.filter(({ technicalLevel }) => technicalLevel === level).length;
    expect(page).toMatch(new RegExp(`\\b${count}(?!\\d)`));
  }
});

test.each(pages)('every relative link of %s leads to a file', (page) => {
  const links = [
    ...read(page)
      .replaceAll(FENCE, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ].map(([, link = '']) => link);
  const broken = links.filter((link) => {
    if (/^(https?:|#)/.test(link)) return false;
    return !existsSync(join(root, dirname(page), link.split('#')[0] as string));
  });
  expect(broken).toEqual([]);
});

describe('commands', () => {
  const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts;
  const everywhere = pages.flatMap((page) => read(page).split('\n'));

  test('every npm script that the pages name exists', () => {
    const named = everywhere.flatMap((line) => [...line.matchAll(/npm (?:run (?:-s )?([a-z:]+)|(start|test)\b)/g)]);
    const names = new Set(named.map(([, script, lifecycle = '']) => script ?? lifecycle));
    expect([...names].filter((name) => scripts[name] === undefined)).toEqual([]);
    expect([...names]).toEqual(expect.arrayContaining(['start', 'test', 'cli', 'generate']));
  });

  test('every command that the pages call exists, with its options', () => {
    const calls = everywhere.flatMap((line) => [
      ...line.matchAll(/(?:npm run -s cli --|npx org-governance) ([a-z][^`]*)/g),
    ]);
    const wrong = calls.filter(([, call = '']) => {
      const command = COMMANDS.find(({ name }) => call === name || call.startsWith(`${name} `));
      const known = { ...GLOBAL_OPTIONS, ...command?.options };
      return !command || [...call.matchAll(/--([a-z-]+)/g)].some(([, option = '']) => known[option] === undefined);
    });
    expect(calls.length).toBeGreaterThan(5);
    expect(wrong.map(([call]) => call)).toEqual([]);
  });

  test.each(['README.md', 'README.ko.md'])('%s lists every command and option', (page) => {
    const rows = [...read(page).matchAll(/^\| `((?:[a-z]+ ?)+)(.*)` \|/gm)].map(([, name = '', rest = '']) => ({
      name: name.trim(),
      options: [...rest.matchAll(/--([a-z-]+)/g)].map(([, option]) => option),
    }));
    expect(rows).toEqual(COMMANDS.map(({ name, options }) => ({ name, options: Object.keys(options ?? {}) })));
  });
});

describe.each([
  { page: 'README.md', lang: 'en' as const },
  { page: 'README.ko.md', lang: 'ko' as const },
])('the output shown in $page', ({ page, lang }) => {
  test.each([
    ['a misspelt OU', 'ou: Workloads/Stage', 'ou: Workloads/Stge'],
    ['a proof without its guardrail', '      deny-leave-org: {}\n', ''],
  ])('is what the tour gets for %s', (_what, right, wrong) => {
    const organization = sample('organization.yaml').replace(right, wrong);
    writeConfig({ 'organization.yaml': organization, 'accounts.lock.json': sample('accounts.lock.json') });
    let lines: string[] = [];
    try {
      loadConfig(folder);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      lines = error.problems.map((problem) => renderProblem(problem, { lang, directory: 'config' }));
    }
    const shown = blocksOf(page).map(({ text }) => text.trimEnd());
    expect(shown).toEqual(expect.arrayContaining(lines));
    expect(lines).toHaveLength(1);
  });

  test('is the summary of the sample organization', () => {
    const { summary } = synthesize(loadConfig(join(root, 'config')), { outdir: join(folder, 'out') });
    const rendered = renderSummary(summary, { assembly: 'cdk.out', reports: 'cdk.out/reports' }, lang).split('\n');
    const shown =
      blocksOf(page)
        .find(({ text }) => text.includes('o-exampleorgid'))
        ?.text.trimEnd()
        .split('\n') ?? [];
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((line) => !line.startsWith('──') && !rendered.includes(line))).toEqual([]);
  });
});

test.each(pages.filter((page) => page.endsWith('.ko.md')))('%s has the sections of the English page', (page) => {
  const levels = (path: string) =>
    [
      ...read(path)
        .replaceAll(FENCE, '')
        .matchAll(/^(#+) /gm),
    ].map(([, level]) => level);
  expect(levels(page)).toEqual(levels(page.replace('.ko.md', '.md')));
});
