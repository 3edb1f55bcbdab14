import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FILES } from '../config/files';
import type { LoadedOrganization } from '../load-config';
import type { ComplianceReport } from './compliance-report';

/**
 * Hashes of what a report is made from: each file of the config, the files that it names, further files, and the
 * versions of this package, which holds the catalogue, and of those that decide what the checks find.
 *
 * @param more - hashes of further files, by name
 */
export function inputHashes(
  { directory, files }: Pick<LoadedOrganization, 'directory' | 'files'>,
  more: Readonly<Record<string, string>> = {},
): ComplianceReport['inputs'] {
  const hashes = Object.fromEntries(
    [...new Set([...CONFIG_FILES.map(({ name }) => name), ...namedFiles(files)])]
      .filter((name) => existsSync(join(directory, name)))
      .map((name) => [name, sha256(readFileSync(join(directory, name)))]),
  );
  const sorted = Object.fromEntries(Object.entries({ ...hashes, ...more }).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    sha256: sha256(JSON.stringify({ version: packageVersion(), tools: toolVersions(), files: sorted })),
    files: sorted,
  };
}

/** Policies and firewall rules may stand in files of their own. */
function namedFiles(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'string' && (key === 'file' || key === 'suricataFile') ? [part] : namedFiles(part),
  );
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Versions of what is beside this package, by name: another cdk-nag finds something else in the same config. */
function toolVersions(): Record<string, string> {
  const names = ['aws-cdk-lib', 'cdk-nag'];
  return Object.fromEntries(
    names.map((name) => [name, (require(`${name}/package.json`) as { version: string }).version]),
  );
}

/** From the package two folders above this file, or three when it is built. */
function packageVersion(): string {
  const file = [join(__dirname, '../../../package.json'), join(__dirname, '../../package.json')].find((path) =>
    existsSync(path),
  );
  if (file === undefined) throw new Error('package.json is missing from the package; install cdk-org-governance again');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
