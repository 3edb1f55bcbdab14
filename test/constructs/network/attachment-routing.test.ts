import { Fn } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { AttachmentRouting, type AttachmentRoutingProps } from '../../../constructs/network';
import { ATTACHMENT_ID, changes, logicalIds, PROD, SHARED, synthesize } from './hub-fixtures';

const ASSOCIATION = 'AWS::EC2::TransitGatewayRouteTableAssociation';
const PROPAGATION = 'AWS::EC2::TransitGatewayRouteTablePropagation';
const NONPROD = { segmentName: 'nonprod', routeTableId: 'tgw-rtb-0aaaabbbbccccdddd' };

function routing(props: Partial<AttachmentRoutingProps> = {}): Template {
  return synthesize(
    (stack) =>
      void new AttachmentRouting(stack, 'shop-prod', { attachmentId: ATTACHMENT_ID, associateWith: PROD, ...props }),
  );
}

test('associates with one segment and propagates to the ones that are named', () => {
  const template = routing({ propagateTo: [SHARED, PROD] });
  template.resourceCountIs(ASSOCIATION, 1);
  template.resourceCountIs(PROPAGATION, 2);
  const properties = ({ routeTableId }: { routeTableId: string }) =>
    Match.exact({ TransitGatewayAttachmentId: ATTACHMENT_ID, TransitGatewayRouteTableId: routeTableId });
  template.hasResource(ASSOCIATION, { Properties: properties(PROD) });
  template.hasResource(PROPAGATION, { Properties: properties(PROD) });
  template.hasResource(PROPAGATION, { Properties: properties(SHARED) });
});

test('propagates nowhere unless told', () => {
  routing().resourceCountIs(PROPAGATION, 0);
});

test('a move to another segment changes the route table of the same association and nothing else', () => {
  const before = routing({ propagateTo: [SHARED] });
  const after = routing({ propagateTo: [SHARED], associateWith: NONPROD });
  const [association = ''] = logicalIds(before, ASSOCIATION);
  expect(changes(before, after)).toEqual({ [association]: ['TransitGatewayRouteTableId'] });
});

test('another segment that learns of it adds a propagation and touches none', () => {
  const before = routing({ propagateTo: [SHARED] });
  expect(Object.values(changes(before, routing({ propagateTo: [NONPROD, SHARED] })))).toEqual(['added']);
});

test('the order of segments does not matter', () => {
  const before = routing({ propagateTo: [SHARED, NONPROD, PROD] });
  expect(changes(before, routing({ propagateTo: [PROD, SHARED, NONPROD] }))).toEqual({});
});

test('the ids that a deployment knows are these', () => {
  const template = routing({ propagateTo: [SHARED] });
  expect([...logicalIds(template, ASSOCIATION), ...logicalIds(template, PROPAGATION)]).toEqual([
    'shopprodAssociationBEDE8B26',
    'shopprodPropagationsharedB8E6DA4E',
  ]);
});

test('takes ids that only the deployment knows', () => {
  routing({
    attachmentId: Fn.importValue('Attachment'),
    associateWith: { segmentName: 'prod', routeTableId: Fn.importValue('Prod') },
  }).hasResourceProperties(ASSOCIATION, { TransitGatewayAttachmentId: { 'Fn::ImportValue': 'Attachment' } });
});

test.each<[string, Partial<AttachmentRoutingProps>]>([
  ['\'attachmentId\' must look like "tgw-attach-0123456789abcdef0", got "vpc-1"', { attachmentId: 'vpc-1' }],
  ['\'propagateTo\' lists "shared" twice', { propagateTo: [SHARED, SHARED] }],
])('fails: %s', (message, props) => {
  expect(() => routing(props)).toThrow(message);
});
