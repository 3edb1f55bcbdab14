import type { LocalizedText } from '../../constructs';
import type { ReportedControl, ReportedCriterion, ReportedException } from './compliance-report';

/** A word of the report, the same on the page, in files and in the terminal, and what it means. */
export interface Term {
  readonly label: LocalizedText;
  readonly meaning: LocalizedText;
}

/** Status of a criterion: a sign beside the word, so that colour never stands alone. */
export const STATUSES: Readonly<Record<ReportedCriterion['status'], Term & { readonly sign: string }>> = {
  'in-force': {
    sign: '✓',
    label: { ko: '적용 중', en: 'In force' },
    meaning: {
      ko: '기술적 통제가 켜져 있고 미해결 결과가 없습니다. 사람이 하는 일은 그대로 남습니다.',
      en: 'A technical control works and no finding is open. What people do remains.',
    },
  },
  failing: {
    sign: '✗',
    label: { ko: '미준수 있음', en: 'Findings open' },
    meaning: {
      ko: '통제는 켜져 있지만 해결하지 않은 미준수 리소스가 있습니다.',
      en: 'A control works and resources fail it.',
    },
  },
  'not-turned-on': {
    sign: '○',
    label: { ko: '꺼져 있음', en: 'Not turned on' },
    meaning: {
      ko: '쓸 수 있는 기술적 통제를 켜지 않았거나, 켠 검사에서 준수로 확인한 리소스가 없습니다.',
      en: 'No technical control is turned on, or the checks that are found no compliant resource.',
    },
  },
  'evidence-only': {
    sign: '◐',
    label: { ko: '증적만', en: 'Evidence only' },
    meaning: {
      ko: 'AWS 설정에서는 자료만 나옵니다. 이행은 사람이 합니다.',
      en: 'AWS delivers input for the evidence. People do the rest.',
    },
  },
  manual: {
    sign: '◇',
    label: { ko: '수동', en: 'Manual' },
    meaning: {
      ko: '기술적 통제가 없습니다. 담당자가 이행하고 증적을 남겨야 하며, 충족으로 세지 않습니다.',
      en: 'No technical control. People do it and keep the evidence; never counted as covered.',
    },
  },
};

/** State of one control. */
export const STATES: Readonly<
  Record<ReportedControl['state'], { readonly sign: string; readonly label: LocalizedText }>
> = {
  on: { sign: '✓', label: { ko: '켜짐', en: 'On' } },
  failing: { sign: '✗', label: { ko: '미준수', en: 'Failing' } },
  off: { sign: '○', label: { ko: '꺼짐', en: 'Off' } },
  manual: { sign: '◇', label: { ko: '수동', en: 'Manual' } },
};

/** How a control works; in the order in which they act. */
export const BEHAVIOURS: Readonly<Record<ReportedControl['behaviour'], Term>> = {
  preventive: {
    label: { ko: '예방', en: 'Preventive' },
    meaning: { ko: '금지된 요청을 거부합니다.', en: 'Refuses the forbidden request.' },
  },
  proactive: {
    label: { ko: '사전 검사', en: 'Proactive' },
    meaning: { ko: '배포 전에 템플릿을 검사합니다.', en: 'Checks the template before it is deployed.' },
  },
  detective: {
    label: { ko: '탐지', en: 'Detective' },
    meaning: { ko: '배포된 리소스를 AWS가 계속 평가합니다.', en: 'AWS evaluates what is deployed, continuously.' },
  },
  evidence: {
    label: { ko: '증적', en: 'Evidence' },
    meaning: { ko: '심사에 낼 자료를 만듭니다.', en: 'Produces material for the audit.' },
  },
  manual: {
    label: { ko: '수동', en: 'Manual' },
    meaning: { ko: '사람이 이행하고 증적을 보관합니다.', en: 'People do it and keep the evidence.' },
  },
};

/** Who says that a control serves a criterion. */
export const SOURCES: Readonly<Record<ReportedControl['source'], Term>> = {
  'aws-docs': {
    label: { ko: 'AWS 문서', en: 'AWS docs' },
    meaning: {
      ko: 'AWS가 공개한 K-ISMS 매핑표에 이 기준과 이 규칙이 한 줄로 있습니다.',
      en: "A row of AWS's published K-ISMS table names this criterion and this rule.",
    },
  },
  'aws-kisms-pack': {
    label: { ko: 'AWS K-ISMS 팩', en: 'AWS K-ISMS pack' },
    meaning: {
      ko: 'AWS K-ISMS 팩에 있는 규칙이지만 AWS는 2.6 같은 도메인까지만 연결했습니다. 세부 기준은 이 제품이 골랐습니다.',
      en: 'The rule is in the K-ISMS pack of AWS, which maps it to a domain such as 2.6 only. The criterion is our choice.',
    },
  },
  'our-judgement': {
    label: { ko: '자체 판단', en: 'Our judgement' },
    meaning: {
      ko: 'AWS 자료에 없는 연결이며, 이 제품이 판단했습니다.',
      en: 'Not in the material of AWS: this product maps it.',
    },
  },
};

const MECHANISMS: Readonly<Record<string, LocalizedText>> = {
  guardrail: { ko: '가드레일', en: 'Guardrail' },
  'control-tower': { ko: 'Control Tower 통제', en: 'Control Tower control' },
  'kisms-check': { ko: 'K-ISMS 검사', en: 'K-ISMS check' },
  'nag-rule': { ko: 'cdk-nag 규칙', en: 'cdk-nag rule' },
  'guard-rule': { ko: 'CloudFormation Guard 규칙', en: 'CloudFormation Guard rule' },
  'config-rule': { ko: 'AWS Config 규칙', en: 'AWS Config rule' },
  report: { ko: '보고서', en: 'Report' },
};

/** What a mechanism is called; one that the page does not know keeps its name. */
export function mechanismLabel(mechanism: string): LocalizedText {
  return MECHANISMS[mechanism] ?? { ko: mechanism, en: mechanism };
}

/** What kind of exception it is. */
export const EXCEPTION_KINDS: Readonly<Record<ReportedException['kind'], LocalizedText>> = {
  acknowledgement: { ko: '검사 결과 승인', en: 'Acknowledged finding' },
  exclusion: { ko: '규칙 적용 제외', en: 'Excluded resource' },
  'disabled-rule': { ko: '규칙 끔', en: 'Rule turned off' },
  'disabled-check': { ko: '검사 끔', en: 'Check turned off' },
  'guardrail-left-out': { ko: '가드레일 제외', en: 'Guardrail left out' },
};

/** Certifications by the names that people use. */
export const PROFILES = { isms: 'ISMS', 'isms-p': 'ISMS-P' } as const;

/** How much is turned on. */
export const STRICTNESSES: Readonly<Record<'baseline' | 'strict', LocalizedText>> = {
  baseline: { ko: '기본', en: 'baseline' },
  strict: { ko: '엄격', en: 'strict' },
};
