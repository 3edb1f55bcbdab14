import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { edit, group, intent, MANAGED, shared } from './network.edits';
import { type Edit, expectProblems, load, SAMPLE_NETWORK } from './sample-config';

describe('the firewall', () => {
  const OWN = 'own.rules';
  const own = (lines: string): [Edit[], Record<string, string>] => [
    [edit('suricataFile: firewall/outbound.rules', `suricataFile: ▸${OWN}`)],
    { [OWN]: lines },
  ];
  const AT = 'inspection.ruleGroups[0].suricataFile';

  test.each<[string, string, string[]]>([
    ['is empty', '', ['holds no rule; write one, or remove the group']],
    ['holds only comments', '# none\n\n  # none\n', ['holds no rule; write one, or remove the group']],
    [
      'has a rule without sid',
      '# one\npass tls any any -> any 443 (msg:"a; sid:7;"; rev:1;)\n',
      ['own.rules:2 has no sid, by which logs name a rule; add one such as sid:1000001;'],
    ],
    [
      'has a sid twice',
      'drop ip any any -> any any (sid:1;)\r\ndrop ip any any -> any any (rev:1; sid: 1;)\r\n',
      ['own.rules:2 has the sid 1 of own.rules:1; give each rule its own'],
    ],
  ])('reads a file that %s', (_, lines, problems) => {
    const [edits, files] = own(lines);
    expectProblems(
      edits,
      problems.map((problem) => `${AT}: ${problem}`),
      files,
    );
  });

  test('a rule may go on in the next line', () => {
    const [edits, files] = own('drop ip any any -> any any \\\n  (msg:"one"; sid:1;)\n');
    expect(load(edits, files).problems).toEqual([]);
  });

  test.each([
    ['that does not exist', 'none.rules', 'cannot read the file: it does not exist'],
    [
      'outside the config folder',
      '../outside.rules',
      'lies outside the config folder, by itself or by a symbolic link; move the file into it',
    ],
    ['that is a folder', 'firewall', 'cannot read the file: it is not a file'],
  ])('refuses a file %s', (_, file, problem) =>
    expectProblems([edit('suricataFile: firewall/outbound.rules', `suricataFile: ▸${file}`)], [`${AT}: ${problem}`]),
  );

  test.each<[string, Edit[], string]>([
    [
      'more rules than capacity',
      [edit('capacity: 1000', 'capacity: 2'), edit('suricataFile: firewall', 'suricataFile: ▸firewall')],
      `${AT}: holds 3 rules, more than the capacity of 2; raise capacity, which replaces the group`,
    ],
    [
      'rules of two kinds',
      [
        group(
          '    - ▸{ name: more, capacity: 9, priority: 1, suricataFile: firewall/outbound.rules, domains: { action: deny, names: [example.net] } }\n',
        ),
      ],
      'inspection.ruleGroups[0]: has both suricataFile and domains; give exactly one of them',
    ],
    [
      'no rules',
      [group('    - ▸{ name: more, capacity: 9, priority: 1 }\n')],
      'inspection.ruleGroups[0]: has neither suricataFile nor domains; give exactly one of them',
    ],
    [
      'a group twice',
      [
        edit(
          '    - name: outbound\n',
          '    - { name: outbound, capacity: 9, priority: 1, domains: { action: deny, names: [example.net] } }\n    - name: ▸outbound\n',
        ),
      ],
      'inspection.ruleGroups[1].name: rule group "outbound" is already used at inspection.ruleGroups',
    ],
    [
      'a priority twice',
      [
        edit(
          '  logs:\n    alert:',
          `  managedRuleGroups: [{ arn: "${MANAGED}MalwareDomainsStrictOrder", priority: ▸10 }]\n  logs:\n    alert:`,
        ),
      ],
      'inspection.managedRuleGroups[0].priority: 10 is the priority of "outbound" already; give each group its own',
    ],
    [
      'a managed group of another Region',
      [
        edit(
          '  logs:\n    alert:',
          `  managedRuleGroups: [{ arn: ▸"${MANAGED.replace('ap-northeast-2', 'us-east-1')}MalwareDomainsStrictOrder", priority: 20 }]\n  logs:\n    alert:`,
        ),
      ],
      'inspection.managedRuleGroups[0].arn: is of the Region "us-east-1" and the firewall is in "ap-northeast-2"; write the group of that Region',
    ],
    [
      'a managed group of another order',
      [
        edit(
          '  logs:\n    alert:',
          `  managedRuleGroups: [{ arn: ▸"${MANAGED}MalwareDomainsActionOrder", priority: 20 }]\n  logs:\n    alert:`,
        ),
      ],
      'inspection.managedRuleGroups[0].arn: is made for action order and the policy evaluates in strict order; write the group that ends in StrictOrder',
    ],
    [
      'logs that go nowhere',
      [edit('  logs:\n    alert:', '  logs:\n    flow: ▸{}\n    alert:')],
      'inspection.logs.flow: has neither bucketArn nor logGroup; give exactly one of them',
    ],
  ])('has %s', (_, changes, problem) => expectProblems(changes, [problem]));
});

