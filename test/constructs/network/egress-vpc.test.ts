import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { EgressVpc, type EgressVpcProps } from '../../../constructs/network';
import { nagReport } from '../../support/nag-report';
import { routesByTable } from './vpc-template';

const EGRESS: EgressVpcProps = {
  vpcName: 'internet-egress',
  cidr: '10.0.0.0/22',
  zones: ['apne2-az1', 'apne2-az3'],
  tiers: [
    { name: 'public', type: 'public', netmask: 26 },
    { name: 'proxy', type: 'private', netmask: 27 },
  ],
  transitGatewayId: 'tgw-0123456789abcdef0',
  transitGatewayCidrs: ['10.0.0.0/8', '192.168.0.0/16'],
  flowLogsBucketArn: 'arn:aws:s3:::example-logs',
};

function make(props: Partial<EgressVpcProps> = {}) {
  const app = new App();
  const stack = new Stack(app, 'Test', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  return { app, stack, egress: new EgressVpc(stack, 'Egress', { ...EGRESS, ...props }) };
}

const inside = ['10.0.0.0/8 -> transit-gateway', '192.168.0.0/16 -> transit-gateway'];
const nat = (zone: string) => `0.0.0.0/0 -> nat-gateway internet-egress/public/${zone}`;

test.each<[string, (zone: string) => string[]]>([
  ['attachment', (zone) => [nat(zone)]],
  ['public', () => ['0.0.0.0/0 -> internet-gateway', ...inside]],
  ['proxy', (zone) => [nat(zone), ...inside]],
])('tier %s has its routes, and leaves by the NAT gateway of its own zone', (tier, expected) => {
  const routes = routesByTable(Template.fromStack(make().stack));
  for (const zone of EGRESS.zones) expect(routes.get(`internet-egress/${tier}/${zone}`)).toEqual(expected(zone));
  expect(routes.size).toBe(6);
});

test('has one NAT gateway with an address of its own in each zone', () => {
  const { stack, egress } = make();
  const made = Template.fromStack(stack);
  for (const type of ['NatGateway', 'EIP']) made.resourceCountIs(`AWS::EC2::${type}`, EGRESS.zones.length);
  expect(egress.natGatewayIds).toHaveLength(EGRESS.zones.length);
  made.hasResourceProperties('AWS::EC2::TransitGatewayAttachment', { TransitGatewayId: EGRESS.transitGatewayId });
  expect(stack.resolve(egress.attachmentId)).toEqual({
    'Fn::GetAtt': [Object.keys(made.findResources('AWS::EC2::TransitGatewayAttachment'))[0], 'Id'],
  });
});

test('a zone that is appended changes no route that is there', () => {
  const routes = (zones: string[]) => Template.fromStack(make({ zones }).stack).findResources('AWS::EC2::Route');
  expect(routes([...EGRESS.zones, 'apne2-az2'])).toMatchObject(routes(EGRESS.zones));
});

test.each<[Partial<EgressVpcProps>, string]>([
  [{ transitGatewayCidrs: [] }, `'transitGatewayCidrs' [] lets no reply go back`],
  [{ tiers: [{ name: 'proxy', type: 'private', netmask: 27 }] }, `'internet' "local" needs a public tier`],
])('refuses %j', (props, message) => {
  expect(() => make(props)).toThrow(message);
});

test('passes AwsSolutions and NIST 800-53 but for what is meant', () => {
  const { app } = make();
  const { open, acknowledged } = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  expect(open).toEqual([]);
  expect(new Set(acknowledged.map(({ acknowledgedId }) => acknowledgedId))).toEqual(
    new Set([
      'AwsSolutions::AwsSolutions-VPC3',
      'NIST.800.53.R5::NIST.800.53.R5-VPCDefaultSecurityGroupClosed',
      'NIST.800.53.R5::NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW',
    ]),
  );
});
