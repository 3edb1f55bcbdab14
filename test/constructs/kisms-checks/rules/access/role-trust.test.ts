import { Aws, Fn, type Stack } from 'aws-cdk-lib';
import { AccountPrincipal, AnyPrincipal, CfnRole, PrincipalWithConditions, Role } from 'aws-cdk-lib/aws-iam';
import { roleTrustAnyPrincipal } from '../../../../../constructs/kisms-checks/rules/access/role-trust-any-principal';
import { roleTrustExternalAccount } from '../../../../../constructs/kisms-checks/rules/access/role-trust-external-account';
import { roleTrustOidcSubject } from '../../../../../constructs/kisms-checks/rules/access/role-trust-oidc-subject';
import { type Case, COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

function trusting(stack: Stack, Principal: unknown, Condition?: unknown, Action: unknown = 'sts:AssumeRole'): CfnRole {
  const Statement = [{ Effect: 'Allow', Principal, Action, ...(Condition !== undefined && { Condition }) }];
  return new CfnRole(stack, 'Role', { assumeRolePolicyDocument: { Version: '2012-10-17', Statement } });
}

function anyone(answer: Case[0], when: string, condition: unknown): Case {
  return [answer, when, (stack) => trusting(stack, { AWS: '*' }, condition)];
}

describeRule(roleTrustAnyPrincipal, [
  [COMPLIANT, 'a service assumes it', (stack) => trusting(stack, { Service: 'ec2.amazonaws.com' })],
  [COMPLIANT, 'an account assumes it', (stack) => trusting(stack, { AWS: ['111122223333', '444455556666'] })],
  anyone(COMPLIANT, 'the organization is asked for', { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } }),
  anyone(COMPLIANT, 'the key is written in lower case', { StringEquals: { 'aws:principalorgid': 'o-exampleorgid' } }),
  anyone(COMPLIANT, 'the roles of an account are asked for', {
    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' },
  }),
  anyone(NON_COMPLIANT, 'there is no condition', undefined),
  anyone(NON_COMPLIANT, 'there is an external id only', { StringEquals: { 'sts:ExternalId': 'secret' } }),
  anyone(NON_COMPLIANT, 'any organization is asked for', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }),
  anyone(NON_COMPLIANT, 'one of two values is a wildcard', {
    StringLike: { 'aws:PrincipalOrgID': ['o-exampleorgid', '*'] },
  }),
  anyone(NON_COMPLIANT, 'roles of a name in any account are asked for', {
    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' },
  }),
  anyone(NON_COMPLIANT, 'the condition passes without the key', {
    StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
  }),
  anyone(NON_COMPLIANT, 'the condition is negated', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } }),
  anyone(NON_COMPLIANT, 'an empty set passes', {
    'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-exampleorgid/r-examplerootid/*' },
  }),
  anyone(NON_COMPLIANT, 'every address passes', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }),
  [NON_COMPLIANT, 'everyone stands in a list', (stack) => trusting(stack, { AWS: ['111122223333', '*'] })],
  [NON_COMPLIANT, 'everyone stands alone', (stack) => trusting(stack, '*')],
  [
    NON_COMPLIANT,
    'an L2 role trusts everyone',
    (stack) => new Role(stack, 'L2', { assumedBy: new AnyPrincipal() }).node.defaultChild as CfnRole,
  ],
  [
    COMPLIANT,
    'an L2 role trusts everyone of the organization',
    (stack) => {
      const conditions = { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } };
      const assumedBy = new PrincipalWithConditions(new AnyPrincipal(), conditions);
      return new Role(stack, 'L2', { assumedBy }).node.defaultChild as CfnRole;
    },
  ],
  [
    COMPLIANT,
    'everyone is denied',
    (stack) =>
      new CfnRole(stack, 'Role', {
        assumeRolePolicyDocument: { Statement: { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' } },
      }),
  ],
  [
    COMPLIANT,
    'the id of the organization is a parameter',
    (stack, p) => trusting(stack, '*', { StringEquals: { 'aws:PrincipalOrgID': p.valueAsString } }),
  ],
  [UNKNOWN, 'the condition is a function', (stack, p) => trusting(stack, '*', p.value)],
  [
    UNKNOWN,
    'the policy is a function',
    (stack, p) => new CfnRole(stack, 'Role', { assumeRolePolicyDocument: p.value }),
  ],
]);

const OUTSIDER = 'arn:aws:iam::444455556666:root';

