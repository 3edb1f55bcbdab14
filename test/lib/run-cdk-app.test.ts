import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCdkApp } from '../../lib/run-cdk-app';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdk-app-'));
  cpSync('config', join(folder, 'config'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the app as the CDK CLI does, and tells what it said and left. */
function run(edit: (text: string) => string): { code: unknown; err: string; listeners: number; manifest: boolean } {
  const config = join(folder, 'config');
  const file = join(config, 'organization.yaml');
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  const out = join(folder, 'out');
  const before = { env: process.env, exitCode: process.exitCode, listeners: process.listenerCount('beforeExit') };
  let err = '';
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  process.env = { ...before.env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify({ config }) };
  try {
    process.exitCode = undefined;
    runCdkApp();
    const listeners = process.listenerCount('beforeExit') - before.listeners;
    return { code: process.exitCode, err, listeners, manifest: existsSync(join(out, 'manifest.json')) };
  } finally {
    process.env = before.env;
    process.exitCode = before.exitCode;
    write.mockRestore();
  }
}

describe('the app of the CDK CLI', () => {
  test('writes the assembly and prints warnings', () => {
    const { code, err, manifest } = run((text) => text.replace('account: deployment\n', 'account: management\n'));
    expect(code).toBeUndefined();
    expect(err).toMatch(
      /organization\.yaml:\d+:\d+ deployment\.account: warning: CI deploys from the management account/,
    );
    expect(manifest).toBe(true);
  });

  test('says what is wrong with the config, writes nothing, and leaves nothing to be done at exit', () => {
    const { code, err, listeners, manifest } = run((text) => text.replace('ou: Workloads/Dev', 'ou: Workloads/Devel'));
    expect(code).toBe(1);
    expect(err).toMatch(/^\S+organization\.yaml:\d+:9 accounts\[9\]\.ou: no OU "Workloads\/Devel".*\n$/);
    expect({ listeners, manifest }).toEqual({ listeners: 0, manifest: false });
  });

  test('says once what the CDK refuses', () => {
    const ous = Array.from({ length: 401 }, (_, index) => `  - path: Extra${index}\n`).join('');
    const { code, err, listeners } = run((text) => text.replace('  - path: Sandbox\n', `  - path: Sandbox\n${ous}`));
    expect(code).toBe(1);
    expect(err).toContain('stack Governance-Organization has');
    expect(listeners).toBe(0);
  });
});
