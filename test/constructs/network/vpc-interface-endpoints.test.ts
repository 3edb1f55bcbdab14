import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { VpcInterfaceEndpoints, type VpcInterfaceEndpointsProps } from '../../../constructs/network';
import { nagReport } from '../../support/nag-report';

const ENDPOINTS: VpcInterfaceEndpointsProps = {
  vpcId: 'vpc-0123456789abcdef0',
  allowedCidrs: ['10.0.0.0/8', '192.168.0.0/16'],
  subnetIds: ['subnet-0123456789abcdef0'],
  services: ['ssm', 'logs'],
};

function make(props: Partial<VpcInterfaceEndpointsProps> = {}) {
  const app = new App();
  const stack = new Stack(app, 'Test', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  return { app, stack, endpoints: new VpcInterfaceEndpoints(stack, 'Endpoints', { ...ENDPOINTS, ...props }) };
}

test('lets HTTPS in from the given blocks, and nothing else either way', () => {
  Template.fromStack(make().stack).hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: ENDPOINTS.allowedCidrs.map((CidrIp) =>
      Match.objectLike({ CidrIp, IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }),
    ),
    SecurityGroupEgress: [Match.objectLike({ CidrIp: '255.255.255.255/32', IpProtocol: 'icmp' })],
  });
});

test.each([
  ['ssm', 'com.amazonaws.ap-northeast-2.ssm'],
  ['ecr.api', 'com.amazonaws.ap-northeast-2.ecr.api'],
  ['studio', 'aws.sagemaker.ap-northeast-2.studio'],
  ['made-tomorrow', 'com.amazonaws.ap-northeast-2.made-tomorrow'],
])('service %s is %s, behind the one security group', (service, ServiceName) => {
  const { stack, endpoints } = make({ services: [service] });
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::VPCEndpoint', {
    ServiceName,
    VpcEndpointType: 'Interface',
    VpcId: ENDPOINTS.vpcId,
    SubnetIds: ENDPOINTS.subnetIds,
    SecurityGroupIds: [stack.resolve(endpoints.securityGroupId)],
    PrivateDnsEnabled: true,
  });
});

test.each([
  [{ privateDns: false }, false],
  [{ services: ['ssm', 'logs'] }, true],
])('with %j, private names are %s', (props, PrivateDnsEnabled) => {
  Template.fromStack(make(props).stack).allResourcesProperties('AWS::EC2::VPCEndpoint', { PrivateDnsEnabled });
});

test('ids depend on the service and not on its place in the list', () => {
  const ids = (services: string[]) =>
    Object.keys(Template.fromStack(make({ services }).stack).findResources('AWS::EC2::VPCEndpoint')).sort();
  expect(ids(['logs', 'ssm'])).toEqual(ids(['ssm', 'logs']));
});

test('tells the id of an endpoint by its service', () => {
  const { stack, endpoints } = make();
  expect(stack.resolve(endpoints.endpointId('logs'))).not.toEqual(stack.resolve(endpoints.endpointId('ssm')));
  expect(() => endpoints.endpointId('kms')).toThrow('there is no endpoint of "kms": use one of ["ssm","logs"]');
});

test.each<[Partial<VpcInterfaceEndpointsProps>, string]>([
  [{ allowedCidrs: [] }, `'allowedCidrs' [] lets nobody use the endpoints`],
  [{ subnetIds: [] }, `'subnetIds' [] leaves no place for the endpoints`],
  [{ services: ['ssm', 'ssm'] }, `'services' lists "ssm" twice`],
])('refuses %j', (props, message) => {
  expect(() => make(props)).toThrow(message);
});

test('passes AwsSolutions and NIST 800-53', () => {
  const { app } = make();
  expect(nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app))).toEqual({
    open: [],
    acknowledged: [],
  });
});
