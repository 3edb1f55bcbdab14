import type { GuardrailParameter } from '../guardrail';

/** Accounts outside the organization that a guardrail lets in. */
export const TRUSTED_ACCOUNT_IDS: GuardrailParameter = {
  type: 'string-list',
  description: {
    en: 'Accounts outside the organization that are trusted, for example of a vendor, or of Elastic Load Balancing where it still delivers logs with its own account.',
    ko: '신뢰할 조직 외부 계정. 예: 수탁사 계정, 자체 계정으로 로그를 전달하는 리전의 Elastic Load Balancing 계정.',
  },
  pattern: '^\\d{12}$',
  defaultValue: [],
};

/** Tags that open single resources. */
export const EXEMPT_TAG_KEYS: GuardrailParameter = {
  type: 'string-list',
  description: {
    en: 'Tag keys that open a resource when their value is `true`. Whoever may set the tag may open the resource.',
    ko: '값이 `true`이면 해당 리소스를 예외로 하는 태그 키. 태그를 설정할 수 있는 사람은 리소스를 열 수 있다.',
  },
  pattern: '^[\\w.:/=+@-]{1,128}$',
  defaultValue: [],
};

/** Conditions of a `StringNotEqualsIfExists` that leave tagged resources alone. */
export function tagExemptions(keys: string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [`aws:ResourceTag/${key}`, 'true']));
}
