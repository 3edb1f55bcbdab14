import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { nagReport } from '../../support/nag-report';
import { APP, DB, makeSpoke, SPOKE, spokeTemplate, WEB } from './spoke-vpc-sample';
import { namesByRef } from './vpc-template';

test('gateway endpoints serve every tier, but not the attachment', () => {
  const { stack, vpc } = makeSpoke();
  const made = Template.fromStack(stack);
  made.resourceCountIs('AWS::EC2::VPCEndpoint', 2);
  made.allResourcesProperties('AWS::EC2::VPCEndpoint', {
    VpcEndpointType: 'Gateway',
    RouteTableIds: stack.resolve([...vpc.routeTableIds('app'), ...vpc.routeTableIds('db')]),
  });
  spokeTemplate({ gatewayEndpoints: [] }).resourceCountIs('AWS::EC2::VPCEndpoint', 0);
});

test('interface endpoints are in the first private tier and serve the VPC alone', () => {
  const { stack, vpc } = makeSpoke({ tiers: [DB, APP], interfaceEndpoints: ['ssm'], gatewayEndpoints: [] });
  const made = Template.fromStack(stack);
  made.hasResourceProperties('AWS::EC2::VPCEndpoint', { SubnetIds: stack.resolve(vpc.subnetIds('app')) });
  made.hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [Match.objectLike({ CidrIp: '10.16.0.0/20', FromPort: 443, ToPort: 443 })],
  });
});

test('flow logs are Parquet by the hour and tell the real ends, the direction and the way of a flow', () => {
  const made = spokeTemplate({ flowLogsBucketArn: 'arn:aws:s3:::example-logs/network' });
  made.hasResourceProperties('AWS::EC2::FlowLog', {
    ResourceType: 'VPC',
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: 'arn:aws:s3:::example-logs/network',
    MaxAggregationInterval: 60,
    DestinationOptions: { FileFormat: 'parquet', HiveCompatiblePartitions: true, PerHourPartition: true },
  });
  const [{ Properties }] = Object.values(made.findResources('AWS::EC2::FlowLog')) as [
    { Properties: { LogFormat: string } },
  ];
  const fields = Properties.LogFormat.split(' ');
  for (const field of ['pkt-srcaddr', 'pkt-dstaddr', 'flow-direction', 'traffic-path', 'tcp-flags', 'reject-reason']) {
    expect(fields).toContain(`\${${field}}`);
  }
  expect(new Set(fields).size).toBe(fields.length);
});

test('subnets of the tiers are shared inside the organization, those of the attachment never', () => {
  const ou = 'arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-abcd-11111111';
  const { stack, vpc } = makeSpoke({ shareSubnetsWith: [ou, '444455556666'] });
  const made = Template.fromStack(stack);
  made.hasResourceProperties('AWS::RAM::ResourceShare', {
    AllowExternalPrincipals: false,
    Principals: [ou, '444455556666'],
  });
  const shared = JSON.stringify(
    Object.values(made.findResources('AWS::RAM::ResourceShare'))[0]?.Properties.ResourceArns,
  );
  for (const [tier, expected] of [
    ['app', true],
    ['db', true],
    ['attachment', false],
  ] as const) {
    for (const id of stack.resolve(vpc.subnetIds(tier))) {
      expect([tier, shared.includes(JSON.stringify(id))]).toEqual([tier, expected]);
    }
  }
});

test('nothing is logged, shared or open to the internet unless it is asked for', () => {
  const made = spokeTemplate();
  for (const type of ['EC2::FlowLog', 'RAM::ResourceShare', 'EC2::InternetGateway', 'EC2::NatGateway', 'EC2::EIP']) {
    made.resourceCountIs(`AWS::${type}`, 0);
  }
});

test('the attachment has an open network ACL, and a tier only the one that it asks for', () => {
  const made = spokeTemplate({
    tiers: [
      { ...DB, networkAcl: [{ direction: 'ingress', action: 'allow', protocol: 'tcp', cidr: '10.16.0.0/20' }] },
      APP,
    ],
  });
  expect([...namesByRef(made, 'AWS::EC2::NetworkAcl').values()].sort()).toEqual(['shop/attachment', 'shop/db']);
  made.resourceCountIs('AWS::EC2::SubnetNetworkAclAssociation', 2 * SPOKE.zones.length);
  for (const Egress of [true, false]) {
    made.hasResourceProperties('AWS::EC2::NetworkAclEntry', {
      Egress,
      CidrBlock: '0.0.0.0/0',
      Protocol: -1,
      RuleAction: 'allow',
    });
  }
});
test('passes AwsSolutions and NIST 800-53 but for what is meant', () => {
  const { app } = makeSpoke({
    internet: 'local',
    tiers: [WEB, APP, DB],
    interfaceEndpoints: ['ssm'],
    flowLogsBucketArn: 'arn:aws:s3:::example-logs',
    shareSubnetsWith: ['444455556666'],
  });
  const { open, acknowledged } = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  expect(open).toEqual([]);
  expect(acknowledged.map(({ finding }) => finding)).toEqual([
    'Test/Shop/Resource NIST.800.53.R5-VPCDefaultSecurityGroupClosed',
    'Test/Shop/attachment/NetworkAcl/Resource AwsSolutions-VPC3',
    'Test/Shop/attachment/NetworkAcl/egress-100 AwsSolutions-VPC3',
    'Test/Shop/attachment/NetworkAcl/ingress-100 AwsSolutions-VPC3',
    'Test/Shop/web/apne2-az1/Route-0.0.0.0-0 NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW',
    'Test/Shop/web/apne2-az3/Route-0.0.0.0-0 NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW',
  ]);
});
