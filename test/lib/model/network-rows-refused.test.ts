import { edit } from './network.edits';
import { type Edit, expectProblems, load } from './sample-config';

const FIRST = '    - name: outbound\n';
const denied = (name: string, priority: number, capacity: number, names: string) =>
  `    - { name: ${name}, capacity: ${capacity}, priority: ${priority}, domains: { action: deny, names: ${names} } }\n`;
const more = (...groups: string[]): Edit => edit(FIRST, `${groups.join('')}${FIRST}`);
const managed = (count: number, mark = '', order = 'StrictOrder', arn = ''): Edit => {
  const groups = Array.from(
    { length: count },
    (_, index) =>
      `{ arn: ${arn}arn:aws:network-firewall:ap-northeast-2:aws-managed:stateful-rulegroup/G${index}${order}, priority: ${index + 100} }`,
  );
  return edit('  logs:\n    alert:', `  managedRuleGroups: ${mark}[${groups.join(', ')}]\n  logs:\n    alert:`);
};
const named = (name: string, mark = ''): Edit => edit('\ninspection:\n', `\ninspection:\n  name: ${mark}${name}\n`);
/** What the intents call the firewall of this name. */
const viaNamed = (name: string): Edit[] =>
  [
    'production leaves through inspection, from: prod, to: internet',
    'sandboxes leave through inspection, from: sandbox, to: internet',
    'the office reaches production through inspection, from: onprem, to: prod',
  ].map((intent) => edit(`${intent}, expect: via, via: firewall`, `${intent}, expect: via, via: ${name}`));
const zoneIds = (ids: string): Edit =>
  edit('  profile: organization\n', `  profile: organization\n  privateHostedZoneIds: ${ids}\n`);
const dnsFirewall = (line: string): Edit => edit('    blockDomains: ["*.example.net"]', `    ${line}`);
const rule = (name: string): Edit => edit('    - name: corp\n', `    - name: ${name}\n`);
const shared = (receivers: string): Edit =>
  edit('    cidr: 10.0.4.0/22\n', `    cidr: 10.0.4.0/22\n    shareSubnets: ${receivers}\n`);
const flowLogs = (prefix: string, mark = ''): Edit =>
  edit(
    'flowLogs:\n  bucketArn: arn:aws:s3:::example-network-logs-222233334444\n',
    `flowLogs:\n  bucketArn: ${mark}arn:aws:s3:::example-network-logs-222233334444/${prefix}\n`,
  );
const gateway = (cidrs: string): Edit => edit('transitGateway: {}', `transitGateway: { cidrs: [${cidrs}] }`);
const pool = (cidrs: string): Edit =>
  edit('  - name: sandbox-pool\n    cidrs: [10.64.0.0/14]', `  - name: sandbox-pool\n    cidrs: [${cidrs}]`);
const drawing = (netmask: number, mark = ''): Edit =>
  edit(
    'addresses: { pool: sandbox-pool, netmask: 22 }',
    `addresses: ${mark}{ pool: sandbox-pool, netmask: ${netmask} }`,
  );
const TWICE_AT = 'is already used at';

