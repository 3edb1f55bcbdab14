import type { ComplianceReport } from '../../compliance/compliance-report';
import { PROFILES, STATUSES, STRICTNESSES } from '../../compliance/words';
import { type PageSection, pageDocument } from '../page/document';
import { type Figure, header } from '../page/header';
import { html, say, thousands } from '../page/html';
import { aboutSection, inputsSection, legalSection } from './about';
import { criteriaSection } from './criteria';
import { exceptionsSection } from './exceptions';
import { inventorySection } from './inventory';
import { overviewSection } from './overview';
import { COMPLIANCE_STYLE } from './style';

const SECTIONS: readonly PageSection[] = [
  { id: 'about', ko: '이 문서에 대하여', en: 'About' },
  { id: 'overview', ko: '한눈에 보기', en: 'At a glance' },
  { id: 'legal', ko: '법정 기준값', en: 'Legal parameters' },
  { id: 'criteria', ko: '기준별 통제', en: 'Criteria' },
  { id: 'exceptions', ko: '예외 대장', en: 'Exceptions' },
  { id: 'inventory', ko: '통제 목록', en: 'Controls' },
  { id: 'inputs', ko: '입력과 해시', en: 'Inputs' },
];

/** How the organization serves the ISMS-P criteria, on one page in Korean and English, for an auditor without us in the room. */
export function compliancePage(report: ComplianceReport): string {
  const scheme = PROFILES[report.profile];
  return pageDocument({
    title: {
      ko: `${report.organizationId} ${scheme} 통제 현황`,
      en: `${report.organizationId} ${scheme} control report`,
    },
    header: header(
      { ko: `${scheme} 통제 현황`, en: `${scheme} control report` },
      html`<code>${report.organizationId}</code> · ${say({ ko: '인증', en: 'scheme' })} <b>${scheme}</b> · ${say({ ko: '적용 수준', en: 'strictness' })} ${say(STRICTNESSES[report.strictness])} · ${say({ ko: '법령 시행 기준일', en: 'law as of' })} <code>${report.effectiveOn}</code> · ${say({ ko: '입력', en: 'inputs' })} <code>${report.inputs.sha256.slice(0, 12)}</code>`,
      figures(report),
    ),
    sections: SECTIONS,
    main: html`${aboutSection(report)}
    ${overviewSection(report)}
    ${legalSection(report)}
    ${criteriaSection(report)}
    ${exceptionsSection(report)}
    ${inventorySection(report)}
    ${inputsSection(report)}`,
    ...(report.totals.live && {
      footer: {
        ko: '설정 파일과 내보낸 AWS Config 평가로 만든 페이지입니다. AWS를 조회하지 않으며, 입력이 같으면 내용도 같습니다.',
        en: 'Made from the configuration and an export of AWS Config: nothing was read from AWS, and equal input gives an equal page.',
      },
    }),
    style: COMPLIANCE_STYLE,
  });
}

function figures({ totals }: ComplianceReport): Figure[] {
  return [
    { label: { ko: '인증기준', en: 'Criteria' }, value: totals.criteria },
    ...Object.entries(STATUSES).map(([status, { label }]) => ({ label, value: totals.byStatus[status] ?? 0 })),
    {
      label: { ko: '미해결 결과', en: 'Open findings' },
      value: totals.openFindings,
      ...(totals.live && {
        detail: {
          ko: `운영 중 미준수 ${thousands(totals.live.nonCompliant)}`,
          en: `${thousands(totals.live.nonCompliant)} non-compliant live`,
        },
      }),
    },
    { label: { ko: '예외', en: 'Exceptions' }, value: totals.exceptions },
  ];
}
