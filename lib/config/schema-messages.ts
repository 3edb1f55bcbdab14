import type { z } from 'zod';
import type { LocalizedText } from '../../constructs';
import { didYouMean } from './did-you-mean';
import { formats } from './format';
import { quote } from './quote';

type Issue = z.core.$ZodIssue;

/** A bad value and what is known about its place. */
export interface Finding {
  readonly value: unknown;
  /** The value as it is written. @default - the value is no scalar */
  readonly text?: string;
  /** What may stand there. */
  readonly schemas: readonly z.core.$ZodType[];
}

const TYPES: Record<string, LocalizedText> = {
  string: { en: 'a string', ko: '문자열' },
  number: { en: 'a number', ko: '숫자' },
  int: { en: 'a whole number', ko: '정수' },
  boolean: { en: 'true or false', ko: 'true 또는 false' },
  array: { en: 'a list', ko: '목록' },
  object: { en: 'a mapping', ko: '매핑' },
  record: { en: 'a mapping', ko: '매핑' },
};

const NOTHING: LocalizedText = { en: 'nothing', ko: '값 없음' };

function typeName(type: string): LocalizedText {
  return TYPES[type] ?? { en: type, ko: type };
}

function found({ value, text }: Finding): LocalizedText {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === 'string') return { en: quote(value), ko: quote(value) };
  if (typeof value === 'object') return typeName(Array.isArray(value) ? 'array' : 'object');
  const written = text ?? String(value);
  return typeof value === 'number'
    ? { en: `the number ${written}`, ko: `숫자 ${written}` }
    : { en: written, ko: written };
}

/** What to do about a value of the wrong type; empty when there is nothing to add. */
function remedy(expected: readonly string[], { value, text }: Finding): LocalizedText | undefined {
  const written = text ?? String(value);
  if (value === null) {
    return { en: 'give a value, or remove the key if it is optional', ko: '값을 쓰거나, 선택 키이면 키를 지우세요' };
  }
  if (typeof value === 'object') return undefined;
  if (expected.includes('string') && typeof value !== 'string') {
    return { en: `write it in quotes: ${quote(written)}`, ko: `따옴표로 감싸세요: ${quote(written)}` };
  }
  if (expected.includes('array'))
    return { en: `write it as a list: [${written}]`, ko: `목록으로 쓰세요: [${written}]` };
  const numeric = expected.some((type) => type === 'number' || type === 'int');
  if (
    typeof value === 'string' &&
    ((numeric && /^-?\d+$/.test(value)) || (expected.includes('boolean') && /^(true|false)$/.test(value)))
  ) {
    return { en: 'remove the quotes', ko: '따옴표를 지우세요' };
  }
  return undefined;
}

function join(text: LocalizedText, hint: LocalizedText | undefined): LocalizedText {
  return hint ? { en: `${text.en} — ${hint.en}`, ko: `${text.ko} — ${hint.ko}` } : text;
}

function suggestion(word: string, candidates: readonly string[]): LocalizedText | undefined {
  const meant = didYouMean(word, candidates);
  return meant === undefined ? undefined : { en: `did you mean ${quote(meant)}?`, ko: `혹시 ${quote(meant)}인가요?` };
}

/** A value of a type that cannot stand there. */
function wrongType(expected: readonly string[], finding: Finding): LocalizedText {
  const names = [...new Set(expected)].map(typeName);
  const what = found(finding);
  const text = {
    en: `expected ${names.map(({ en }) => en).join(' or ')}, found ${what.en}`,
    ko: `필요한 값: ${names.map(({ ko }) => ko).join(' 또는 ')}. 현재 값: ${what.ko}`,
  };
  return join(text, remedy(expected, finding));
}

/** A value that is none of the allowed ones. */
function notAllowed(values: readonly unknown[], finding: Finding, isVersion: boolean): LocalizedText {
  const list = values.map((value) => (typeof value === 'string' ? quote(value) : String(value))).join(', ');
  const what = found(finding);
  const written = typeof finding.value === 'string' ? finding.value : (finding.text ?? String(finding.value));
  const sameText = values.find((value) => typeof value !== typeof finding.value && String(value) === written);
  const hint =
    sameText === undefined
      ? suggestion(
          written,
          values.filter((value) => typeof value === 'string'),
        )
      : remedy([typeof sameText], finding);
  if (isVersion) {
    return join(
      {
        en: `unknown version ${quote(written)}: this release knows ${list}`,
        ko: `알 수 없는 버전 ${quote(written)}: 이 릴리스가 지원하는 버전은 ${list}입니다`,
      },
      hint,
    );
  }
  return join(
    values.length === 1
      ? { en: `expected ${list}, found ${what.en}`, ko: `필요한 값: ${list}. 현재 값: ${what.ko}` }
      : {
          en: `expected one of ${list}; found ${what.en}`,
          ko: `다음 중 하나여야 합니다: ${list}. 현재 값: ${what.ko}`,
        },
    hint,
  );
}

