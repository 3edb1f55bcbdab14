import type { LocalizedText } from '../../constructs';
import { readTextFile } from './read-text-file';

/** Reads the JSON of a policy file, or tells why it cannot be read; never follows a path out of the config folder. */
export function readPolicyFile(
  directory: string,
  file: string,
): Record<string, unknown> | { readonly problem: LocalizedText } {
  const text = readTextFile(directory, file);
  if (typeof text !== 'string') return text;
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content === 'object' && content !== null && !Array.isArray(content))
      return content as Record<string, unknown>;
  } catch (error) {
    const reason = (error as SyntaxError).message;
    return { problem: { en: `holds no valid JSON: ${reason}`, ko: `올바른 JSON이 아닙니다: ${reason}` } };
  }
  return {
    problem: {
      en: 'must hold a JSON object, the policy itself',
      ko: '정책 자체인 JSON 객체여야 합니다',
    },
  };
}