describe('a site', () => {
  const VPN = '    vpn:\n      customerGatewayIp: 203.0.113.10\n      asn: 65010\n';
  const CONNECTION = `    attachmentId: tgw-attach-0123456789abcdef0\n${VPN}`;
  const directConnect = (more: string) => `    directConnect: { ${more}allowedPrefixes: [10.0.0.0/8] }\n`;
  const SITE = edit('  - name: seoul-office\n', '  - ▸name: seoul-office\n');

  test.each<[string, Edit[], string]>([
    [
      'is not connected',
      [SITE, edit(CONNECTION, '')],
      'sites[0]: says nothing of its connection; give vpn, directConnect or attachmentId',
    ],
    [
      'is connected in two ways',
      [SITE, edit(VPN, `${VPN}${directConnect('amazonSideAsn: 64600, ')}`)],
      'sites[0]: has both vpn and directConnect, and an attachment is one of them; make two sites of it',
    ],
    [
      'has the ASN of the transit gateway',
      [edit(VPN, directConnect('amazonSideAsn: ▸64512, '))],
      'sites[0].directConnect.amazonSideAsn: the Direct Connect gateway would have the ASN 64512 of the transit gateway, and AWS refuses to associate the two; give it another amazonSideAsn',
    ],
    [
      'has the ASN of the transit gateway by default',
      [edit(VPN, directConnect('').replace('directConnect: {', 'directConnect: ▸{'))],
      'sites[0].directConnect: the Direct Connect gateway would have the ASN 64512 of the transit gateway, and AWS refuses to associate the two; give it another amazonSideAsn',
    ],
  ])('%s', (_, changes, problem) => expectProblems(changes, [problem]));

  test.each([
    ['another ASN', 'amazonSideAsn: 64600, '],
    ['a gateway that exists', 'gatewayId: 123e4567-e89b-42d3-a456-426614174000, '],
  ])('may have %s', (_, more) => expect(load([edit(VPN, directConnect(more))]).problems).toEqual([]));
});

