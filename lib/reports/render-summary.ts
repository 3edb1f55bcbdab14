import type { Summary } from './summary';
import { renderTable } from './table';

const MAX_STACKS = 40;

/** The summary as a person reads it in a terminal. */
export function renderSummary(
  summary: Summary,
  where: { assembly: string; reports: string },
  language: 'en' | 'ko',
): string {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const { accounts, findings } = summary;
  const policies = Object.entries(summary.policies).map(([type, count]) => `${type} ${count}`);
  const shown = summary.stacks.slice(0, MAX_STACKS);
  const rows: [string, string][] = [
    [text('Organization', '조직'), `${summary.organizationId} (${summary.homeRegion})`],
    [
      text('Accounts', '계정'),
      text(`${accounts.total}: ${accounts.governed} governed`, `${accounts.total}개: ${accounts.governed}개 관리`) +
        (accounts.waitingForId.length > 0
          ? text(
              `, ${accounts.waitingForId.length} to be vended (${accounts.waitingForId.join(', ')})`,
              `, ${accounts.waitingForId.length}개 생성 예정(${accounts.waitingForId.join(', ')})`,
            )
          : '') +
        (accounts.suspended.length > 0
          ? text(`, ${accounts.suspended.length} suspended`, `, ${accounts.suspended.length}개 해지`)
          : ''),
    ],
    ['OU', String(summary.organizationalUnits)],
    [
      text('Stacks', '스택'),
      text(
        `${summary.stacks.length} with ${summary.resources} resources`,
        `${summary.stacks.length}개, 리소스 ${summary.resources}개`,
      ),
    ],
    [text('Policies', '조직 정책'), policies.join(', ') || '-'],
    [
      text('Guardrails', '가드레일'),
      text(
        `${summary.guardrails.length} presets serving ${summary.criteria.length} ISMS-P criteria; ${summary.proofs} proofs hold`,
        `프리셋 ${summary.guardrails.length}개, ISMS-P 기준 ${summary.criteria.length}개 지원, 증명 ${summary.proofs}건 성립`,
      ),
    ],
    [
      text('Control Tower', 'Control Tower'),
      text(`${summary.controlTowerControls} controls enabled`, `통제 ${summary.controlTowerControls}개 활성화`),
    ],
    ...accessRow(summary, text),
    ...networkRow(summary, text),
    [
      text('Findings', '점검 결과'),
      text(
        `${findings.open} open, ${findings.acknowledged} acknowledged with a reason`,
        `미해결 ${findings.open}건, 사유를 적어 승인 ${findings.acknowledged}건`,
      ),
    ],
    [text('Templates', '템플릿'), where.assembly],
    [text('Reports', '보고서'), where.reports],
  ];
  const lines = [renderTable([text('What', '항목'), text('Result', '결과')], rows)];
  lines.push(
    renderTable(
      [text('Stack', '스택'), text('Account', '계정'), text('Region', '리전'), text('Resources', '리소스')],
      shown.map((stack) => [stack.name, stack.account, stack.region, String(stack.resources)]),
    ),
  );
  if (summary.stacks.length > shown.length) {
    lines.push(
      text(
        `… and ${summary.stacks.length - shown.length} more stacks, see summary.json\n`,
        `… 그 밖의 스택 ${summary.stacks.length - shown.length}개는 summary.json 참고\n`,
      ),
    );
  }
  return lines.join('\n');
}

function accessRow({ identityCenter }: Summary, text: (en: string, ko: string) => string): [string, string][] {
  if (!identityCenter) return [];
  const { groups, permissionSets, assignments, waiting } = identityCenter;
  const later =
    waiting > 0 ? text(`; ${waiting} wait for an account id`, `, 계정 ID를 기다리는 할당 ${waiting}건`) : '';
  return [
    [
      'Identity Center',
      text(
        `${groups} groups, ${permissionSets} permission sets, ${assignments} assignments${later}`,
        `그룹 ${groups}개, 권한 세트 ${permissionSets}개, 할당 ${assignments}건${later}`,
      ),
    ],
  ];
}

function networkRow({ network }: Summary, text: (en: string, ko: string) => string): [string, string][] {
  if (!network) return [];
  const { segments, vpcs, sites, intents } = network;
  return [
    [
      text('Network', '네트워크'),
      text(
        `${segments} segments, ${vpcs} VPCs, ${sites} ${sites === 1 ? 'site' : 'sites'}; ${intents} intents hold`,
        `세그먼트 ${segments}개, VPC ${vpcs}개, 사업장 ${sites}개, 의도 ${intents}건 성립`,
      ),
    ],
  ];
}
