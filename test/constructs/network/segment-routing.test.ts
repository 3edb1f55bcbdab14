import { Fn } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { SegmentRouting, type SegmentRoutingProps } from '../../../constructs/network';
import { ATTACHMENT_ID, changes, logicalIds, OTHER_ATTACHMENT_ID, PROD, synthesize } from './hub-fixtures';

const TYPE = 'AWS::EC2::TransitGatewayRoute';
const EVERYTHING = { cidr: '0.0.0.0/0', attachmentId: ATTACHMENT_ID };
const DATA = { cidr: '10.48.0.0/14', attachmentId: ATTACHMENT_ID };

function routing(props: Partial<SegmentRoutingProps>): Template {
  return synthesize((stack) => void new SegmentRouting(stack, 'prod', { routeTableId: PROD.routeTableId, ...props }));
}

test('a static route has a target and is no blackhole', () => {
  routing({ staticRoutes: [EVERYTHING] }).hasResource(TYPE, {
    Properties: Match.exact({
      TransitGatewayRouteTableId: PROD.routeTableId,
      DestinationCidrBlock: '0.0.0.0/0',
      TransitGatewayAttachmentId: ATTACHMENT_ID,
    }),
  });
});

test('a blackhole has no target', () => {
  routing({ blackholeCidrs: ['10.0.0.0/8'] }).hasResource(TYPE, {
    Properties: Match.exact({
      TransitGatewayRouteTableId: PROD.routeTableId,
      DestinationCidrBlock: '10.0.0.0/8',
      Blackhole: true,
    }),
  });
});

test('makes nothing of nothing', () => {
  routing({}).resourceCountIs(TYPE, 0);
});

test('the order of routes does not matter', () => {
  const before = routing({ staticRoutes: [EVERYTHING, DATA], blackholeCidrs: ['10.0.0.0/8', '192.168.0.0/16'] });
  const after = routing({ staticRoutes: [DATA, EVERYTHING], blackholeCidrs: ['192.168.0.0/16', '10.0.0.0/8'] });
  expect(changes(before, after)).toEqual({});
});

test.each<[string, Partial<SegmentRoutingProps>, string[]]>([
  [
    'another target',
    { staticRoutes: [EVERYTHING, { ...DATA, attachmentId: OTHER_ATTACHMENT_ID }] },
    ['TransitGatewayAttachmentId'],
  ],
  [
    'a blackhole instead of a target',
    { staticRoutes: [EVERYTHING], blackholeCidrs: [DATA.cidr] },
    ['TransitGatewayAttachmentId', 'Blackhole'],
  ],
])('%s is a change of the same resource', (_, props, properties) => {
  expect(Object.values(changes(routing({ staticRoutes: [EVERYTHING, DATA] }), routing(props)))).toEqual([properties]);
});

test('blocks that differ by a digit are routes of their own', () => {
  const cidrs = ['1.0.0.0/16', '10.0.0.0/16', '10.0.0.0/8', '10.0.0.0/18', '100.0.0.0/8'];
  expect(logicalIds(routing({ blackholeCidrs: cidrs }), TYPE)).toHaveLength(cidrs.length);
});

test('takes ids that only the deployment knows', () => {
  routing({
    routeTableId: Fn.importValue('Prod'),
    staticRoutes: [{ cidr: '0.0.0.0/0', attachmentId: Fn.importValue('Firewall') }],
  }).hasResourceProperties(TYPE, {
    TransitGatewayRouteTableId: { 'Fn::ImportValue': 'Prod' },
    TransitGatewayAttachmentId: { 'Fn::ImportValue': 'Firewall' },
  });
});

test.each<[string, Partial<SegmentRoutingProps>]>([
  ['\'cidr\' lists "10.48.0.0/14" twice', { staticRoutes: [DATA, { ...DATA, attachmentId: OTHER_ATTACHMENT_ID }] }],
  ['\'cidr\' lists "10.48.0.0/14" twice', { staticRoutes: [DATA], blackholeCidrs: [DATA.cidr] }],
  ['\'cidr\' "10.48.0.1/14" has host bits: write "10.48.0.0/14"', { blackholeCidrs: ['10.48.0.1/14'] }],
  ['not an IPv4 CIDR block: "10.48.0.0"', { blackholeCidrs: ['10.48.0.0'] }],
  ["'cidr' must be written out", { blackholeCidrs: [Fn.importValue('Cidr')] }],
  ["'routeTableId' must look like", { routeTableId: 'rtb-0123456789abcdef0' }],
  ["'attachmentId' must look like", { staticRoutes: [{ cidr: '0.0.0.0/0', attachmentId: 'firewall' }] }],
])('fails: %s', (message, props) => {
  expect(() => routing(props)).toThrow(message);
});
