/**
 * Asks `@cloud-copilot/iam-simulate`, an independent implementation, what it decides. It is AGPL software: a development
 * dependency that only these tests use.
 */
import { runSimulation, runUnsafeSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import type { AccessRequest, EffectivePolicies, PolicyLevel } from '../../../constructs/policy-evaluator';
import { FULL_ACCESS, MEMBER, ORGANIZATION, OUTSIDER, RCP_FULL_ACCESS } from './fixtures';

/** Decision on a request that its identity policy allows; any condition key may be in any request. */
export function oracleDecision(request: AccessRequest, policies: EffectivePolicies): 'allow' | 'deny' {
  return runUnsafeSimulation(simulation(request, policies), {}) === 'Allowed' ? 'allow' : 'deny';
}

/** Decision on a request that identity and resource policy allow; policies and condition keys are checked. */
export async function strictOracleDecision(request: AccessRequest, policies: EffectivePolicies): Promise<string> {
  const resourcePolicy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }],
  };
  const asked = simulation(request, policies);
  // This way in, the simulator brings RCPFullAWSAccess itself and takes no second one.
  const resourceControlPolicies = asked.resourceControlPolicies.map(({ orgIdentifier, policies: attached }) => ({
    orgIdentifier,
    policies: attached.filter(({ policy }) => policy !== RCP_FULL_ACCESS),
  }));
  const result = await runSimulation({ ...asked, resourceControlPolicies, resourcePolicy }, {});
  if (result.resultType === 'error') throw new Error(JSON.stringify(result.errors));
  return result.overallResult === 'Allowed' ? 'allow' : 'deny';
}

function simulation(request: AccessRequest, policies: EffectivePolicies): Simulation {
  const fromOutside = request.principal.includes(OUTSIDER);
  return {
    request: {
      principal: request.principal,
      action: request.action,
      resource: { resource: request.resource, accountId: MEMBER },
      contextVariables: {
        'aws:PrincipalArn': request.principal,
        'aws:PrincipalAccount': fromOutside ? OUTSIDER : MEMBER,
        'aws:PrincipalIsAWSService': 'false',
        'aws:PrincipalType': request.principal.endsWith(':root') ? 'Account' : 'AssumedRole',
        'aws:ResourceAccount': MEMBER,
        'aws:ResourceOrgID': ORGANIZATION,
        ...(!fromOutside && { 'aws:PrincipalOrgID': ORGANIZATION }),
        ...request.context,
      },
    },
    identityPolicies: [{ name: 'admin', policy: FULL_ACCESS }],
    serviceControlPolicies: fromOutside ? [] : levels(policies.serviceControlPolicies),
    resourceControlPolicies: levels(policies.resourceControlPolicies),
  };
}

function levels(chain: PolicyLevel[]): Simulation['serviceControlPolicies'] {
  return chain.map(({ target, policies }) => ({
    orgIdentifier: target,
    policies: policies.map(({ name, document }) => ({ name, policy: document })),
  }));
}
