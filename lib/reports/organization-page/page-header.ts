import type { LoadedOrganization } from '../../load-config';
import { type Figure, header } from '../page/header';
import { type Html, html, name, say, thousands } from '../page/html';
import type { Summary } from '../summary';

/** Whose organization this is, the switch of the language, and the figures. */
export function pageHeader({ model, proofs }: LoadedOrganization, summary: Summary): Html {
  const failed = proofs.filter((proof) => !proof.holds).length;
  return header(
    { ko: '조직 거버넌스', en: 'Organization governance' },
    html`<code>${summary.organizationId}</code> · ${say({ ko: '관리 계정', en: 'management account' })} ${name(model.managementAccount)} · ${say({ ko: '홈 리전', en: 'home Region' })} <code>${summary.homeRegion}</code> · ${say({ ko: '허용 리전', en: 'governed Regions' })} <code>${model.governedRegions.join(', ')}</code>`,
    figures(summary, proofs.length, failed),
  );
}

function figures({ accounts, ...summary }: Summary, proofs: number, failed: number): Figure[] {
  const waiting = accounts.waitingForId.length;
  const suspended = accounts.suspended.length;
  const policies = Object.values(summary.policies);
  return [
    {
      label: { ko: '계정', en: 'Accounts' },
      value: accounts.total,
      detail: {
        ko: `관리 ${accounts.governed}${waiting > 0 ? ` · 생성 예정 ${waiting}` : ''}${suspended > 0 ? ` · 해지 ${suspended}` : ''}`,
        en: `${accounts.governed} governed${waiting > 0 ? `, ${waiting} to be vended` : ''}${suspended > 0 ? `, ${suspended} suspended` : ''}`,
      },
    },
    { label: { ko: 'OU', en: 'OUs' }, value: summary.organizationalUnits },
    {
      label: { ko: '조직 정책', en: 'Policies' },
      value: policies.reduce((sum, count) => sum + count, 0),
      detail: { ko: `${policies.length}개 유형`, en: `of ${policies.length} types` },
    },
    {
      label: { ko: '가드레일', en: 'Guardrails' },
      value: summary.guardrails.length,
      detail: {
        ko: `ISMS-P 기준 ${summary.criteria.length}개 지원`,
        en: `serving ${summary.criteria.length} ISMS-P criteria`,
      },
    },
    {
      label: { ko: '증명', en: 'Proofs' },
      value: proofs,
      detail: failed === 0 ? { ko: '모두 성립', en: 'all hold' } : { ko: `${failed}건 실패`, en: `${failed} fail` },
    },
    { label: { ko: 'Control Tower 통제', en: 'Control Tower controls' }, value: summary.controlTowerControls },
    {
      label: { ko: '스택', en: 'Stacks' },
      value: summary.stacks.length,
      detail: { ko: `리소스 ${thousands(summary.resources)}개`, en: `${thousands(summary.resources)} resources` },
    },
    {
      label: { ko: '미해결 검사', en: 'Open findings' },
      value: summary.findings.open,
      detail: {
        ko: `사유를 적어 승인 ${thousands(summary.findings.acknowledged)}`,
        en: `${thousands(summary.findings.acknowledged)} acknowledged`,
      },
    },
  ];
}
