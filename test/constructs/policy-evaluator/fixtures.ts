import type {
  AuthorizationPolicyType,
  EffectivePolicies,
  PolicyConditions,
  PolicyDocument,
  PolicyLevel,
  PolicyStatement,
} from '../../../constructs/policy-evaluator';

export const ORGANIZATION = 'o-exampleorgid';
export const MANAGEMENT = '123456789012';
export const MEMBER = '111122223333';
export const OTHER_MEMBER = '444455556666';
export const OUTSIDER = '999999999999';
export const ROLE = `arn:aws:iam::${MEMBER}:role/dev`;
export const DEPLOYER = `arn:aws:iam::${MEMBER}:role/gov/deploy`;
export const ROOT = `arn:aws:iam::${MEMBER}:root`;
export const SERVICE_LINKED = `arn:aws:iam::${MEMBER}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;

export function document(...statements: PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

export const FULL_ACCESS = document({ Effect: 'Allow', Action: '*', Resource: '*' });
export const RCP_FULL_ACCESS = document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });

/** A level with full access and the given statements. */
export function level(target: string, type: AuthorizationPolicyType, ...statements: PolicyStatement[]): PolicyLevel {
  const full = { name: 'full', document: type === 'SERVICE_CONTROL_POLICY' ? FULL_ACCESS : RCP_FULL_ACCESS };
  return {
    target,
    policies: statements.length === 0 ? [full] : [full, { name: 'guard', document: document(...statements) }],
  };
}

export function organization(chains: { scps?: PolicyLevel[]; rcps?: PolicyLevel[] }): EffectivePolicies {
  return {
    organizationId: ORGANIZATION,
    managementAccountId: MANAGEMENT,
    organizationAccountIds: [MANAGEMENT, MEMBER, OTHER_MEMBER],
    serviceControlPolicies: chains.scps ?? [level('Root', 'SERVICE_CONTROL_POLICY')],
    resourceControlPolicies: chains.rcps ?? [level('Root', 'RESOURCE_CONTROL_POLICY')],
  };
}

/** The organization with one SCP statement that denies everything under a condition. */
export function denyWhen(condition: PolicyConditions): EffectivePolicies {
  return organization({
    scps: [
      level('Root', 'SERVICE_CONTROL_POLICY', {
        Sid: 'Guard',
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: condition,
      }),
    ],
  });
}
