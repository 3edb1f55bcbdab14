import {
  type AccessRequest,
  evaluateIdentityPolicies,
  type IdentityDecision,
  type LocalizedText,
  type OrganizationAccounts,
  type PolicyStatement,
} from '../../constructs';
import { managedPolicyFile } from './managed-policies';
import type { NamedIdentityPolicy } from './set-policies';

const ALLOW_ALL: PolicyStatement = { Effect: 'Allow', Action: '*', Resource: '*' };

/** What identity policies make of a request, and what decided it. */
export interface Judgement {
  /** `none` when no policy allows and none denies. */
  readonly outcome: IdentityDecision;
  /** Policy and statement. @default - nothing decided: no policy is about the request */
  readonly decidedBy?: string;
  /** What is not known, after `maybe`. @default - everything is known */
  readonly open?: LocalizedText;
}

/** What one statement makes of a request. */
interface StatementOutcome {
  readonly outcome: IdentityDecision;
  readonly effect: 'Allow' | 'Deny';
  readonly decidedBy: string;
}

/**
 * Judges a request by identity policies, of which some may be unknown: one of those could allow and could deny, so that
 * only a Deny elsewhere is certain then.
 *
 * @throws Error when a policy is malformed
 */
export function judgePolicies(
  request: AccessRequest,
  policies: readonly NamedIdentityPolicy[],
  organization: OrganizationAccounts,
): Judgement {
  const outcomes = policies.flatMap((policy) => statementOutcomes(request, policy, organization));
  const denied = outcomes.find(({ outcome }) => outcome === 'deny');
  if (denied) return { outcome: 'deny', decidedBy: denied.decidedBy };
  const unknown = policies.find(({ document }) => document === undefined);
  if (unknown) return { outcome: 'maybe', decidedBy: unknown.name, open: missing(unknown) };
  const allowed = outcomes.find(({ outcome }) => outcome === 'allow');
  const mayDeny = outcomes.find(({ effect, outcome }) => effect === 'Deny' && outcome === 'maybe');
  const mayAllow = outcomes.find(({ effect, outcome }) => effect === 'Allow' && outcome === 'maybe');
  if (!allowed && !mayAllow) return { outcome: 'none' };
  const open = mayDeny ?? (allowed ? undefined : mayAllow);
  if (open) return { outcome: 'maybe', decidedBy: open.decidedBy, open: conditional(open.effect) };
  return { outcome: 'allow', ...(allowed && { decidedBy: allowed.decidedBy }) };
}

function statementOutcomes(
  request: AccessRequest,
  { name, document }: NamedIdentityPolicy,
  organization: OrganizationAccounts,
): StatementOutcome[] {
  return (document?.Statement ?? []).flatMap((statement, index) => {
    // A Deny shows only beside an Allow.
    const Statement = statement.Effect === 'Deny' ? [ALLOW_ALL, statement] : [statement];
    const outcome = evaluateIdentityPolicies(request, [{ Version: '2012-10-17', Statement }], {
      ...organization,
      unknownContextKeys: 'unknown',
    });
    if (outcome === (statement.Effect === 'Deny' ? 'allow' : 'none')) return [];
    return { outcome, effect: statement.Effect, decidedBy: `${name} / ${statement.Sid ?? `Statement[${index}]`}` };
  });
}

function missing({ name, arn }: NamedIdentityPolicy): LocalizedText {
  if (arn === undefined) {
    return { en: `the content of ${name} is not in the config`, ko: `${name}의 내용이 설정에 없습니다` };
  }
  const file = managedPolicyFile(arn);
  return {
    en: `the content of the AWS managed policy ${name} is not known here: export it to ${file}`,
    ko: `AWS 관리형 정책 ${name}의 내용을 알 수 없습니다: ${file}로 내보내세요`,
  };
}

function conditional(effect: 'Allow' | 'Deny'): LocalizedText {
  return effect === 'Allow'
    ? {
        en: 'it allows this under a condition on keys that were not given: state them with --context',
        ko: '주어지지 않은 조건 키에 따라 허용합니다: --context로 적으세요',
      }
    : {
        en: 'it denies this under a condition on keys that were not given: state them with --context',
        ko: '주어지지 않은 조건 키에 따라 거부합니다: --context로 적으세요',
      };
}
