import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { DnsFirewall, type DnsFirewallProps } from '../../../constructs/network';

const LIST = 'AWS::Route53Resolver::FirewallDomainList';
const GROUP = 'AWS::Route53Resolver::FirewallRuleGroup';
const MANAGED = ['rslvr-fdl-0123456789abcdef', 'rslvr-fdl-fedcba9876543210'];
const BASE: DnsFirewallProps = { name: 'dns', blockDomains: ['*.example.net'] };

function template(props: DnsFirewallProps): Template {
  const stack = new Stack();
  new DnsFirewall(stack, 'Firewall', props);
  return Template.fromStack(stack);
}

const list = (id: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(`^Firewall${id}`), 'Id'] });

test('allows first, then blocks its own domains, then those of AWS, which do not exist for who asks', () => {
  const made = template({ ...BASE, allowDomains: ['ok.example.net'], managedDomainListIds: MANAGED });
  made.hasResourceProperties(GROUP, {
    Name: 'dns',
    FirewallRules: Match.exact([
      { Action: 'ALLOW', FirewallDomainListId: list('Allow'), Priority: 100 },
      { Action: 'BLOCK', BlockResponse: 'NXDOMAIN', FirewallDomainListId: list('Block'), Priority: 200 },
      { Action: 'BLOCK', BlockResponse: 'NXDOMAIN', FirewallDomainListId: MANAGED[0], Priority: 300 },
      { Action: 'BLOCK', BlockResponse: 'NXDOMAIN', FirewallDomainListId: MANAGED[1], Priority: 301 },
    ]),
  });
  made.hasResourceProperties(LIST, { Name: 'dns-allow', Domains: ['ok.example.net'] });
  made.hasResourceProperties(LIST, { Name: 'dns-block', Domains: ['*.example.net'] });
});

test('only alerts on request, and answers', () => {
  template({ ...BASE, action: 'alert' }).hasResourceProperties(GROUP, {
    FirewallRules: Match.exact([{ Action: 'ALERT', FirewallDomainListId: list('Block'), Priority: 200 }]),
  });
});

test('has no list of its own when AWS maintains all of them', () => {
  template({ name: 'dns', managedDomainListIds: MANAGED }).resourceCountIs(LIST, 0);
});

test('gives a profile its rule group with a priority', () => {
  const stack = new Stack();
  const { profileResources } = new DnsFirewall(stack, 'Firewall', BASE);
  expect(stack.resolve(profileResources)).toEqual([
    { name: 'dns', resourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^Firewall/), 'Arn'] }, priority: 101 },
  ]);
});

test.each<[string, DnsFirewallProps]>([
  [`DNS firewall "dns" blocks nothing`, { name: 'dns', allowDomains: ['example.com'] }],
  [`'name' must have 1 to 64 letters`, { ...BASE, name: 'x'.repeat(59) }],
  [`'blockDomains' must look like "*.example.com", got "a b"`, { ...BASE, blockDomains: ['a b'] }],
  [`'allowDomains' must look like "*.example.com", got "a.*.com"`, { ...BASE, allowDomains: ['a.*.com'] }],
  [`'blockDomains' lists "example.net" twice`, { ...BASE, blockDomains: ['example.net', 'example.net'] }],
  [`'managedDomainListIds' must look like "rslvr-fdl-`, { ...BASE, managedDomainListIds: ['AWSManagedDomains'] }],
])('fails: %s', (message, props) => {
  expect(() => template(props)).toThrow(message);
});
