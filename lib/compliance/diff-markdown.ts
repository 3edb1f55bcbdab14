import { markdownTable } from '../reports/markdown';
import type { ReportedException } from './compliance-report';
import type { ChangedControl, ChangedCriterion, ComplianceDiff } from './diff';
import { BEHAVIOURS, EXCEPTION_KINDS, STATES, STATUSES } from './words';

type Language = 'en' | 'ko';

/** Places that a cell lists at most, so that the comment of a pull request stays short. */
const MOST_PLACES = 10;

/** How coverage differs, as the comment of a pull request. */
export function complianceDiffMarkdown({ criteria, controls, exceptions }: ComplianceDiff, language: Language): string {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const section = (title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string[] =>
    rows.length === 0 ? [] : [`### ${title}\n`, markdownTable(headings, rows)];
  const criterionTable = (title: string, rows: readonly ChangedCriterion[]): string[] =>
    section(
      title,
      [text('Criterion', '인증기준'), text('Before', '이전'), text('After', '이후')],
      rows.map((row) => criterionCells(row, language)),
    );
  const controlTable = (title: string, rows: readonly ChangedControl[]): string[] =>
    section(
      title,
      [
        text('Control', '통제'),
        text('Behaviour', '유형'),
        text('Criteria', '인증기준'),
        text('Before', '이전'),
        text('After', '이후'),
      ],
      rows.map((row) => controlCells(row, language)),
    );
  const exceptionTable = (title: string, rows: readonly ReportedException[]): string[] =>
    section(
      title,
      [
        text('Kind', '종류'),
        text('Subject', '대상'),
        text('Where', '위치'),
        text('Reason', '사유'),
        text('Expires', '만료'),
      ],
      rows.map(({ kind, subject, where, reason, expires }) => [
        EXCEPTION_KINDS[kind][language],
        subject,
        places(where, language),
        reason,
        expires ?? '-',
      ]),
    );
  return [
    `## ${text('K-ISMS coverage', 'ISMS-P 통제 현황')}\n`,
    `${text(
      `Criteria gained: ${criteria.gained.length}, lost: ${criteria.lost.length}, changed: ${criteria.changed.length}. Controls gained: ${controls.gained.length}, lost: ${controls.lost.length}, changed: ${controls.changed.length}. Exceptions added: ${exceptions.added.length}, removed: ${exceptions.removed.length}.`,
      `인증기준 추가 ${criteria.gained.length}건, 상실 ${criteria.lost.length}건, 변경 ${criteria.changed.length}건. 통제 추가 ${controls.gained.length}건, 상실 ${controls.lost.length}건, 변경 ${controls.changed.length}건. 예외 추가 ${exceptions.added.length}건, 삭제 ${exceptions.removed.length}건.`,
    )}\n`,
    ...criterionTable(text('Criteria gained', '추가된 인증기준'), criteria.gained),
    ...criterionTable(text('Criteria lost', '상실한 인증기준'), criteria.lost),
    ...criterionTable(text('Criteria changed', '변경된 인증기준'), criteria.changed),
    ...controlTable(text('Controls gained', '추가된 통제'), controls.gained),
    ...controlTable(text('Controls lost', '상실한 통제'), controls.lost),
    ...controlTable(text('Controls changed', '변경된 통제'), controls.changed),
    ...exceptionTable(text('Exceptions added', '추가된 예외'), exceptions.added),
    ...exceptionTable(text('Exceptions removed', '삭제된 예외'), exceptions.removed),
  ].join('\n');
}

function criterionCells({ id, title, before, after }: ChangedCriterion, language: Language): string[] {
  const status = (word: ChangedCriterion['before']): string =>
    word === undefined ? '-' : STATUSES[word].label[language];
  return [`${id} ${title[language]}`, status(before), status(after)];
}

function controlCells({ control, criteria, before, after }: ChangedControl, language: Language): string[] {
  const state = (side: ChangedControl['before']): string =>
    [STATES[side.state].label[language], ...(side.where.length > 0 ? [places(side.where, language)] : [])].join(': ');
  return [
    `${control.title[language]} (${control.reference})`,
    BEHAVIOURS[control.behaviour].label[language],
    criteria.join(', '),
    state(before),
    state(after),
  ];
}

function places(all: readonly string[], language: Language): string {
  const rest = all.length - MOST_PLACES;
  const shown = all.slice(0, MOST_PLACES).join(', ');
  return rest <= 0 ? shown : `${shown} ${{ en: `and ${rest} more`, ko: `외 ${rest}곳` }[language]}`;
}
