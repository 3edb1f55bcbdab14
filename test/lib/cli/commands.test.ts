import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../support/run-cli';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  cpSync('config', join(folder, 'config'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const config = (): string => join(folder, 'config');

/** Replaces one piece of the sample, which must be there. */
function edit(file: string, from: string, to: string): void {
  const path = join(config(), file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('validate', () => {
  test('says what it found valid', async () => {
    const { code, out } = await runCli('validate', '--config', config());
    expect(code).toBe(0);
    expect(out).toMatch(/valid\. 13 accounts, 9 OUs, \d+ policies, 6 proofs and 9 intents hold/);
  });

  test('prints file, line, column, path and a suggestion, in the language asked for', async () => {
    edit('organization.yaml', 'ou: Workloads/Stage', 'ou: Workloads/Stag');
    const english = await runCli('validate', '--config', config(), '--lang', 'en');
    expect(english.code).toBe(1);
    expect(english.err).toMatch(
      /organization\.yaml:\d+:9 accounts\[8\]\.ou: no OU "Workloads\/Stag".* — did you mean "Workloads\/Stage"\?/,
    );
    const korean = await runCli('validate', '--config', config(), '--lang', 'ko');
    expect(korean.err).toContain('accounts[8].ou');
    expect(korean.err).toContain('Workloads/Stage');
    expect(korean.err).toMatch(/[가-힣]/);
  });

  test('--json gives problems that a machine can place', async () => {
    edit('organization.yaml', 'environment: stage', 'enviroment: stage');
    const { code, out } = await runCli('validate', '--config', config(), '--json', '--lang', 'en');
    expect(code).toBe(1);
    const { ok, problems } = JSON.parse(out);
    expect(ok).toBe(false);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      file: 'organization.yaml',
      path: ['accounts', 8, 'enviroment'],
      column: 5,
    });
    expect(problems[0].line).toBeGreaterThan(1);
    expect(problems[0].message).toContain('environment');
  });

  test('a warning leaves the exit code alone', async () => {
    edit('organization.yaml', 'account: deployment\n', 'account: management\n');
    const { code, err } = await runCli('validate', '--config', config());
    expect(code).toBe(0);
    expect(err).toContain('warning: CI deploys from the management account');
  });

  test('--today judges the access exceptions and the access review by that day', async () => {
    const on = (day: string) => runCli('validate', '--config', config(), '--lang', 'en', '--today', day);
    expect(await on('2026-09-30')).toMatchObject({ code: 0, err: '' });
    const later = await on('2026-10-02');
    expect(later.code).toBe(1);
    expect(later.err).toContain('exceptions[0].expires: expired on 2026-09-30, and today is 2026-10-02');
    expect(later.err).toContain('warning: the last review is 93 days ago');
    expect(await on('2026-02-30')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--today must be a day, YYYY-MM-DD, got "2026-02-30"'),
    });
  });

  test('a missing folder is a clear error', async () => {
    const { code, err } = await runCli('validate', '--config', join(folder, 'nothing'));
    expect(code).toBe(1);
    expect(err).toContain('nothing');
  });
});

describe('targets', () => {
  test('prints accounts, ids and where a policy would be attached', async () => {
    const { code, out } = await runCli(
      'targets',
      '{ ous: [Workloads], excludeOus: [Workloads/Dev] }',
      '--config',
      config(),
    );
    expect(code).toBe(0);
    expect(out).toContain('shop-prod');
    expect(out).toContain('888899990000');
    expect(out).toContain('(not vended yet)');
    expect(out).not.toContain('shop-dev');
    expect(out).toContain(
      '3 accounts; Regions: ap-northeast-2; a policy would be attached to: Workloads/Prod, Workloads/Stage',
    );
  });

  test('--json has the same content', async () => {
    const { out } = await runCli(
      'targets',
      '{ accounts: [network], regions: [us-east-1] }',
      '--config',
      config(),
      '--json',
    );
    expect(JSON.parse(out)).toEqual({
      regions: ['us-east-1'],
      attachments: ['account network'],
      accounts: [{ name: 'network', id: '444455556666', ou: 'Infrastructure' }],
    });
  });

  test.each([
    ['{ ous: [Workload] }', 'no OU "Workload" — did you mean "Workloads"?'],
    ['{ acounts: [network] }', 'accounts'],
    ['{ ous: [', 'selector'],
    ['{ ous: [Workloads], tags: { service: nothing } }', 'selects no account'],
    ['', 'give one selector in quotes'],
    ['{}', 'selects nothing'],
    ['{ accounts: [management] }', 'includeManagement'],
  ])('%s fails', async (selector, message) => {
    const { code, out, err } = await runCli('targets', selector, '--config', config());
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(message);
  });
});

test('model prints the resolved organization', async () => {
  const { code, out } = await runCli('model', '--config', config());
  expect(code).toBe(0);
  const model = JSON.parse(out);
  expect(model).toMatchObject({ organizationId: 'o-exampleorgid', homeRegion: 'ap-northeast-2' });
  expect(model.accounts).toHaveLength(13);
  expect(model.accounts.find((account: { name: string }) => account.name === 'sandbox-1')).toMatchObject({
    id: '012345678901',
    vended: true,
  });
});

test('guardrails lists every preset with its criteria', async () => {
  const table = await runCli('guardrails', '--lang', 'ko');
  expect(table.code).toBe(0);
  expect(table.out).toMatch(/deny-leave-org\s+SERVICE_CONTROL_POLICY\s+[\d. ]+\s+\S*[가-힣]/);
  const json = JSON.parse((await runCli('guardrails', '--json')).out);
  expect(json.length).toBeGreaterThanOrEqual(36);
  expect(json[0]).toEqual(
    expect.objectContaining({
      id: expect.any(String),
      criteria: expect.any(Array),
      source: expect.stringMatching(/^https:/),
    }),
  );
});

