import type { LocalizedText } from '../localized-text';
import { type AccessRequest, checkAction, parseCaller, resourceAccountOf } from './access-request';
import { type OrganizationAccounts, rcpExemption, scpExemption } from './exemptions';
import type { AuthorizationPolicyType, PolicyDocument } from './policy-document';
import { createRequestContext } from './request-context';
import { compileDocument, type StatementRequest } from './statement';
import type { Trilean } from './trilean';

/** A policy and the name that a verdict calls it by. */
export interface NamedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/** The policies that are attached to one root, organizational unit or account. */
export interface PolicyLevel {
  /** Name or id of the root, organizational unit or account, for messages. */
  readonly target: string;
  /** All attached policies, `FullAWSAccess` or `RCPFullAWSAccess` like any other. */
  readonly policies: NamedPolicy[];
}

/** Every organization policy that can have a say in a request. */
export interface EffectivePolicies extends OrganizationAccounts {
  /** SCPs on the way to the principal's account, root first. */
  readonly serviceControlPolicies: PolicyLevel[];
  /** RCPs on the way to the resource's account, root first. */
  readonly resourceControlPolicies: PolicyLevel[];
}

/** How to evaluate a request. */
export interface EvaluationOptions {
  /**
   * What a condition key is that the request neither states nor implies. `unknown` makes what depends on it unknown, which
   * proves a request safe whatever the rest of its context is.
   *
   * @default 'absent'
   */
  readonly unknownContextKeys?: 'absent' | 'unknown';
}

/** What the organization policies make of a request; `allow` grants nothing, it only does not forbid. */
export interface Verdict {
  /** `maybe-deny` when it depends on what the request does not tell. */
  readonly decision: 'allow' | 'deny' | 'maybe-deny';
  /** `exempt` when neither SCPs nor RCPs bind the request; after `maybe-deny`, how it may be denied. */
  readonly reason: 'exempt' | 'explicit-deny' | 'implicit-deny' | 'no-deny';
  /** @default - nothing denies the request */
  readonly policyType?: AuthorizationPolicyType;
  /** Where the denying policy is attached, or what has no allowing policy. @default - nothing denies the request */
  readonly target?: string;
  /** Policy that denies explicitly. @default - no policy denies explicitly */
  readonly policy?: string;
  /** Statement that denies explicitly. @default - no statement denies explicitly, or it has no name */
  readonly sid?: string;
  readonly explanation: LocalizedText;
}

const ACRONYMS: Record<AuthorizationPolicyType, string> = {
  SERVICE_CONTROL_POLICY: 'SCP',
  RESOURCE_CONTROL_POLICY: 'RCP',
};

/**
 * Tells whether the organization's service and resource control policies let a request pass. A Deny at any level denies;
 * without one, every level must have an Allow.
 *
 * @throws Error when the request or a policy that binds it is malformed.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_evaluation.html
 */
export function evaluateAccess(
  request: AccessRequest,
  policies: EffectivePolicies,
  options: EvaluationOptions = {},
): Verdict {
  checkAction(request.action);
  const { unknownContextKeys = 'absent' } = options;
  const { organizationId, organizationAccountIds } = policies;
  const caller = parseCaller(request.principal);
  const resourceAccount = resourceAccountOf(request, caller);
  const subject: StatementRequest = {
    action: request.action.toLowerCase(),
    resource: request.resource,
    context: createRequestContext(request, caller, {
      organizationId,
      organizationAccountIds,
      resourceAccount,
      unknownContextKeys,
    }),
  };
  const fromScps = scpExemption(caller, policies);
  const fromRcps = rcpExemption(request, caller, resourceAccount, policies);
  const denials = [
    ...(fromScps
      ? []
      : findDenials(subject, request.action, 'SERVICE_CONTROL_POLICY', policies.serviceControlPolicies)),
    ...(fromRcps
      ? []
      : findDenials(subject, request.action, 'RESOURCE_CONTROL_POLICY', policies.resourceControlPolicies)),
  ];
  const certain = denials.filter(({ decision }) => decision === 'deny');
  const ranked = certain.length > 0 ? certain : denials;
  const denial = ranked.find(({ reason }) => reason === 'explicit-deny') ?? ranked[0];
  if (denial) return denial;
  if (fromScps && fromRcps) {
    const explanation = { en: `${fromScps.en}; ${fromRcps.en}`, ko: `${fromScps.ko}; ${fromRcps.ko}` };
    return { decision: 'allow', reason: 'exempt', explanation };
  }
  const explanation = {
    en: `no organization policy denies ${request.action}`,
    ko: `${request.action}을(를) 거부하는 조직 정책이 없습니다`,
  };
  return { decision: 'allow', reason: 'no-deny', explanation };
}

/** Every certain or possible denial by one chain of policies, root first. */
function findDenials(
  subject: StatementRequest,
  action: string,
  policyType: AuthorizationPolicyType,
  levels: PolicyLevel[],
): Verdict[] {
  return levels.flatMap(({ target, policies }) => {
    const place = { action, policyType, target };
    const denials: Verdict[] = [];
    let allowed: Trilean = false;
    for (const { name, document } of policies) {
      for (const { sid, effect, matches } of compileDocument(document, policyType, name)) {
        // Once a level allows for certain, its other Allow statements cannot change anything.
        if (effect === 'Allow' && allowed === true) continue;
        const matched = matches(subject);
        if (matched === false) continue;
        if (effect === 'Allow') allowed = matched;
        else denials.push(explicitDenial(place, name, sid, matched === true));
      }
    }
    if (allowed !== true) denials.push(implicitDenial(place, allowed === false));
    return denials;
  });
}

interface Place {
  readonly action: string;
  readonly policyType: AuthorizationPolicyType;
  readonly target: string;
}

function explicitDenial(place: Place, policy: string, sid: string | undefined, certain: boolean): Verdict {
  const { action, policyType, target } = place;
  const source = `${ACRONYMS[policyType]} ${policy}${sid === undefined ? '' : ` (${sid})`}`;
  const explanation = {
    en: `${source} on ${target} ${certain ? 'denies' : 'may deny'} ${action}`,
    ko: `${target}의 ${source}이(가) ${action}을(를) ${certain ? '거부합니다' : '거부할 수 있습니다'}`,
  };
  const decision = certain ? 'deny' : 'maybe-deny';
  return { decision, reason: 'explicit-deny', policyType, target, policy, sid, explanation };
}

function implicitDenial({ action, policyType, target }: Place, certain: boolean): Verdict {
  const acronym = ACRONYMS[policyType];
  const explanation = {
    en: `no ${acronym} on ${target} ${certain ? 'allows' : 'is certain to allow'} ${action}`,
    ko: `${target}에 ${action}을(를) ${certain ? '허용하는' : '확실히 허용하는'} ${acronym}가 없습니다`,
  };
  return { decision: certain ? 'deny' : 'maybe-deny', reason: 'implicit-deny', policyType, target, explanation };
}
