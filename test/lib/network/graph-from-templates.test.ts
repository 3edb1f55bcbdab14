import { graphFromTemplates } from '../../../lib/network/graph-from-templates';
import type { NetworkFacts } from '../../../lib/network/network-facts';
import type { NetworkTemplate } from '../../../lib/network/template-values';
import { generatedFacts, networkTemplates } from '../../support/generate-network';
import { graphOf, SAMPLE, withVpc } from './sample-network';

const NO_FACTS: NetworkFacts = { blocks: {}, sites: [], routeTables: [] };

type Properties = Record<string, unknown>;
const resource = (type: string, properties: Properties) => ({ Type: `AWS::EC2::${type}`, Properties: properties });
const tags = (name: string) => [{ Key: 'Name', Value: name }];
const VPC = resource('VPC', { CidrBlock: '10.16.0.0/20', Tags: tags('shop') });
const SUBNET = { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.16.0.0/24', Tags: tags('shop/app/apne2-az1') };

/** Templates of one stack `Network` with a VPC, a subnet and a route table, and what a test adds. */
function oneStack(resources: object, more: object = {}): NetworkTemplate[] {
  const template = {
    ...more,
    Resources: {
      Vpc: VPC,
      Subnet: resource('Subnet', SUBNET),
      Table: resource('RouteTable', { VpcId: { Ref: 'Vpc' } }),
      Use: resource('SubnetRouteTableAssociation', { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } }),
      Gateway: resource('TransitGateway', {}),
      ...resources,
    },
  };
  return [{ stackName: 'Network', account: 'network', template }];
}

test('reads VPCs, attachments and route tables of the sample', () => {
  const graph = graphOf(SAMPLE);
  const shop = graph.vpcs.find(({ name }) => name === 'shop-prod');
  expect(shop).toMatchObject({ account: 'shop-prod', cidrs: ['10.16.0.0/20'] });
  expect(shop?.subnets.map(({ tier, zone, cidr, routes }) => [tier, zone, cidr, routes])).toEqual([
    ['attachment', 'apne2-az1', '10.16.0.0/28', []],
    ['app', 'apne2-az1', '10.16.0.64/28', [{ cidr: '0.0.0.0/0', target: 'transit-gateway' }]],
    ['db', 'apne2-az1', '10.16.0.128/28', []],
    ['attachment', 'apne2-az3', '10.16.0.16/28', []],
    ['app', 'apne2-az3', '10.16.0.80/28', [{ cidr: '0.0.0.0/0', target: 'transit-gateway' }]],
    ['db', 'apne2-az3', '10.16.0.144/28', []],
  ]);
  expect(graph.attachments.map(({ name, kind, routeTable }) => `${name} ${kind} ${routeTable}`)).toEqual([
    'data-prod vpc data',
    'firewall firewall inspection',
    'internet-egress vpc egress',
    'payments-prod vpc prod',
    'sandbox-a vpc sandbox',
    'sandbox-b vpc sandbox',
    'seoul-office site onprem',
    'shared-services vpc shared',
    'shop-dev vpc nonprod',
    'shop-prod vpc prod',
    'shop-stage vpc nonprod',
  ]);
  expect(graph.routeTables.find(({ name }) => name === 'onprem')?.routes).toEqual([
    { cidr: '10.16.0.0/14', kind: 'static', attachment: 'firewall' },
    { cidr: '10.48.0.0/14', kind: 'static', attachment: 'firewall' },
    { cidr: '10.0.4.0/22', kind: 'static', attachment: 'firewall' },
    { cidr: '10.32.0.0/14', kind: 'static' },
    { cidr: '10.64.0.0/14', kind: 'static' },
    { cidr: '10.0.0.0/22', kind: 'static' },
    { cidr: '192.168.0.0/16', kind: 'static' },
  ]);
});

test('a block that IPAM chooses is that of the facts, in every subnet', () => {
  const sandbox = graphOf(SAMPLE).vpcs.find(({ name }) => name === 'sandbox-b');
  expect(sandbox?.cidrs).toEqual(['10.64.4.0/22']);
  expect(sandbox?.subnets.map(({ cidr }) => cidr)).toContain('10.64.4.64/28');
});

test('a VPC that overlaps another one does not propagate', () => {
  const graph = graphOf(withVpc('shop-stage', { cidr: '10.32.16.0/21' }));
  const propagated = graph.routeTables
    .find(({ name }) => name === 'shared')
    ?.routes.map(({ attachment }) => attachment);
  expect(propagated).toContain('shop-dev');
  expect(propagated).not.toContain('shop-stage');
});

