import { App, Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import {
  DnsFirewall,
  DnsProfile,
  DnsProfileAssociation,
  type DnsProfileProps,
  type DnsProfileResource,
  ResolverQueryLogs,
} from '../../../constructs/network';
import { nagReport } from '../../support/nag-report';

const ASSOCIATION = 'AWS::Route53Profiles::ProfileResourceAssociation';
const SHARE = 'AWS::RAM::ResourceShare';
const OU = 'arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-exam-example1';
const ZONE: DnsProfileResource = { name: 'corp', resourceArn: 'arn:aws:route53:::hostedzone/Z0123456789EXAMPLE' };
const RULE_GROUP = 'arn:aws:route53resolver:ap-northeast-2:111122223333:firewall-rule-group/rslvr-frg-0123456789abcdef';

function template(props: Partial<DnsProfileProps> = {}): Template {
  const stack = new Stack();
  new DnsProfile(stack, 'Dns', { profileName: 'organization', ...props });
  return Template.fromStack(stack);
}

test('is one profile that carries what it is given', () => {
  const made = template({ resources: [ZONE] });
  made.hasResourceProperties('AWS::Route53Profiles::Profile', { Name: 'organization' });
  made.hasResourceProperties(
    ASSOCIATION,
    Match.exact({
      Name: 'corp',
      ProfileId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Dns'), 'Id'] },
      ResourceArn: ZONE.resourceArn,
    }),
  );
});

test('orders firewall rule groups by the priority that they are given', () => {
  template({ resources: [{ name: 'firewall', resourceArn: RULE_GROUP, priority: 101 }] }).hasResourceProperties(
    ASSOCIATION,
    { ResourceProperties: '{"priority":101}' },
  );
});

test('keeps the logical id of what stays when something comes before it', () => {
  const ids = (...resources: DnsProfileResource[]) => Object.keys(template({ resources }).findResources(ASSOCIATION));
  expect(ids({ ...ZONE, name: 'other' }, ZONE)).toEqual(expect.arrayContaining(ids(ZONE)));
});

test('is shared with OUs and with nobody outside of the organization', () => {
  template({ organizationalUnitArns: [OU] }).hasResourceProperties(
    SHARE,
    Match.exact({
      Name: 'organization',
      ResourceArns: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^Dns'), 'Arn'] }],
      Principals: [OU],
      AllowExternalPrincipals: false,
    }),
  );
});

test('is shared with nobody unless asked for', () => {
  template().resourceCountIs(SHARE, 0);
  template({ organizationalUnitArns: [] }).resourceCountIs(SHARE, 0);
});

test('is given to a VPC in the stack of its account', () => {
  const stack = new Stack();
  new DnsProfileAssociation(stack, 'Dns', { name: 'shop-prod', profileId: 'rp-4987774726example', vpcId: 'vpc-1' });
  Template.fromStack(stack).hasResourceProperties(
    'AWS::Route53Profiles::ProfileAssociation',
    Match.exact({ Name: 'shop-prod', ProfileId: 'rp-4987774726example', ResourceId: 'vpc-1' }),
  );
});

test('takes ARNs that are known at deployment only', () => {
  expect(() => template({ resources: [{ name: 'x', resourceArn: Fn.ref('Arn') }] })).not.toThrow();
});

test.each<[string, Partial<DnsProfileProps>]>([
  [`'profileName' must have 1 to 64 letters`, { profileName: 'a.b' }],
  [`'profileName' must have 1 to 64 letters`, { profileName: '123' }],
  [`'profileName' must have 1 to 64 letters`, { profileName: 'x'.repeat(65) }],
  [`'resources.name' must have 1 to 64 letters`, { resources: [{ ...ZONE, name: 'ecr.api' }] }],
  [`'resources' lists "corp" twice`, { resources: [ZONE, ZONE] }],
  [`'priority' of "firewall" is missing`, { resources: [{ name: 'firewall', resourceArn: RULE_GROUP }] }],
  [`'priority' of "corp" must be 101 to 9899, got 100`, { resources: [{ ...ZONE, priority: 100 }] }],
  [`'priority' of "corp" must be 101 to 9899, got 9900`, { resources: [{ ...ZONE, priority: 9900 }] }],
  [`'organizationalUnitArns' must look like`, { organizationalUnitArns: ['444455556666'] }],
])('fails: %s', (message, props) => {
  expect(() => template(props)).toThrow(message);
});

test('is clean under AwsSolutions and NIST 800-53 R5 with nothing to acknowledge', () => {
  const app = new App();
  const stack = new Stack(app, 'Test', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  const firewall = new DnsFirewall(stack, 'Firewall', { name: 'dns', blockDomains: ['*.example.net'] });
  const logs = new ResolverQueryLogs(stack, 'Logs', { name: 'queries', destination: { logGroup: '/dns' } });
  const { profileId } = new DnsProfile(stack, 'Dns', {
    profileName: 'organization',
    resources: [...firewall.profileResources, ...logs.profileResources],
    organizationalUnitArns: [OU],
  });
  new DnsProfileAssociation(stack, 'Association', { name: 'hub', profileId, vpcId: 'vpc-1' });
  const report = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  expect(report).toEqual({ open: [], acknowledged: [] });
});
