import type { LegalParameter, LegalParameterName } from './types';

/** What decides the legal parameters of the systems in one account. */
export interface LegalClassification {
  readonly personalData: boolean;
  /** Number of data subjects (정보주체) of the largest system. */
  readonly dataSubjects: number;
  /** Unique identifiers (고유식별정보), for example passport numbers. */
  readonly uniqueIdentifiers: boolean;
  /** Sensitive data (민감정보), for example on health. */
  readonly sensitive: boolean;
}

/** Values of the legal parameters for one classification. */
export interface LegalParameterValues {
  /** Days that access records (접속기록) are kept; 731 because Amazon CloudWatch Logs has no 730. */
  readonly accessRecordRetentionDays: 365 | 731;
  /** How often access records are inspected, as an ISO 8601 duration. */
  readonly accessRecordReviewCycle: 'P1M';
  /** Days that the record of granted, changed and revoked permissions is kept: three years, leap day included. */
  readonly privilegeRecordRetentionDays: 1096;
}

const EVERY_SYSTEM = { en: 'Every system with personal data', ko: '모든 개인정보처리시스템' };

/**
 * The parameters that the standard of safeguards for personal data (개인정보의 안전성 확보조치 기준) prescribes.
 * Within a parameter the weaker condition comes first, and under one condition the older text.
 *
 * An aid, not legal advice. A registered common carrier (기간통신사업자) keeps access records two years whatever it
 * holds: the classification of an account can't tell.
 *
 * @see https://www.law.go.kr/행정규칙/개인정보의안전성확보조치기준
 */
export const LEGAL_PARAMETERS: readonly LegalParameter[] = [
  {
    name: 'accessRecordRetentionDays',
    title: { en: 'Retention of access records, days', ko: '접속기록 보관 기간(일)' },
    basis: {
      en: 'Standard of safeguards for personal data, article 8(1)',
      ko: '개인정보의 안전성 확보조치 기준 제8조 제1항',
    },
    values: [
      { value: '365', when: EVERY_SYSTEM, appliesTo: 'every-system', effectiveFrom: '2019-06-07' },
      {
        value: '731',
        when: {
          en: '50,000 data subjects and more, unique identifiers, or sensitive data',
          ko: '정보주체 5만 명 이상, 고유식별정보 또는 민감정보를 처리하는 시스템',
        },
        appliesTo: 'large-or-sensitive',
        effectiveFrom: '2019-06-07',
      },
    ],
  },
  {
    name: 'accessRecordReviewCycle',
    title: { en: 'Inspection cycle of access records', ko: '접속기록 점검 주기' },
    basis: {
      en: 'Standard of safeguards for personal data, article 8(2)',
      ko: '개인정보의 안전성 확보조치 기준 제8조 제2항',
    },
    values: [
      { value: 'P1M', when: EVERY_SYSTEM, appliesTo: 'every-system', effectiveFrom: '2019-06-07' },
      {
        value: 'P1M',
        when: {
          en: 'Every system; the internal management plan sets the cycle, monthly is our default',
          ko: '모든 개인정보처리시스템(주기는 내부 관리계획으로 정하며, 기본값은 월 1회)',
        },
        appliesTo: 'every-system',
        effectiveFrom: '2025-10-31',
      },
    ],
  },
  {
    name: 'privilegeRecordRetentionDays',
    title: { en: 'Retention of permission records, days', ko: '접근권한 부여·변경·말소 기록 보관 기간(일)' },
    basis: {
      en: 'Standard of safeguards for personal data, article 5',
      ko: '개인정보의 안전성 확보조치 기준 제5조',
    },
    values: [{ value: '1096', when: EVERY_SYSTEM, appliesTo: 'every-system', effectiveFrom: '2023-09-22' }],
  },
];

/** Data subjects from which a system counts as large (article 8(1)). */
const LARGE_SYSTEM = 50_000;

/**
 * The legal parameters that follow from what an account holds. Without personal data the values for every system hold,
 * because ISMS asks for logs of every system and names no shorter period.
 *
 * @param onDay day whose text counts, `YYYY-MM-DD`; the newest text when left out
 * @throws Error when `onDay` is not a day, or lies before the first text of a parameter
 */
export function legalParameters(data: LegalClassification, onDay?: string): LegalParameterValues {
  if (onDay !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(onDay)) {
    throw new Error(`'onDay' is ${JSON.stringify(onDay)}: write the day as "YYYY-MM-DD"`);
  }
  const strict = data.personalData && (data.dataSubjects >= LARGE_SYSTEM || data.uniqueIdentifiers || data.sensitive);
  const value = (name: LegalParameterName): string => {
    const texts = LEGAL_PARAMETERS.find((parameter) => parameter.name === name)?.values ?? [];
    const found = texts
      .filter((text) => strict || text.appliesTo === 'every-system')
      .filter((text) => onDay === undefined || text.effectiveFrom <= onDay)
      .at(-1);
    if (found === undefined) {
      throw new Error(`'onDay' is ${JSON.stringify(onDay)}: ${name} has no text before ${texts[0]?.effectiveFrom}`);
    }
    return found.value;
  };
  return {
    accessRecordRetentionDays: Number(value('accessRecordRetentionDays')) as 365 | 731,
    accessRecordReviewCycle: value('accessRecordReviewCycle') as 'P1M',
    privilegeRecordRetentionDays: Number(value('privilegeRecordRetentionDays')) as 1096,
  };
}

/**
 * The strictest classification of several accounts, for one setting that they share: `legalParameters` of it fits all.
 * Data subjects aren't added up: the law counts them per system.
 */
export function strictest(accounts: readonly LegalClassification[]): LegalClassification {
  return accounts.reduce<LegalClassification>(
    (all, one) => ({
      personalData: all.personalData || one.personalData,
      dataSubjects: Math.max(all.dataSubjects, one.dataSubjects),
      uniqueIdentifiers: all.uniqueIdentifiers || one.uniqueIdentifiers,
      sensitive: all.sensitive || one.sensitive,
    }),
    { personalData: false, dataSubjects: 0, uniqueIdentifiers: false, sensitive: false },
  );
}
