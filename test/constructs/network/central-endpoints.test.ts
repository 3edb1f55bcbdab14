import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { CentralEndpoints, type CentralEndpointsProps, DnsProfile } from '../../../constructs/network';
import { nagReport } from '../../support/nag-report';

const BASE: CentralEndpointsProps = {
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  allowedCidrs: ['10.0.0.0/8'],
  services: ['ssm', 'ecr.api'],
};

function stackWith(props: Partial<CentralEndpointsProps> = {}, app = new App()): Stack {
  const stack = new Stack(app, 'Test', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  const { profileResources } = new CentralEndpoints(stack, 'Central', { ...BASE, ...props });
  new DnsProfile(stack, 'Dns', { profileName: 'organization', resources: profileResources });
  return stack;
}

test('answers by the public names of the services, to the given networks only', () => {
  const made = Template.fromStack(stackWith());
  for (const service of BASE.services) {
    made.hasResourceProperties('AWS::EC2::VPCEndpoint', {
      VpcId: 'vpc-1',
      VpcEndpointType: 'Interface',
      ServiceName: `com.amazonaws.ap-northeast-2.${service}`,
      SubnetIds: ['subnet-1', 'subnet-2'],
      PrivateDnsEnabled: true,
    });
  }
  made.hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [Match.objectLike({ CidrIp: '10.0.0.0/8', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 })],
  });
});

test('is known in every VPC of the profile that it is put in', () => {
  const made = Template.fromStack(stackWith());
  for (const [name, id] of [
    ['endpoint-ssm', 'CentralEndpointsssm'],
    ['endpoint-ecr-api', 'CentralEndpointsecrapi'],
  ]) {
    made.hasResourceProperties('AWS::Route53Profiles::ProfileResourceAssociation', {
      Name: name,
      ResourceArn: {
        'Fn::Join': [
          '',
          [
            'arn:',
            { Ref: 'AWS::Partition' },
            ':ec2:ap-northeast-2:111122223333:vpc-endpoint/',
            { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${id}`), 'Id'] },
          ],
        ],
      },
      ResourceProperties: Match.absent(),
    });
  }
});

test.each<[string, Partial<CentralEndpointsProps>]>([
  [`'services' names "s3": leave it to a gateway endpoint`, { services: ['ssm', 's3'] }],
  [`'services' names "dynamodb": leave it to a gateway endpoint`, { services: ['dynamodb'] }],
  [`'services' [] leaves nothing to share`, { services: [] }],
  [`'services' lists "ssm" twice`, { services: ['ssm', 'ssm'] }],
  [`'allowedCidrs' [] lets nobody use the endpoints`, { allowedCidrs: [] }],
])('fails: %s', (message, props) => {
  expect(() => stackWith(props)).toThrow(message);
});

test('is clean under AwsSolutions and NIST 800-53 R5 with nothing to acknowledge', () => {
  const app = new App();
  stackWith({}, app);
  const report = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  expect(report).toEqual({ open: [], acknowledged: [] });
});
