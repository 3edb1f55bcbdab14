import { App, Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { type ForwardingRule, ResolverEndpoints, type ResolverEndpointsProps } from '../../../constructs/network';
import { nagReport } from '../../support/nag-report';

const ENDPOINT = 'AWS::Route53Resolver::ResolverEndpoint';
const RULE = 'AWS::Route53Resolver::ResolverRule';
const GROUP = 'AWS::EC2::SecurityGroup';
const BASE = { name: 'dns', vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] };
const CORP: ForwardingRule = {
  name: 'corp',
  domain: 'corp.example.com',
  targets: [{ ip: '192.168.0.53' }, { ip: '192.168.1.53', port: 5353 }],
};

function make(props: Partial<ResolverEndpointsProps>, app = new App()): { stack: Stack; endpoints: ResolverEndpoints } {
  const stack = new Stack(app, 'Test', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  return { stack, endpoints: new ResolverEndpoints(stack, 'Dns', { ...BASE, ...props }) };
}

function template(props: Partial<ResolverEndpointsProps>): Template {
  return Template.fromStack(make(props).stack);
}

const dns = (protocol: string, cidr: string, port = 53) => ({
  CidrIp: cidr,
  IpProtocol: protocol,
  FromPort: port,
  ToPort: port,
  Description: 'DNS',
});

test('asks the servers of its rules, and may reach nothing else', () => {
  const made = template({ rules: [CORP, { ...CORP, name: 'lab', domain: 'lab.example.com' }] });
  made.resourceCountIs(ENDPOINT, 1);
  made.hasResourceProperties(
    ENDPOINT,
    Match.exact({
      Name: 'dns-outbound',
      Direction: 'OUTBOUND',
      IpAddresses: [{ SubnetId: 'subnet-1' }, { SubnetId: 'subnet-2' }],
      SecurityGroupIds: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^DnsOutboundSecurityGroup'), 'GroupId'] }],
    }),
  );
  made.hasResourceProperties(GROUP, {
    VpcId: 'vpc-1',
    SecurityGroupIngress: Match.absent(),
    SecurityGroupEgress: [
      dns('udp', '192.168.0.53/32'),
      dns('tcp', '192.168.0.53/32'),
      dns('udp', '192.168.1.53/32', 5353),
      dns('tcp', '192.168.1.53/32', 5353),
    ],
  });
});

test('forwards a domain to its servers, by port 53 unless said otherwise', () => {
  template({ rules: [CORP] }).hasResourceProperties(
    RULE,
    Match.exact({
      Name: 'corp',
      RuleType: 'FORWARD',
      DomainName: 'corp.example.com',
      ResolverEndpointId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DnsOutbound'), 'ResolverEndpointId'] },
      TargetIps: [
        { Ip: '192.168.0.53', Port: '53' },
        { Ip: '192.168.1.53', Port: '5353' },
      ],
    }),
  );
});

test('answers the given networks, and calls nobody', () => {
  const made = template({ inboundCidrs: ['192.168.0.0/16'] });
  made.resourceCountIs(ENDPOINT, 1);
  made.resourceCountIs(RULE, 0);
  made.hasResourceProperties(ENDPOINT, { Name: 'dns-inbound', Direction: 'INBOUND' });
  made.hasResourceProperties(GROUP, {
    SecurityGroupIngress: [dns('udp', '192.168.0.0/16'), dns('tcp', '192.168.0.0/16')],
    SecurityGroupEgress: [Match.objectLike({ CidrIp: '127.0.0.1/32', IpProtocol: 'icmp' })],
  });
});

test('tells its endpoints, and gives a profile its rules', () => {
  const { stack, endpoints } = make({ rules: [CORP], inboundCidrs: ['192.168.0.0/16'] });
  expect(endpoints.inboundEndpointId).not.toEqual(endpoints.outboundEndpointId);
  expect(stack.resolve(endpoints.profileResources)).toEqual([
    { name: 'corp', resourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^DnsRulecorp/), 'Arn'] } },
  ]);
  const inbound = make({ inboundCidrs: ['192.168.0.0/16'] }).endpoints;
  expect(inbound.outboundEndpointId).toBeUndefined();
  expect(inbound.profileResources).toEqual([]);
});

test('takes subnets, networks and servers that are known at deployment only', () => {
  const ip = Fn.ref('Ip');
  expect(() =>
    template({
      subnetIds: [Fn.ref('One'), Fn.ref('Other')],
      inboundCidrs: [Fn.ref('Cidr')],
      rules: [{ ...CORP, targets: [{ ip }] }],
    }),
  ).not.toThrow();
});

const rule = (overrides: Partial<ForwardingRule>) => ({ rules: [{ ...CORP, ...overrides }] });

test.each<[string, Partial<ResolverEndpointsProps>]>([
  [`resolver endpoints "dns" serve nobody`, {}],
  [`'name' must have 1 to 64 letters`, { ...rule({}), name: 'a.b' }],
  [`'subnetIds' must have at least two`, { ...rule({}), subnetIds: ['subnet-1'] }],
  [`'subnetIds' lists "subnet-1" twice`, { ...rule({}), subnetIds: ['subnet-1', 'subnet-1'] }],
  [`'inboundCidrs' "10.0.0.1/8" has host bits`, { inboundCidrs: ['10.0.0.1/8'] }],
  [`'inboundCidrs' lists "10.0.0.0/8" twice`, { inboundCidrs: ['10.0.0.0/8', '10.0.0.0/8'] }],
  [`'rules' lists "corp" twice`, { rules: [CORP, CORP] }],
  [`'rules.name' must have 1 to 64 letters`, rule({ name: 'a.b' })],
  [`'domain' of rule "corp" must be a domain without wildcard`, rule({ domain: '*.corp.example.com' })],
  [`'targets' of rule "corp" [] answer nothing`, rule({ targets: [] })],
  [`not an IPv4 address: "192.168.0.300"`, rule({ targets: [{ ip: '192.168.0.300' }] })],
  [`'port' of rule "corp" must be 1 to 65535, got 0`, rule({ targets: [{ ip: '192.168.0.53', port: 0 }] })],
])('fails: %s', (message, props) => {
  expect(() => template(props)).toThrow(message);
});

test('is clean under AwsSolutions and NIST 800-53 R5 with nothing to acknowledge', () => {
  const app = new App();
  make({ rules: [CORP], inboundCidrs: ['192.168.0.0/16'] }, app);
  const report = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  expect(report).toEqual({ open: [], acknowledged: [] });
});
