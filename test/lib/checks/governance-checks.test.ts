import { type CfnElement, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { CfnTransitGateway } from 'aws-cdk-lib/aws-ec2';
import { CfnDomain } from 'aws-cdk-lib/aws-opensearchservice';
import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { CfnPermissionSet } from 'aws-cdk-lib/aws-sso';
import { GovernanceChecks } from '../../../lib/checks/governance-checks';
import { createApp } from '../../../lib/create-app';
import { nagReport } from '../../support/nag-report';

const TOKEN = Fn.importValue('Value');

/** Rules that the resource breaks, without the name of the pack. */
function broken(make: (stack: Stack) => CfnElement): string[] {
  const app = createApp({ templateValidation: false });
  make(new Stack(app, 'Stack'));
  return nagReport(app, new GovernanceChecks(app)).open.map((finding) => finding.replace(/^Stack\/It Governance-/, ''));
}

const permissionSet = (name: string) => (stack: Stack) =>
  new CfnPermissionSet(stack, 'It', { name, instanceArn: 'arn:aws:sso:::instance/ssoins-1111222233334444' });

test.each([['Administrator'], ['log-reader_1'], ['+=,.@-'], ['x'.repeat(32)], [TOKEN]])(
  'accepts the permission set %p',
  (name) => {
    expect(broken(permissionSet(name))).toEqual([]);
  },
);

test.each([['Log Reader'], [''], ['x'.repeat(33)], ['관리자'], ['reader/logs']])(
  'refuses the permission set %p',
  (name) => {
    expect(broken(permissionSet(name))).toEqual(['PermissionSetName']);
  },
);

const transitGateway = (value: string) => (stack: Stack) =>
  new CfnTransitGateway(stack, 'It', { autoAcceptSharedAttachments: value, dnsSupport: 'enable' });

test.each([['enable'], ['disable'], [TOKEN]])('accepts the transit gateway switch %p', (value) => {
  expect(broken(transitGateway(value))).toEqual([]);
});

test.each([['yes'], ['true'], ['Enable'], ['']])('refuses the transit gateway switch %p', (value) => {
  expect(broken(transitGateway(value))).toEqual(['TransitGatewaySwitch[autoAcceptSharedAttachments]']);
});

test('names every wrong switch of a transit gateway', () => {
  const wrong = {
    defaultRouteTableAssociation: 'no',
    defaultRouteTablePropagation: 'no',
    dnsSupport: 'on',
    encryptionSupport: 'on',
    multicastSupport: 'off',
    securityGroupReferencingSupport: 'off',
    vpnEcmpSupport: 'off',
  };
  expect(broken((stack) => new CfnTransitGateway(stack, 'It', wrong))).toEqual(
    Object.keys(wrong).map((name) => `TransitGatewaySwitch[${name}]`),
  );
  expect(broken((stack) => new CfnTransitGateway(stack, 'It', {}))).toEqual([]);
});

const domain = (domainName?: string) => (stack: Stack) =>
  new CfnDomain(stack, 'It', { ...(domainName !== undefined && { domainName }) });

test.each([['logs'], ['abc'], ['security-logs-1'], ['x'.repeat(28)], [TOKEN], [undefined]])(
  'accepts the domain %p',
  (name) => {
    expect(broken(domain(name))).toEqual([]);
  },
);

test.each([['Logs'], ['ab'], ['1logs'], ['security_logs'], ['x'.repeat(29)]])('refuses the domain %p', (name) => {
  expect(broken(domain(name))).toEqual(['OpenSearchDomainName']);
});

const policy =
  (content: unknown, type = 'SERVICE_CONTROL_POLICY') =>
  (stack: Stack) =>
    new CfnPolicy(stack, 'It', { name: 'baseline', type, content });

const SCP = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }],
};

test.each<[string, unknown, string]>([
  ['a sound SCP', SCP, 'SERVICE_CONTROL_POLICY'],
  ['settings', { tags: { 'cost-center': {} } }, 'TAG_POLICY'],
  ['a token', Lazy.any({ produce: () => SCP }), 'SERVICE_CONTROL_POLICY'],
  ['a text token', TOKEN, 'SERVICE_CONTROL_POLICY'],
  [
    'a token inside',
    { ...SCP, Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: TOKEN }] },
    'SERVICE_CONTROL_POLICY',
  ],
])('accepts a policy whose content is %s', (_, content, type) => {
  expect(broken(policy(content, type))).toEqual([]);
});

test.each<[string, unknown, string, string]>([
  [
    'too long',
    { a: 'x'.repeat(2500) },
    'AISERVICES_OPT_OUT_POLICY',
    'characters but a AISERVICES_OPT_OUT_POLICY may have 2500',
  ],
  ['no statement', { Version: '2012-10-17' }, 'RESOURCE_CONTROL_POLICY', 'Statement is missing'],
])('refuses a policy whose content is %s', (_, content, type, reason) => {
  expect(broken(policy(content, type))).toEqual([expect.stringContaining('OrganizationPolicyContent[')]);
  expect(broken(policy(content, type)).join()).toContain(reason);
});

test('leaves content that is a string to the CDK, which refuses it', () => {
  expect(() => broken(policy(JSON.stringify(SCP)))).toThrow("should be an 'object'");
});

test('says nothing about other resources', () => {
  const app = createApp({ templateValidation: false });
  new Stack(app, 'Empty');
  expect(nagReport(app, new GovernanceChecks(app))).toEqual({ open: [], acknowledged: [] });
});
