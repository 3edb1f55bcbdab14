import { Token } from 'aws-cdk-lib';
import { checkPolicyDocument } from '../policy-evaluator';
import { isAuthorizationPolicy, type PolicyType, policyQuota } from './policy-type';

/** Size of a policy as AWS Organizations counts it: JSON without white space, in characters. */
export function policySize(content: object): number {
  return JSON.stringify(content).length;
}

/**
 * Everything that AWS Organizations would refuse in the content of a policy, as sentences; empty when it is fine.
 *
 * Authorization policies are checked against the policy grammar; the others for their size only, as their grammars
 * belong to the services that read them. Content with a value that only the deployment knows is left to AWS.
 */
export function checkPolicyContent(type: PolicyType, content: object): string[] {
  if (holdsToken(content)) return [];
  const { maxCharacters } = policyQuota(type);
  const size = policySize(content);
  const problems: string[] = [];
  if (size > maxCharacters) {
    problems.push(
      `the policy has ${size} characters but a ${type} may have ${maxCharacters}; split it into two policies or shorten its lists`,
    );
  }
  if (Object.keys(content).length === 0) {
    problems.push('the policy is empty; leave it out, or write its content');
  }
  return isAuthorizationPolicy(type) ? [...problems, ...checkPolicyDocument(content, type)] : problems;
}

function holdsToken(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsToken);
}
