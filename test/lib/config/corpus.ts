import { edited, type Folder } from './config-folder';
import { BAD_FILES, BOMB } from './corpus-files';
import { BAD_SYNTAX } from './corpus-syntax';
import { BAD_VALUES } from './corpus-values';

/** A bad config folder and the problems it must give: `file:line:column path: start of the message`. */
export interface BadInput {
  readonly name: string;
  readonly folder: Folder;
  readonly expected: readonly string[];
}

/** One edit of the good organization; `expected` lacks the file name. */
export type Edit = readonly [name: string, from: string, to: string, ...expected: string[]];

/** The whole corpus. */
export const BAD_INPUTS: readonly BadInput[] = [
  ...[...BAD_VALUES, ...BAD_SYNTAX].map(([name, from, to, ...expected]) => ({
    name,
    folder: { 'organization.yaml': edited(from, to) },
    expected: expected.map((line) => `organization.yaml:${line}`),
  })),
  ...BAD_FILES,
  { name: 'a bomb of aliases', folder: { 'organization.yaml': BOMB }, expected: [] },
];
