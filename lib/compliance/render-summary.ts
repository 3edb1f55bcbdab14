import { renderTable } from '../reports/table';
import type { ComplianceReport, ReportedControl, ReportedCriterion, ReportedException } from './compliance-report';
import { BEHAVIOURS, EXCEPTION_KINDS, STATUSES } from './words';

/** The figures of a report for a terminal. */
export function renderComplianceSummary({ totals, exceptions }: ComplianceReport, language: 'en' | 'ko'): string {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const kinds = Object.entries(EXCEPTION_KINDS).flatMap(([kind, word]): string[][] => {
    const count = exceptions.filter((exception) => exception.kind === (kind as ReportedException['kind'])).length;
    return count === 0 ? [] : [[word[language], String(count)]];
  });
  const { live } = totals;
  return [
    renderTable(
      [text(`criteria (${totals.criteria})`, `인증기준(${totals.criteria}개)`), text('number', '개수')],
      Object.entries(totals.byStatus).map(([status, count]) => [
        STATUSES[status as ReportedCriterion['status']].label[language],
        String(count),
      ]),
    ),
    renderTable(
      [text('controls on', '켜진 통제'), text('number', '개수')],
      Object.entries(totals.controlsOn).map(([behaviour, count]) => [
        BEHAVIOURS[behaviour as ReportedControl['behaviour']].label[language],
        String(count),
      ]),
    ),
    renderTable(
      [text('open or accepted', '미해결 또는 예외'), text('number', '개수')],
      [
        [text('open findings of the templates', '템플릿의 미해결 결과'), String(totals.openFindings)],
        ...(live ? [[text('open findings of AWS Config', 'AWS Config의 미해결 결과'), String(live.nonCompliant)]] : []),
        ...kinds,
      ],
    ),
    text(
      'Every criterion keeps a manual part. An aid, not legal advice.\n',
      '모든 인증기준에는 수동으로 수행하는 부분이 있습니다. 참고 자료이며 법률 자문이 아닙니다.\n',
    ),
  ].join('\n');
}
