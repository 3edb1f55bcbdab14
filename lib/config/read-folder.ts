import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalizedText } from '../../constructs';
import { didYouMean } from './did-you-mean';
import {
  controlCharacter,
  fileMissing,
  fileTooLarge,
  fileUnreadable,
  folderUnreadable,
  NOT_REGULAR,
  NOT_UTF8,
  unknownFile,
} from './file-messages';
import type { ConfigFile } from './files';
import type { Problem } from './problem';

/** Largest config file, in bytes; 1,000 accounts need less than a tenth of it. */
export const MAX_FILE_SIZE = 5 * 1024 * 1024;

// What YAML calls not printable; a carriage return counts only as part of a line end.
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r\u0085]|[\ufffe\uffff]|\r(?!\n)/u;

/** The texts of a config folder. */
export interface FolderContent {
  /** File name to text, for the files of the table that exist and can be read. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: Problem[];
}

function problem(file: string, message: LocalizedText, line?: number, column?: number): Problem {
  const base = { severity: 'error', file, path: [], message } as const;
  return line === undefined ? base : { ...base, line, column };
}

/** Place of the end of a text. */
function endOf(text: string): [line: number, column: number] {
  const lines = text.split('\n');
  return [lines.length, [...(lines.at(-1) as string)].length + 1];
}

function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** The text of a file, or what is wrong with the file as a whole. */
function readText(directory: string, name: string): string | Problem {
  let bytes: Buffer;
  try {
    const path = join(directory, name);
    const stats = statSync(path);
    if (!stats.isFile() && !stats.isDirectory()) return problem(name, NOT_REGULAR);
    if (stats.size > MAX_FILE_SIZE) return problem(name, fileTooLarge(stats.size, MAX_FILE_SIZE));
    bytes = readFileSync(path);
  } catch (error) {
    return problem(name, fileUnreadable(errorCode(error)));
  }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const offset = bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? 3 : 0;
  const reencoded = Buffer.from(text);
  if (!reencoded.equals(bytes.subarray(offset))) {
    const same = reencoded.findIndex((byte, index) => byte !== bytes[offset + index]);
    return problem(name, NOT_UTF8, ...endOf(reencoded.toString('utf8', 0, same)));
  }
  const control = CONTROL_CHARACTER.exec(text);
  if (!control) return text;
  return problem(name, controlCharacter(text.charCodeAt(control.index)), ...endOf(text.slice(0, control.index)));
}

/** Whether a file looks like config that somebody believes to be read. */
function looksLikeConfig(name: string, known: readonly string[]): boolean {
  if (name.startsWith('.')) return false;
  // Policies of the user are JSON too, so only a near miss is suspicious.
  return /\.ya?ml$/i.test(name) || (/\.json$/i.test(name) && didYouMean(name, known) !== undefined);
}

/**
 * Reads the files of a config folder as text.
 *
 * @param directory - the config folder
 * @param files - the files that it may hold
 */
export function readFolder(directory: string, files: readonly ConfigFile[]): FolderContent {
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const known = files.map(({ name }) => name);
  let present: string[];
  try {
    present = readdirSync(directory, { withFileTypes: true })
      .filter((entry) => known.includes(entry.name) || !entry.isDirectory())
      .map(({ name }) => name);
  } catch (error) {
    return { texts, problems: [problem('', folderUnreadable(directory, errorCode(error)))] };
  }
  for (const { name, required } of files) {
    if (present.includes(name)) {
      const read = readText(directory, name);
      if (typeof read === 'string') texts.set(name, read);
      else problems.push(read);
    } else if (required) problems.push(problem(name, fileMissing(name)));
  }
  for (const name of present) {
    if (!known.includes(name) && looksLikeConfig(name, known)) problems.push(problem(name, unknownFile(name, known)));
  }
  return { texts, problems };
}
