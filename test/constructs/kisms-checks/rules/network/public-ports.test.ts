import { type Stack, Token } from 'aws-cdk-lib';
import {
  CfnPrefixList,
  CfnSecurityGroup,
  CfnSecurityGroupIngress,
  Peer,
  Port,
  SecurityGroup,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { securityGroupPublicAdminPorts } from '../../../../../constructs/kisms-checks/rules/network/security-group-public-admin-ports';
import { securityGroupPublicDatabasePorts } from '../../../../../constructs/kisms-checks/rules/network/security-group-public-database-ports';
import { COMPLIANT, describeRule, UNKNOWN } from '../rule-cases';

const ANY = '0.0.0.0/0';

function group(stack: Stack, ...securityGroupIngress: CfnSecurityGroup.IngressProperty[]): CfnSecurityGroup {
  return new CfnSecurityGroup(stack, 'Group', { groupDescription: 'x', securityGroupIngress });
}

function tcp(port: number, source: Partial<CfnSecurityGroup.IngressProperty>): CfnSecurityGroup.IngressProperty {
  return { ipProtocol: 'tcp', fromPort: port, toPort: port, ...source };
}

function rule(stack: Stack, props: CfnSecurityGroup.IngressProperty): CfnSecurityGroupIngress {
  return new CfnSecurityGroupIngress(stack, 'Rule', { groupId: 'sg-0123456789abcdef0', ...props });
}

function prefixList(stack: Stack, ...cidrs: string[]): CfnPrefixList {
  const entries = cidrs.map((cidr) => ({ cidr }));
  return new CfnPrefixList(stack, 'List', { addressFamily: 'IPv4', prefixListName: 'offices', maxEntries: 9, entries });
}

describeRule(securityGroupPublicAdminPorts, [
  [COMPLIANT, 'it has no rules', (stack) => group(stack)],
  [COMPLIANT, 'the web is public', (stack) => group(stack, tcp(443, { cidrIp: ANY }), tcp(80, { cidrIpv6: '::/0' }))],
  [COMPLIANT, 'RDP comes from a private range', (stack) => group(stack, tcp(3389, { cidrIp: '10.0.0.0/8' }))],
  [COMPLIANT, 'RDP comes from unique local addresses', (stack) => group(stack, tcp(3389, { cidrIpv6: 'fc00::/7' }))],
  [COMPLIANT, 'RDP comes from one address', (stack) => group(stack, tcp(3389, { cidrIp: '203.0.113.10/32' }))],
  [COMPLIANT, 'RDP comes from another group', (stack) => group(stack, tcp(3389, { sourceSecurityGroupId: 'sg-1' }))],
  [COMPLIANT, 'it is ping', (stack) => group(stack, { ipProtocol: 'icmp', fromPort: 8, toPort: -1, cidrIp: ANY })],
  [
    COMPLIANT,
    'the ports lie around it',
    (stack) =>
      group(stack, { ...tcp(3390, { cidrIp: ANY }), toPort: 5000 }, { ...tcp(446, { cidrIp: ANY }), toPort: 2374 }),
  ],
  [['tcp-3389'], 'RDP is public', (stack) => group(stack, tcp(443, { cidrIp: ANY }), tcp(3389, { cidrIp: ANY }))],
  [['tcp-3389'], 'RDP is public in IPv6', (stack) => group(stack, tcp(3389, { cidrIpv6: '::/0' }))],
  [['tcp-22'], 'SSH is public by halves', (stack) => group(stack, tcp(22, { cidrIp: '128.0.0.0/1' }))],
  [['tcp-22'], 'the protocol is a number', (stack) => group(stack, { ...tcp(22, { cidrIp: ANY }), ipProtocol: '6' })],
  [['tcp-22', 'tcp-23'], 'a range holds two', (stack) => group(stack, { ...tcp(20, { cidrIp: ANY }), toPort: 30 })],
  [
    ['tcp-5985', 'tcp-5986'],
    'a rule of its own opens them',
    (stack) => rule(stack, { ...tcp(5985, { cidrIp: ANY }), toPort: 5986 }),
  ],
  [
    ['tcp-22'],
    'a prefix list of the stack holds the Internet',
    (stack) => group(stack, tcp(22, { sourcePrefixListId: prefixList(stack, '10.0.0.0/8', ANY).attrPrefixListId })),
  ],
  [
    COMPLIANT,
    'a prefix list of the stack holds offices',
    (stack) => rule(stack, tcp(22, { sourcePrefixListId: prefixList(stack, '203.0.113.0/24').ref })),
  ],
  [
    ['tcp-3389'],
    'an L2 group opens it',
    (stack) => {
      const made = new SecurityGroup(stack, 'L2', { vpc: new Vpc(stack, 'Vpc') });
      made.addIngressRule(Peer.anyIpv4(), Port.tcp(3389));
      return made.node.defaultChild as CfnSecurityGroup;
    },
  ],
  [
    UNKNOWN,
    'the prefix list is elsewhere',
    (stack) => group(stack, tcp(22, { sourcePrefixListId: 'pl-0123456789abcdef0' })),
  ],
  [UNKNOWN, 'the range is a parameter', (stack, p) => group(stack, tcp(22, { cidrIp: p.valueAsString }))],
  [
    UNKNOWN,
    'the port is a parameter',
    (stack, p) => rule(stack, { ...tcp(1, { cidrIp: ANY }), toPort: Token.asNumber(p.value) }),
  ],
  [
    COMPLIANT,
    'the range of a web port is a parameter',
    (stack, p) => group(stack, tcp(443, { cidrIp: p.valueAsString })),
  ],
]);

describeRule(securityGroupPublicDatabasePorts, [
  [COMPLIANT, 'SSH is public, which another rule tells', (stack) => group(stack, tcp(22, { cidrIp: ANY }))],
  [COMPLIANT, 'PostgreSQL is private', (stack) => rule(stack, tcp(5432, { cidrIp: '172.16.0.0/12' }))],
  [['tcp-5432'], 'PostgreSQL is public', (stack) => rule(stack, tcp(5432, { cidrIp: ANY }))],
  [['tcp-27017'], 'MongoDB is public in IPv6', (stack) => group(stack, tcp(27017, { cidrIpv6: '2000::/3' }))],
  [
    [1433, 1521, 3306, 5432, 5439, 6379, 8182, 9042, 9200, 11211, 27017].map((port) => `tcp-${port}`),
    'everything is public',
    (stack) => group(stack, { ipProtocol: '-1', cidrIp: ANY }),
  ],
  [
    UNKNOWN,
    'the protocol is a parameter',
    (stack, p) => rule(stack, { ...tcp(5432, { cidrIp: ANY }), ipProtocol: p.valueAsString }),
  ],
]);
