import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { loadConfig } from '../../../lib/load-config';
import { synthesize } from '../../../lib/synthesize';
import { SAMPLE } from './synthesized';

const REPOSITORY = resolve(SAMPLE, '..');

/** Every file below a folder, by its path there. */
function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );
}

describe('two runs in different folders', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'deterministic-'));
  const home = process.cwd();
  const [first, second] = [home, scratch].map((workingDirectory, run) => {
    process.chdir(workingDirectory);
    const outdir = join(scratch, `out-${run}`);
    synthesize(loadConfig(SAMPLE), { outdir, templateValidation: false });
    process.chdir(home);
    return filesOf(outdir);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test('write the same files, byte for byte', () => {
    expect(Object.keys(first ?? {})).toEqual(Object.keys(second ?? {}));
    expect(Object.keys(first ?? {})).toEqual(
      expect.arrayContaining(['manifest.json', 'tree.json', 'validation-report.json', 'reports/summary.json']),
    );
    const different = Object.keys(first ?? {}).filter((name) => first?.[name] !== second?.[name]);
    expect(different).toEqual([]);
  });

  test('name the folders of the machine nowhere but where an acknowledgement tells who made it', () => {
    const withPaths = Object.entries(first ?? {}).filter(
      ([, content]) => content.includes(REPOSITORY) || content.includes(scratch),
    );
    const elsewhere = withPaths.filter(([name]) => !/^validation-report\.json$|\.metadata\.json$/.test(name));
    expect(elsewhere.map(([name]) => name)).toEqual([]);
    const traces = first?.['validation-report.json']?.split('\n').filter((line) => line.includes(REPOSITORY)) ?? [];
    expect(traces.filter((line) => !line.trim().startsWith('"acknowledgedStackTrace": '))).toEqual([]);
  });
});
