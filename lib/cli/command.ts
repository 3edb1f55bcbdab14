import type { LocalizedText } from '../../constructs';

/** Language of everything that a person reads. */
export type Language = 'en' | 'ko';

/** Exit codes of the command line, the same for every command. */
export const EXIT = { ok: 0, invalid: 1, differences: 2, internal: 70 } as const;

/** Where a command writes and what it may read of its surroundings. */
export interface CommandIo {
  out(text: string): void;
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard error is a terminal, so that progress may be drawn. */
  readonly interactive: boolean;
}

/** One option of a command, in the form of `node:util` parseArgs with a text for `--help`. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly help: LocalizedText;
  /** Word for the value in `--help`, for example `DIR`. @default - the option is a switch */
  readonly value?: string;
  /** One letter that stands for the option, as `h` in `-h`. @default - none */
  readonly short?: string;
  /** Whether it may be given several times. @default false */
  readonly multiple?: boolean;
}

/** What a command is called with. */
export interface CommandCall {
  readonly io: CommandIo;
  readonly language: Language;
  readonly json: boolean;
  /** Config folder. */
  readonly config: string;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Values of the options that may be given several times. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly positionals: readonly string[];
}

/** One command of `org-governance`. */
export interface Command {
  /** `validate`, or two words such as `accounts sync`. */
  readonly name: string;
  readonly summary: LocalizedText;
  /** Words after the name in the usage line. @default - the command takes none */
  readonly usage?: string;
  readonly options?: Readonly<Record<string, CommandOption>>;
  /** Returns one of {@link EXIT}. */
  run(call: CommandCall): number | Promise<number>;
}

/** Prints a value as JSON, as every `--json` does. */
export function printJson(io: CommandIo, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}
