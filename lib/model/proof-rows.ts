import type { OrganizationConfig } from '../config/schema/organization';
import { type ProblemList, quote } from './model-problem';
import type { ProofRow } from './organization-model';

/** A principal of the proof's own account: these get the account's ARN in front. */
const LOCAL_PRINCIPAL = /^(?:root|(?:role|user)\/[\w+=,.@/-]+)$/;
const WHOLE_PRINCIPAL =
  /^(?:\*|[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?|arn:[a-z-]+:iam::\d{12}:(?:root|(?:role|user)\/[\w+=,.@/-]+)|arn:[a-z-]+:sts::\d{12}:(?:assumed-role\/[^/]+|federated-user)\/[\w+=,.@/-]+)$/;

/** Whether the principal belongs to the account of the proof. */
export const isLocalPrincipal = (principal: string): boolean => LOCAL_PRINCIPAL.test(principal);

/** The proofs with their defaults, and what is wrong with them before any policy is looked at. */
export function proofRows(
  { proofs = [] }: OrganizationConfig,
  accounts: readonly string[],
  file: string,
  list: ProblemList,
): ProofRow[] {
  list.checkUnique(
    proofs,
    (proof) => proof.name,
    (i) => ['proofs', i, 'name'],
    { en: 'proof', ko: '증명' },
  );
  return proofs.map((proof, index) => {
    const path = ['proofs', index];
    const { principal, account, resourceAccount = account } = proof;
    list.checkName([...path, 'account'], 'account', account, accounts);
    if (resourceAccount !== account) list.checkName([...path, 'resourceAccount'], 'account', resourceAccount, accounts);
    if (!LOCAL_PRINCIPAL.test(principal) && !WHOLE_PRINCIPAL.test(principal)) {
      list.error([...path, 'principal'], {
        en: `${quote(principal)} is no principal: write role/NAME, user/NAME, root, a service such as cloudtrail.amazonaws.com, "*" for anybody, or a whole ARN`,
        ko: `${quote(principal)}은(는) 주체가 아닙니다: role/NAME, user/NAME, root, cloudtrail.amazonaws.com 같은 서비스, 누구나를 뜻하는 "*", 또는 전체 ARN을 적으세요`,
      });
    }
    return {
      name: proof.name,
      principal,
      account,
      action: proof.action,
      resource: proof.resource ?? '*',
      resourceAccount,
      context: proof.context ?? {},
      expect: proof.expect,
      source: { file, path },
    };
  });
}
