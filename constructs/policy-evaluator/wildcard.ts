import type { RequestContext } from './request-context';

// Below zero, so that neither can be mistaken for a UTF-16 code unit.
const ANY_RUN = -1;
const ANY_ONE = -2;
const COLON = ':'.charCodeAt(0);

/** Characters and wildcards, with nothing left to substitute. */
export type Glob = readonly number[];

/** A `${key, 'fallback'}` inside a policy value. */
interface PolicyVariable {
  readonly key: string;
  readonly fallback?: string;
}

/** A policy value that may hold wildcards and policy variables, compiled once. */
export type Pattern = readonly (number | PolicyVariable)[];

function characters(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

function literal(text: string, wildcards: boolean): number[] {
  return characters(text).map((code) => {
    if (wildcards && code === 42) return ANY_RUN;
    return wildcards && code === 63 ? ANY_ONE : code;
  });
}

/**
 * Compiles text without policy variables, such as an action pattern.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function compileGlob(text: string): Glob {
  return literal(text, true);
}

/**
 * Compiles a value that may hold policy variables and the escapes `${*}`, `${?}` and `${$}`; `undefined` when a
 * variable is malformed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function compilePattern(text: string, wildcards: boolean): Pattern | undefined {
  const parts: (number | PolicyVariable)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{([^}]*)\}/g)) {
    const between = text.slice(end, match.index);
    const body = match[1] ?? '';
    end = match.index + match[0].length;
    if (between.includes('${')) return undefined;
    parts.push(...literal(between, wildcards));
    if (body === '*' || body === '?' || body === '$') {
      parts.push(body.charCodeAt(0));
      continue;
    }
    const variable = /^\s*([^\s,:]+:[^,]*?)\s*(?:,\s*'([^']*)'\s*)?$/.exec(body);
    if (!variable?.[1]) return undefined;
    parts.push({ key: variable[1].toLowerCase(), fallback: variable[2] });
  }
  const rest = text.slice(end);
  if (rest.includes('${')) return undefined;
  parts.push(...literal(rest, wildcards));
  return parts;
}

/** Whether a pattern has no variables, so that it means the same for every request. */
export function isGlob(pattern: Pattern): pattern is Glob {
  return pattern.every((part) => typeof part === 'number');
}

/**
 * Puts the values of the request in the place of the variables; a substituted `*` is a plain character. The result is
 * `absent` when a variable without a default has no value.
 */
export function substitute(pattern: Pattern, context: RequestContext): Glob | 'absent' | 'unknown' {
  const glob: number[] = [];
  for (const part of pattern) {
    if (typeof part === 'number') {
      glob.push(part);
      continue;
    }
    const values = context.lookup(part.key);
    // AWS allows only single-valued keys as variables and does not say what several values would do.
    if (values === 'unknown' || values.length > 1) return 'unknown';
    const value = values[0] ?? part.fallback;
    if (value === undefined) return 'absent';
    glob.push(...characters(value));
  }
  return glob;
}

/** Whether the whole text matches; linear in memory and free of the blow-up of backtracking expressions. */
export function globMatches(glob: Glob, text: string): boolean {
  let position = 0;
  let index = 0;
  let lastRun = -1;
  let resumeAt = 0;
  while (index < text.length) {
    const token = glob[position];
    if (token === ANY_RUN) {
      if (position === glob.length - 1) return true;
      lastRun = position++;
      resumeAt = index;
    } else if (token === ANY_ONE || token === text.charCodeAt(index)) {
      position++;
      index++;
    } else if (lastRun >= 0) {
      position = lastRun + 1;
      index = ++resumeAt;
    } else {
      return false;
    }
  }
  while (glob[position] === ANY_RUN) position++;
  return position === glob.length;
}

/** Whether an action pattern of a policy, such as `s3:Get*`, covers an action; upper and lower case are alike. */
export function matchesAction(pattern: string, action: string): boolean {
  return globMatches(compileGlob(pattern.toLowerCase()), action.toLowerCase());
}

/** The text of a glob that was compiled without wildcards. */
export function globText(glob: Glob): string {
  return String.fromCharCode(...glob);
}

/** Splits an ARN pattern at its first five colons; `undefined` when it has fewer. */
export function splitArnGlob(glob: Glob): Glob[] | undefined {
  const segments: Glob[] = [];
  let start = 0;
  while (segments.length < 5) {
    const colon = glob.indexOf(COLON, start);
    if (colon < 0) return undefined;
    segments.push(glob.slice(start, colon));
    start = colon + 1;
  }
  return [...segments, glob.slice(start)];
}

/** Splits an ARN at its first five colons, since its last part may hold colons; `undefined` when it has fewer. */
export function splitArn(arn: string): string[] | undefined {
  const segments = arn.split(':');
  return segments.length < 6 ? undefined : [...segments.slice(0, 5), segments.slice(5).join(':')];
}
