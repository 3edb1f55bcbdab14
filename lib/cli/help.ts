import type { Command, CommandOption, Language } from './command';
import { COMMANDS, GLOBAL_OPTIONS } from './main';

function optionLines(options: Readonly<Record<string, CommandOption>>, language: Language): string[] {
  return Object.entries(options).map(([name, option]) => {
    const flag = `--${name}${option.value ? ` ${option.value}` : ''}`;
    return `  ${flag.padEnd(24)} ${option.help[language]}`;
  });
}

/** Help of one command, or of all. */
export function renderHelp(language: Language, command?: Command): string {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const options = text('Options', '옵션');
  const exits = text(
    'Exit codes: 0 fine, 1 invalid input or failed check, 2 differences found, 70 our own fault',
    '종료 코드: 0 정상, 1 잘못된 입력 또는 검사 실패, 2 차이 있음, 70 프로그램 오류',
  );
  if (command) {
    return [
      `org-governance ${[command.name, command.usage].filter(Boolean).join(' ')}`,
      '',
      command.summary[language],
      '',
      `${options}:`,
      ...optionLines({ ...command.options, ...GLOBAL_OPTIONS }, language),
      '',
      exits,
      '',
    ].join('\n');
  }
  return [
    text(
      'org-governance: govern a whole AWS organization from one repository',
      'org-governance: 저장소 하나로 AWS 조직 전체를 관리합니다',
    ),
    '',
    `${text('Usage', '사용법')}: org-governance <${text('command', '명령')}> [--config DIR] [--json] [--lang ko|en]`,
    '',
    `${text('Commands', '명령')}:`,
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(24)} ${summary[language]}`),
    '',
    `${options}:`,
    ...optionLines(GLOBAL_OPTIONS, language),
    '',
    exits,
    '',
  ].join('\n');
}
