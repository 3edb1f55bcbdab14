import { Tags } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ipv4Block, planSubnets } from '../../../constructs/ipv4';
import type { SpokeVpcProps, VpcInternet, VpcTier } from '../../../constructs/network';
import { literalSubnetCidr } from '../../../constructs/network/subnet-cidr';
import { resolveCidr } from './fn-cidr';
import { APP, DB, makeSpoke, SPOKE, spokeTemplate, WEB } from './spoke-vpc-sample';
import { namesByRef, routesByTable } from './vpc-template';

describe('layout', () => {
  const made = spokeTemplate();

  test('names the VPC, and every subnet and route table by VPC, tier and zone', () => {
    made.hasResourceProperties('AWS::EC2::VPC', {
      CidrBlock: '10.16.0.0/20',
      EnableDnsHostnames: true,
      EnableDnsSupport: true,
      Tags: [{ Key: 'Name', Value: 'shop' }],
    });
    const names = ['app', 'attachment', 'db'].flatMap((tier) => SPOKE.zones.map((zone) => `shop/${tier}/${zone}`));
    for (const type of ['AWS::EC2::Subnet', 'AWS::EC2::RouteTable']) {
      expect([...namesByRef(made, type).values()].sort()).toEqual(names);
    }
  });

  test('puts every subnet into the physical zone of its name, without public addresses', () => {
    for (const { Properties } of Object.values(made.findResources('AWS::EC2::Subnet'))) {
      expect(Properties.Tags[0].Value.split('/')[2]).toBe(Properties.AvailabilityZoneId);
      expect(Properties).toMatchObject({ MapPublicIpOnLaunch: false });
      expect(Properties).not.toHaveProperty('AvailabilityZone');
    }
  });

  test('places every subnet where the plan says', () => {
    const netmask = ipv4Block(SPOKE.cidr as string).netmask;
    const planned = planSubnets({ netmask, zones: SPOKE.zones, tiers: SPOKE.tiers });
    for (const subnet of planned) {
      made.hasResourceProperties('AWS::EC2::Subnet', {
        CidrBlock: literalSubnetCidr(SPOKE.cidr as string, subnet),
        Tags: [{ Key: 'Name', Value: `shop/${subnet.tier}/${subnet.zone}` }],
      });
    }
    made.resourceCountIs('AWS::EC2::Subnet', planned.length);
  });

  test('a block of an IPAM pool is laid out like one that is written down', () => {
    const pooled = spokeTemplate({ cidr: undefined, ipamPool: { poolId: 'ipam-pool-0123456789abcdef0', netmask: 20 } });
    pooled.hasResourceProperties('AWS::EC2::VPC', {
      Ipv4IpamPoolId: 'ipam-pool-0123456789abcdef0',
      Ipv4NetmaskLength: 20,
      CidrBlock: Match.absent(),
    });
    const blocks = (of: Template) =>
      Object.entries(of.findResources('AWS::EC2::Subnet')).map(([id, { Properties }]) => [
        id,
        resolveCidr(Properties.CidrBlock, '10.16.0.0/20'),
      ]);
    expect(blocks(pooled)).toEqual(blocks(made));
  });
});

describe('routes', () => {
  const inside = ['10.0.0.0/8 -> transit-gateway', '192.168.0.0/16 -> transit-gateway'];
  const nat = (zone: string) => [`0.0.0.0/0 -> nat-gateway shop/web/${zone}`, ...inside];

  test.each<[VpcInternet, VpcTier, (zone: string) => string[]]>([
    ['central', APP, () => ['0.0.0.0/0 -> transit-gateway']],
    ['central', DB, () => []],
    ['local', WEB, () => ['0.0.0.0/0 -> internet-gateway', ...inside]],
    ['local', APP, nat],
    ['local', DB, () => []],
    ['none', APP, () => inside],
    ['none', DB, () => []],
  ])('internet %s, tier %j', (internet, { name }, expected) => {
    const tiers = internet === 'local' ? [APP, DB, WEB] : [APP, DB];
    const routes = routesByTable(spokeTemplate({ internet, tiers }));
    for (const zone of SPOKE.zones) {
      expect(routes.get(`shop/${name}/${zone}`)).toEqual(expected(zone));
      expect(routes.get(`shop/attachment/${zone}`)).toEqual([]);
    }
    expect(routes.size).toBe((tiers.length + 1) * SPOKE.zones.length);
  });

  test('have the same ids and targets in whatever order the blocks are listed', () => {
    const routes = (transitGatewayCidrs: string[]) =>
      spokeTemplate({ transitGatewayCidrs }).findResources('AWS::EC2::Route');
    expect(routes(['192.168.0.0/16', '10.0.0.0/8'])).toEqual(routes(['10.0.0.0/8', '192.168.0.0/16']));
  });

  test('wait for what they lead to', () => {
    const made = spokeTemplate({ internet: 'local', tiers: [WEB, APP] });
    const [attachment = ''] = Object.keys(made.findResources('AWS::EC2::TransitGatewayAttachment'));
    const [gateway = ''] = Object.keys(made.findResources('AWS::EC2::VPCGatewayAttachment'));
    for (const { Properties, DependsOn } of Object.values(made.findResources('AWS::EC2::Route'))) {
      if (Properties.TransitGatewayId) expect(DependsOn).toEqual([attachment]);
      if (Properties.GatewayId) expect(DependsOn).toEqual([gateway]);
    }
    for (const type of ['AWS::EC2::EIP', 'AWS::EC2::NatGateway']) {
      made.allResources(type, { DependsOn: [gateway] });
      made.resourceCountIs(type, SPOKE.zones.length);
    }
  });
});

