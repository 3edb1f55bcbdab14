import type { ComplianceConfig } from '../config/schema/compliance';
import type { ComplianceContext, ComplianceFacts } from './compliance-context';
import type { ComplianceModel } from './compliance-model';
import { quote } from './model-problem';

/** What law asks of each account by the data that it holds, and of the organization: as much as of the strictest. */
export function legalRows(
  { effectiveOn }: ComplianceConfig,
  context: ComplianceContext,
): Pick<ComplianceModel, 'effectiveOn' | 'legal' | 'accountLegal'> {
  const { compliance: facts, tree } = context;
  const day = legalDay(effectiveOn, context);
  const accounts = tree.accounts.filter(({ suspended }) => !suspended);
  return {
    effectiveOn: day,
    legal: facts.legalParameters(facts.strictest(accounts.map(({ data }) => data)), day),
    accountLegal: accounts.map(({ name, data }) => ({ account: name, values: facts.legalParameters(data, day) })),
  };
}

function legalDay(effectiveOn: string | undefined, { compliance, list }: ComplianceContext): string {
  const { first, newest } = daysOf(compliance);
  if (effectiveOn === undefined) return newest;
  if (effectiveOn >= first) return effectiveOn;
  list.error(['effectiveOn'], {
    en: `${quote(effectiveOn)} lies before the oldest text of law that is known, ${first}; write a later day, or remove effectiveOn`,
    ko: `${quote(effectiveOn)}은(는) 알려진 가장 오래된 법령 시행일(${first})보다 앞섭니다: 그 이후 날짜를 적거나 effectiveOn을 지우세요`,
  });
  return newest;
}

/** The first day on which every parameter has a text, and the day of the newest text; ISO days sort as text. */
function daysOf({ legalTexts }: ComplianceFacts): { first: string; newest: string } {
  const days = legalTexts.map(({ values }) => values.map(({ effectiveFrom }) => effectiveFrom).sort());
  const last = (texts: readonly (string | undefined)[]): string => [...texts].sort().at(-1) ?? '';
  return { first: last(days.map((texts) => texts[0])), newest: last(days.flat()) };
}
