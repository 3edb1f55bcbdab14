import type { LocalizedText } from '../localized-text';
import type { Guardrail, GuardrailParameter } from './guardrail';
import { GUARDRAILS } from './presets';

type Language = keyof LocalizedText;

const HEADINGS: Record<Guardrail['policyType'], LocalizedText> = {
  SERVICE_CONTROL_POLICY: { en: 'Service control policies', ko: '서비스 제어 정책(SCP)' },
  RESOURCE_CONTROL_POLICY: { en: 'Resource control policies', ko: '리소스 제어 정책(RCP)' },
  DECLARATIVE_POLICY_EC2: { en: 'Declarative policies for EC2', ko: 'EC2 선언적 정책' },
  S3_POLICY: { en: 'S3 policies', ko: 'S3 정책' },
  AISERVICES_OPT_OUT_POLICY: { en: 'AI services opt-out policies', ko: 'AI 서비스 옵트아웃 정책' },
  TAG_POLICY: { en: 'Tag policies', ko: '태그 정책' },
  BACKUP_POLICY: { en: 'Backup policies', ko: '백업 정책' },
};

const WORDS = {
  title: { en: '# Guardrails', ko: '# 가드레일' },
  columns: {
    en: ['Id', 'What it does', 'ISMS-P', 'Parameters (default)', 'Source'],
    ko: ['ID', '내용', 'ISMS-P', '매개변수(기본값)', '출처'],
  },
  required: { en: 'required', ko: '필수' },
  source: { en: 'AWS documentation', ko: 'AWS 문서' },
} as const;

const cell = (text: string): string => text.replaceAll('|', '\\|');

function parameterText(name: string, parameter: GuardrailParameter, language: Language): string {
  const value =
    parameter.defaultValue === undefined ? WORDS.required[language] : `\`${JSON.stringify(parameter.defaultValue)}\``;
  return `\`${name}\` (${value}): ${parameter.description[language]}`;
}

function row(guardrail: Guardrail, language: Language): string {
  const parameters = Object.entries(guardrail.parameters ?? {}).map(([name, parameter]) =>
    parameterText(name, parameter, language),
  );
  const cells = [
    `\`${guardrail.id}\``,
    guardrail.title[language],
    guardrail.criteria.join(', '),
    parameters.join('<br>'),
    `[${WORDS.source[language]}](${guardrail.source})`,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** Reference of every preset as Markdown tables, one for each policy type, in the language of the reader. */
export function guardrailReference(language: Language): string {
  const columns = WORDS.columns[language];
  const sections = Object.entries(HEADINGS).map(([type, heading]) => {
    const rows = GUARDRAILS.filter(({ policyType }) => policyType === type).map((guardrail) =>
      row(guardrail, language),
    );
    return [
      `## ${heading[language]}`,
      '',
      `| ${columns.join(' | ')} |`,
      `|${columns.map(() => ' --- ').join('|')}|`,
      ...rows,
    ].join('\n');
  });
  return `${[WORDS.title[language], ...sections].join('\n\n')}\n`;
}