function wrongFormat(pattern: string | undefined, finding: Finding): LocalizedText {
  const what = found(finding);
  const format = finding.schemas.map((schema) => formats.get(schema)).find((known) => known !== undefined);
  if (!format) {
    return {
      en: `expected a string that matches ${pattern}, found ${what.en}`,
      ko: `${pattern} 형식이어야 합니다. 현재 값: ${what.ko}`,
    };
  }
  const example = format.example === undefined ? undefined : quote(format.example);
  return {
    en: `expected ${format.expected.en}${example ? `, for example ${example}` : ''}; found ${what.en}`,
    ko: `필요한 값: ${format.expected.ko}${example ? `(예: ${example})` : ''}. 현재 값: ${what.ko}`,
  };
}

const UNITS: Record<string, LocalizedText> = {
  string: { en: 'characters', ko: '자' },
  array: { en: 'entries', ko: '개 항목' },
};

function outOfRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, finding: Finding): LocalizedText {
  const [limit, words] =
    issue.code === 'too_small'
      ? ([issue.minimum, { en: 'at least', ko: '이상이어야' }] as const)
      : ([issue.maximum, { en: 'at most', ko: '이하여야' }] as const);
  const { value } = finding;
  if (issue.code === 'too_small' && (value === '' || (Array.isArray(value) && value.length === 0))) {
    return {
      en: 'must not be empty: give a value, or remove the key if it is optional',
      ko: '비어 있을 수 없습니다: 값을 쓰거나, 선택 키이면 키를 지우세요',
    };
  }
  const unit = UNITS[issue.origin];
  const size =
    typeof value === 'string' || Array.isArray(value)
      ? { en: String(value.length), ko: String(value.length) }
      : found(finding);
  return {
    en: `must be ${words.en} ${limit}${unit ? ` ${unit.en}` : ''}, found ${size.en}`,
    ko: `${limit}${unit ? unit.ko : ''} ${words.ko} 합니다. 현재: ${size.ko}`,
  };
}

/** A key that the mapping does not have. */
export function unknownKey(key: string, known: readonly string[], meant: string | undefined): LocalizedText {
  const text = { en: `unknown key ${quote(key)}`, ko: `알 수 없는 키 ${quote(key)}` };
  if (meant !== undefined) return join(text, suggestion(key, [meant]));
  const list = known.map(quote).join(', ');
  return join(
    text,
    list === '' ? { en: 'remove it', ko: '지우세요' } : { en: `known keys: ${list}`, ko: `사용할 수 있는 키: ${list}` },
  );
}

/** A required key that is not there. */
export function missingKey(key: string): LocalizedText {
  return { en: `required key ${quote(key)} is missing`, ko: `필수 키 ${quote(key)}이(가) 없습니다` };
}

/** No option of a union accepts the type of the value. */
export function noOption(issues: readonly Issue[], finding: Finding): LocalizedText {
  const types = issues.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : []));
  return wrongType(types, finding);
}

/**
 * The message for one issue of a schema about one value.
 *
 * A refinement gives its own message as `params: { message: { en, ko } }`.
 *
 * @param issue - what the schema says
 * @param finding - the value and its place
 * @param isVersion - the value is the version of the file format
 */
export function issueMessage(issue: Issue, finding: Finding, isVersion: boolean): LocalizedText {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType([issue.expected], finding);
    case 'invalid_value':
      return notAllowed(issue.values, finding, isVersion);
    case 'invalid_union':
      return notAllowed(('options' in issue && issue.options) || [], finding, isVersion);
    case 'invalid_format':
      return wrongFormat('pattern' in issue ? issue.pattern : issue.format, finding);
    case 'too_small':
    case 'too_big':
      return outOfRange(issue, finding);
    case 'custom': {
      const message: LocalizedText | undefined = issue.params?.message;
      return message ?? { en: issue.message, ko: issue.message };
    }
    default:
      return { en: issue.message, ko: issue.message };
  }
}
