import type { ReportedControl } from '../compliance-report';
import type { ComplianceSettings, ReportedExclusion } from '../sources';

/** One verdict of AWS Config. */
export interface LiveVerdict {
  /** Identifier of the rule. */
  readonly rule: string;
  /** Name of the account. */
  readonly account: string;
  /** Id of the resource. @default - the verdict is about the account as a whole */
  readonly resource?: string;
  readonly verdict: 'compliant' | 'nonCompliant' | 'unknown';
}

/** Verdicts by identifier of the rule. */
export type LiveResults = ReadonlyMap<string, readonly LiveVerdict[]>;

type LiveCount = NonNullable<ReportedControl['live']>;

const WORST: readonly LiveVerdict['verdict'][] = ['nonCompliant', 'unknown', 'compliant'];

/**
 * Puts the verdicts of several exports together. Exports overlap: the worst verdict of a resource counts, and what an
 * export says of an account as a whole counts only where it is worse than what the resources say, or where none does.
 */
export function mergeVerdicts(verdicts: readonly LiveVerdict[]): LiveResults {
  const worst = new Map<string, LiveVerdict>();
  const detailed = new Map<string, number>();
  for (const row of verdicts) {
    const { rule, account, resource, verdict } = row;
    const badness = WORST.indexOf(verdict);
    const place = `${rule} ${account}`;
    if (resource !== undefined) detailed.set(place, Math.min(detailed.get(place) ?? badness, badness));
    const key = `${place} ${resource ?? ''}`;
    const known = worst.get(key);
    if (!known || badness < WORST.indexOf(known.verdict)) worst.set(key, row);
  }
  const results = new Map<string, LiveVerdict[]>();
  for (const row of worst.values()) {
    const details = row.resource === undefined ? detailed.get(`${row.rule} ${row.account}`) : undefined;
    if (details !== undefined && details <= WORST.indexOf(row.verdict)) continue;
    const rows = results.get(row.rule);
    if (rows) rows.push(row);
    else results.set(row.rule, [row]);
  }
  return results;
}

/** The verdicts of one rule, counted; absent when no export speaks of it. */
export function liveResult(
  live: LiveResults,
  rule: string,
  exclusions: readonly ReportedExclusion[],
): LiveCount | undefined {
  const rows = live.get(rule);
  if (!rows) return undefined;
  const accepted = exclusions.filter((exclusion) => exclusion.rule === rule);
  const count: LiveCount = { compliant: 0, nonCompliant: 0, excepted: 0, unknown: 0 };
  for (const { account, resource, verdict } of rows) {
    const isAccepted =
      verdict === 'nonCompliant' &&
      accepted.some(
        (one) => one.accounts.includes(account) && (one.resource === undefined || isNamed(one.resource, resource)),
      );
    count[isAccepted ? 'excepted' : verdict] += 1;
  }
  return count;
}

/** Whether an exclusion, which may give the ARN, means a resource, which AWS Config calls by id, name or ARN. */
function isNamed(named: string, resource: string | undefined): boolean {
  if (resource === undefined || named === resource) return named === resource;
  const [arn, id] = resource.startsWith('arn:') ? [resource, named] : [named, resource];
  return arn.startsWith('arn:') && (arn.endsWith(`:${id}`) || arn.endsWith(`/${id}`));
}

/** The verdicts of all rules that are on. */
export function liveTotal(live: LiveResults, { rules, exclusions }: ComplianceSettings): LiveCount {
  const total: LiveCount = { compliant: 0, nonCompliant: 0, excepted: 0, unknown: 0 };
  for (const { identifier, packs } of rules) {
    const count = packs.length > 0 && liveResult(live, identifier, exclusions);
    if (!count) continue;
    for (const key of Object.keys(total) as (keyof LiveCount)[]) total[key] += count[key];
  }
  return total;
}