test('reads network ACLs in the order of their numbers', () => {
  const entry = (number: number, action: string, properties: Properties = {}) =>
    resource('NetworkAclEntry', {
      NetworkAclId: { 'Fn::GetAtt': ['Acl', 'Id'] },
      RuleNumber: number,
      RuleAction: action,
      Protocol: 6,
      CidrBlock: '0.0.0.0/0',
      ...properties,
    });
  const templates = oneStack({
    Acl: resource('NetworkAcl', { VpcId: { Ref: 'Vpc' } }),
    Deny: entry(200, 'deny'),
    Allow: entry(100, 'allow', { Egress: true, PortRange: { From: 80, To: 443 } }),
    Ipv6: entry(300, 'allow', { CidrBlock: undefined, Ipv6CidrBlock: '::/0' }),
    AclUse: resource('SubnetNetworkAclAssociation', { SubnetId: { Ref: 'Subnet' }, NetworkAclId: { Ref: 'Acl' } }),
  });
  expect(graphFromTemplates(templates, NO_FACTS).vpcs[0]?.subnets[0]?.networkAcl).toEqual([
    { egress: true, allow: true, protocol: 6, cidr: '0.0.0.0/0', ports: [80, 443] },
    { egress: false, allow: false, protocol: 6, cidr: '0.0.0.0/0' },
  ]);
});

test.each<[string, unknown, string]>([
  ['text', '10.16.1.0/24', '10.16.1.0/24'],
  [
    'Fn::Select of Fn::Cidr',
    { 'Fn::Select': [2, { 'Fn::Cidr': [{ 'Fn::GetAtt': ['Vpc', 'CidrBlock'] }, 4, '8'] }] },
    '10.16.2.0/24',
  ],
  [
    'Fn::Cidr of Fn::Cidr',
    { 'Fn::Select': ['1', { 'Fn::Cidr': [{ 'Fn::Select': [1, { 'Fn::Cidr': ['10.16.0.0/20', 2, 8] }] }, 2, 4] }] },
    '10.16.1.16/28',
  ],
  ['Fn::Join', { 'Fn::Join': ['/', ['10.16.3.0', 24]] }, '10.16.3.0/24'],
  ['Fn::Sub', { 'Fn::Sub': ['${Start}.0/${Length}', { Start: '10.16.4' }] }, '10.16.4.0/24'],
  ['the default of a parameter', { 'Fn::Sub': '10.16.5.0/${Length}' }, '10.16.5.0/24'],
])('reads a value from %s', (_what, CidrBlock, cidr) => {
  const templates = oneStack(
    { Subnet: resource('Subnet', { ...SUBNET, CidrBlock }) },
    { Parameters: { Length: { Type: 'Number', Default: 24 } } },
  );
  expect(graphFromTemplates(templates, NO_FACTS).vpcs[0]?.subnets[0]?.cidr).toBe(cidr);
});

test('follows parameters into nested stacks and outputs out of them', () => {
  const parent = oneStack({
    Segments: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Gateway: { Ref: 'Gateway' } } } },
    Routing: {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { Parameters: { Table: { 'Fn::GetAtt': ['Segments', 'Outputs.Prod'] } } },
    },
  });
  const nested = (logicalId: string, template: object): NetworkTemplate => ({
    stackName: `Network/${logicalId}`,
    account: 'network',
    template,
    nestedIn: { stackName: 'Network', logicalId },
  });
  const graph = graphFromTemplates(
    [
      nested('Routing', {
        Parameters: { Table: { Type: 'String' } },
        Resources: {
          Drop: resource('TransitGatewayRoute', {
            TransitGatewayRouteTableId: { Ref: 'Table' },
            DestinationCidrBlock: '10.0.0.0/8',
            Blackhole: true,
          }),
        },
      }),
      ...parent,
      nested('Segments', {
        Parameters: { Gateway: { Type: 'String' } },
        Resources: {
          Prod: resource('TransitGatewayRouteTable', { TransitGatewayId: { Ref: 'Gateway' }, Tags: tags('prod') }),
        },
        Outputs: { Prod: { Value: { Ref: 'Prod' } } },
      }),
    ],
    NO_FACTS,
  );
  expect(graph.routeTables).toEqual([{ name: 'prod', routes: [{ cidr: '10.0.0.0/8', kind: 'static' }] }]);
});

