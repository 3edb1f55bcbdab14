import { edit, intent, routes, shared } from './network.edits';
import { type Edit, expectProblems, load, SAMPLE_NETWORK } from './sample-config';

describe('names that nothing has', () => {
  test.each<[string, Edit, string]>([
    [
      'segment of a VPC',
      edit('segment: shared\n    cidr', 'segment: ▸share\n    cidr'),
      'vpcs[1].segment: no segment "share" — did you mean "shared"?',
    ],
    [
      'segment that is reached',
      edit('reaches: [shared]\n    inspected: [prod, onprem]', 'reaches: [▸sharde]\n    inspected: [prod, onprem]'),
      'segments[1].reaches[0]: no segment "sharde" — did you mean "shared"?',
    ],
    [
      'segment that is inspected',
      edit('inspected: [prod, onprem]', 'inspected: [▸prd, onprem]'),
      'segments[1].inspected[0]: no segment "prd" — did you mean "prod"?',
    ],
    [
      'segment of the firewall',
      edit('inspection:\n  segment: inspection', 'inspection:\n  segment: ▸inspections'),
      'inspection.segment: no segment "inspections" — did you mean "inspection"?',
    ],
    [
      'pool',
      edit('pool: sandbox-pool', 'pool: ▸sandbox-pol'),
      'vpcTemplates[3].addresses.pool: no address pool "sandbox-pol" — did you mean "sandbox-pool"?',
    ],
    [
      'target of a route',
      routes('{ cidr: 10.9.0.0/16, to: ▸shared-service }'),
      'segments[2].routes[0].to: no VPC, firewall or site "shared-service" — did you mean "shared-services"?',
    ],
    [
      'side of an intent',
      intent('from: ▸prodd, to: nonprod, expect: deny'),
      'intents[0].from: no segment, VPC, site or internet "prodd" — did you mean "prod"?',
    ],
    [
      'hop of an intent',
      intent('from: prod, to: data, expect: via, via: ▸firewal'),
      'intents[0].via: no VPC or firewall "firewal" — did you mean "firewall"?',
    ],
    [
      'VPC of the DNS endpoints',
      edit('{ vpc: shared-services, outbound: true }', '{ vpc: ▸shared-servicse, outbound: true }'),
      'dns.endpoints.vpc: no VPC "shared-servicse" — did you mean "shared-services"?',
    ],
    [
      'VPC of the central endpoints',
      edit('centralEndpoints:\n  vpc: shared-services', 'centralEndpoints:\n  vpc: ▸shared-servicse'),
      'centralEndpoints.vpc: no VPC "shared-servicse" — did you mean "shared-services"?',
    ],
    [
      'OU of a prefix list',
      edit('shareWith: [Workloads, Data]', 'shareWith: [Workloads, ▸Dta]'),
      'prefixLists[0].shareWith[1]: no OU "Dta" — did you mean "Data"?',
    ],
    [
      'account of shared subnets',
      shared('    shareSubnets: { accounts: [▸shop-prd] }\n'),
      'vpcs[1].shareSubnets.accounts[0]: no account "shop-prd" — did you mean "shop-prod"?',
    ],
    [
      'account with a block',
      edit('cidrs: { data-prod: 10.48.0.0/20 }', 'cidrs: { data-prod: 10.48.0.0/20, data-prd: ▸10.48.16.0/20 }'),
      'vpcTemplates[2].cidrs.data-prd: no account "data-prd" — did you mean "data-prod"?',
    ],
  ])('%s', (_, change, problem) => expectProblems([change], [problem]));

  test('an entry that is broken itself is not unknown as well', () => {
    expectProblems(
      [edit('  - name: sandbox-pool\n    cidrs: [10.64.0.0/14]', '  - name: sandbox-pool\n    cidrs: ▸10.64.0.0/14')],
      ['addressPools[0].cidrs: expected…'],
    );
  });
});

describe('names that two things have', () => {
  test.each<[string, Edit[], string]>([
    [
      'segment and VPC',
      [edit('  - name: internet-egress\n', '  - name: ▸egress\n')],
      'vpcs[0].name: name "egress" is already used at segments[7]',
    ],
    [
      'VPC and VPC of a template',
      [
        edit('  - name: shared-services\n', '  - name: data-prod-analytics\n'),
        edit('  - name: analytics\n    targets', '  - name: ▸analytics\n    targets'),
        edit('{ vpc: shared-services, outbound: true }', '{ vpc: data-prod-analytics, outbound: true }'),
        edit('centralEndpoints:\n  vpc: shared-services', 'centralEndpoints:\n  vpc: data-prod-analytics'),
      ],
      'vpcTemplates[2].name: name "data-prod-analytics" is already used at vpcs[1]',
    ],
    [
      'site and segment',
      [edit('  - name: seoul-office\n', '  - name: ▸prod\n')],
      'sites[0].name: name "prod" is already used at segments[0]',
    ],
    [
      'firewall and site',
      [
        edit('  - name: seoul-office\n', '  - name: firewall\n'),
        edit('\ninspection:\n  segment', '\ninspection:\n  ▸segment'),
      ],
      'inspection: name "firewall" is already used at sites[0]',
    ],
    [
      'the internet',
      [edit('  - name: seoul-office\n', '  - name: ▸internet\n')],
      'sites[0].name: "internet" is what intents call the internet; choose another name',
    ],
    [
      'two intents',
      [edit('{ name: non-production never reaches production', '{ name: ▸production never reaches non-production')],
      'intents[1].name: name "production never reaches non-production" is already used at intents[0]',
    ],
  ])('%s', (_, changes, problem) => expectProblems(changes, [problem]));
});