describe('DNS and central endpoints', () => {
  const host = (name: string) => edit('{ vpc: shared-services, outbound: true }', `{ vpc: ▸${name}, outbound: true }`);
  const DNS_RULES = '  rules:\n    - name: corp\n      domain: corp.example.com\n';

  test.each<[string, Edit[], string]>([
    [
      'endpoints in the VPC of another account',
      [host('shop-prod-workload')],
      'dns.endpoints.vpc: "shop-prod-workload" belongs to "shop-prod", and the endpoints are made in the network account; name a VPC of it',
    ],
    [
      'endpoints in a VPC without private tier',
      [host('internet-egress')],
      'dns.endpoints.vpc: "internet-egress" has no private tier to hold the endpoints; add one, or name another VPC',
    ],
    [
      'endpoints in one zone',
      [host('shared-services'), shared('    zones: [apne2-az1]\n')],
      'dns.endpoints.vpc: "shared-services" has one zone, and a resolver endpoint needs addresses in two; add a zone',
    ],
    [
      'rules and no way out for queries',
      [edit('{ vpc: shared-services, outbound: true }', '▸{ vpc: shared-services, inbound: true }')],
      'dns.endpoints: queries leave to other DNS servers through an outbound endpoint; write outbound: true under dns.endpoints',
    ],
    [
      'endpoints in no direction',
      [
        edit('{ vpc: shared-services, outbound: true }', '▸{ vpc: shared-services }'),
        edit(`${DNS_RULES}      targets: [{ ip: 192.168.0.53 }, { ip: 192.168.1.53 }]\n`, ''),
      ],
      'dns.endpoints: is neither inbound nor outbound; say which, or remove endpoints',
    ],
    [
      'two rules of a domain',
      [
        edit(
          DNS_RULES,
          `  rules:\n    - { name: other, domain: Corp.example.com., targets: [{ ip: 192.168.0.9 }] }\n    - name: corp\n      domain: ▸corp.example.com\n`,
        ),
      ],
      'dns.rules[1].domain: domain "corp.example.com" is already used at dns.rules',
    ],
    [
      'a firewall that blocks nothing',
      [edit('  firewall:\n    blockDomains: ["*.example.net"]', '  firewall: ▸{ action: block }')],
      'dns.firewall: blocks nothing; give blockDomains or managedDomainListIds, or remove firewall',
    ],
    [
      'query logs in two places',
      [
        edit(
          'queryLogs: { bucketArn: arn:aws:s3:::example-network-logs-222233334444 }',
          'queryLogs: ▸{ bucketArn: arn:aws:s3:::example-network-logs-222233334444, logGroup: /dns }',
        ),
      ],
      'dns.queryLogs: has both bucketArn and logGroup; give exactly one of them',
    ],
    [
      'a central endpoint twice',
      [edit('services: [ssm, ssmmessages, ec2messages, sts]', 'services: [ssm, ssmmessages, ▸ssm]')],
      'centralEndpoints.services[2]: service "ssm" is already used at centralEndpoints.services',
    ],
  ])('%s', (_, changes, problem) => expectProblems(changes, [problem]));
});

test('central endpoints need the profile that carries their names', () => {
  const text = readFileSync(join(__dirname, '../../../config/network.yaml'), 'utf8');
  const dns = text.slice(text.indexOf('\ndns:\n'), text.indexOf('\ncentralEndpoints:\n'));
  expectProblems(
    [edit(dns, ''), edit('\ncentralEndpoints:\n  vpc', '\ncentralEndpoints:\n  ▸vpc')],
    ['centralEndpoints: the profile of `dns` carries their private names to the VPCs; add dns.profile'],
  );
});

describe('prefix lists and intents', () => {
  test.each<[string, Edit[], string]>([
    [
      'more entries than the list may hold',
      [edit('maxEntries: 5\n    entries: [', 'maxEntries: ▸1\n    entries: [{ cidr: 192.168.9.0/24 }, ')],
      'prefixLists[0].maxEntries: is less than the 2 entries; raise it',
    ],
    [
      'a list shared with everybody',
      [edit('shareWith: [Workloads, Data]', 'shareWith: [▸Root]')],
      'prefixLists[0].shareWith[0]: Root would share with the whole organization; name the OUs that need it',
    ],
    [
      'an intent that does not say by which way',
      [intent('from: prod, to: data, expect: ▸via')],
      'intents[0].expect: does not say what the traffic must pass; name a VPC or the firewall in via',
    ],
    [
      'an intent that says a way without need',
      [intent('from: prod, to: data, expect: allow, via: ▸firewall')],
      'intents[0].via: has no meaning with expect: allow; write expect: via, or remove via',
    ],
    [
      'an intent of a VPC that waits',
      [intent('from: prod, to: ▸payments-prod-workload, expect: allow')],
      'intents[0].to: warning: the account "payments-prod" of "payments-prod-workload" has no id yet or is closed, so there is no such VPC and this has no effect; run accounts sync, or remove it',
    ],
  ])('%s', (_, changes, problem) => expectProblems(changes, [problem]));
});

test('every message has its Korean', () => {
  const edits = [
    SAMPLE_NETWORK,
    edit('internet: direct', 'internet: inspected'),
    edit('maxEntries: 5\n    entries: [', 'maxEntries: 1\n    entries: [{ cidr: 192.168.9.0/24 }, '),
  ];
  const { problems } = load(edits, {}, 'ko');
  expect(problems.length).toBeGreaterThan(1);
  for (const problem of problems) expect(problem).toMatch(/(?:세요|인가요\?)/);
});
