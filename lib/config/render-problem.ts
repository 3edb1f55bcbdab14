import { join } from 'node:path';
import type { ConfigPath, Problem } from './problem';
import { quote } from './quote';

/** How to print problems. */
export interface RenderOptions {
  /** Language of the messages. */
  readonly lang: 'en' | 'ko';
  /** Config folder as the reader would type it. @default - file names are printed without folder */
  readonly directory?: string;
}

const WARNING = { en: 'warning: ', ko: '경고: ' };

/** A path as people write it: `accounts[3].tags["cost center"]`. */
export function renderPath(path: ConfigPath): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      if (!/^[\p{L}\p{N}_-]+$/u.test(part)) return `[${quote(part)}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}

/**
 * One problem on one line: `config/organization.yaml:41:7 accounts[3].ou: no OU "Workloads/Prd"`.
 *
 * @param problem - what is wrong
 * @param options - language and folder
 */
export function renderProblem(problem: Problem, options: RenderOptions): string {
  const file = options.directory === undefined ? problem.file : join(options.directory, problem.file);
  const position = problem.line === undefined ? '' : `:${problem.line}:${problem.column ?? 1}`;
  const severity = problem.severity === 'warning' ? WARNING[options.lang] : '';
  const path = renderPath(problem.path);
  const place = [`${file}${position}`, path].filter((part) => part !== '').join(' ');
  return `${place === '' ? '' : `${place}: `}${severity}${problem.message[options.lang]}`;
}

/**
 * The problems by file, line and column, each once.
 *
 * @param problems - in any order
 */
export function sortProblems(problems: Iterable<Problem>): Problem[] {
  const unique = new Map<string, Problem>();
  for (const problem of problems) {
    const { file, line = 0, column = 0, path, message } = problem;
    unique.set(JSON.stringify([file, line, column, path, message.en]), problem);
  }
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...unique.values()].sort(
    (a, b) =>
      text(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      text(a.message.en, b.message.en),
  );
}

/** The config cannot be used; carries every problem that was found. */
export class ConfigError extends Error {
  readonly problems: Problem[];
  /** Config folder, for the message. @default - file names are printed without folder */
  readonly directory?: string;

  /**
   * @param problems - everything that is wrong, positions filled in
   * @param directory - config folder, for the message
   */
  constructor(problems: Problem[], directory?: string) {
    super(problems.map((problem) => renderProblem(problem, { lang: 'en', directory })).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
    this.directory = directory;
  }
}
