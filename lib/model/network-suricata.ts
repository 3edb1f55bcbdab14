import type { LocalizedText } from '../../constructs';

/** A rule of a Suricata file. */
export interface SuricataRule {
  /** Line that it begins on, from 1. */
  readonly line: number;
  /** The rule on one line. */
  readonly text: string;
  /** @default - the rule has none */
  readonly sid?: string;
}

const COMMENT = /^\s*(?:#|$)/;
const QUOTED = /"(?:\\.|[^"\\])*"/g;
const MAX_RULE_LENGTH = 8_192;
const SID = /[(;]\s*sid\s*:\s*(\d+)\s*;/;

/**
 * The rules of a Suricata file; a backslash at the end of a line continues the rule.
 *
 * @see https://docs.suricata.io/en/latest/rules/intro.html
 */
export function suricataRules(text: string): SuricataRule[] {
  const rules: SuricataRule[] = [];
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1;
    let rule = lines[index] as string;
    while (rule.endsWith('\\') && index + 1 < lines.length) {
      index += 1;
      rule = `${rule.slice(0, -1)}${(lines[index] as string).trimStart()}`;
    }
    if (COMMENT.test(rule)) continue;
    // A text such as msg may say anything.
    const sid = SID.exec(rule.replace(QUOTED, '""'))?.[1];
    rules.push({ line, text: rule.trim(), ...(sid !== undefined && { sid }) });
  }
  return rules;
}

/**
 * Why AWS Network Firewall, or CloudFormation on the way to it, would not take a rule.
 *
 * @returns undefined when nothing is wrong with it
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-limitations-caveats.html
 */
export function suricataProblem({ text }: SuricataRule): LocalizedText | undefined {
  if (/[^\t\x20-\x7e]/.test(text)) {
    return {
      en: 'is not ASCII, and CloudFormation does not carry other characters; write it in ASCII',
      ko: 'ASCII가 아닌 문자가 있는데 CloudFormation이 전달하지 못합니다: ASCII로 적으세요',
    };
  }
  if (text.length > MAX_RULE_LENGTH) {
    return {
      en: `has ${text.length} characters, more than ${MAX_RULE_LENGTH}; split the rule`,
      ko: `${text.length}자로 ${MAX_RULE_LENGTH}자를 넘습니다: 규칙을 나누세요`,
    };
  }
  if (!/^(?:pass|drop|reject|alert)\s/.test(text)) {
    return {
      en: 'does not begin with an action; write pass, drop, reject or alert first',
      ko: '동작으로 시작하지 않습니다: 맨 앞에 pass, drop, reject, alert 중 하나를 적으세요',
    };
  }
  if (/[;(]\s*priority\s*:/.test(text)) {
    return {
      en: 'has the keyword priority, which strict order does not take; remove it, and order the lines',
      ko: '엄격한 순서에서 쓸 수 없는 priority 키워드가 있습니다: 지우고 줄의 순서로 정하세요',
    };
  }
  return undefined;
}
