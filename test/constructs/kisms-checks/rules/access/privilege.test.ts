import { type Stack, Token } from 'aws-cdk-lib';
import { CfnAccessKey, CfnGroup, CfnRole, CfnUser, ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnAssignment, CfnPermissionSet } from 'aws-cdk-lib/aws-sso';
import { administratorWithoutBoundary } from '../../../../../constructs/kisms-checks/rules/access/administrator-without-boundary';
import { iamAccessKeyCreated } from '../../../../../constructs/kisms-checks/rules/access/iam-access-key-created';
import { iamUserCreated } from '../../../../../constructs/kisms-checks/rules/access/iam-user-created';
import { iamUserPassword } from '../../../../../constructs/kisms-checks/rules/access/iam-user-password';
import { identityCenterUserAssignment } from '../../../../../constructs/kisms-checks/rules/access/identity-center-user-assignment';
import { privilegedPermissionSetSession } from '../../../../../constructs/kisms-checks/rules/access/privileged-permission-set-session';
import { privilegedRoleSession } from '../../../../../constructs/kisms-checks/rules/access/privileged-role-session';
import { COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const allow = (Action: unknown, Resource: unknown = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});

function role(stack: Stack, managedPolicyArns: string[], maxSessionDuration?: number, document?: unknown): CfnRole {
  const policies = document === undefined ? undefined : [{ policyName: 'inline', policyDocument: document }];
  return new CfnRole(stack, 'Role', { assumeRolePolicyDocument: {}, managedPolicyArns, maxSessionDuration, policies });
}

describeRule(privilegedRoleSession, [
  [COMPLIANT, 'the session of an administrator lasts an hour', (stack) => role(stack, [ADMIN])],
  [COMPLIANT, 'it lasts four hours', (stack) => role(stack, [ADMIN], 14_400)],
  [NON_COMPLIANT, 'it lasts longer', (stack) => role(stack, [ADMIN], 14_401)],
  [NON_COMPLIANT, 'an inline policy administers', (stack) => role(stack, [], 43_200, allow('iam:*'))],
  [
    NON_COMPLIANT,
    'the partition of the policy is a function',
    (stack) => role(stack, [ManagedPolicy.fromAwsManagedPolicyName('IAMFullAccess').managedPolicyArn], 43_200),
  ],
  [NOT_APPLICABLE, 'the role reads', (stack) => role(stack, [READ_ONLY], 43_200)],
  [NOT_APPLICABLE, 'the role writes data', (stack) => role(stack, [], 43_200, allow(['s3:PutObject', 'sqs:*']))],
  [UNKNOWN, 'the duration is a parameter', (stack, p) => role(stack, [ADMIN], Token.asNumber(p.value))],
  [UNKNOWN, 'its policy is a parameter', (stack, p) => role(stack, [p.valueAsString], 43_200)],
  [COMPLIANT, 'its policy is a parameter and its session short', (stack, p) => role(stack, [p.valueAsString])],
  [
    NON_COMPLIANT,
    'it administers and another policy is a parameter',
    (stack, p) => role(stack, [p.valueAsString, ADMIN], 43_200),
  ],
]);

function permissionSet(stack: Stack, managedPolicies: string[], sessionDuration?: string, inlinePolicy?: unknown) {
  const instanceArn = 'arn:aws:sso:::instance/ssoins-0123456789abcdef';
  return new CfnPermissionSet(stack, 'Set', { name: 'x', instanceArn, managedPolicies, sessionDuration, inlinePolicy });
}

describeRule(privilegedPermissionSetSession, [
  [COMPLIANT, 'the session lasts an hour', (stack) => permissionSet(stack, [ADMIN])],
  [COMPLIANT, 'it lasts four hours', (stack) => permissionSet(stack, [ADMIN], 'PT4H')],
  [NON_COMPLIANT, 'it lasts longer', (stack) => permissionSet(stack, [ADMIN], 'PT4H1M')],
  [
    NON_COMPLIANT,
    'an inline text administers',
    (stack) => permissionSet(stack, [], 'PT12H', JSON.stringify(allow('*'))),
  ],
  [NOT_APPLICABLE, 'the set reads', (stack) => permissionSet(stack, [READ_ONLY], 'PT12H')],
  [UNKNOWN, 'the policy is a function', (stack, p) => permissionSet(stack, [], 'PT12H', p.value)],
  [UNKNOWN, 'the duration is a parameter', (stack, p) => permissionSet(stack, [ADMIN], p.valueAsString)],
]);

describeRule(administratorWithoutBoundary, [
  [COMPLIANT, 'the role reads', (stack) => role(stack, [READ_ONLY])],
  [NON_COMPLIANT, 'the role administers', (stack) => role(stack, [READ_ONLY, ADMIN])],
  [NON_COMPLIANT, 'the group administers', (stack) => new CfnGroup(stack, 'Group', { managedPolicyArns: [ADMIN] })],
  [
    NON_COMPLIANT,
    'an L2 role administers',
    (stack) =>
      new Role(stack, 'L2', {
        assumedBy: new ServicePrincipal('codebuild.amazonaws.com'),
        managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
      }).node.defaultChild as CfnRole,
  ],
  [
    COMPLIANT,
    'a boundary, whatever its ARN, holds the user',
    (stack, p) => new CfnUser(stack, 'User', { managedPolicyArns: [ADMIN], permissionsBoundary: p.valueAsString }),
  ],
  [UNKNOWN, 'a policy is a parameter', (stack, p) => role(stack, [READ_ONLY, p.valueAsString])],
  [
    COMPLIANT,
    'a policy belongs to the stack',
    (stack) => role(stack, [new ManagedPolicy(stack, 'Own').managedPolicyArn]),
  ],
]);

describeRule(iamUserCreated, [[NON_COMPLIANT, 'there is one', (stack) => new CfnUser(stack, 'User')]]);

describeRule(iamAccessKeyCreated, [
  [NON_COMPLIANT, 'there is one', (stack) => new CfnAccessKey(stack, 'Key', { userName: 'x' })],
]);

describeRule(iamUserPassword, [
  [COMPLIANT, 'the user has none', (stack) => new CfnUser(stack, 'User')],
  [
    NON_COMPLIANT,
    'the user has one, wherever it comes from',
    (stack, p) => new CfnUser(stack, 'User', { loginProfile: { password: p.valueAsString } }),
  ],
]);

function assignment(stack: Stack, principalType: string): CfnAssignment {
  return new CfnAssignment(stack, 'Assignment', {
    instanceArn: 'arn:aws:sso:::instance/ssoins-0123456789abcdef',
    permissionSetArn: 'arn',
    principalId: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    principalType,
    targetId: '111122223333',
    targetType: 'AWS_ACCOUNT',
  });
}

describeRule(identityCenterUserAssignment, [
  [COMPLIANT, 'a group has it', (stack) => assignment(stack, 'GROUP')],
  [NON_COMPLIANT, 'a user has it', (stack) => assignment(stack, 'USER')],
  [UNKNOWN, 'a parameter decides', (stack, p) => assignment(stack, p.valueAsString)],
]);
