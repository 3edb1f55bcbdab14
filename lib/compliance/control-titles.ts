import { findGuardrail, type LocalizedText } from '../../constructs';
import { type Control, configRule } from '../../constructs/kisms';
import { EVIDENCE_REPORTS } from './evidence';
import type { TitledCheck } from './sources';

const same = (text: string): LocalizedText => ({ en: text, ko: text });

/** What an auditor reads for a control, in both languages; names that AWS gave stay as they are. */
export function controlTitle(
  { mechanism, reference }: Control,
  checks: ReadonlyMap<string, TitledCheck>,
): LocalizedText {
  switch (mechanism) {
    case 'guardrail':
      return findGuardrail(reference).title;
    case 'kisms-check':
      return checks.get(reference)?.title ?? same(reference);
    case 'config-rule':
      return named('AWS Config rule', 'AWS Config 규칙', configRule(reference).name);
    case 'nag-rule':
      return named('cdk-nag rule', 'cdk-nag 규칙', reference);
    case 'guard-rule':
      return named('AWS Guard rule', 'AWS Guard 규칙', reference);
    case 'control-tower':
      return named('AWS Control Tower control', 'AWS Control Tower 통제', reference);
    case 'report':
      return EVIDENCE_REPORTS[reference]?.title ?? same(reference);
    case 'manual':
      return { en: 'Manual part', ko: '수동 수행 항목' };
  }
}

function named(en: string, ko: string, name: string): LocalizedText {
  return { en: `${en} ${name}`, ko: `${ko} ${name}` };
}
