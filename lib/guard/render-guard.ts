import { markdownTable } from '../reports/markdown';
import { renderTable } from '../reports/table';
import type { GuardChange, GuardReport } from './guard-report';

type Language = 'en' | 'ko';

/** Rows that a table of the pull request lists at most: a comment of GitHub holds 65,536 characters. */
const MOST_ROWS = 100;

const ACTIONS = {
  deleted: { en: 'deleted', ko: '삭제' },
  retained: { en: 'retained, no longer managed', ko: '남지만 더는 관리하지 않음' },
  replaced: { en: 'replaced', ko: '교체' },
  mayBeReplaced: { en: 'may be replaced', ko: '교체될 수 있음' },
} as const;

/** The report for a terminal. */
export function guardTable(report: GuardReport, language: Language): string {
  const { failing, others } = split(report);
  const title = titles(language);
  const table = (heading: string, changes: readonly GuardChange[]): string =>
    changes.length === 0 ? '' : `${heading}\n\n${renderTable(headings(language), rows(changes, language))}\n`;
  return [
    table(title.failing, failing),
    table(title.others, others),
    ...notes(report, language).map((note) => `${note}\n`),
    `${summary(report, language)}\n`,
  ].join('');
}

/** The report as the comment of a pull request. */
export function guardMarkdown(report: GuardReport, language: Language): string {
  const { failing, others } = split(report);
  const title = titles(language);
  const section = (heading: string, changes: readonly GuardChange[]): string[] => {
    const rest = changes.length - MOST_ROWS;
    const shown = markdownTable(headings(language), rows(changes.slice(0, MOST_ROWS), language));
    return [
      ...(changes.length === 0 ? [] : [`### ${heading}\n`, shown]),
      ...(rest > 0 ? [`${{ en: `And ${rest} more.`, ko: `외 ${rest}건.` }[language]}\n`] : []),
    ];
  };
  const parts = [
    `## ${{ en: 'Replacements and deletions', ko: '교체와 삭제' }[language]}\n`,
    `${summary(report, language)}\n`,
    ...section(title.failing, failing),
    ...section(title.others, others),
    ...notes(report, language).map((note) => `- ${note}\n`),
  ];
  return parts.join('\n');
}

function split({ changes }: GuardReport) {
  return { failing: changes.filter(({ fails }) => fails), others: changes.filter(({ fails }) => !fails) };
}

function titles(language: Language) {
  return {
    en: { failing: 'Stops the deployment', others: 'For information' },
    ko: { failing: '배포를 막는 변경', others: '참고' },
  }[language];
}

function headings(language: Language): readonly string[] {
  return {
    en: ['resource', 'type', 'what happens', 'why'],
    ko: ['리소스', '유형', '일어나는 일', '이유'],
  }[language];
}

function rows(changes: readonly GuardChange[], language: Language): string[][] {
  return changes.map((change) => [change.id, change.type, outcome(change, language), why(change, language)]);
}

function outcome({ action, deletedFirst, allowed }: GuardChange, language: Language): string {
  const parts = [
    ACTIONS[action],
    ...(deletedFirst ? [{ en: 'deleted first: seconds without it', ko: '먼저 삭제되어 몇 초간 없음' }] : []),
    ...(allowed ? [{ en: 'allowed', ko: '허용됨' }] : []),
  ];
  return parts.map((part) => part[language]).join('; ');
}

function why(change: GuardChange, language: Language): string {
  const { action, because, movedTo, protectedBecause } = change;
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const parts = [
    cause(change, language),
    ...(because.length > 0 ? [text(`because of ${because.join(', ')}`, `원인: ${because.join(', ')}`)] : []),
    ...(movedTo === undefined
      ? []
      : [
          text(
            `the same comes as ${movedTo}: keep its logical id, or move it with cdk refactor`,
            `같은 내용이 ${movedTo}(으)로 생김. 논리적 ID를 유지하거나 cdk refactor로 옮기세요`,
          ),
        ]),
    ...(protectedBecause && action !== 'retained' ? [protectedBecause[language]] : []),
  ];
  return parts.join('; ');
}

function cause({ properties, becomes }: GuardChange, language: Language): string {
  if (becomes !== undefined) return { en: `becomes ${becomes}`, ko: `${becomes}(으)로 바뀜` }[language];
  if (properties.length === 0) return { en: 'not in the new template', ko: '새 템플릿에 없음' }[language];
  return { en: `changed: ${properties.join(', ')}`, ko: `바뀐 속성: ${properties.join(', ')}` }[language];
}

function notes({ leftBehind, unusedAllow }: GuardReport, language: Language): string[] {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  return [
    ...leftBehind.map((left) =>
      text(
        `Stack ${left.stack} is left behind: no deployment deletes it, nor its ${left.resources} resources (${left.protected} of protected types).`,
        `스택 ${left.stack}은(는) 그대로 남습니다. 배포해도 스택과 리소스 ${left.resources}개(보호 유형 ${left.protected}개)가 삭제되지 않습니다.`,
      ),
    ),
    ...unusedAllow.map((id) =>
      text(
        `--allow ${id} names nothing that is replaced or deleted.`,
        `--allow ${id}에 해당하는 교체나 삭제가 없습니다.`,
      ),
    ),
  ];
}

function summary({ stacks, changes }: GuardReport, language: Language): string {
  const sum = (key: 'created' | 'updated' | 'replaced' | 'deleted'): number =>
    stacks.reduce((total, stack) => total + stack[key], 0);
  const stopping = changes.filter(({ fails }) => fails).length;
  return {
    en: `Changes that stop the deployment: ${stopping}. Stacks that change: ${stacks.length} (resources created ${sum('created')}, updated in place ${sum('updated')}, replaced ${sum('replaced')}, deleted ${sum('deleted')}).`,
    ko: `배포를 막는 변경 ${stopping}건. 바뀌는 스택 ${stacks.length}개(리소스 생성 ${sum('created')}, 제자리 변경 ${sum('updated')}, 교체 ${sum('replaced')}, 삭제 ${sum('deleted')}).`,
  }[language];
}
