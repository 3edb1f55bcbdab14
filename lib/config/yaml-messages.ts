import type { ErrorCode } from 'yaml';
import type { LocalizedText } from '../../constructs';
import { quote } from './quote';

const INVALID: LocalizedText = {
  en: 'not valid YAML: look for an unclosed quote or bracket, or a stray character, here or just before',
  ko: '올바른 YAML이 아닙니다: 이 위치나 바로 앞에서 닫지 않은 따옴표나 괄호, 불필요한 문자를 찾아보세요',
};

const ONE_LINE_KEY: LocalizedText = {
  en: 'a key must be on one line and be followed by ": "',
  ko: '키는 한 줄에 쓰고 뒤에 ": "를 붙여야 합니다',
};

/** Syntax errors of the `yaml` package that need more than "not valid YAML". */
const SYNTAX: Partial<Record<ErrorCode, LocalizedText>> = {
  BAD_DQ_ESCAPE: {
    en: 'unknown escape in double quotes: write \\\\ for a backslash, or use single quotes',
    ko: '큰따옴표 안에 알 수 없는 이스케이프가 있습니다: 역슬래시는 \\\\로 쓰거나 작은따옴표를 사용하세요',
  },
  BAD_INDENT: {
    en: 'wrong indentation, or an open "[" or "{" before: the keys of one mapping, and the items of one list, start at the same column',
    ko: '들여쓰기가 잘못되었거나 앞의 "["나 "{"를 닫지 않았습니다: 괄호를 닫고, 한 매핑의 키와 한 목록의 항목은 같은 열에서 시작하세요',
  },
  BAD_SCALAR_START: {
    en: 'a value cannot start with this character: write the value in quotes',
    ko: '값은 이 문자로 시작할 수 없습니다: 값을 따옴표로 감싸세요',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a value that contains ": " must be in quotes, and a nested mapping starts on a line of its own',
    ko: '": "가 들어 있는 값은 따옴표로 감싸고, 중첩 매핑은 새 줄에서 시작해야 합니다',
  },
  KEY_OVER_1024_CHARS: ONE_LINE_KEY,
  MISSING_CHAR: {
    en: 'a character is missing: the colon after a key, a comma, or a closing quote or bracket',
    ko: '문자가 빠졌습니다: 키 뒤의 콜론, 쉼표, 또는 닫는 따옴표나 괄호를 확인하세요',
  },
  MULTILINE_IMPLICIT_KEY: ONE_LINE_KEY,
  TAB_AS_INDENT: {
    en: 'a tab is used as indentation: use spaces',
    ko: '들여쓰기에 탭이 쓰였습니다: 공백을 사용하세요',
  },
};

/** The message for a syntax error of the `yaml` package. */
export function syntaxMessage(code: ErrorCode): LocalizedText {
  return SYNTAX[code] ?? INVALID;
}

/** What YAML can do and a config file must not, because positions and reviews suffer from it. */
export const REFUSED = {
  alias: {
    en: 'anchors, aliases and merge keys (&, *, <<) are not supported: a reviewer must see each value where it applies, so write it out',
    ko: '앵커, 별칭, 병합 키(&, *, <<)는 지원하지 않습니다: 검토자가 값을 적용되는 자리에서 볼 수 있도록 직접 쓰세요',
  },
  tag: {
    en: 'tags (!name) are not supported: write the plain value, in quotes if it is a string',
    ko: '태그(!name)는 지원하지 않습니다: 값을 그대로 쓰고, 문자열이면 따옴표로 감싸세요',
  },
  directive: {
    en: 'directives (%NAME) are not supported: every file is YAML 1.2, so remove the line',
    ko: '지시자(%NAME)는 지원하지 않습니다: 모든 파일은 YAML 1.2이므로 이 줄을 지우세요',
  },
  documents: {
    en: 'a second document starts here: a config file holds one document, so remove the "---" line or split the file',
    ko: '여기서 두 번째 문서가 시작됩니다: 설정 파일에는 문서가 하나만 있어야 하므로 "---" 줄을 지우거나 파일을 나누세요',
  },
} satisfies Record<string, LocalizedText>;

/** A quote that opens and never closes. */
export const UNCLOSED_QUOTE: LocalizedText = {
  en: 'the quote is not closed: close it, or escape it if it is part of the value',
  ko: '따옴표를 닫지 않았습니다: 닫거나, 값의 일부이면 이스케이프하세요',
};

/** The file holds nothing but comments. */
export const EMPTY: LocalizedText = {
  en: 'the file is empty: write at least the required keys, or delete the file if it is an optional one',
  ko: '파일이 비어 있습니다: 필수 키를 쓰거나, 선택 파일이면 삭제하세요',
};

/** Mappings and lists are nested too deep. */
export function tooDeep(limit: number): LocalizedText {
  return {
    en: `nested deeper than ${limit} levels: flatten the structure`,
    ko: `중첩이 ${limit}단계를 넘습니다: 구조를 단순하게 바꾸세요`,
  };
}

/** The file has more keys and values than any organization needs. */
export const TOO_MANY: LocalizedText = {
  en: 'more keys and values than one file may have: move what is not configuration elsewhere',
  ko: '한 파일에 둘 수 있는 키와 값의 수를 넘습니다: 설정이 아닌 내용은 다른 곳으로 옮기세요',
};

/** A key stands twice in one mapping. */
export function duplicateKey(key: string, firstLine: number): LocalizedText {
  return {
    en: `duplicate key ${quote(key)}: it already stands in line ${firstLine}, remove one of them`,
    ko: `중복된 키 ${quote(key)}: 이미 ${firstLine}행에 있으므로 하나를 지우세요`,
  };
}

/** A key that every JavaScript object has by itself. */
export function reservedKey(key: string): LocalizedText {
  return {
    en: `unknown key ${quote(key)}: the name is reserved, remove it`,
    ko: `알 수 없는 키 ${quote(key)}: 예약된 이름이므로 지우세요`,
  };
}

/** A key that is a number, a boolean, nothing, a list or a mapping. */
export function keyNotString(source: string | undefined): LocalizedText {
  return source
    ? {
        en: `a key must be a string: write it in quotes: ${quote(source)}`,
        ko: `키는 문자열이어야 합니다: 따옴표로 감싸세요: ${quote(source)}`,
      }
    : {
        en: 'a key must be a string: write a name before the ":"',
        ko: '키는 문자열이어야 합니다: ":" 앞에 이름을 쓰세요',
      };
}

/** A number whose digits would change, for example an account id with a leading zero. */
export function inexactNumber(source: string): LocalizedText {
  return {
    en: `the number ${source} would not keep its digits: write it in quotes: ${quote(source)}`,
    ko: `숫자 ${source}의 자릿수가 보존되지 않습니다: 따옴표로 감싸세요: ${quote(source)}`,
  };
}
