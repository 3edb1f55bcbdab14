/** A rule of a Suricata file. */
export interface SuricataRule {
  /** Line that it begins on, from 1. */
  readonly line: number;
  /** @default - the rule has none */
  readonly sid?: string;
}

const COMMENT = /^\s*(?:#|$)/;
const QUOTED = /"(?:\\.|[^"\\])*"/g;
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
    if (COMMENT.test(rule)) continue;
    while (rule.endsWith('\\') && index + 1 < lines.length) {
      index += 1;
      rule = `${rule.slice(0, -1)} ${lines[index]}`;
    }
    // A text such as msg may say anything.
    const sid = SID.exec(rule.replace(QUOTED, '""'))?.[1];
    rules.push({ line, ...(sid !== undefined && { sid }) });
  }
  return rules;
}
