import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParsedConfig, parseConfig, renderProblem } from '../../../lib/config';

/** A config folder with every key of the schema and no problem. */
export const GOOD = join(__dirname, '../../fixtures/config/good');

export const ORGANIZATION = readFileSync(join(GOOD, 'organization.yaml'), 'utf8');

/** File name to content. */
export type Folder = Readonly<Record<string, string | Uint8Array>>;

/** Runs `work` on a folder that exists only meanwhile. */
export function withFolder<T>(folder: Folder, work: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'config-'));
  try {
    for (const [name, content] of Object.entries(folder)) writeFileSync(join(directory, name), content);
    return work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export function parse(folder: Folder): ParsedConfig {
  return withFolder(folder, parseConfig);
}

/** `organization.yaml:1:2 path: message`, one line a problem. */
export function rendered(config: ParsedConfig, lang: 'en' | 'ko' = 'en'): string[] {
  return config.problems.map((problem) => renderProblem(problem, { lang }));
}

/** The good organization with one piece of text replaced; fails when the piece is not there exactly once. */
export function edited(from: string, to: string, text = ORGANIZATION): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${JSON.stringify(from)} stands ${parts.length - 1} times in the fixture`);
  return parts.join(to);
}