describe('synth', () => {
  test('writes templates and reports and prints where they are', async () => {
    const out = join(folder, 'out');
    const result = await runCli('synth', '--config', config(), '--out', out, '--lang', 'en');
    expect(result.code).toBe(0);
    expect(result.err).toContain('Synthesizing 13 accounts');
    expect(result.out).toContain('Governance-Account-shop-prod');
    expect(result.out).toMatch(/Accounts +13: 12 governed, 1 to be vended \(payments-prod\)/);
    expect(existsSync(join(out, 'Account-shop-prod.template.json'))).toBe(true);
    const summary = JSON.parse(readFileSync(join(out, 'reports', 'summary.json'), 'utf8'));
    expect(summary.findings.open).toBe(0);
    expect(summary.accounts.waitingForId).toEqual(['payments-prod']);
    const csv = readFileSync(join(out, 'reports', 'accounts.csv'), 'utf8');
    expect(csv.startsWith('\uFEFFname,id,email')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(14);
  });

  test('--json prints the summary; the Korean table is Korean', async () => {
    const json = await runCli('synth', '--config', config(), '--out', join(folder, 'a'), '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      ok: true,
      summary: { organizationId: 'o-exampleorgid', organizationalUnits: 9 },
    });
    const korean = await runCli('synth', '--config', config(), '--out', join(folder, 'b'), '--lang', 'ko');
    expect(korean.out).toContain('가드레일');
  });

  test('prints the warnings of the config', async () => {
    edit('organization.yaml', 'account: deployment\n', 'account: management\n');
    const call = ['synth', '--config', config(), '--out', join(folder, 'out')];
    const { code, err } = await runCli(...call, '--lang', 'ko');
    expect(code).toBe(0);
    expect(err).toMatch(/deployment\.account: 경고: CI가 관리 계정에서 배포합니다/);
    const { problems } = JSON.parse((await runCli(...call, '--json', '--lang', 'en')).out);
    expect(problems).toMatchObject([{ severity: 'warning', path: ['deployment', 'account'] }]);
  });

  test('a config error writes nothing and keeps what was there', async () => {
    const out = join(folder, 'out');
    await runCli('synth', '--config', config(), '--out', out);
    const before = readdirSync(out);
    edit('organization.yaml', 'homeRegion: ap-northeast-2', 'homeRegion: ap-northeast-9');
    const { code, err } = await runCli('synth', '--config', config(), '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('ap-northeast-9');
    expect(readdirSync(out)).toEqual(before);
  });

  test('refuses to empty a folder that holds something else than a cloud assembly', async () => {
    writeFileSync(join(folder, 'precious.txt'), 'mine');
    const { code, err } = await runCli('synth', '--config', config(), '--out', folder);
    expect(code).toBe(1);
    expect(err).toContain('is not a cloud assembly');
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('mine');
  });

  test('does not take templates of somebody else for its own', async () => {
    const out = join(folder, 'templates');
    mkdirSync(out);
    writeFileSync(join(out, 'vpc.template.json'), '{}');
    expect((await runCli('synth', '--config', config(), '--out', out)).code).toBe(1);
    expect(readdirSync(out)).toEqual(['vpc.template.json']);
  });

  test('does not take a checkout for a cloud assembly because of the folder cdk.out in it', async () => {
    const out = join(folder, 'checkout');
    mkdirSync(join(out, 'cdk.out'), { recursive: true });
    writeFileSync(join(out, 'precious.txt'), 'mine');
    const { code, err } = await runCli('synth', '--config', config(), '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('is not a cloud assembly');
    expect(readdirSync(out).sort()).toEqual(['cdk.out', 'precious.txt']);
  });

  test('removes what an earlier synth wrote and nothing beside it', async () => {
    const out = join(folder, 'out');
    mkdirSync(join(out, 'reports'), { recursive: true });
    for (const name of ['cdk.out', 'Account-gone.template.json', 'mine.txt', 'reports/notes.txt'])
      writeFileSync(join(out, name), '{}');
    expect((await runCli('synth', '--config', config(), '--out', out)).code).toBe(0);
    const left = readdirSync(out);
    expect(left).toContain('mine.txt');
    expect(left).not.toContain('Account-gone.template.json');
    expect(readdirSync(join(out, 'reports'))).toContain('notes.txt');
  });

  test('works again in a folder where the last synth failed or was interrupted', async () => {
    const out = join(folder, 'out');
    const ous = Array.from({ length: 401 }, (_, index) => `  - path: Extra${index}\n`).join('');
    edit('organization.yaml', '  - path: Sandbox\n', `  - path: Sandbox\n${ous}`);
    expect((await runCli('synth', '--config', config(), '--out', out)).code).toBe(1);
    expect(readdirSync(out)).toContain('cdk.out');
    writeFileSync(join(out, 'Organization.template.json'), '{');
    edit('organization.yaml', ous, '');
    expect((await runCli('synth', '--config', config(), '--out', out)).code).toBe(0);
  });

  test.each(['', 'taken', 'taken/out'])('says that it cannot write to %j', async (name) => {
    writeFileSync(join(folder, 'taken'), '');
    const out = name && join(folder, name);
    const { code, out: printed } = await runCli('synth', '--config', config(), '--out', out, '--json', '--lang', 'en');
    expect(code).toBe(1);
    expect(JSON.parse(printed).error).toContain('cannot write to');
  });
});
