import type { NetworkModel } from '../../../lib/model/network-model';
import { edit } from './network.edits';
import { type Edit, load, loaded, SAMPLE_NETWORK } from './sample-config';

function network(edits: Edit[] = [SAMPLE_NETWORK]): NetworkModel {
  const { network: model } = loaded(edits).model;
  if (!model) throw new Error('the sample governs the network');
  return model;
}

/** What a table sends where, `CIDR target`. */
const tableOf = (model: NetworkModel, name: string): string[] =>
  model.routing.routes
    .filter(({ segment }) => segment === name)
    .map(({ cidr, attachment = 'blackhole' }) => `${cidr} ${attachment}`);
const vpc = (model: NetworkModel, name: string) => model.vpcs.find((row) => row.name === name);

describe('the sample', () => {
  test('has no problem', () => expect(load([SAMPLE_NETWORK]).problems).toEqual([]));

  test('without the file no network is governed', () => expect(loaded([]).model.network).toBeUndefined());

  test('has a VPC for every account of a template that has an id', () => {
    expect(network().vpcs.map(({ name, account }) => `${name} ${account}`)).toEqual([
      'internet-egress network',
      'shared-services network',
      'shop-prod-workload shop-prod',
      'shop-stage-test shop-stage',
      'shop-dev-test shop-dev',
      'data-prod-analytics data-prod',
      'sandbox-1-vpc sandbox-1',
    ]);
  });

  test('fills in what a VPC does not say', () => {
    expect(vpc(network(), 'internet-egress')).toEqual({
      name: 'internet-egress',
      account: 'network',
      role: 'egress',
      cidr: '10.0.0.0/22',
      segment: 'egress',
      zones: ['apne2-az1', 'apne2-az3'],
      tiers: [{ name: 'public', type: 'public', netmask: 26 }],
      internet: 'local',
      gatewayEndpoints: ['s3', 'dynamodb'],
      interfaceEndpoints: [],
      flowLogs: true,
      applianceMode: false,
      sharedWith: [],
      source: { file: 'network.yaml', path: ['vpcs', 0] },
    });
    const sandbox = vpc(network(), 'sandbox-1-vpc');
    expect(sandbox).toMatchObject({ pool: { name: 'sandbox-pool', netmask: 22 }, role: 'spoke', internet: 'central' });
    expect(sandbox).not.toHaveProperty('cidr');
  });

  test('leaves out of the transit gateway what would replace it', () => {
    const { transitGateway } = network();
    expect(Object.keys(transitGateway).sort()).toEqual(
      ['cidrs', 'dnsSupport', 'securityGroupReferencing', 'shareWith', 'vpnEcmpSupport'].sort(),
    );
  });

  test('reads the rules of the firewall', () => {
    const { firewall } = network();
    expect(firewall).toMatchObject({ name: 'firewall', defaultAction: 'drop-established', deleteProtection: true });
    expect(firewall?.ruleGroups[0]?.rules).toContain('sid:1000001;');
    expect(firewall?.logs).toEqual({
      alert: { bucketArn: 'arn:aws:s3:::example-network-logs-222233334444/firewall' },
    });
  });

  test('shares the transit gateway with the OUs of the accounts that own a VPC, vended or not', () => {
    const expected = ['Workloads/Prod', 'Workloads/Stage', 'Workloads/Dev', 'Data/Prod', 'Sandbox'];
    expect(network().transitGateway.shareWith).toEqual(expected);
    const onlyVended = network(
      [edit('{ ous: [Workloads/Prod] }', '{ accounts: [payments-prod, data-prod] }')].concat([
        edit('cidrs: { shop-prod: 10.16.0.0/20, ', 'cidrs: { data-prod: 10.16.0.0/20, '),
      ]),
    );
    expect(onlyVended.transitGateway.shareWith).toContain('Workloads/Prod');
  });

  test('keeps only the outermost of the OUs it is shared with', () => {
    const { transitGateway } = network([
      edit('transitGateway: {}', 'transitGateway: { shareWith: [Workloads/Prod, Workloads, Data, Sandbox] }'),
    ]);
    expect(transitGateway.shareWith).toEqual(['Workloads', 'Data', 'Sandbox']);
  });

  test('finds the network account by its purpose', () => {
    expect(network([edit('account: network\n', '')]).account).toBe('network');
  });

  test('closed accounts have no VPC', () => {
    const model = network([SAMPLE_NETWORK, ['"ACTIVE"', '"SUSPENDED"', 'accounts.lock.json']]);
    expect(vpc(model, 'sandbox-1-vpc')).toBeUndefined();
    expect(model.transitGateway.shareWith).not.toContain('Sandbox');
  });

  test('subnets are shared with OUs and with accounts that have an id', () => {
    const model = network([
      edit(
        '    cidr: 10.0.4.0/22\n',
        '    cidr: 10.0.4.0/22\n    shareSubnets: { ous: [Workloads], accounts: [data-prod, payments-prod] }\n',
      ),
    ]);
    expect(vpc(model, 'shared-services')?.sharedWith).toEqual([
      { kind: 'ou', path: 'Workloads' },
      { kind: 'account', name: 'data-prod' },
    ]);
  });

  test('the last port of a network ACL rule is the first one when only that is written', () => {
    const model = network([
      edit(
        '{ name: endpoints, type: private, netmask: 25 }',
        '{ name: endpoints, type: private, netmask: 25, networkAcl: [{ direction: ingress, action: allow, protocol: tcp, cidr: 10.0.0.0/8, fromPort: 443 }] }',
      ),
    ]);
    expect(vpc(model, 'shared-services')?.tiers[0]?.networkAcl?.[0]).toMatchObject({ fromPort: 443, toPort: 443 });
  });
});

