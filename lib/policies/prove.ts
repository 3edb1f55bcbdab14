import { type AccessRequest, evaluateAccess } from '../../constructs';
import type { ModelProblem } from '../model/model-problem';
import type { OrganizationModel, ProofRow } from '../model/organization-model';
import { isLocalPrincipal } from '../model/proof-rows';
import type { AccountIds } from './account-ids';
import type { ComposedPolicy } from './compose-policies';
import { PolicyIndex } from './effective-policies';

/** Outcome of one proof. */
export interface ProofResult {
  readonly proof: ProofRow;
  /** `deny` also when it depends on what the proof does not state; then the proof does not hold, whatever it expects. */
  readonly actual: 'allow' | 'deny';
  readonly holds: boolean;
  /** Policy and statement that decided. @default - nothing denied the request */
  readonly decidedBy?: string;
}

/** Runs every proof of the config against the policies. */
export function runProofs(model: OrganizationModel, policies: readonly ComposedPolicy[]): ProofResult[] {
  const index = new PolicyIndex(model, policies);
  return model.proofs.map((proof) => {
    const effective = index.between(callerAccount(proof, index.ids), proof.resourceAccount);
    const verdict = evaluateAccess(requestOf(proof, model, index.ids), effective);
    const decidedBy = [verdict.policy, verdict.sid].filter((part) => part !== undefined).join(' / ');
    const actual = verdict.decision === 'allow' ? 'allow' : 'deny';
    return { proof, actual, holds: verdict.decision === proof.expect, ...(decidedBy !== '' && { decidedBy }) };
  });
}

/** The account whose SCPs bind the caller; a whole ARN names its account itself. */
function callerAccount({ principal, account }: ProofRow, ids: AccountIds): string {
  return ids.nameOf(principal.split(':')[4] ?? '') ?? account;
}

function requestOf(proof: ProofRow, model: OrganizationModel, ids: AccountIds): AccessRequest {
  const { principal, account, action, resource, resourceAccount, context } = proof;
  return {
    principal: isLocalPrincipal(principal) ? `arn:${model.partition}:iam::${ids.of(account)}:${principal}` : principal,
    action,
    resource,
    resourceAccount: ids.of(resourceAccount),
    // Every request carries both keys, so a proof states them only when they matter to it.
    context: { 'aws:RequestedRegion': model.homeRegion, 'aws:SecureTransport': 'true', ...context },
  };
}

/** The proofs that do not hold, as problems of the config. */
export function failedProofs(results: readonly ProofResult[]): ModelProblem[] {
  return results
    .filter((result) => !result.holds)
    .map(({ proof, actual, decidedBy }) => {
      const { name, principal, account, action, expect, source } = proof;
      const by = decidedBy === undefined ? '' : ` (${decidedBy})`;
      const isOpen = actual === expect;
      return {
        severity: 'error',
        file: source.file,
        path: source.path,
        message: {
          en: `the proof ${JSON.stringify(name)} fails: ${principal} of ${account} doing ${action} should get ${expect} but ${isOpen ? 'that depends on condition keys: state them in context' : `gets ${actual}`}${by}`,
          ko: `증명 ${JSON.stringify(name)} 실패: ${account}의 ${principal}이(가) ${action}을(를) 하면 ${expect}여야 하지만 ${isOpen ? '조건 키에 따라 달라집니다. context에 적으세요' : `${actual}입니다`}${by}`,
        },
      };
    });
}
