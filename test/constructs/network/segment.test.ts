import { Fn, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Segment, TransitGatewayHub } from '../../../constructs/network';
import { PROD, synthesize, TRANSIT_GATEWAY } from './hub-fixtures';

const TYPE = 'AWS::EC2::TransitGatewayRouteTable';

test('is one route table of the hub that stays in AWS', () => {
  const template = synthesize((stack) => {
    const transitGateway = new TransitGatewayHub(stack, 'Hub', { transitGatewayName: 'hub' });
    const segment = new Segment(stack, 'Prod', { segmentName: 'prod', transitGateway });
    expect(stack.resolve(segment.routeTableId)).toEqual({ Ref: expect.stringMatching(/^Prod/) });
  });
  const [gateway] = Object.keys(template.findResources('AWS::EC2::TransitGateway'));
  template.hasResource(TYPE, {
    Properties: { TransitGatewayId: { Ref: gateway } },
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
});

test('has its Name tag and no other, whatever is tagged above it', () => {
  const template = synthesize((stack) => {
    const transitGateway = new TransitGatewayHub(stack, 'Hub', { transitGatewayName: 'hub' });
    const segment = new Segment(stack, 'Prod', { segmentName: 'prod', transitGateway });
    Tags.of(stack.node.root).add('team', 'network');
    Tags.of(stack.node.root).add('Name', 'everything', { priority: 500 });
    Tags.of(segment).add('cost-center', '2100');
  });
  template.hasResourceProperties(TYPE, { Tags: [{ Key: 'Name', Value: 'prod' }] });
  template.hasResourceProperties('AWS::EC2::TransitGateway', {
    Tags: [
      { Key: 'Name', Value: 'everything' },
      { Key: 'team', Value: 'network' },
    ],
  });
});

test('takes values that only the deployment knows', () => {
  const template = synthesize(
    (stack) =>
      void new Segment(stack, 'Prod', {
        segmentName: Fn.importValue('Name'),
        transitGateway: { transitGatewayId: Fn.importValue('Hub') },
      }),
  );
  template.hasResourceProperties(TYPE, {
    TransitGatewayId: { 'Fn::ImportValue': 'Hub' },
    Tags: [{ Key: 'Name', Value: { 'Fn::ImportValue': 'Name' } }],
  });
});

test.each([[''], ['x'.repeat(257)]])('fails on the name %p', (segmentName) => {
  expect(() =>
    synthesize((stack) => void new Segment(stack, 'Prod', { segmentName, transitGateway: TRANSIT_GATEWAY })),
  ).toThrow("'segmentName' must have 1 to 256 characters, got ");
});

test('adopts a route table by its id and changes nothing of it', () => {
  const stack = new Stack();
  expect(Segment.fromRouteTableId(stack, 'Prod', PROD)).toMatchObject(PROD);
  expect(Template.fromStack(stack).toJSON().Resources).toBeUndefined();
});

test('fails to adopt what is no route table of a transit gateway', () => {
  const attributes = { segmentName: 'prod', routeTableId: 'rtb-0123456789abcdef0' };
  expect(() => Segment.fromRouteTableId(new Stack(), 'Prod', attributes)).toThrow(
    '\'routeTableId\' must look like "tgw-rtb-0123456789abcdef0", got "rtb-0123456789abcdef0"',
  );
});
