import { App, Fn, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SpokeVpc, type VpcNetworkAclRule } from '../../../constructs/network';

const HTTPS: VpcNetworkAclRule = {
  direction: 'ingress',
  action: 'allow',
  protocol: 'tcp',
  cidr: '10.0.0.0/8',
  fromPort: 443,
};
const REPLIES: VpcNetworkAclRule = { ...HTTPS, direction: 'egress', fromPort: 1024, toPort: 65535 };
const DNS: VpcNetworkAclRule = { ...HTTPS, protocol: 'udp', fromPort: 53 };

/** Entries of the network ACL, by logical id. */
function entries(networkAcl: VpcNetworkAclRule[]): Record<string, { Properties: Record<string, unknown> }> {
  const stack = new Stack(new App(), 'Test');
  new SpokeVpc(stack, 'Shop', {
    vpcName: 'shop',
    cidr: '10.16.0.0/20',
    zones: ['apne2-az1'],
    tiers: [{ name: 'db', type: 'isolated', netmask: 26, networkAcl }],
  });
  return Template.fromStack(stack).findResources('AWS::EC2::NetworkAclEntry') as ReturnType<typeof entries>;
}

test('numbers the rules of each direction by itself, in the order in which they are written', () => {
  const numbers = Object.values(entries([HTTPS, REPLIES, DNS])).map(({ Properties }) => [
    Properties.Egress,
    Properties.Protocol,
    Properties.RuleNumber,
  ]);
  expect(numbers).toEqual([
    [false, 6, 100],
    [false, 17, 110],
    [true, 6, 100],
  ]);
});

test.each<[Partial<VpcNetworkAclRule>, Record<string, unknown>]>([
  [{}, { Protocol: 6, PortRange: { From: 443, To: 443 }, RuleAction: 'allow', CidrBlock: '10.0.0.0/8' }],
  [{ toPort: 444 }, { PortRange: { From: 443, To: 444 } }],
  [{ fromPort: undefined }, { PortRange: { From: 0, To: 65535 } }],
  [
    { cidr: '10.1.2.3/8', action: 'deny' },
    { CidrBlock: '10.0.0.0/8', RuleAction: 'deny' },
  ],
  [{ cidr: Fn.importValue('block') }, { CidrBlock: { 'Fn::ImportValue': 'block' } }],
  [
    { protocol: 'icmp', fromPort: undefined },
    { Protocol: 1, Icmp: { Code: -1, Type: -1 } },
  ],
  [{ protocol: 'all', fromPort: undefined }, { Protocol: -1 }],
])('a rule with %j', (change, expected) => {
  const [entry] = Object.values(entries([{ ...HTTPS, ...change }]));
  expect(entry?.Properties).toMatchObject(expected);
  expect('PortRange' in (entry?.Properties ?? {})).toBe([6, 17].includes(entry?.Properties.Protocol as number));
  expect('Icmp' in (entry?.Properties ?? {})).toBe(entry?.Properties.Protocol === 1);
});

test('a rule that is put in front asks for no number twice: every entry is updated in place', () => {
  const [before, after] = [entries([HTTPS, REPLIES]), entries([DNS, HTTPS, REPLIES])];
  for (const [id, { Properties }] of Object.entries(before)) {
    const { RuleNumber, Egress } = Properties;
    expect(after[id]?.Properties).toMatchObject({ RuleNumber, Egress });
  }
  expect(Object.keys(after)).toHaveLength(3);
});

test.each<[VpcNetworkAclRule[], string]>([
  [[{ ...HTTPS, cidr: '10.0.0.0' }], 'not an IPv4 CIDR block: "10.0.0.0"'],
  [
    [{ ...HTTPS, protocol: 'icmp' }],
    `'networkAcl' of tier "db" has a rule with ports, which only "tcp" and "udp" have`,
  ],
  [[{ ...HTTPS, protocol: 'all' }], 'has a rule with ports'],
  [[{ ...HTTPS, fromPort: undefined, toPort: 443 }], `has a rule with 'toPort' alone: add 'fromPort'`],
  [[{ ...HTTPS, fromPort: 443, toPort: 442 }], 'has a rule whose ports are not 0 to 65535 in ascending order'],
  [[{ ...HTTPS, fromPort: -1 }], 'has a rule whose ports are not'],
  [[{ ...HTTPS, toPort: 65536 }], 'has a rule whose ports are not'],
  [[{ ...HTTPS, fromPort: 4.5 }], 'has a rule whose ports are not'],
  [Array(21).fill(HTTPS), `'networkAcl' of tier "db" has 21 ingress rules but may have 20`],
])('refuses %j', (rules, message) => {
  expect(() => entries(rules)).toThrow(message);
});

test('takes 20 rules in each direction', () => {
  expect(Object.keys(entries([...Array(20).fill(HTTPS), ...Array(20).fill(REPLIES)]))).toHaveLength(40);
});
