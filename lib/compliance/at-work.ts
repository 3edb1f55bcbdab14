import type { ReportedControl } from './compliance-report';

/**
 * Whether a control is on and has met something that it found right: a check without a resource to judge, or with none
 * but accepted findings, is no reason to call a criterion served. A control that gives no verdicts works while it is on.
 */
export function isAtWork({ state, result, live }: Pick<ReportedControl, 'state' | 'result' | 'live'>): boolean {
  return state === 'on' && [result, live].every((verdicts) => verdicts === undefined || verdicts.compliant > 0);
}
