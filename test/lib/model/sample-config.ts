import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError, renderProblem } from '../../../lib/config';
import { type LoadedOrganization, loadConfig } from '../../../lib/load-config';
import { withFolder } from '../config/config-folder';

const SAMPLE = join(__dirname, '../../../config');
const FILES = [
  'accounts.lock.json',
  'compliance.yaml',
  'control-tower.yaml',
  'identity-center.yaml',
  'network.yaml',
  'organization.yaml',
] as const;
const RULES = 'firewall/outbound.rules';

/** Stands in an edit where the problem is expected to be found; taken out before the file is written. */
const MARK = '▸';

/** A piece that stands in one file of the sample exactly once, and what takes its place. */
export type Edit = readonly [from: string, to: string, file?: (typeof FILES)[number]];

/** Takes the network of the sample as it is; without an edit of `network.yaml` the folder has none. */
export const SAMPLE_NETWORK: Edit = ['version: 1\n', 'version: 1\n', 'network.yaml'];

/** What a config folder turned out to be. */
export interface Loaded {
  /** Every problem on a line of its own, `file:line:column path: message`. */
  readonly problems: string[];
  /** `file:line:column` of each mark, in the order in which problems are sorted. */
  readonly marks: string[];
  /** @default - the folder has errors */
  readonly organization?: LoadedOrganization;
}

/** Loads the sample with some edits, and with further files of the user's own, also in folders. */
export function load(
  edits: readonly Edit[],
  more: Readonly<Record<string, string>> = {},
  lang: 'en' | 'ko' = 'en',
): Loaded {
  const folder: Record<string, string> = {};
  const marks: string[] = [];
  const hasNetwork = edits.some(([, , file]) => file === 'network.yaml');
  const further = {
    ...(hasNetwork && { [RULES]: readFileSync(join(SAMPLE, RULES), 'utf8') }),
    ...more,
  };
  for (const file of FILES) {
    if (file === 'network.yaml' && !hasNetwork) continue;
    let text = readFileSync(join(SAMPLE, file), 'utf8');
    for (const [from, to, where = 'organization.yaml'] of edits) if (where === file) text = replaceOnce(text, from, to);
    marks.push(...marksOf(text).map((place) => `${file}:${place}`));
    folder[file] = text.replaceAll(MARK, '');
  }
  const lines = (problems: ConfigError['problems']) => problems.map((problem) => renderProblem(problem, { lang }));
  return withFolder(folder, (directory) => {
    for (const [file, text] of Object.entries(further)) {
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), text);
    }
    try {
      const organization = loadConfig(directory);
      return { problems: lines([...organization.warnings]), marks, organization };
    } catch (error) {
      if (error instanceof ConfigError) return { problems: lines(error.problems), marks };
      throw error;
    }
  });
}

/** The organization that the sample becomes with some edits; fails when it has errors. */
export function loaded(edits: readonly Edit[], more?: Readonly<Record<string, string>>): LoadedOrganization {
  const { organization, problems } = load(edits, more);
  if (!organization) throw new Error(problems.join('\n'));
  return organization;
}

/**
 * Expects exactly these problems, each `path: message`, at the marks of the edits and in their order; of a message that
 * ends in `…` only the beginning counts.
 */
export function expectProblems(
  edits: readonly Edit[],
  expected: readonly string[],
  more?: Record<string, string>,
): void {
  const { problems, marks } = load(edits, more);
  const wanted = expected.map((problem, index) => `${marks[index]} ${problem}`);
  const found = problems.map((problem, index) => {
    const beginning = wanted[index]?.endsWith('…') ? wanted[index].slice(0, -1) : undefined;
    return beginning !== undefined && problem.startsWith(beginning) ? `${beginning}…` : problem;
  });
  expect(found).toEqual(wanted);
}

function replaceOnce(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${JSON.stringify(from)} stands ${parts.length - 1} times in the sample`);
  return parts.join(to);
}

function marksOf(text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    line
      .split(MARK)
      .slice(0, -1)
      .map((_, nth, before) => `${index + 1}:${before.slice(0, nth + 1).join('').length + 1}`),
  );
}