describe('the network account', () => {
  test.each<[string, Edit[], string]>([
    [
      'does not exist',
      [edit('account: network\n', 'account: ▸networks\n')],
      'account: no account "networks" — did you mean "network"?',
    ],
    [
      'is the management account',
      [edit('account: network\n', 'account: ▸management\n')],
      'account: "management" is the management account, which holds no workload and no network; name a member account',
    ],
    [
      'has no id',
      [edit('account: network\n', 'account: ▸payments-prod\n')],
      'account: the network account "payments-prod" has no id yet or is closed; run accounts sync, or name an account that is active',
    ],
  ])('%s', (_, changes, problem) => {
    const { problems, marks } = load(changes);
    expect(problems).toContain(`${marks[0]} ${problem}`);
  });

  test.each([
    ['nobody has the purpose', 'purpose: network', 'purpose: workload', 'no account has the purpose network;'],
    [
      'two have the purpose',
      'purpose: shared-services',
      'purpose: network',
      '"network", "shared-services" have the purpose network;',
    ],
  ])('%s', (_, from, to, message) => {
    const { problems } = load([edit('account: network\n', ''), [from, to]]);
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`^network.yaml:.*${message} name the network account with \`account\`$`)),
      ]),
    );
  });
});

describe('who may attach', () => {
  test.each<[string, Edit[], string]>([
    [
      'an account of Root',
      [
        ['email: aws-data-prod@example.com\n    ou: Data/Prod', 'email: aws-data-prod@example.com\n    ou: Root'],
        edit('targets: { ous: [Data] }', 'targets: ▸{ accounts: [data-prod] }'),
      ],
      'vpcTemplates[2].targets: "data-prod" is in Root, and the transit gateway is shared with OUs only; move the account to an OU',
    ],
    [
      'everybody',
      [edit('transitGateway: {}', 'transitGateway: { shareWith: [▸Root] }')],
      'transitGateway.shareWith[0]: Root would share with the whole organization; name the OUs that need it',
    ],
    [
      'not an account that owns a VPC',
      [edit('transitGateway: {}', 'transitGateway: { shareWith: ▸[Workloads, Sandbox] }')],
      'transitGateway.shareWith: "data-prod" of "Data/Prod" owns a VPC (vpcTemplates[2].targets) that it could not attach; add "Data/Prod", or remove shareWith',
    ],
  ])('%s', (_, changes, problem) => {
    const { problems, marks } = load(changes);
    expect(problems).toContain(`${marks[0]} ${problem}`);
  });

  test('a setting of a transit gateway that exists has no effect', () => {
    expectProblems(
      [edit('transitGateway: {}', 'transitGateway: { id: ▸tgw-0123456789abcdef0, dnsSupport: ▸false }')],
      [
        'transitGateway.id: warning: its settings and shares stay as they are: turn off its default association…',
        'transitGateway.dnsSupport: warning: has no effect on a transit gateway that exists; remove it, or id',
      ],
    );
  });

  test('what a route table that exists holds already is not judged', () => {
    expectProblems(
      [edit('  - name: nonprod\n', '  - name: nonprod\n    routeTableId: ▸tgw-rtb-0123456789abcdef0\n')],
      ['segments[2].routeTableId: warning: routes and propagations that this table has already are not seen…'],
    );
  });
});

describe('blocks of a template', () => {
  test.each<[string, Edit[], string]>([
    [
      'an account without one',
      [edit('cidrs: { shop-stage: 10.32.0.0/20, shop-dev: 10.32.16.0/20 }', 'cidrs: ▸{ shop-dev: 10.32.16.0/20 }')],
      'vpcTemplates[1].cidrs: "test" has no addresses for "shop-stage"; write their blocks in cidrs, or give addresses',
    ],
    [
      'a vended account counts as well',
      [edit('cidrs: { shop-prod: 10.16.0.0/20, payments-prod: 10.16.16.0/20 }', 'cidrs: ▸{ shop-prod: 10.16.0.0/20 }')],
      'vpcTemplates[0].cidrs: "workload" has no addresses for "payments-prod"; write their blocks in cidrs, or give addresses',
    ],
    [
      'neither cidrs nor addresses',
      [
        edit('    addresses: { pool: sandbox-pool, netmask: 22 }\n', ''),
        edit('  - name: vpc\n    targets', '  - ▸name: vpc\n    targets'),
      ],
      'vpcTemplates[3]: "vpc" has no addresses for "sandbox-1"; write their blocks in cidrs, or give addresses',
    ],
    [
      'an account that is not selected',
      [edit('cidrs: { data-prod: 10.48.0.0/20 }', 'cidrs: { data-prod: 10.48.0.0/20, shop-dev: ▸10.48.16.0/20 }')],
      'vpcTemplates[2].cidrs.shop-dev: warning: "shop-dev" is not among the targets, so its block is not used; remove it, or add the account to targets',
    ],
    [
      'an account whose OU does not exist, which is the one mistake',
      [SAMPLE_NETWORK, ['    ou: Workloads/Dev\n', '    ou: ▸Workloads/Devel\n', 'organization.yaml']],
      'accounts[9].ou: no OU "Workloads/Devel" — did you mean "Workloads/Dev"?',
    ],
    [
      'Regions',
      [edit('targets: { ous: [Data] }', 'targets: { ous: [Data], regions: ▸[us-east-1] }')],
      'vpcTemplates[2].targets.regions: the network is in the home Region; remove regions',
    ],
  ])('%s', (_, changes, problem) => expectProblems(changes, [problem]));
});