describe('the routing of the sample', () => {
  const model = network();

  test.each([
    [
      'prod',
      [
        '10.16.0.0/14 firewall',
        '10.48.0.0/14 firewall',
        '192.168.0.0/16 firewall',
        '0.0.0.0/0 firewall',
        '10.32.0.0/14 blackhole',
        '10.64.0.0/14 blackhole',
        '10.0.0.0/22 blackhole',
        '10.0.0.0/8 blackhole',
      ],
    ],
    [
      'sandbox',
      [
        '10.0.4.0/22 firewall',
        '0.0.0.0/0 firewall',
        '10.16.0.0/14 blackhole',
        '10.48.0.0/14 blackhole',
        '10.32.0.0/14 blackhole',
        '10.64.0.0/14 blackhole',
        '192.168.0.0/16 blackhole',
        '10.0.0.0/22 blackhole',
        '10.0.0.0/8 blackhole',
      ],
    ],
    ['inspection', ['0.0.0.0/0 internet-egress', '10.0.0.0/22 blackhole', '10.0.0.0/8 blackhole']],
    [
      'onprem',
      [
        '10.16.0.0/14 firewall',
        '10.48.0.0/14 firewall',
        '10.0.4.0/22 firewall',
        '10.32.0.0/14 blackhole',
        '10.64.0.0/14 blackhole',
        '192.168.0.0/16 blackhole',
        '10.0.0.0/22 blackhole',
      ],
    ],
  ])('table %s', (segment, routes) => expect(tableOf(model, segment)).toEqual(routes));

  test('each attachment is associated with its own segment', () => {
    expect(model.routing.associations).toContainEqual({ attachment: 'firewall', segment: 'inspection' });
    expect(model.routing.associations).toContainEqual({ attachment: 'seoul-office', segment: 'onprem' });
    expect(model.routing.associations).toHaveLength(model.vpcs.length + 2);
  });

  test('attachments propagate to the tables that reach their segment', () => {
    const into = (name: string) =>
      model.routing.propagations.filter(({ segment }) => segment === name).map(({ attachment }) => attachment);
    expect(into('prod')).toEqual(['shared-services']);
    expect(into('shared')).toEqual(['shop-prod-workload', 'data-prod-analytics', 'shop-stage-test', 'shop-dev-test']);
    expect(into('sandbox')).toEqual([]);
    expect(into('inspection')).toContain('seoul-office');
  });

  test('a site whose attachment is not known is connected to nothing', () => {
    const { routing, sites } = network([edit('    attachmentId: tgw-attach-0123456789abcdef0\n', '')]);
    expect(sites).toHaveLength(1);
    expect(JSON.stringify(routing)).not.toContain('seoul-office');
  });
});
