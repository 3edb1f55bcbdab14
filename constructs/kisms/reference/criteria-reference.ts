import type { LocalizedText } from '../../localized-text';
import {
  type Behaviour,
  type Control,
  CRITERIA,
  type Criterion,
  controls,
  controlsOf,
  DOMAINS,
  type MappingSource,
  type OwnCheck,
} from '../catalogue';
import { codes, type Language, pageHead } from './markdown';

const TITLE = { en: 'ISMS-P criteria and their controls', ko: 'ISMS-P 인증기준과 통제' };
const LEAD = {
  en: 'What this project has for each of the 101 criteria (text of 2023-10-31). Generated from the catalogue: an aid, not legal advice. Whether a control is on in an organization is said by its report.',
  ko: '인증기준 101개(2023-10-31 기준)마다 이 프로젝트가 제공하는 통제입니다. 카탈로그에서 생성한 참고 자료이며 법률 자문이 아닙니다. 조직에서 켜져 있는지는 보고서에서 확인하세요.',
};

const BEHAVIOURS: Readonly<Record<Behaviour, LocalizedText>> = {
  preventive: { en: 'Preventive', ko: '예방' },
  proactive: { en: 'Proactive', ko: '사전 검사' },
  detective: { en: 'Detective', ko: '탐지' },
  evidence: { en: 'Evidence', ko: '증적' },
  manual: { en: 'Manual', ko: '수동' },
};

const MECHANISMS: Readonly<Record<Control['mechanism'], LocalizedText>> = {
  guardrail: { en: 'guardrails', ko: '가드레일' },
  'control-tower': { en: 'AWS Control Tower', ko: 'AWS Control Tower' },
  'kisms-check': { en: 'own checks', ko: '자체 검사' },
  'nag-rule': { en: 'cdk-nag', ko: 'cdk-nag' },
  'guard-rule': { en: 'CloudFormation Guard (optional)', ko: 'CloudFormation Guard(선택)' },
  'config-rule': { en: 'AWS Config', ko: 'AWS Config' },
  report: { en: 'reports', ko: '보고서' },
  manual: { en: 'people', ko: '사람' },
};

const SOURCES: Readonly<Record<MappingSource, LocalizedText>> = {
  'aws-docs': { en: 'AWS docs', ko: 'AWS 문서' },
  'aws-kisms-pack': { en: 'AWS K-ISMS pack', ko: 'AWS K-ISMS 팩' },
  'our-judgement': { en: 'our judgement', ko: '자체 판단' },
};

const INHERITED = {
  en: "AWS's own certificate covers a part.",
  ko: 'AWS가 받은 인증이 일부를 대신합니다.',
};

/** Which control of which mechanism serves which criterion and who says so, as Markdown, in the language of the reader. */
export function kismsCriteriaReference(language: Language, checks: readonly OwnCheck[]): string {
  const all = controls(checks);
  const domains = DOMAINS.map(({ id, title }) =>
    [
      `## ${id} ${title[language]}`,
      ...CRITERIA.filter(({ domain }) => domain === id).map((criterion) =>
        criterionSection(criterion, controlsOf(criterion.id, all), language),
      ),
    ].join('\n\n'),
  );
  return `${[pageHead('criteria', TITLE, LEAD, language), ...domains].join('\n\n')}\n`;
}

function criterionSection(criterion: Criterion, rows: readonly Control[], language: Language): string {
  const { id, title, schemes, inheritedFromAws, manual } = criterion;
  const groups = new Map<string, string[]>();
  for (const { behaviour, mechanism, source, reference } of rows) {
    if (behaviour === 'manual') continue;
    const label = `**${BEHAVIOURS[behaviour][language]}**, ${MECHANISMS[mechanism][language]} (${SOURCES[source][language]})`;
    groups.set(label, [...(groups.get(label) ?? []), reference]);
  }
  const only = schemes.includes('isms') ? [] : [{ en: 'ISMS-P only.', ko: 'ISMS-P에만 있습니다.' }[language]];
  const inherited = inheritedFromAws === 'partly' ? [INHERITED[language]] : [];
  return [
    `### ${id} ${title[language]}`,
    '',
    ...[...only, ...inherited].flatMap((note) => [note, '']),
    ...[...groups].map(([label, references]) => `- ${label}: ${codes(references)}`),
    `- **${BEHAVIOURS.manual[language]}** (${manual.evidenceOwner[language]}): ${manual.task[language]}`,
  ].join('\n');
}
