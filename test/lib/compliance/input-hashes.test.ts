import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputHashes } from '../../../lib/compliance/input-hashes';
import { loadConfig } from '../../../lib/load-config';
import { SAMPLE } from '../stacks/synthesized';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashes-'));
  cpSync(SAMPLE, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hashes = (more?: Record<string, string>) =>
  inputHashes({ directory: folder, files: loadConfig(folder).files }, more);

describe('inputHashes', () => {
  test('has a hash of the bytes of every file of the config, and of those that it names', () => {
    const { files } = hashes();
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['accounts.lock.json', 'compliance.yaml', 'network.yaml', 'organization.yaml']),
    );
    expect(Object.keys(files).some((name) => name.startsWith('firewall/'))).toBe(true);
    expect(files['organization.yaml']).toBe(
      createHash('sha256')
        .update(readFileSync(join(folder, 'organization.yaml')))
        .digest('hex'),
    );
  });

  test('stays the same until a file changes, and does not care about other files', () => {
    const before = hashes();
    writeFileSync(join(folder, 'README.md'), 'notes');
    expect(hashes()).toEqual(before);
    writeFileSync(join(folder, 'compliance.yaml'), `${readFileSync(join(folder, 'compliance.yaml'), 'utf8')}\n`);
    const after = hashes();
    expect(after.sha256).not.toBe(before.sha256);
    expect(after.files['organization.yaml']).toBe(before.files['organization.yaml']);
  });

  test('changes with the version of cdk-nag, which decides what the checks find', () => {
    const before = hashes();
    const manifest = require('cdk-nag/package.json') as { version: string };
    const replaced = jest.replaceProperty(manifest, 'version', '0.0.0');
    expect(hashes().sha256).not.toBe(before.sha256);
    replaced.restore();
    expect(hashes()).toEqual(before);
  });

  test('counts exports that are merged', () => {
    const merged = hashes({ 'live/a.json': '0'.repeat(64) });
    expect(merged.files['live/a.json']).toBe('0'.repeat(64));
    expect(merged.sha256).not.toBe(hashes().sha256);
  });
});
