import { Fn } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { DirectConnectAttachment, type DirectConnectAttachmentProps } from '../../../constructs/network';
import { changes, synthesize, TRANSIT_GATEWAY } from './hub-fixtures';

const GATEWAY = 'AWS::DirectConnect::DirectConnectGateway';
const ASSOCIATION = 'AWS::DirectConnect::DirectConnectGatewayAssociation';
const GATEWAY_ID = 'a1b2c3d4-5678-90ab-cdef-111122223333';
const CREATED = { gateway: { directConnectGatewayName: 'seoul', amazonSideAsn: 64600 } };

function attachment(props: Partial<DirectConnectAttachmentProps>): Template {
  return synthesize(
    (stack) =>
      void new DirectConnectAttachment(stack, 'Seoul', {
        transitGateway: TRANSIT_GATEWAY,
        allowedPrefixes: ['10.0.0.0/8'],
        ...props,
      }),
  );
}

test('creates a gateway that stays in AWS and associates it', () => {
  const template = attachment(CREATED);
  const [gateway] = Object.keys(template.findResources(GATEWAY));
  template.hasResource(GATEWAY, {
    Properties: Match.exact({ DirectConnectGatewayName: 'seoul', AmazonSideAsn: '64600' }),
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
  template.hasResource(ASSOCIATION, {
    Properties: Match.exact({
      AssociatedGatewayId: TRANSIT_GATEWAY.transitGatewayId,
      DirectConnectGatewayId: { 'Fn::GetAtt': [gateway, 'DirectConnectGatewayId'] },
      AllowedPrefixesToDirectConnectGateway: ['10.0.0.0/8'],
    }),
    DeletionPolicy: Match.absent(),
  });
});

test('uses a gateway that exists and creates none', () => {
  const template = attachment({ directConnectGatewayId: GATEWAY_ID });
  template.resourceCountIs(GATEWAY, 0);
  template.hasResourceProperties(ASSOCIATION, { DirectConnectGatewayId: GATEWAY_ID });
});

test('another announced network changes the association in place, whatever the order', () => {
  const one = attachment(CREATED);
  const two = attachment({ ...CREATED, allowedPrefixes: ['192.168.0.0/16', '10.0.0.0/8'] });
  expect(Object.values(changes(one, two))).toEqual([['AllowedPrefixesToDirectConnectGateway']]);
  expect(changes(two, attachment({ ...CREATED, allowedPrefixes: ['10.0.0.0/8', '192.168.0.0/16'] }))).toEqual({});
});

test('takes values that only the deployment knows', () => {
  attachment({
    directConnectGatewayId: Fn.importValue('Gateway'),
    allowedPrefixes: Fn.split(',', Fn.importValue('Prefixes')),
  }).hasResourceProperties(ASSOCIATION, { DirectConnectGatewayId: { 'Fn::ImportValue': 'Gateway' } });
});

const blocks = (count: number) => Array.from({ length: count }, (_, index) => `10.0.${index}.0/24`);

test('announces as many as 200 networks', () => {
  attachment({ ...CREATED, allowedPrefixes: blocks(200) }).resourceCountIs(ASSOCIATION, 1);
});

test.each<[string, Partial<DirectConnectAttachmentProps>]>([
  ["exactly one of 'gateway' undefined and 'directConnectGatewayId' undefined is needed", {}],
  ["exactly one of 'gateway' {", { ...CREATED, directConnectGatewayId: GATEWAY_ID }],
  ["'directConnectGatewayId' must look like", { directConnectGatewayId: 'dx-gateway' }],
  ["'allowedPrefixes' must have 1 to 200 blocks, got 0", { ...CREATED, allowedPrefixes: [] }],
  ["'allowedPrefixes' must have 1 to 200 blocks, got 201", { ...CREATED, allowedPrefixes: blocks(201) }],
  ['\'allowedPrefixes\' lists "10.0.0.0/8" twice', { ...CREATED, allowedPrefixes: ['10.0.0.0/8', '10.0.0.0/8'] }],
  [
    '\'allowedPrefixes\' "10.1.0.0/8" has host bits: write "10.0.0.0/8"',
    { ...CREATED, allowedPrefixes: ['10.1.0.0/8'] },
  ],
  ["'amazonSideAsn' must be a private ASN", { gateway: { directConnectGatewayName: 'seoul', amazonSideAsn: 7224 } }],
])('fails: %s', (message, props) => {
  expect(() => attachment(props)).toThrow(message);
});