describe('attachment', () => {
  test('has the subnets made for it, and options that later change in place', () => {
    const made = spokeTemplate({ applianceMode: true, securityGroupReferencing: false });
    const [{ Properties }] = Object.values(made.findResources('AWS::EC2::TransitGatewayAttachment')) as [
      { Properties: Record<string, unknown> },
    ];
    const names = namesByRef(made, 'AWS::EC2::Subnet');
    expect(Properties).toMatchObject({
      TransitGatewayId: SPOKE.transitGatewayId,
      Options: {
        ApplianceModeSupport: 'enable',
        DnsSupport: 'enable',
        Ipv6Support: 'disable',
        SecurityGroupReferencingSupport: 'disable',
      },
    });
    expect((Properties.SubnetIds as { 'Fn::GetAtt': [string] }[]).map((id) => names.get(id['Fn::GetAtt'][0]))).toEqual([
      'shop/attachment/apne2-az1',
      'shop/attachment/apne2-az3',
    ]);
    made.resourceCountIs('AWS::EC2::TransitGatewayVpcAttachment', 0);
  });

  test('by default serves no appliances and lets security groups name each other', () => {
    spokeTemplate().hasResourceProperties('AWS::EC2::TransitGatewayAttachment', {
      Options: Match.objectLike({ ApplianceModeSupport: 'disable', SecurityGroupReferencingSupport: 'enable' }),
    });
  });

  test('keeps its tags whatever the app adds to everything', () => {
    const { app, stack } = makeSpoke();
    Tags.of(app).add('team', 'network');
    const made = Template.fromStack(stack);
    made.hasResourceProperties('AWS::EC2::TransitGatewayAttachment', { Tags: [{ Key: 'Name', Value: 'shop' }] });
    made.hasResourceProperties('AWS::EC2::VPC', { Tags: Match.arrayWith([{ Key: 'team', Value: 'network' }]) });
  });

  test('is left out without a transit gateway, and may come later without moving a subnet', () => {
    const before = makeSpoke({ transitGatewayId: undefined, transitGatewayCidrs: undefined });
    expect(before.vpc.attachmentId).toBeUndefined();
    expect(() => before.vpc.subnetIds('attachment')).toThrow('there is no tier "attachment": use one of ["app","db"]');
    const subnets = Template.fromStack(before.stack).findResources('AWS::EC2::Subnet');
    expect(Object.keys(subnets)).toHaveLength(4);
    expect(spokeTemplate().findResources('AWS::EC2::Subnet')).toMatchObject(subnets);
  });
});

describe('appending', () => {
  /** Lists that AWS changes in place. */
  const IN_PLACE = ['RouteTableIds', 'SubnetIds'];
  const resources = (of: Template) =>
    JSON.parse(JSON.stringify(of.toJSON().Resources), (key, value) => (IN_PLACE.includes(key) ? undefined : value));

  test.each<[string, Partial<SpokeVpcProps>]>([
    ['a tier', { tiers: [APP, DB, { name: 'cache', type: 'isolated', netmask: 27 }] }],
    ['a zone', { zones: ['apne2-az1', 'apne2-az3', 'apne2-az2'] }],
    ['a block behind the transit gateway', { transitGatewayCidrs: ['10.0.0.0/8', '192.168.0.0/16', '172.16.0.0/12'] }],
    ['an endpoint', { interfaceEndpoints: ['ssm'] }],
    ['flow logs and a share', { flowLogsBucketArn: 'arn:aws:s3:::example-logs', shareSubnetsWith: ['444455556666'] }],
  ])('%s changes nothing that is there', (_, props) => {
    const [before, after] = [resources(spokeTemplate()), resources(spokeTemplate(props))];
    expect(after).toMatchObject(before);
    expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);
  });
});
