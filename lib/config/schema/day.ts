import { formatted } from '../format';

/** A day of the calendar; 31 February is none. */
export const day = formatted(/^\d{4}-\d{2}-\d{2}$/, 'a day, YYYY-MM-DD', '날짜 YYYY-MM-DD', '2026-06-30').refine(
  (text) => !/^\d{4}-\d{2}-\d{2}$/.test(text) || isCalendarDay(text),
  { params: { message: { en: 'is no day of the calendar', ko: '달력에 없는 날짜입니다' } } },
);

/** Whether a text of the form `YYYY-MM-DD` is a day that exists. */
export function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
