import type { Command } from '../../../lib/cli/command';
import { COMMANDS } from '../../../lib/cli/main';
import { runCli, runCliWith } from '../../support/run-cli';

describe('help', () => {
  test('no words at all show every command and the exit codes', async () => {
    const { code, out } = await runCli();
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(name);
    expect(out).toContain('Exit codes: 0 fine, 1 invalid input or failed check, 2 differences found, 70 our own fault');
  });

  test.each(COMMANDS.map(({ name }) => [name]))('%s --help names every option in both languages', async (name) => {
    const command = COMMANDS.find((candidate) => candidate.name === name);
    for (const lang of ['en', 'ko'] as const) {
      const { code, out } = await runCli(...name.split(' '), '--help', '--lang', lang);
      expect(code).toBe(0);
      expect(out).toContain(command?.summary[lang]);
      for (const option of ['config', 'json', 'lang', ...Object.keys(command?.options ?? {})])
        expect(out).toContain(`--${option}`);
    }
  });
});

test.each([[['-h']], [['validate', '-h']]])('%j is --help', async (argv) => {
  const [short, long] = [await runCli(...argv), await runCli(...argv.map((word) => word.replace('-h', '--help')))];
  expect(short).toEqual(long);
  expect(short.code).toBe(0);
});

describe('language', () => {
  test.each([
    [{}, [], 'Usage'],
    [{ LANG: 'ko_KR.UTF-8' }, [], '사용법'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'en_US.UTF-8' }, [], 'Usage'],
    [{ LANG: 'ko_KR.UTF-8' }, ['--lang', 'en'], 'Usage'],
    [{}, ['--lang=ko'], '사용법'],
  ])('with %j and %j the help says %s', async (env, flags, word) => {
    const { out } = await runCliWith(env as Record<string, string>, '--help', ...flags);
    expect(out).toContain(word);
  });
});

describe('bad calls end with 1, say what is wrong, and print nothing on standard output', () => {
  test.each([
    [['sinth'], 'no command "sinth"'],
    [['--config', 'validate'], 'no command "--config"'],
    [['accounts'], 'no command "accounts"'],
    [['validate', 'extra'], 'validate takes no word "extra"'],
    [['validate', '--lang', 'fr'], '--lang must be ko or en, got "fr"'],
    [['validate', '--colour'], '--colour'],
    [['targets'], 'give one selector in quotes'],
    [['targets', '{ous: [Root]}', '{ous: [Root]}'], 'give one selector in quotes'],
  ])('%j', async (argv, message) => {
    const { code, out, err } = await runCli(...argv);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).toContain('org-governance --help');
  });

  test('with --json the reason is JSON on standard output', async () => {
    const { code, out } = await runCli('validate', '--lang', 'fr', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ ok: false, error: '--lang must be ko or en, got "fr"' });
  });
});

test('our own fault ends with 70 and asks for a report', async () => {
  const broken = COMMANDS.find(({ name }) => name === 'model');
  const spy = jest.spyOn(broken as Command, 'run').mockImplementation(() => {
    throw new TypeError('boom');
  });
  try {
    const { code, err } = await runCli('model');
    expect(code).toBe(70);
    expect(err).toContain('TypeError: boom');
    expect(err).toContain('a fault of org-governance');
    const json = await runCli('model', '--json');
    expect(JSON.parse(json.out).internalError).toContain('boom');
  } finally {
    spy.mockRestore();
  }
});
