import { containsRange, parseIpRange } from './ip-range';
import type { RequestContext } from './request-context';
import type { Trilean } from './trilean';
import {
  compilePattern,
  type Glob,
  globMatches,
  globText,
  isGlob,
  splitArn,
  splitArnGlob,
  substitute,
} from './wildcard';

/** Compares one value of the request with the policy value that it was compiled from. */
export type ValueTest = (requestValue: string, context: RequestContext) => Trilean;

/** How one condition operator compares. */
export interface ConditionOperator {
  /** Whether the condition holds when no policy value matches, which a missing key also satisfies. */
  readonly negated: boolean;
  /** What a policy value must be, for an error message. */
  readonly expects: string;
  /** Prepares a policy value for many requests; `undefined` when the operator cannot use it. */
  compile(policyValue: string): ValueTest | undefined;
}

type Family = Omit<ConditionOperator, 'negated'>;

/** Families whose policy values may hold variables: strings and ARNs, no others. */
function patternFamily(
  expects: string,
  wildcards: boolean,
  prepare: (glob: Glob) => (requestValue: string) => boolean,
  accepts: (policyValue: string) => boolean = () => true,
): Family {
  return {
    expects: `${expects} with well-formed \${key} variables`,
    compile(policyValue) {
      const pattern = compilePattern(policyValue, wildcards);
      if (!pattern || !accepts(policyValue)) return undefined;
      if (isGlob(pattern)) return prepare(pattern);
      return (requestValue, context) => {
        const glob = substitute(pattern, context);
        if (glob === 'unknown') return glob;
        return glob !== 'absent' && prepare(glob)(requestValue);
      };
    },
  };
}

/** Families whose values are first read as something other than text; a request value that is not one matches nothing. */
function parsedFamily<T>(
  expects: string,
  parse: (text: string) => T | undefined,
  compare: (requestValue: T, policyValue: T) => boolean,
): Family {
  return {
    expects,
    compile(policyValue) {
      const expected = parse(policyValue);
      if (expected === undefined) return undefined;
      return (requestValue) => {
        const actual = parse(requestValue);
        return actual !== undefined && compare(actual, expected);
      };
    },
  };
}

function prepareArn(glob: Glob): (requestValue: string) => boolean {
  const patterns = splitArnGlob(glob);
  // Fewer than six parts: `*` alone, which is every ARN.
  if (!patterns) return (requestValue) => globMatches(glob, requestValue);
  return (requestValue) => {
    const segments = splitArn(requestValue);
    return segments !== undefined && patterns.every((pattern, index) => globMatches(pattern, segments[index] ?? ''));
  };
}

function isArnPattern(policyValue: string): boolean {
  return policyValue === '*' || policyValue.includes('${') || splitArn(policyValue) !== undefined;
}

function parseBoolean(text: string): boolean | undefined {
  const value = text.toLowerCase();
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}

function parseNumber(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

/** Milliseconds since 1970; a time must name its zone, or the result would depend on the machine. */
function parseDate(text: string): number | undefined {
  if (/^\d{5,}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

function parseBase64(text: string): string | undefined {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text) ? text : undefined;
}

type Comparison = (actual: number, expected: number) => boolean;
const equals: Comparison = (actual, expected) => actual === expected;
const lessThan: Comparison = (actual, expected) => actual < expected;
const atMost: Comparison = (actual, expected) => actual <= expected;
const greaterThan: Comparison = (actual, expected) => actual > expected;
const atLeast: Comparison = (actual, expected) => actual >= expected;

const prepareGlob = (glob: Glob) => (requestValue: string) => globMatches(glob, requestValue);
const prepareIgnoreCase = (glob: Glob) => {
  const expected = globText(glob).toLowerCase();
  return (requestValue: string) => requestValue.toLowerCase() === expected;
};

const stringEquals = patternFamily('text', false, prepareGlob);
const stringEqualsIgnoreCase = patternFamily('text', false, prepareIgnoreCase);
const stringLike = patternFamily('text', true, prepareGlob);
const arn = patternFamily('"*" or an ARN pattern of six parts', true, prepareArn, isArnPattern);
const bool = parsedFamily('"true" or "false"', parseBoolean, (actual, expected) => actual === expected);
const ip = parsedFamily('an IPv4 or IPv6 address or CIDR range', parseIpRange, (actual, expected) =>
  containsRange(expected, actual),
);
const binary = parsedFamily('base64 text', parseBase64, (actual, expected) => actual === expected);
const numeric = (compare: Comparison) => parsedFamily('a number', parseNumber, compare);
const date = (compare: Comparison) =>
  parsedFamily('an ISO 8601 date, or a time with its zone, or epoch seconds', parseDate, compare);

const is = (family: Family): ConditionOperator => ({ ...family, negated: false });
const isNot = (family: Family): ConditionOperator => ({ ...family, negated: true });

/**
 * Every condition operator that compares values, by name without set prefix and `IfExists`; `Null` compares none.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const CONDITION_OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map([
  ['StringEquals', is(stringEquals)],
  ['StringNotEquals', isNot(stringEquals)],
  ['StringEqualsIgnoreCase', is(stringEqualsIgnoreCase)],
  ['StringNotEqualsIgnoreCase', isNot(stringEqualsIgnoreCase)],
  ['StringLike', is(stringLike)],
  ['StringNotLike', isNot(stringLike)],
  ['ArnEquals', is(arn)],
  ['ArnLike', is(arn)],
  ['ArnNotEquals', isNot(arn)],
  ['ArnNotLike', isNot(arn)],
  ['Bool', is(bool)],
  ['NumericEquals', is(numeric(equals))],
  ['NumericNotEquals', isNot(numeric(equals))],
  ['NumericLessThan', is(numeric(lessThan))],
  ['NumericLessThanEquals', is(numeric(atMost))],
  ['NumericGreaterThan', is(numeric(greaterThan))],
  ['NumericGreaterThanEquals', is(numeric(atLeast))],
  ['DateEquals', is(date(equals))],
  ['DateNotEquals', isNot(date(equals))],
  ['DateLessThan', is(date(lessThan))],
  ['DateLessThanEquals', is(date(atMost))],
  ['DateGreaterThan', is(date(greaterThan))],
  ['DateGreaterThanEquals', is(date(atLeast))],
  ['IpAddress', is(ip)],
  ['NotIpAddress', isNot(ip)],
  ['BinaryEquals', is(binary)],
]);
