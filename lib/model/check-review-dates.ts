import type { IdentityCenterConfig } from '../config/schema/identity-center';
import type { IdentityCenterContext } from './identity-center-context';

/** Longest time between two access reviews: a quarter, in days. */
const QUARTER = 92;
const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;

/** Reports exceptions that are over, and, when somebody says what day it is, a review that is due. */
export function checkReviewDates(
  { reviewDate, exceptions = [] }: IdentityCenterConfig,
  { today, list }: Pick<IdentityCenterContext, 'today' | 'list'>,
): void {
  for (const [index, { expires }] of exceptions.entries()) {
    const at = ['exceptions', index, 'expires'];
    // ISO days sort as text.
    if (expires < reviewDate) {
      list.error(at, {
        en: `expired on ${expires}, before the review of ${reviewDate}; remove the exception, or have its owner renew it`,
        ko: `${reviewDate} 검토 전인 ${expires}에 만료되었습니다: 예외를 지우거나 담당자가 갱신하게 하세요`,
      });
    } else if (today !== undefined && expires < today) {
      list.error(at, {
        en: `expired on ${expires}, and today is ${today}; remove the exception, or have its owner renew it`,
        ko: `${expires}에 만료되었고 오늘은 ${today}입니다: 예외를 지우거나 담당자가 갱신하게 하세요`,
      });
    }
  }
  if (today === undefined) return;
  const age = (Date.parse(today) - Date.parse(reviewDate)) / MILLISECONDS_PER_DAY;
  if (age < 0) {
    list.error(['reviewDate'], {
      en: `lies after today, ${today}; write the day of the last review`,
      ko: `오늘(${today})보다 뒤입니다: 마지막으로 검토한 날짜를 적으세요`,
    });
  } else if (age > QUARTER) {
    list.warning(['reviewDate'], {
      en: `the last review is ${age} days ago; review the access matrix every quarter (ISMS-P 2.5.6) and write the day here`,
      ko: `마지막 검토 후 ${age}일이 지났습니다: 분기마다 접근 권한표를 검토하고(ISMS-P 2.5.6) 날짜를 적으세요`,
    });
  }
}
