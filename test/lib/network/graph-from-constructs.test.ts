import { App, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import {
  AttachmentRouting,
  EgressVpc,
  InspectionFirewall,
  Segment,
  SegmentRouting,
  SpokeVpc,
  TransitGatewayHub,
} from '../../../constructs';
import { graphFromTemplates } from '../../../lib/network/graph-from-templates';

test('reads what the constructs of this library synthesize', () => {
  const app = new App();
  const zones = ['apne2-az1', 'apne2-az3'];
  const stacks = ['Hub', 'Account', 'Routing'].map(
    (id) => new Stack(app, id, { env: { account: '111122223333', region: 'ap-northeast-2' } }),
  ) as [Stack, Stack, Stack];
  const [hubStack, account, routing] = stacks;
  const hub = new TransitGatewayHub(hubStack, 'Hub', { transitGatewayName: 'hub' });
  const prod = new Segment(hubStack, 'Prod', { segmentName: 'prod', transitGateway: hub });
  const firewall = new InspectionFirewall(hubStack, 'Firewall', {
    firewallName: 'firewall',
    transitGatewayId: hub.transitGatewayId,
    zones,
    homeNetworks: ['10.0.0.0/8'],
    defaultAction: 'drop-established',
  });
  for (const [id, value] of [
    ['Gateway', hub.transitGatewayId],
    ['Prod', prod.routeTableId],
    ['Firewall', firewall.attachmentId],
  ] as const)
    new CfnOutput(hubStack, `Output${id}`, { value });
  const read = (id: string) => Fn.getStackOutput('Hub', `Output${id}`, 'ap-northeast-2');
  const spoke = new SpokeVpc(account, 'Spoke', {
    vpcName: 'shop',
    ipamPool: { poolId: 'ipam-pool-0123456789abcdef0', netmask: 22 },
    zones,
    tiers: [{ name: 'app', type: 'private', netmask: 26 }],
    transitGatewayId: read('Gateway'),
    internet: 'central',
  });
  const egress = new EgressVpc(account, 'Egress', {
    vpcName: 'egress',
    cidr: '10.0.0.0/22',
    zones,
    tiers: [{ name: 'public', type: 'public', netmask: 26 }],
    transitGatewayId: read('Gateway'),
    transitGatewayCidrs: ['10.0.0.0/8'],
  });
  const segment = Segment.fromRouteTableId(routing, 'Segment', { segmentName: 'prod', routeTableId: read('Prod') });
  new CfnOutput(account, 'OutputSpoke', { value: spoke.attachmentId as string });
  new CfnOutput(account, 'OutputEgress', { value: egress.attachmentId });
  const attachmentId = Fn.getStackOutput('Account', 'OutputSpoke', 'ap-northeast-2');
  new AttachmentRouting(routing, 'Spoke', { attachmentId, associateWith: segment, propagateTo: [segment] });
  new SegmentRouting(routing, 'Routing', {
    routeTableId: segment.routeTableId,
    staticRoutes: [{ cidr: '0.0.0.0/0', attachmentId: read('Firewall') }],
    blackholeCidrs: ['10.0.0.0/8'],
  });
  const assembly = app.synth();
  const graph = graphFromTemplates(
    stacks.map(({ stackName }) => ({
      stackName,
      account: 'network',
      template: assembly.getStackByName(stackName).template,
    })),
    { sites: [], routeTables: [], blocks: { shop: '10.64.0.0/22' } },
  );
  expect(graph.routeTables).toEqual([
    {
      name: 'prod',
      routes: [
        { cidr: '0.0.0.0/0', kind: 'static', attachment: 'firewall' },
        { cidr: '10.0.0.0/8', kind: 'static' },
        { cidr: '10.64.0.0/22', kind: 'propagated', attachment: 'shop' },
      ],
    },
  ]);
  expect(graph.attachments).toMatchObject([
    { name: 'egress', zones, applianceMode: false },
    { name: 'firewall', zones },
    { name: 'shop', zones, routeTable: 'prod' },
  ]);
  const routesOf = (vpc: string, tier: string) =>
    graph.vpcs.find(({ name }) => name === vpc)?.subnets.find((one) => one.tier === tier)?.routes;
  expect(routesOf('shop', 'app')).toEqual([{ cidr: '0.0.0.0/0', target: 'transit-gateway' }]);
  expect(routesOf('egress', 'attachment')).toEqual([{ cidr: '0.0.0.0/0', target: 'nat-gateway', zone: 'apne2-az1' }]);
  expect(routesOf('egress', 'public')).toEqual([
    { cidr: '0.0.0.0/0', target: 'internet-gateway' },
    { cidr: '10.0.0.0/8', target: 'transit-gateway' },
  ]);
});