describe('refused at its place, before anything is synthesized', () => {
  test.each<[string, Edit[], string]>([
    [
      'a firewall with a long name',
      [named('f'.repeat(49), '▸'), ...viaNamed('f'.repeat(49))],
      'inspection.name: has 49 characters, and a firewall takes 48; shorten the name',
    ],
    [
      'more capacity than a firewall has',
      [
        edit(
          '    - name: outbound\n      capacity: 1000',
          `    ▸${denied('names', 1, 29_001, '[example.net]').trimStart()}    - name: outbound\n      capacity: 1000`,
        ),
      ],
      'inspection.ruleGroups: have a capacity of 30001 together, and a firewall takes 30000; lower some',
    ],
    [
      'more groups than a firewall has',
      [managed(20, '▸')],
      'inspection.managedRuleGroups: makes 21 rule groups together with ruleGroups, and a firewall takes 20; merge or remove some',
    ],
    [
      'a managed group without the suffix of strict order',
      [managed(1, '', '', '▸')],
      'inspection.managedRuleGroups[0].arn: is made for action order and the policy evaluates in strict order; write the group that ends in StrictOrder',
    ],
    [
      'a domain twice in a rule group',
      [more(denied('names', 1, 9, '[example.net, ▸Example.net.]'))],
      `inspection.ruleGroups[0].domains.names[1]: domain "example.net" ${TWICE_AT} inspection.ruleGroups`,
    ],
    [
      'more domains than capacity',
      [more(denied('names', 1, 3, '▸[example.net, "*.example.net"]'))],
      'inspection.ruleGroups[0].domains.names: need 4 rules, two for each domain, more than the capacity of 3; raise capacity, which replaces the group',
    ],
    ...['query-logs', 'dns-firewall', 'endpoint-ssm'].map((name): [string, Edit[], string] => [
      `a DNS rule that is named ${name}`,
      [rule(`▸${name}`)],
      `dns.rules[0].name: "${name}" is a name that the profile gives to what it carries itself; choose another name`,
    ]),
    [
      'a hosted zone twice',
      [zoneIds('[Z0123456789EXAMPLE, ▸Z0123456789EXAMPLE]')],
      `dns.privateHostedZoneIds[1]: hosted zone "Z0123456789EXAMPLE" ${TWICE_AT} dns.privateHostedZoneIds`,
    ],
    [
      'a blocked domain twice',
      [dnsFirewall('blockDomains: [example.net, ▸example.net]')],
      `dns.firewall.blockDomains[1]: domain "example.net" ${TWICE_AT} dns.firewall`,
    ],
    [
      'an allowed domain twice',
      [dnsFirewall('blockDomains: [example.net]\n    allowDomains: [a.example.net, ▸a.example.net]')],
      `dns.firewall.allowDomains[1]: domain "a.example.net" ${TWICE_AT} dns.firewall`,
    ],
    [
      'a managed domain list twice',
      [dnsFirewall('managedDomainListIds: [rslvr-fdl-0123456789abcdef, ▸rslvr-fdl-0123456789abcdef]')],
      `dns.firewall.managedDomainListIds[1]: domain list "rslvr-fdl-0123456789abcdef" ${TWICE_AT} dns.firewall`,
    ],
    [
      'an OU that gets subnets twice',
      [shared('{ ous: [Data, ▸Data] }')],
      `vpcs[1].shareSubnets.ous[1]: OU "Data" ${TWICE_AT} vpcs[1]`,
    ],
    [
      'an account that gets subnets twice',
      [shared('{ accounts: [shop-prod, ▸shop-prod] }')],
      `vpcs[1].shareSubnets.accounts[1]: account "shop-prod" ${TWICE_AT} vpcs[1]`,
    ],
    [
      'flow logs below the prefix of AWS',
      [flowLogs('AWSLogs/network', '▸')],
      'flowLogs.bucketArn: has the prefix AWSLogs, which AWS adds by itself; remove it, or choose another prefix',
    ],
    [
      'a small block of the transit gateway',
      [gateway('10.255.0.0/24, ▸10.255.1.0/25')],
      'transitGateway.cidrs[1]: 10.255.1.0/25 is smaller than a /24, the least that a transit gateway takes; write a larger block',
    ],
    [
      'a pool with fewer addresses than its VPCs',
      [pool('10.64.0.0/23'), drawing(22, '▸')],
      'vpcTemplates[3].addresses: address pool "sandbox-pool" has no room for a /22 for each VPC that draws from it; add a block to the pool, or make the VPCs smaller',
    ],
    [
      'a pool with addresses enough, but in smaller blocks',
      [pool('10.64.0.0/23, 10.64.4.0/23'), drawing(22, '▸')],
      'vpcTemplates[3].addresses: address pool "sandbox-pool" has no room for a /22 for each VPC that draws from it; add a block to the pool, or make the VPCs smaller',
    ],
  ])('%s', (_, changes, problem) => expectProblems(changes, [problem]));

  test.each([
    ['beyond ASCII', 'drop ip any any -> any any (msg:"차단"; sid:1;)', 'is not ASCII, and CloudFormation does not…'],
    ['too long', `drop ip any any -> any any (msg:"${'x'.repeat(8_192)}"; sid:1;)`, 'has 8235 characters, more than…'],
    ['without action', 'ip any any -> any any (sid:1;)', 'does not begin with an action; write pass, drop…'],
    ['with a priority', 'drop ip any any -> any any (priority:1; sid:1;)', 'has the keyword priority, which strict…'],
  ])('a Suricata rule %s', (_, line, problem) =>
    expectProblems(
      [edit('suricataFile: firewall/outbound.rules', 'suricataFile: ▸own.rules')],
      [`inspection.ruleGroups[0].suricataFile: own.rules:2 ${problem}`],
      { 'own.rules': `# 차단\n${line}\n` },
    ),
  );
});

test.each<[string, Edit[]]>([
  ['name of 48 characters', [named('f'.repeat(48)), ...viaNamed('f'.repeat(48))]],
  ['capacity of 30,000', [more(denied('names', 1, 29_000, '[example.net]'))]],
  ['20 rule groups', [managed(19)]],
  ['domain and the names below it', [more(denied('names', 1, 4, '[example.net, "*.example.net"]'))]],
  ['DNS rule with a name of its own', [rule('resolver')]],
  ['prefix of flow logs', [flowLogs('network/AWSLogs')]],
  ['/24 of the transit gateway', [gateway('10.255.0.0/24')]],
  ['pool that is just large enough', [pool('10.64.0.0/24, 10.64.4.0/22')]],
])('%s is taken', (_, changes) => expect(load(changes).problems).toEqual([]));