describeRule(roleTrustExternalAccount, [
  [COMPLIANT, 'a service assumes it', (stack) => trusting(stack, { Service: 'ec2.amazonaws.com' })],
  [COMPLIANT, 'its own account assumes it', (stack) => trusting(stack, { AWS: 'arn:aws:iam::111122223333:root' })],
  [COMPLIANT, 'its own account is a pseudo parameter', (stack) => trusting(stack, { AWS: Aws.ACCOUNT_ID })],
  [
    COMPLIANT,
    'a role of the stack assumes it',
    (stack) => {
      const caller = new CfnRole(stack, 'Caller', { assumeRolePolicyDocument: {} });
      return trusting(stack, { AWS: caller.attrArn });
    },
  ],
  [
    COMPLIANT,
    'the account is trusted',
    (stack) => trusting(stack, { AWS: OUTSIDER }),
    { trustedAccounts: ['444455556666'] },
  ],
  [
    COMPLIANT,
    'an external id is asked for',
    (stack) => trusting(stack, { AWS: OUTSIDER }, { StringEquals: { 'sts:ExternalId': 'example-id' } }),
  ],
  [
    COMPLIANT,
    'the organization is asked for',
    (stack) => trusting(stack, { AWS: OUTSIDER }, { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } }),
  ],
  [COMPLIANT, 'everyone may, which another rule tells', (stack) => trusting(stack, { AWS: '*' })],
  [NON_COMPLIANT, 'an unknown account is trusted', (stack) => trusting(stack, { AWS: OUTSIDER })],
  [NON_COMPLIANT, 'it is given by its id', (stack) => trusting(stack, { AWS: '444455556666' })],
  [
    NON_COMPLIANT,
    'an L2 role, whose partition is a function, trusts it',
    (stack) => new Role(stack, 'L2', { assumedBy: new AccountPrincipal('444455556666') }).node.defaultChild as CfnRole,
  ],
  [
    NON_COMPLIANT,
    'one of the two accounts is unknown',
    (stack) => trusting(stack, { AWS: [OUTSIDER, 'arn:aws:iam::777788889999:role/x'] }),
    { trustedAccounts: ['444455556666'] },
  ],
  [
    NON_COMPLIANT,
    'the name of the caller is asked for, which the caller chooses',
    (stack) => trusting(stack, { AWS: OUTSIDER }, { StringEquals: { 'sts:RoleSessionName': 'example' } }),
  ],
  [UNKNOWN, 'the account is a parameter', (stack, p) => trusting(stack, { AWS: p.valueAsString })],
  [UNKNOWN, 'the caller is imported', (stack) => trusting(stack, { AWS: Fn.importValue('CallerArn') })],
]);

const GITHUB = 'token.actions.githubusercontent.com';

function web(
  stack: Stack,
  Condition: unknown,
  provider: unknown = `arn:aws:iam::111122223333:oidc-provider/${GITHUB}`,
) {
  return trusting(stack, { Federated: provider }, Condition, 'sts:AssumeRoleWithWebIdentity');
}

function subject(answer: Case[0], value: string, key = `${GITHUB}:sub`): Case {
  return [answer, `the subject is ${value}`, (stack) => web(stack, { StringLike: { [key]: value } })];
}

describeRule(roleTrustOidcSubject, [
  subject(COMPLIANT, 'repo:example/app:ref:refs/heads/main'),
  subject(COMPLIANT, 'repo:example/*'),
  subject(COMPLIANT, 'repository_owner:example'),
  subject(COMPLIANT, 'project_path:example/app:ref_type:branch:ref:main', 'gitlab.example.com:sub'),
  subject(COMPLIANT, 'system:serviceaccount:app:worker', 'oidc.eks.ap-northeast-2.amazonaws.com/id/EXAMPLE:sub'),
  subject(COMPLIANT, 'ap-northeast-2:00000000-0000-0000-0000-000000000000', 'cognito-identity.amazonaws.com:aud'),
  subject(NON_COMPLIANT, 'repo:*'),
  subject(NON_COMPLIANT, 'repo:example*'),
  subject(NON_COMPLIANT, 'repository_owner:*'),
  subject(NON_COMPLIANT, '*'),
  subject(NON_COMPLIANT, 'sts.amazonaws.com', `${GITHUB}:aud`),
  [NON_COMPLIANT, 'there is no condition', (stack) => web(stack, undefined)],
  ...[
    'sts:*',
    'sts:AssumeRole*',
    '*',
    'sts:assumerolewithwebidentity',
    ['sts:TagSession', 'sts:AssumeRoleWith???Identity'],
  ].map(
    (action): Case => [
      NON_COMPLIANT,
      `there is no condition on ${JSON.stringify(action)}`,
      (stack) => trusting(stack, { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` }, undefined, action),
    ],
  ),
  [
    NOT_APPLICABLE,
    'a wildcard action is for SAML',
    (stack) => trusting(stack, { Federated: 'arn:aws:iam::111122223333:saml-provider/x' }, {}, 'sts:*'),
  ],
  [
    NON_COMPLIANT,
    'one of the subjects is wide',
    (stack) => web(stack, { StringLike: { [`${GITHUB}:sub`]: ['repo:example/app:*', 'repo:*'] } }),
  ],
  [
    NON_COMPLIANT,
    'the subject is only excluded',
    (stack) => web(stack, { StringNotLike: { [`${GITHUB}:sub`]: 'repo:example/app:*' } }),
  ],
  [NOT_APPLICABLE, 'a service assumes it', (stack) => trusting(stack, { Service: 'ec2.amazonaws.com' })],
  [
    NOT_APPLICABLE,
    'it is for SAML',
    (stack) =>
      trusting(stack, { Federated: 'arn:aws:iam::111122223333:saml-provider/x' }, {}, 'sts:AssumeRoleWithSAML'),
  ],
  [
    COMPLIANT,
    'the owner is a parameter',
    (stack, p) => web(stack, { StringLike: { [`${GITHUB}:sub`]: `repo:${p.valueAsString}/app:*` } }),
  ],
  [UNKNOWN, 'the keys are made by the deployment', (stack, p) => web(stack, { StringEquals: p.value })],
  [
    UNKNOWN,
    'the policy is a function',
    (stack, p) => new CfnRole(stack, 'Role', { assumeRolePolicyDocument: p.value }),
  ],
]);
