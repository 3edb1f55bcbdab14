import { runUnsafeSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import fc from 'fast-check';
import {
  type AccessRequest,
  checkPolicyDocument,
  evaluateIdentityPolicies,
  type IdentityDecision,
  matchesAction,
  type PolicyDocument,
  type PolicyStatement,
} from '../../../constructs/policy-evaluator';
import { request, scpStatement } from './arbitraries';
import { document, MEMBER, ORGANIZATION, ROLE, ROOT } from './fixtures';

const ORGANIZATION_OPTIONS = { organizationId: ORGANIZATION, organizationAccountIds: [MEMBER] };
const GET: AccessRequest = { principal: ROLE, action: 's3:GetObject', resource: 'arn:aws:s3:::data/x' };
const allow: PolicyStatement = { Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::data/*' };
const deny: PolicyStatement = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
const tls = { Condition: { Bool: { 'aws:SecureTransport': 'true' } } };

/** What `@cloud-copilot/iam-simulate`, an independent implementation, decides. AGPL: only these tests use it. */
function oracle(
  { principal, action, resource, context }: AccessRequest,
  documents: PolicyDocument[],
): IdentityDecision {
  const simulation: Simulation = {
    request: {
      principal,
      action,
      resource: { resource, accountId: MEMBER },
      contextVariables: {
        'aws:PrincipalArn': principal,
        'aws:PrincipalAccount': MEMBER,
        'aws:PrincipalIsAWSService': 'false',
        'aws:PrincipalType': 'AssumedRole',
        'aws:PrincipalOrgID': ORGANIZATION,
        'aws:ResourceAccount': MEMBER,
        'aws:ResourceOrgID': ORGANIZATION,
        ...context,
      },
    },
    identityPolicies: documents.map((policy, index) => ({ name: `policy-${index}`, policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  };
  const result = runUnsafeSimulation(simulation, {});
  if (result === 'Allowed') return 'allow';
  return result === 'ExplicitlyDenied' ? 'deny' : 'none';
}

test('agrees with an independent simulator on generated policies and requests', () => {
  const documents = fc.array(
    fc.array(scpStatement, { minLength: 1, maxLength: 3 }).map((statements) => document(...statements)),
    { maxLength: 3 },
  );
  const asked = request.filter(({ principal }) => principal !== ROOT);
  const seen = new Set<IdentityDecision>();
  fc.assert(
    fc.property(documents, asked, (policies, one) => {
      const decision = evaluateIdentityPolicies({ ...one, resourceAccount: MEMBER }, policies, ORGANIZATION_OPTIONS);
      expect(decision).toBe(oracle(one, policies));
      seen.add(decision);
    }),
    { numRuns: 1000, seed: 1 },
  );
  expect([...seen].sort()).toEqual(['allow', 'deny', 'none']);
});

test('what is unknown never contradicts what it turns out to be', () => {
  const documents = fc
    .array(scpStatement, { minLength: 1, maxLength: 4 })
    .map((statements) => [document(...statements)]);
  const certain = new Set<IdentityDecision>();
  fc.assert(
    fc.property(documents, request, (policies, one) => {
      const known = { ...one, resourceAccount: MEMBER };
      const asked = { ...known, context: {} };
      const options = { ...ORGANIZATION_OPTIONS, unknownContextKeys: 'unknown' as const };
      const decision = evaluateIdentityPolicies(asked, policies, options);
      const outcome = evaluateIdentityPolicies(known, policies, ORGANIZATION_OPTIONS);
      if (decision === 'maybe') return;
      certain.add(decision);
      // Without an Allow, a denial that is not certain changes nothing: the request fails in either case.
      const allowed = decision === 'none' ? ['none', 'deny'] : [decision];
      expect(allowed).toContain(outcome);
    }),
    { numRuns: 1000, seed: 2 },
  );
  expect([...certain].sort()).toEqual(['allow', 'deny', 'none']);
});

test.each<[IdentityDecision, string, PolicyStatement[]]>([
  ['none', 'nothing', []],
  ['allow', 'an Allow', [allow]],
  ['deny', 'an Allow and a Deny', [allow, deny]],
  ['deny', 'a Deny alone', [deny]],
  ['maybe', 'an Allow under an unknown condition', [{ ...allow, ...tls }]],
  ['maybe', 'an Allow and a Deny under an unknown condition', [allow, { ...deny, ...tls }]],
  [
    'maybe',
    'both under an unknown condition',
    [
      { ...allow, ...tls },
      { ...deny, ...tls },
    ],
  ],
  ['none', 'a Deny under an unknown condition', [{ ...deny, ...tls }]],
  ['deny', 'a Deny, whatever the condition of the Allow', [{ ...allow, ...tls }, deny]],
])('%s: %s', (expected, _, statements) => {
  const documents = statements.map((statement) => document(statement));
  expect(evaluateIdentityPolicies(GET, documents, { unknownContextKeys: 'unknown' })).toBe(expected);
});

test('the organization of the caller counts only when it is told', () => {
  const inside = [document({ ...allow, Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } } })];
  expect(evaluateIdentityPolicies(GET, inside, ORGANIZATION_OPTIONS)).toBe('allow');
  expect(evaluateIdentityPolicies(GET, inside)).toBe('none');
  expect(evaluateIdentityPolicies(GET, inside, { unknownContextKeys: 'unknown' })).toBe('maybe');
});

test.each<[string, AccessRequest, PolicyStatement]>([
  ['malformed action "s3:*"', { ...GET, action: 's3:*' }, allow],
  ['unknown principal "kim"', { ...GET, principal: 'kim' }, allow],
  ['malformed policy "identity policy 1": Statement[0]: element "Principal"', GET, { ...allow, Principal: '*' }],
])('fails: %s', (message, asked, statement) => {
  expect(() => evaluateIdentityPolicies(asked, [document(statement)])).toThrow(message);
});

test.each<[string, Record<string, unknown>]>([
  ['NotAction', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
  ['every action', { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::data/*' }],
  ['a service that resource control policies do not know', { Effect: 'Allow', Action: 'ec2:*', Resource: '*' }],
])('the grammar of identity policies has %s', (_, statement) => {
  expect(checkPolicyDocument({ Version: '2012-10-17', Statement: [statement] }, 'IDENTITY_POLICY')).toEqual([]);
});

test.each([
  ['s3:Get*', 's3:GetObject', true],
  ['S3:GET*', 's3:getobject', true],
  ['*', 's3:GetObject', true],
  ['s3:?etObject', 's3:GetObject', true],
  ['s3:Get', 's3:GetObject', false],
  ['s3-outposts:*', 's3:GetObject', false],
])('%s covers %s: %p', (pattern, action, expected) => {
  expect(matchesAction(pattern, action)).toBe(expected);
});
