import { acl, edit, SHARED, shared } from './network.edits';
import { type Edit, expectProblems, load } from './sample-config';

describe('a VPC', () => {
  test.each<[string, Edit[], string]>([
    [
      'has no addresses',
      [edit('  - name: shared-services\n', '  - ▸name: shared-services\n'), edit(SHARED, '')],
      'vpcs[1]: has neither cidr nor addresses; give exactly one of them',
    ],
    [
      'has two kinds of addresses',
      [
        edit('  - name: shared-services\n', '  - ▸name: shared-services\n'),
        shared('    addresses: { pool: sandbox-pool, netmask: 22 }\n'),
      ],
      'vpcs[1]: has both cidr and addresses; give exactly one of them',
    ],
    [
      'is the exit and belongs to another account',
      [edit('    role: egress\n', '    role: egress\n    account: ▸shop-prod\n')],
      'vpcs[0].account: "internet-egress" is the way out of every segment, so it belongs to the network account; remove account',
    ],
    [
      'is the exit and uses another one',
      [edit('    role: egress\n', '    role: egress\n    internet: ▸central\n')],
      'vpcs[0].internet: "internet-egress" is the way to the internet itself; remove internet',
    ],
    [
      'is the exit without a public tier',
      [
        edit(
          '    tiers:\n      - { name: public, type: public,',
          '    tiers:\n      ▸- { name: public, type: private,',
        ),
      ],
      'vpcs[0].tiers: an egress VPC needs a public tier for its NAT gateways; add one',
    ],
    [
      'is a second exit',
      [
        edit(
          '    internet: central\n    tiers:\n      - { name: endpoints,',
          '    role: ▸egress\n    tiers:\n      - { name: nat, type: public, netmask: 26 }\n      - { name: endpoints,',
        ),
      ],
      'vpcs[1].role: role "egress" is already used at vpcs[0]',
    ],
    [
      'has a public tier and no gateway',
      [
        edit(
          '{ name: endpoints, type: private, netmask: 25 }',
          '{ name: endpoints, type: private, netmask: 25 }\n      - { name: web, type: ▸public, netmask: 26 }',
        ),
      ],
      'vpcs[1].tiers[1].type: a public tier needs an internet gateway; give the VPC internet: local, or make the tier private',
    ],
    [
      'has a gateway and no public tier',
      [
        edit(
          '    internet: central\n    tiers:\n      - { name: endpoints,',
          '    internet: ▸local\n    tiers:\n      - { name: endpoints,',
        ),
      ],
      'vpcs[1].internet: needs a public tier for the internet gateway and the NAT gateways; add one, or use central',
    ],
    [
      'goes out by the transit gateway with nothing',
      [
        edit(
          '    internet: central\n    tiers:\n      - { name: endpoints, type: private',
          '    internet: ▸central\n    tiers:\n      - { name: endpoints, type: isolated',
        ),
        edit('{ vpc: shared-services, outbound: true }', '{ vpc: ▸shared-services, outbound: true }'),
        edit('centralEndpoints:\n  vpc: shared-services', 'centralEndpoints:\n  vpc: ▸shared-services'),
      ],
      'vpcs[1].internet: only private tiers have a route to the transit gateway, and there is none; add one, or remove internet',
    ],
    [
      'goes out by a segment that does not',
      [
        edit(
          '    cidrs: [10.0.4.0/22]\n    reaches: [prod, data, nonprod]\n    inspected: [sandbox, onprem]\n    internet: inspected\n',
          '    cidrs: [10.0.4.0/22]\n    reaches: [prod, data, nonprod]\n    inspected: [sandbox, onprem]\n',
        ),
        edit(
          '    internet: central\n    tiers:\n      - { name: endpoints,',
          '    internet: ▸central\n    tiers:\n      - { name: endpoints,',
        ),
      ],
      'vpcs[1].internet: the segment "shared" has no way to the internet; give it internet, or remove this key',
    ],
    [
      'has an endpoint twice',
      [shared('    interfaceEndpoints: [ssm, ▸ssm]\n')],
      'vpcs[1].interfaceEndpoints[1]: endpoint "ssm" is already used at vpcs[1]',
    ],
    [
      'has interface endpoints and no private tier',
      [edit('    role: egress\n', '    role: egress\n    interfaceEndpoints: ▸[ssm]\n')],
      'vpcs[0].interfaceEndpoints: interface endpoints stand in the first private tier, and there is none; add one, or use centralEndpoints',
    ],
    [
      'has flow logs that go nowhere',
      [
        edit('flowLogs:\n  bucketArn: arn:aws:s3:::example-network-logs-222233334444\n', ''),
        shared('    flowLogs: ▸true\n'),
      ],
      'vpcs[1].flowLogs: the file does not say where flow logs go; add flowLogs.bucketArn at its top',
    ],
    [
      'is in a zone twice',
      [shared('    zones: [apne2-az1, ▸apne2-az1]\n')],
      'vpcs[1].zones[1]: zone "apne2-az1" is already used at vpcs[1]',
    ],
    [
      'shares subnets with nobody',
      [shared('    shareSubnets: ▸{}\n')],
      'vpcs[1].shareSubnets: names nobody; give ous or accounts',
    ],
    [
      'is in the management account',
      [
        edit(
          '  - name: shared-services\n',
          '  - name: spare\n    account: ▸management\n    segment: shared\n    cidr: 10.0.6.0/23\n    tiers: [{ name: app, type: private, netmask: 26 }]\n  - name: shared-services\n',
        ),
        edit(SHARED, '    cidr: 10.0.4.0/23\n'),
      ],
      'vpcs[1].account: "management" is the management account, which holds no workload and no network; name a member account',
    ],
  ])('%s', (_, changes, problem) => {
    const { problems, marks } = load(changes);
    expect(problems).toContain(`${marks[0]} ${problem}`);
  });

  test('shares only subnets of the network account', () => {
    expectProblems(
      [
        edit(
          '  - name: shared-services\n',
          '  - name: spare\n    account: shop-prod\n    segment: shared\n    cidr: 10.0.6.0/23\n    tiers: [{ name: app, type: private, netmask: 26 }]\n    shareSubnets: ▸{ ous: [Data] }\n  - name: shared-services\n',
        ),
        edit(SHARED, '    cidr: 10.0.4.0/23\n'),
      ],
      ['vpcs[1].shareSubnets: only subnets of the network account are shared; remove shareSubnets, or account'],
    );
  });

  test.each<[string, string, string]>([
    [
      'protocol: icmp, fromPort: ▸8',
      'fromPort',
      'only tcp and udp have ports, icmp has none; remove the ports, or change the protocol',
    ],
    ['protocol: tcp, toPort: ▸443', 'toPort', 'needs fromPort, the first port; write it as well'],
    ['protocol: tcp, fromPort: 443, toPort: ▸80', 'toPort', 'is less than fromPort, 443; swap the two'],
  ])('has an ACL rule with %s', (rule, key, message) =>
    expectProblems([acl(rule)], [`vpcs[1].tiers[0].networkAcl[0].${key}: ${message}`]),
  );

  test('is in zones of one Region', () => {
    const { problems, marks } = load([edit('zones: [apne2-az1, apne2-az3]', 'zones: [apne2-az1, ▸use1-az3]')]);
    expect(problems).toContain(
      `${marks[0]} zones[1]: "use1-az3" is of another Region than "apne2-az1"; the network is in the home Region, so write zones of it`,
    );
  });
});