test('an adopted route table and a site are known by their ids', () => {
  const at = { TransitGatewayRouteTableId: 'tgw-rtb-0123456789abcdef0', TransitGatewayAttachmentId: 'tgw-attach-1' };
  const templates = oneStack({
    Use2: resource('TransitGatewayRouteTableAssociation', at),
    Propagate: resource('TransitGatewayRouteTablePropagation', at),
  });
  const graph = graphFromTemplates(templates, {
    blocks: {},
    sites: [{ name: 'office', attachmentId: 'tgw-attach-1', cidrs: ['192.168.0.0/16', '172.16.0.0/12'] }],
    routeTables: [{ id: 'tgw-rtb-0123456789abcdef0', name: 'onprem' }],
  });
  expect(graph.attachments).toMatchObject([{ name: 'office', kind: 'site', routeTable: 'onprem' }]);
  expect(graph.routeTables).toEqual([
    {
      name: 'onprem',
      routes: [
        { cidr: '192.168.0.0/16', kind: 'propagated', attachment: 'office' },
        { cidr: '172.16.0.0/12', kind: 'propagated', attachment: 'office' },
      ],
    },
  ]);
});

const route = (properties: Properties) =>
  resource('Route', { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '0.0.0.0/0', ...properties });

test.each<[string, object, string]>([
  ['a VPC without name', { Vpc: resource('VPC', { CidrBlock: '10.0.0.0/16' }) }, '"Vpc": it has no Name tag'],
  [
    'an IPAM block that the facts do not have',
    { Vpc: resource('VPC', { Ipv4IpamPoolId: 'ipam-pool-1', Tags: tags('shop') }) },
    '"Vpc": no block of its IPAM pool is known',
  ],
  [
    'a subnet with another name',
    { Subnet: resource('Subnet', { ...SUBNET, Tags: tags('app') }) },
    '"Subnet": its name "app" is not VPC/TIER/ZONE',
  ],
  [
    'a value that only the deployment tells',
    { Subnet: resource('Subnet', { ...SUBNET, CidrBlock: { 'Fn::ImportValue': 'Block' } }) },
    '"Subnet": only the deployment tells {"Fn::ImportValue":"Block"}',
  ],
  [
    'an output that no stack has',
    { Out: route({ TransitGatewayId: { 'Fn::GetStackOutput': { StackName: 'Hub', OutputName: 'Id' } } }) },
    '"Out": only the deployment tells {"Fn::GetStackOutput":{"StackName":"Hub","OutputName":"Id"}}',
  ],
  [
    'a table that no template has',
    { Out: route({ RouteTableId: 'rtb-1', TransitGatewayId: { Ref: 'Gateway' } }) },
    '"Out": RouteTableId "rtb-1" is in no template',
  ],
  [
    'a route that is not modelled',
    { Out: route({ NetworkInterfaceId: 'eni-1' }) },
    '"Out": reachability knows routes to a transit gateway, an internet gateway or a NAT gateway only',
  ],
  [
    'an internet gateway that is not attached',
    { Igw: resource('InternetGateway', {}), Out: route({ GatewayId: { Ref: 'Igw' } }) },
    '"Out": GatewayId "Network#Igw" is in no template',
  ],
  [
    'a second association of a subnet',
    { Again: resource('SubnetRouteTableAssociation', { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } }) },
    '"Again": its subnet has an association already',
  ],
  [
    'an attachment in subnets of a tier',
    { Attach: resource('TransitGatewayAttachment', { VpcId: { Ref: 'Vpc' }, SubnetIds: [{ Ref: 'Subnet' }] }) },
    '"Attach": subnet "Network#Subnet" is no subnet of tier "attachment"',
  ],
  [
    'peering',
    { Peering: resource('VPCPeeringConnection', {}) },
    '"Peering": reachability does not know AWS::EC2::VPCPeeringConnection',
  ],
])('%s is an error that says where', (_what, resources, message) => {
  expect(() => graphFromTemplates(oneStack(resources), NO_FACTS)).toThrow(`stack "Network", logical id ${message}`);
});

test('two associations of an attachment are an error', () => {
  const templates = networkTemplates(SAMPLE).map((one) => {
    if (one.stackName !== 'NetworkRouting') return one;
    const { Resources } = one.template as { Resources: Record<string, object> };
    return { ...one, template: { Resources: { ...Resources, Second: Resources.Associationshopprod } } };
  });
  expect(() => graphFromTemplates(templates, generatedFacts(SAMPLE))).toThrow(
    'stack "NetworkRouting", logical id "Second": attachment "shop-prod" is associated with "prod" already',
  );
});
