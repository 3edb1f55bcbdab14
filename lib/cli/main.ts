import { parseArgs } from 'node:util';
import { ConfigError, renderProblem } from '../config';
import { UserError } from '../user-error';
import { type Command, type CommandIo, type CommandOption, EXIT, type Language, printJson } from './command';
import { access } from './commands/access';
import { accessWho } from './commands/access-who';
import { accountsSync } from './commands/accounts-sync';
import { guard } from './commands/guard';
import { guardrails } from './commands/guardrails';
import { model } from './commands/model';
import { networkReach } from './commands/network-reach';
import { report } from './commands/report';
import { synth } from './commands/synth';
import { targets } from './commands/targets';
import { validate } from './commands/validate';
import { renderHelp } from './help';

/** Every command, in the order of the help page; one of two words stands before that of its first word. */
export const COMMANDS: readonly Command[] = [
  synth,
  validate,
  targets,
  model,
  guardrails,
  accessWho,
  access,
  accountsSync,
  networkReach,
  report,
  guard,
];

/** Options that every command takes. */
export const GLOBAL_OPTIONS: Readonly<Record<string, CommandOption>> = {
  config: {
    type: 'string',
    value: 'DIR',
    help: { en: 'config folder (default: config)', ko: '설정 폴더(기본값: config)' },
  },
  json: { type: 'boolean', help: { en: 'print JSON for machines', ko: '기계가 읽는 JSON으로 출력' } },
  lang: {
    type: 'string',
    value: 'ko|en',
    help: { en: 'language (default: that of the locale)', ko: '언어(기본값: 로캘의 언어)' },
  },
  help: { type: 'boolean', short: 'h', help: { en: 'show this help', ko: '이 도움말 표시' } },
};

/** Language of the caller: `--lang`, else Korean for a Korean locale, else English. */
function languageOf(argv: readonly string[], env: CommandIo['env']): Language {
  const flag = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = flag < 0 ? undefined : (argv[flag]?.split('=')[1] ?? argv[flag + 1]);
  if (word === 'ko' || word === 'en') return word;
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** Runs one call of `org-governance` and returns its exit code; never throws. */
export async function main(argv: readonly string[], io: CommandIo): Promise<number> {
  const language = languageOf(argv, io.env);
  const json = argv.includes('--json');
  try {
    return await dispatch(argv, io, language);
  } catch (error) {
    if (error instanceof ConfigError) {
      if (json)
        printJson(io, {
          ok: false,
          problems: error.problems.map((problem) => ({ ...problem, message: problem.message[language] })),
        });
      else
        io.err(
          `${error.problems.map((problem) => renderProblem(problem, { lang: language, directory: error.directory })).join('\n')}\n`,
        );
      return EXIT.invalid;
    }
    if (error instanceof UserError) {
      if (json) printJson(io, { ok: false, error: error.text[language] });
      else
        io.err(
          `org-governance: ${error.text[language]}\n${{ en: 'See', ko: '도움말:' }[language]} org-governance --help\n`,
        );
      return EXIT.invalid;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const advice = {
      en: 'This is a fault of org-governance, not of your config; please report it with the text above.',
      ko: '설정이 아니라 org-governance의 오류입니다. 위 내용과 함께 알려 주세요.',
    }[language];
    if (json) printJson(io, { ok: false, internalError: detail });
    else io.err(`${detail}\n${advice}\n`);
    return EXIT.internal;
  }
}

async function dispatch(argv: readonly string[], io: CommandIo, language: Language): Promise<number> {
  const command = COMMANDS.find(({ name }) => startsWith(argv, name));
  if (!command) {
    const asksHelp = argv.length === 0 || argv.includes('--help') || argv.includes('-h') || argv[0] === 'help';
    if (asksHelp) {
      io.out(renderHelp(language));
      return EXIT.ok;
    }
    throw new UserError({
      en: `no command ${JSON.stringify(argv[0])}`,
      ko: `${JSON.stringify(argv[0])} 명령이 없습니다`,
    });
  }
  const known = { ...GLOBAL_OPTIONS, ...command.options };
  const { values, positionals } = parse(argv.slice(command.name.split(' ').length), known);
  if (values.help) {
    io.out(renderHelp(language, command));
    return EXIT.ok;
  }
  if (values.lang !== undefined && values.lang !== 'ko' && values.lang !== 'en') {
    throw new UserError({
      en: `--lang must be ko or en, got ${JSON.stringify(values.lang)}`,
      ko: `--lang은 ko나 en이어야 합니다: ${JSON.stringify(values.lang)}`,
    });
  }
  if (command.usage === undefined && positionals.length > 0) {
    throw new UserError({
      en: `${command.name} takes no word ${JSON.stringify(positionals[0])}`,
      ko: `${command.name}은(는) ${JSON.stringify(positionals[0])} 같은 인자를 받지 않습니다`,
    });
  }
  return command.run({
    io,
    language,
    json: values.json === true,
    config: typeof values.config === 'string' ? values.config : 'config',
    options: pick(values, (value) => typeof value === 'string' || typeof value === 'boolean'),
    lists: pick(values, Array.isArray),
    positionals,
  });
}

/** The options whose values are of one kind. */
function pick<T>(values: Readonly<Record<string, unknown>>, isKind: (value: unknown) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isKind(value))) as Record<string, T>;
}

/** A command's words must come first, so that `--config accounts sync` is not taken for a command. */
function startsWith(argv: readonly string[], name: string): boolean {
  return name.split(' ').every((word, index) => argv[index] === word);
}

function parse(args: readonly string[], options: Readonly<Record<string, CommandOption>>) {
  try {
    return parseArgs({
      args: [...args],
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type, short, multiple = false }]) => [
          name,
          { type, multiple, ...(short !== undefined && { short }) },
        ]),
      ),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({ en: reason, ko: `인자 오류: ${reason}` });
  }
}
