import type { LocalizedText } from '../../constructs';

/** Place of a value inside a config file, for example `['accounts', 3, 'ou']`. */
export type ConfigPath = readonly (string | number)[];

/** One thing that is wrong with the config, in both languages, with the place to mend it. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** File name relative to the config folder, for example `organization.yaml`. */
  readonly file: string;
  readonly path: ConfigPath;
  readonly message: LocalizedText;
  /** Whether the problem is the key itself (an unknown key) and not its value. @default false */
  readonly atKey?: boolean;
  /** 1-based line. @default - looked up from `path` by the loader */
  readonly line?: number;
  /** 1-based column, in characters. @default - looked up from `path` by the loader */
  readonly column?: number;
}
