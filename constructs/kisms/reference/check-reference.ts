import type { LocalizedText } from '../../localized-text';
import type { OwnCheck } from '../catalogue';
import { type Column, codes, type Language, markdownTable, pageHead } from './markdown';

/** A check of our own, as the reference tells it. */
export interface KismsReferenceCheck extends OwnCheck {
  readonly title: LocalizedText;
  readonly fix: LocalizedText;
  /** `Error` fails a build. */
  readonly level: string;
  readonly resourceTypes: readonly string[];
}

const TITLE = { en: 'Checks of KismsChecks', ko: 'KismsChecks의 자체 검사' };
const LEAD = {
  en: 'The checks that cdk-nag does not have; the mapped rules of cdk-nag are beside the [criteria](criteria.md). Generated from the code. The id in a report is `Kisms-<check>`.',
  ko: 'cdk-nag에 없는 검사입니다. 연결한 cdk-nag 규칙은 [인증기준](criteria.ko.md)에 있습니다. 코드에서 생성합니다. 보고서의 ID는 `Kisms-<검사>`입니다.',
};

/** The checks of our own with their remedies, as Markdown, in the language of the reader. */
export function kismsCheckReference(language: Language, checks: readonly KismsReferenceCheck[]): string {
  const severity = (level: string): LocalizedText =>
    level === 'Error' ? { en: 'error', ko: '오류' } : { en: 'warning', ko: '경고' };
  const columns: readonly Column<KismsReferenceCheck>[] = [
    [{ en: 'Check', ko: '검사' }, ({ id }) => `\`${id}\``],
    [{ en: 'Criteria', ko: '기준' }, ({ criteria }) => criteria.join(', ')],
    [{ en: 'Severity', ko: '심각도' }, ({ level }) => severity(level)[language]],
    [{ en: 'Resources', ko: '리소스' }, ({ resourceTypes }) => codes(resourceTypes)],
    [{ en: 'What is wrong', ko: '문제' }, ({ title }) => title[language]],
    [{ en: 'Remedy', ko: '해결' }, ({ fix }) => fix[language]],
  ];
  return `${pageHead('checks', TITLE, LEAD, language)}\n\n${markdownTable(columns, checks, language)}\n`;
}
