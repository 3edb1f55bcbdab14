import { Fn, Stack, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { TransitGatewayHub, type TransitGatewayHubProps } from '../../../constructs/network';
import { changes, ORGANIZATIONAL_UNIT, OTHER_ORGANIZATIONAL_UNIT, synthesize } from './hub-fixtures';

const TYPE = 'AWS::EC2::TransitGateway';
const BUCKET = 'arn:aws:s3:::example-network-logs-222233334444';

function hub(props: Partial<TransitGatewayHubProps> = {}): Template {
  return synthesize((stack) => void new TransitGatewayHub(stack, 'Hub', { transitGatewayName: 'hub', ...props }));
}

test('routes nothing by itself, accepts who it is shared with, and emits no option that was not asked for', () => {
  hub().hasResource(TYPE, {
    Properties: Match.exact({
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
      AutoAcceptSharedAttachments: 'enable',
      DnsSupport: 'enable',
      VpnEcmpSupport: 'enable',
      SecurityGroupReferencingSupport: 'enable',
      Tags: [{ Key: 'Name', Value: 'hub' }],
    }),
  });
});

test('stays in AWS when it leaves the template or is replaced', () => {
  hub().hasResource(TYPE, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

test.each<[Partial<TransitGatewayHubProps>, Record<string, unknown>]>([
  [{ amazonSideAsn: 64512 }, { AmazonSideAsn: 64512 }],
  [{ amazonSideAsn: 4294967294 }, { AmazonSideAsn: 4294967294 }],
  [{ multicastSupport: true }, { MulticastSupport: 'enable' }],
  [{ multicastSupport: false }, { MulticastSupport: 'disable' }],
  [{ encryptionSupport: true }, { EncryptionSupport: 'enable' }],
  [{ encryptionSupport: false }, { EncryptionSupport: 'disable' }],
  [{ dnsSupport: false }, { DnsSupport: 'disable' }],
  [{ vpnEcmpSupport: false }, { VpnEcmpSupport: 'disable' }],
  [{ securityGroupReferencingSupport: false }, { SecurityGroupReferencingSupport: 'disable' }],
  [{ transitGatewayCidrBlocks: ['10.255.0.0/24'] }, { TransitGatewayCidrBlocks: ['10.255.0.0/24'] }],
])('%j sets %j and nothing else', (props, expected) => {
  const template = hub(props);
  template.hasResourceProperties(TYPE, expected);
  expect(Object.values(changes(hub(), template))).toEqual([Object.keys(expected)]);
});

test('is shared with the OUs and nobody outside the organization', () => {
  const template = hub({ organizationalUnitArns: [OTHER_ORGANIZATIONAL_UNIT, ORGANIZATIONAL_UNIT] });
  const [gateway] = Object.keys(template.findResources(TYPE));
  template.hasResourceProperties('AWS::RAM::ResourceShare', {
    Name: 'hub',
    AllowExternalPrincipals: false,
    Principals: [ORGANIZATIONAL_UNIT, OTHER_ORGANIZATIONAL_UNIT],
    ResourceArns: [{ 'Fn::GetAtt': [gateway, 'TransitGatewayArn'] }],
  });
});

test('is shared with nobody unless told', () => {
  hub().resourceCountIs('AWS::RAM::ResourceShare', 0);
});

test('keeps its share when an OU joins, and does not care for the order', () => {
  const one = hub({ organizationalUnitArns: [ORGANIZATIONAL_UNIT] });
  const two = hub({ organizationalUnitArns: [ORGANIZATIONAL_UNIT, OTHER_ORGANIZATIONAL_UNIT] });
  const turned = hub({ organizationalUnitArns: [OTHER_ORGANIZATIONAL_UNIT, ORGANIZATIONAL_UNIT] });
  expect(Object.values(changes(one, two))).toEqual([['Principals']]);
  expect(changes(two, turned)).toEqual({});
});

test('logs flows as Parquet by the hour, in the shape that CloudFormation takes for a transit gateway', () => {
  const template = hub({ flowLogsBucketArn: `${BUCKET}/transit-gateway` });
  const [gateway] = Object.keys(template.findResources(TYPE));
  template.hasResource('AWS::EC2::FlowLog', {
    Properties: Match.exact({
      ResourceType: 'TransitGateway',
      ResourceId: { Ref: gateway },
      LogDestinationType: 's3',
      LogDestination: `${BUCKET}/transit-gateway`,
      DestinationOptions: { FileFormat: 'parquet', HiveCompatiblePartitions: true, PerHourPartition: true },
      MaxAggregationInterval: 60,
    }),
  });
});

test('logs nothing unless told where', () => {
  hub().resourceCountIs('AWS::EC2::FlowLog', 0);
});

test('takes values that only the deployment knows', () => {
  hub({
    transitGatewayName: Fn.importValue('Name'),
    amazonSideAsn: Token.asNumber(Fn.importValue('Asn')),
    transitGatewayCidrBlocks: Fn.split(',', Fn.importValue('Cidrs')),
    organizationalUnitArns: Fn.split(',', Fn.importValue('Units')),
    flowLogsBucketArn: Fn.importValue('Bucket'),
  }).hasResourceProperties(TYPE, { AmazonSideAsn: { 'Fn::ImportValue': 'Asn' } });
});

test.each<[string, Partial<TransitGatewayHubProps>]>([
  [
    "'amazonSideAsn' must be a private ASN, 64512 to 65534 or 4200000000 to 4294967294, got 64511",
    { amazonSideAsn: 64511 },
  ],
  ["'amazonSideAsn' must be a private ASN", { amazonSideAsn: 65535 }],
  ["'amazonSideAsn' must be a private ASN", { amazonSideAsn: 4294967295 }],
  [
    '\'transitGatewayCidrBlocks\' must be /24 or larger, got "10.0.0.0/25"',
    { transitGatewayCidrBlocks: ['10.0.0.0/25'] },
  ],
  [
    '\'transitGatewayCidrBlocks\' "10.0.0.1/24" has host bits: write "10.0.0.0/24"',
    { transitGatewayCidrBlocks: ['10.0.0.1/24'] },
  ],
  [
    "'transitGatewayCidrBlocks' must have at most 5 entries, got 6",
    { transitGatewayCidrBlocks: [0, 1, 2, 3, 4, 5].map((block) => `10.0.${block}.0/24`) },
  ],
  [
    '\'transitGatewayCidrBlocks\' lists "10.0.0.0/24" twice',
    { transitGatewayCidrBlocks: ['10.0.0.0/24', '10.0.0.0/24'] },
  ],
  [
    "'organizationalUnitArns' must look like",
    { organizationalUnitArns: ['arn:aws:organizations::111122223333:organization/o-exampleorgid'] },
  ],
  ["'organizationalUnitArns' must look like", { organizationalUnitArns: ['444455556666'] }],
  ["'flowLogsBucketArn' must look like", { flowLogsBucketArn: 'example-network-logs' }],
  ["'flowLogsBucketArn' must look like", { flowLogsBucketArn: `${BUCKET}/AWSLogs/` }],
])('fails: %s', (message, props) => {
  expect(() => hub(props)).toThrow(message);
});

test('adopts a transit gateway by its id and changes nothing of it', () => {
  const stack = new Stack();
  const adopted = TransitGatewayHub.fromTransitGatewayId(stack, 'Hub', 'tgw-0123456789abcdef0');
  expect(adopted.transitGatewayId).toBe('tgw-0123456789abcdef0');
  expect(Template.fromStack(stack).toJSON().Resources).toBeUndefined();
});

test('fails to adopt what is no transit gateway', () => {
  expect(() => TransitGatewayHub.fromTransitGatewayId(new Stack(), 'Hub', 'tgw-rtb-0123456789abcdef0')).toThrow(
    '\'transitGatewayId\' must look like "tgw-0123456789abcdef0", got "tgw-rtb-0123456789abcdef0"',
  );
});
