import { evaluateAccess } from '../../../constructs/policy-evaluator';
import { parseCaller, resourceAccountOf } from '../../../constructs/policy-evaluator/access-request';
import { createRequestContext, type KeyValues } from '../../../constructs/policy-evaluator/request-context';
import { MANAGEMENT, MEMBER, ORGANIZATION, OUTSIDER, organization, ROLE, ROOT, SERVICE_LINKED } from './fixtures';

function lookup(principal: string, key: string, context?: Record<string, string>): KeyValues {
  const request = {
    principal,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::data/x',
    resourceAccount: MEMBER,
    context,
  };
  const { organizationId, organizationAccountIds } = organization({});
  return createRequestContext(request, parseCaller(principal), {
    organizationId,
    organizationAccountIds,
    resourceAccount: MEMBER,
    unknownContextKeys: 'unknown',
  }).lookup(key.toLowerCase());
}

const USER = `arn:aws:iam::${MEMBER}:user/team/kim`;
const SESSION = `arn:aws:sts::${MEMBER}:assumed-role/dev/kim@example.com`;
const FEDERATED = `arn:aws:sts::${MEMBER}:federated-user/kim`;
const FROM_OUTSIDE = `arn:aws:iam::${OUTSIDER}:role/partner`;
const SERVICE = 'cloudtrail.amazonaws.com';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
test.each<[key: string, principal: string, expected: KeyValues]>([
  ['aws:PrincipalArn', ROLE, [ROLE]],
  ['aws:PrincipalArn', SESSION, [ROLE]],
  ['aws:PrincipalArn', USER, [USER]],
  ['aws:PrincipalArn', ROOT, [ROOT]],
  ['aws:PrincipalArn', FEDERATED, [FEDERATED]],
  ['aws:PrincipalArn', '*', []],
  ['aws:PrincipalArn', SERVICE, 'unknown'],
  ['aws:PrincipalAccount', SESSION, [MEMBER]],
  ['aws:PrincipalAccount', '*', ['anonymous']],
  ['aws:PrincipalAccount', SERVICE, 'unknown'],
  ['aws:PrincipalOrgID', ROLE, [ORGANIZATION]],
  ['aws:PrincipalOrgID', `arn:aws:iam::${MANAGEMENT}:root`, [ORGANIZATION]],
  ['aws:PrincipalOrgID', FROM_OUTSIDE, 'unknown'],
  ['aws:PrincipalOrgID', '*', []],
  ['aws:PrincipalOrgID', SERVICE, []],
  ['aws:PrincipalType', ROOT, ['Account']],
  ['aws:PrincipalType', USER, ['User']],
  ['aws:PrincipalType', ROLE, ['AssumedRole']],
  ['aws:PrincipalType', FEDERATED, ['FederatedUser']],
  ['aws:PrincipalType', '*', ['Anonymous']],
  ['aws:PrincipalIsAWSService', SERVICE, ['true']],
  ['aws:PrincipalIsAWSService', SERVICE_LINKED, ['false']],
  ['aws:PrincipalIsAWSService', '*', []],
  ['aws:PrincipalServiceName', SERVICE, [SERVICE]],
  ['aws:PrincipalServiceName', ROLE, []],
  ['aws:ResourceAccount', FROM_OUTSIDE, [MEMBER]],
  ['aws:ResourceOrgID', FROM_OUTSIDE, [ORGANIZATION]],
  ['aws:SourceIp', ROLE, 'unknown'],
])('%s of %s is %j', (key, principal, expected) => {
  expect(lookup(principal, key)).toEqual(expected);
});

test('a stated key overrides the derived one', () => {
  expect(lookup(ROLE, 'aws:PrincipalOrgID', { 'AWS:principalorgid': 'o-other' })).toEqual(['o-other']);
});

test.each([
  [ROLE, `arn:aws:sqs:us-east-1:444455556666:q`, undefined, '444455556666'],
  [ROLE, 'arn:aws:s3:::data', undefined, MEMBER],
  [ROLE, '*', undefined, MEMBER],
  [ROLE, 'arn:aws:iam::aws:policy/AdministratorAccess', undefined, 'aws'],
  [ROLE, 'arn:aws:s3:::data', OUTSIDER, OUTSIDER],
  ['*', 'arn:aws:s3:::data', MEMBER, MEMBER],
])('%s on %s with resourceAccount %s: the owner is %s', (principal, resource, resourceAccount, expected) => {
  const request = { principal, action: 's3:GetObject', resource, resourceAccount };
  expect(resourceAccountOf(request, parseCaller(principal))).toBe(expected);
});

test.each([
  [{ principal: '*' }, /^the owner of resource "arn:aws:s3:::data" is not known .*state 'resourceAccount'$/],
  [{ principal: 'dev' }, /^unknown principal "dev": expected/],
  [{ principal: `arn:aws:iam::${MEMBER}:role/*` }, /^unknown principal/],
  [{ principal: `arn:aws:iam::${MEMBER}:group/x` }, /^unknown principal/],
  [{ action: 's3:*' }, /^malformed action "s3:\*": expected one action/],
  [{ action: 'GetObject' }, /^malformed action/],
])('fails for %j', (part, message) => {
  const request = { principal: ROLE, action: 's3:GetObject', resource: 'arn:aws:s3:::data', ...part };
  expect(() => evaluateAccess(request, organization({}))).toThrow(message);
});
