import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig, renderProblem } from '../../../lib/config';
import { edited, GOOD, ORGANIZATION, parse, rendered } from './config-folder';
import { BAD_INPUTS } from './corpus';

test('the good folder has no problem', () => {
  const config = parseConfig(GOOD);
  expect(rendered(config)).toEqual([]);
  expect(config.files?.accountsLock.accounts).toHaveLength(1);
});

test.each(BAD_INPUTS.filter(({ expected }) => expected.length > 0))('$name', ({ folder, expected }) => {
  const found = rendered(parse(folder));
  expect(found.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
});

test.each(BAD_INPUTS)('$name: in Korean too', ({ folder }) => {
  const config = parse(folder);
  expect(config.problems.length).toBeGreaterThan(0);
  for (const line of rendered(config, 'ko')) expect(line).toMatch(/[가-힣]/);
});

test('a bomb of aliases is refused in no time', () => {
  const bomb = BAD_INPUTS.find(({ name }) => name === 'a bomb of aliases');
  const lines = rendered(parse(bomb?.folder ?? {}));
  expect(lines).toContain(
    'organization.yaml:31:1 b29: unknown key "b29" — known keys: "version", "organization", "homeRegion", "governedRegions", "deployment", "breakGlass", "organizationalUnits", "accounts", "guardrails", "policies", "reservedPolicies", "proofs"',
  );
  expect(lines.filter((line) => line.includes('anchors, aliases'))).toHaveLength(31);
});

test('nothing pollutes the prototype of objects', () => {
  parse({ 'organization.yaml': '__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }' });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('what editors and systems do to a good file is no problem', () => {
  test.each([
    ['CRLF', ORGANIZATION.replaceAll('\n', '\r\n')],
    ['byte order mark', `\ufeff${ORGANIZATION}`],
    ['no newline at the end', ORGANIZATION.trimEnd()],
    ['text that looks like tokens', edited('description: A policy of our own.', 'description: |\n      "&a *b !c %d')],
    ['document markers', `---\n${ORGANIZATION}...\n`],
  ])('%s', (_, text) => {
    expect(rendered(parse({ 'organization.yaml': text }))).toEqual([]);
  });

  test.each([
    ['CRLF', '\r\n', ''],
    ['byte order mark', '\n', '\ufeff'],
  ])('%s does not move positions', (_, lineEnd, start) => {
    const text = start + ORGANIZATION.replace('version: 1', 'version:  2').replaceAll('\n', lineEnd);
    expect(rendered(parse({ 'organization.yaml': text }))).toEqual([
      'organization.yaml:2:11 version: unknown version "2": this release knows 1',
    ]);
  });

  test('files of other tools are left alone', () => {
    const folder = {
      'organization.yaml': ORGANIZATION,
      '.yamllint.yaml': '',
      'policy.json': '{',
      'README.md': '',
      'organization.yaml~': '',
    };
    expect(rendered(parse(folder))).toEqual([]);
  });
});

describe('folders and files that cannot be read', () => {
  const directory = mkdtempSync(join(tmpdir(), 'config-'));
  const file = join(directory, 'file');
  writeFileSync(file, '');

  test.each([
    ['missing folder', join(directory, 'missing'), 'it does not exist'],
    ['folder is a file', file, 'it is not a folder'],
  ])('%s', (_, path, reason) => {
    const { problems, files } = parseConfig(path);
    expect(files).toBeUndefined();
    expect(problems.map((problem) => renderProblem(problem, { lang: 'en' }))).toEqual([
      `cannot read the config folder ${JSON.stringify(path)}: ${reason} — give a folder that holds organization.yaml`,
    ]);
  });

  test.each([
    ['a folder', (path: string) => mkdirSync(path), 'it is a folder, not a file'],
    ['a broken link', (path: string) => symlinkSync('missing', path), 'it does not exist'],
    [
      'a link to itself',
      (path: string) => symlinkSync('organization.yaml', path),
      'its symbolic links lead in a circle',
    ],
    ['a device', (path: string) => symlinkSync('/dev/zero', path), 'it is a device, a pipe or a socket'],
  ])('organization.yaml is %s', (_, make, reason) => {
    const folder = mkdtempSync(join(directory, 'folder-'));
    make(join(folder, 'organization.yaml'));
    expect(rendered(parseConfig(folder))).toEqual([`organization.yaml: cannot read the file: ${reason}`]);
  });
});
