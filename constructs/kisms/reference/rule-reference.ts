import { CONFIG_RULES, type ConfigRule, LEGAL_PARAMETERS } from '../catalogue';
import { CONFORMANCE_PACK_PURPOSES, REMEDIATIONS } from '../conformance-packs';
import { type Column, codes, type Language, markdownTable, pageHead } from './markdown';

const TITLE = { en: 'AWS Config rules', ko: 'AWS Config 규칙' };
const LEAD = {
  en: 'The rules of the conformance packs, by pack. Generated from the catalogue. A value in bold comes from law.',
  ko: '적합성 팩의 규칙을 팩별로 적었습니다. 카탈로그에서 생성합니다. 굵은 값은 법령에서 나옵니다.',
};

/** The AWS Config rules with their parameters, as Markdown, in the language of the reader. */
export function kismsRuleReference(language: Language): string {
  const packs = CONFORMANCE_PACK_PURPOSES.map((purpose) => {
    const rules = CONFIG_RULES.filter((rule) => rule.purpose === purpose);
    return `## kisms-${purpose}\n\n${markdownTable(columns(language), rules, language)}`;
  });
  return `${[pageHead('rules', TITLE, LEAD, language), ...packs].join('\n\n')}\n`;
}

function columns(language: Language): readonly Column<ConfigRule>[] {
  return [
    [{ en: 'Rule', ko: '규칙' }, ({ identifier }) => `\`${identifier}\``],
    [{ en: 'Criteria', ko: '기준' }, ({ criteria }) => criteria.map(({ id }) => id).join(', ')],
    [{ en: 'Parameters (default)', ko: '매개변수(기본값)' }, (rule) => parameters(rule, language)],
    [{ en: 'Security Hub', ko: 'Security Hub' }, ({ securityHubControls }) => securityHubControls.join(', ')],
    [{ en: 'Remarks', ko: '비고' }, (rule) => remarks(rule, language)],
  ];
}

function parameters({ parameterNames, parameters: defaults, legal }: ConfigRule, language: Language): string {
  return parameterNames
    .map((name) => {
      const law = LEGAL_PARAMETERS.find((parameter) => parameter.name === legal?.[name])?.title[language];
      const value = law === undefined ? defaults[name] && `\`${defaults[name]}\`` : `**${law}**`;
      return value ? `\`${name}\` (${value})` : `\`${name}\``;
    })
    .join('<br>');
}

function remarks({ identifier, off, availability, trigger }: ConfigRule, language: Language): string {
  const periodic = { en: 'Periodic.', ko: '주기적으로 평가합니다.' };
  const only = { en: 'In us-east-1 alone.', ko: 'us-east-1에서만 평가합니다.' };
  const offByDefault = { en: 'Off:', ko: '꺼짐:' };
  const repair = { en: 'Repair:', ko: '수정:' };
  const document = REMEDIATIONS[identifier]?.document;
  return [
    ...(off ? [`**${offByDefault[language]}** ${off[language]}`] : []),
    ...(availability === 'us-east-1' ? [only[language]] : []),
    ...(trigger === 'periodic' ? [periodic[language]] : []),
    ...(document === undefined ? [] : [`${repair[language]} ${codes([document])}.`]),
  ].join(' ');
}
