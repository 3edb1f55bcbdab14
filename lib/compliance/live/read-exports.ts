import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemErrorReason } from '../../config';
import { UserError } from '../../user-error';
import { type ExportedFile, exportRows } from './export-rows';
import { type LiveResults, mergeVerdicts } from './live-results';
import { type ExportProblem, type LiveOrganization, matchRows } from './match-rows';

/** What a folder of exports holds. */
export interface LiveExports {
  readonly results: LiveResults;
  /** Hash of each file, by `live/` and its path in the folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Rules in aggregates that are none of the packs, such as those of AWS Security Hub. */
  readonly otherRules: readonly string[];
}

/** Problems that are printed; the rest are counted. */
const MOST_PROBLEMS = 20;

/**
 * Reads the exports of AWS Config in a folder: aggregates in the folder itself, and those of one account's packs in a
 * folder of its own, named by the id of the account.
 *
 * @throws UserError when a file is no such export or does not match the organization; then nothing counts
 */
export function readExports(directory: string, organization: LiveOrganization): LiveExports {
  const problems: ExportProblem[] = [];
  const files: Record<string, string> = {};
  const exported: ExportedFile[] = [];
  for (const path of jsonFiles(directory)) {
    const bytes = readFileSync(join(directory, path));
    files[`live/${path}`] = createHash('sha256').update(bytes).digest('hex');
    const read = exportRows(path, bytes.toString('utf8').replace(/^\ufeff/, ''));
    if ('problems' in read) problems.push(...read.problems);
    else exported.push(read);
  }
  if (Object.keys(files).length === 0) {
    throw new UserError({
      en: `--live: ${directory} holds no JSON file; see org-governance report --help for the commands that export`,
      ko: `--live: ${directory}에 JSON 파일이 없습니다. 내보내는 명령은 org-governance report --help를 보세요`,
    });
  }
  const matched = matchRows(exported, organization);
  problems.push(...matched.problems);
  if (problems.length > 0) throw refused(directory, problems);
  return { results: mergeVerdicts(matched.verdicts), files, otherRules: matched.otherRules };
}

function jsonFiles(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .flatMap((entry) =>
        entry.isDirectory()
          ? readdirSync(join(directory, entry.name)).map((name) => `${entry.name}/${name}`)
          : [entry.name],
      )
      .filter((path) => path.endsWith('.json'))
      .sort();
  } catch (error) {
    const { en, ko } = systemErrorReason((error as NodeJS.ErrnoException).code ?? String(error));
    throw new UserError({
      en: `--live: cannot read ${JSON.stringify(directory)}: ${en}`,
      ko: `--live: ${JSON.stringify(directory)}을(를) 읽을 수 없습니다: ${ko}`,
    });
  }
}

function refused(directory: string, problems: readonly ExportProblem[]): UserError {
  const rest = problems.length - MOST_PROBLEMS;
  const lines = (language: 'en' | 'ko'): string =>
    problems
      .slice(0, MOST_PROBLEMS)
      .map(({ file, place, message }) => `\n  ${join(directory, file)}${place && ` ${place}`}: ${message[language]}`)
      .join('');
  return new UserError({
    en: `--live: the exports do not match the organization; nothing was merged${lines('en')}${rest > 0 ? `\n  and ${rest} more` : ''}`,
    ko: `--live: 내보낸 파일이 조직과 맞지 않아 아무것도 합치지 않았습니다${lines('ko')}${rest > 0 ? `\n  외 ${rest}건` : ''}`,
  });
}
