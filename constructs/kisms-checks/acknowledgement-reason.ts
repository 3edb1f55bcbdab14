/** What the reason of an acknowledgement says. */
export interface AcknowledgementReason {
  /** The reason itself, without the part in parentheses. */
  readonly reason: string;
  /** Who approved the exception. @default - not told */
  readonly approver?: string;
  /** Last day on which the exception holds, `YYYY-MM-DD`. @default - it holds for good */
  readonly expires?: string;
  /** What is wrong with the text; empty when it is well-formed. */
  readonly problems: readonly string[];
}

const TRAILER = /\s*\(([^()]*\b(?:approver|expires)\s*[:=][^()]*)\)\s*$/i;
const STRAY = /\bapprover\s*[:=]|\bexpires\s*[:=]|\bexpires\b.{0,12}\d{4}/i;
const FORM = 'end the reason with "(approver: <who>, expires: YYYY-MM-DD)", or with one of the two';

/** Whether a text is a day of the calendar in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * Reads the reason of an acknowledgement: free text, and at its end, in parentheses, who approved it and until when.
 *
 * `Public on purpose: the landing page (approver: security@example.com, expires: 2027-03-31)`. Either key may stand alone.
 * A date or an approver in another form is a problem and not a part of the text: nobody would ever check it.
 */
export function parseAcknowledgementReason(text: string): AcknowledgementReason {
  const trailer = TRAILER.exec(text);
  const reason = text.slice(0, trailer?.index).trim();
  const problems: string[] = [];
  const fields = new Map<string, string>();
  for (const part of trailer?.[1]?.split(',') ?? []) {
    const [, key = '', value = ''] = /^\s*(\w+)\s*:\s*(.*?)\s*$/.exec(part) ?? [];
    if (!['approver', 'expires'].includes(key) || value === '' || fields.has(key)) {
      problems.push(`${JSON.stringify(part.trim())} is not understood; ${FORM}`);
    }
    fields.set(key, value);
  }
  const approver = fields.get('approver');
  const expires = fields.get('expires');
  if (reason === '') problems.push('the reason is missing; say why the exception is acceptable');
  if (STRAY.test(reason)) problems.push(`${JSON.stringify(text)} tells a term that is not read; ${FORM}`);
  if (expires !== undefined && !isDay(expires)) {
    problems.push(`${JSON.stringify(expires)} is not a day; write expires: YYYY-MM-DD`);
  }
  return { reason, ...(approver !== undefined && { approver }), ...(expires !== undefined && { expires }), problems };
}
