import { type AccessRequest, checkAction, parseCaller, resourceAccountOf } from './access-request';
import type { EvaluationOptions } from './evaluate-access';
import type { PolicyDocument } from './policy-document';
import { createRequestContext } from './request-context';
import { compileDocument, type StatementRequest } from './statement';
import { some } from './trilean';

/**
 * What the identity policies of a caller make of a request: `deny` by an explicit Deny, `none` when nothing allows it,
 * `maybe` when it depends on what the request does not tell whether it is allowed.
 */
export type IdentityDecision = 'allow' | 'deny' | 'none' | 'maybe';

/** How to evaluate the identity policies of a caller. */
export interface IdentityEvaluationOptions extends EvaluationOptions {
  /** Organization id, for `aws:PrincipalOrgID` and `aws:ResourceOrgID`. @default - neither key follows from the request */
  readonly organizationId?: string;
  /** Ids of all accounts of the organization. @default - none */
  readonly organizationAccountIds?: readonly string[];
}

/**
 * Tells what a caller's identity policies (inline, AWS managed, customer managed; all of them together) say of a request.
 * A permissions boundary, SCPs, RCPs and resource policies have their own say: `evaluateAccess` tells that of the
 * organization's policies.
 *
 * @throws Error when the request or a policy is malformed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluateIdentityPolicies(
  request: AccessRequest,
  documents: readonly PolicyDocument[],
  options: IdentityEvaluationOptions = {},
): IdentityDecision {
  checkAction(request.action);
  const { unknownContextKeys = 'absent', organizationId = '', organizationAccountIds = [] } = options;
  const caller = parseCaller(request.principal);
  const subject: StatementRequest = {
    action: request.action.toLowerCase(),
    resource: request.resource,
    context: createRequestContext(request, caller, {
      organizationId,
      organizationAccountIds: organizationId === '' ? [] : [...organizationAccountIds],
      resourceAccount: resourceAccountOf(request, caller),
      unknownContextKeys,
    }),
  };
  const statements = documents.flatMap((document, index) =>
    compileDocument(document, 'IDENTITY_POLICY', `identity policy ${index + 1}`),
  );
  const matched = (effect: 'Allow' | 'Deny') =>
    some(
      statements.filter((statement) => statement.effect === effect),
      ({ matches }) => matches(subject),
    );
  const denied = matched('Deny');
  if (denied === true) return 'deny';
  const allowed = matched('Allow');
  if (allowed === false) return 'none';
  return allowed === true && denied === false ? 'allow' : 'maybe';
}
