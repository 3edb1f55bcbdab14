import { App, Fn, Stack } from 'aws-cdk-lib';
import { SpokeVpc, type SpokeVpcProps, type VpcTier } from '../../../constructs/network';

const APP: VpcTier = { name: 'app', type: 'private', netmask: 24 };
const WEB: VpcTier = { name: 'web', type: 'public', netmask: 24 };
const POOL = { poolId: 'ipam-pool-0123456789abcdef0', netmask: 20 };
const VPC: SpokeVpcProps = {
  vpcName: 'shop',
  cidr: '10.16.0.0/20',
  zones: ['apne2-az1', 'apne2-az3'],
  tiers: [APP],
  transitGatewayId: 'tgw-0123456789abcdef0',
};

function make(props: Partial<SpokeVpcProps>): SpokeVpc {
  return new SpokeVpc(new Stack(new App(), 'Test'), 'Shop', { ...VPC, ...props });
}

test.each<[Partial<SpokeVpcProps>, string]>([
  [{ cidr: undefined }, `exactly one of 'cidr' undefined and 'ipamPool' undefined is needed`],
  [{ ipamPool: POOL }, `exactly one of 'cidr' "10.16.0.0/20" and 'ipamPool' {`],
  [{ cidr: '10.16.0.1/20' }, `'cidr' "10.16.0.1/20" has host bits: write "10.16.0.0/20"`],
  [{ cidr: '10.16.0.0' }, 'not an IPv4 CIDR block: "10.16.0.0"'],
  [{ cidr: '10.0.0.0/15' }, `'cidr' "10.0.0.0/15" has the netmask 15: it may be 16 to 28`],
  [{ cidr: '10.0.0.0/29' }, 'has the netmask 29'],
  [
    { cidr: Fn.importValue('block') },
    `'cidr' is known at deployment only, but the subnets are laid out before: use 'ipamPool'`,
  ],
  [{ cidr: undefined, ipamPool: { ...POOL, netmask: 15 } }, `'ipamPool' has the netmask 15`],
  [{ zones: [] }, `'zones' [] leaves no place`],
  [{ zones: ['apne2-az1', 'apne2-az1'] }, `'zones' lists "apne2-az1" twice: remove one`],
  [{ zones: ['ap-northeast-2a'] }, `'zones' names "ap-northeast-2a", which is no Availability Zone id`],
  [{ tiers: [] }, `'tiers' [] leaves the VPC without subnets`],
  [{ tiers: [APP, APP] }, `'tiers' lists "app" twice`],
  [{ tiers: [{ ...APP, name: 'attachment' }] }, `tier "attachment" has the name of the attachment's subnets`],
  [{ tiers: [{ ...APP, name: 'App/1' }] }, 'tier "App/1" must have a name of lower-case letters'],
  [{ tiers: [{ ...APP, netmask: 29 }] }, 'tier "app" has the netmask 29: it may be 16 to 28'],
  [{ tiers: [{ ...APP, netmask: 20.5 }] }, 'tier "app" has the netmask 20.5'],
  [{ tiers: [{ ...APP, netmask: 20 }] }, 'no room for tier "app" in a VPC of /20 with 2 zones'],
  [{ tiers: [APP, WEB] }, `tier "web" is public, but 'internet' is "none": set it to "local"`],
  [{ tiers: [APP, WEB], internet: 'central' }, `tier "web" is public, but 'internet' is "central"`],
  [{ internet: 'local' }, `'internet' "local" needs a public tier for the NAT gateways`],
  [
    { tiers: [WEB], internet: 'local', interfaceEndpoints: ['ssm'] },
    `'interfaceEndpoints' ["ssm"] need a private tier`,
  ],
  [
    { transitGatewayId: undefined, internet: 'central' },
    `'internet' "central" needs a transit gateway: set 'transitGatewayId'`,
  ],
  [{ transitGatewayId: undefined, applianceMode: true }, `'applianceMode' true needs a transit gateway`],
  [
    { transitGatewayId: undefined, transitGatewayCidrs: ['10.0.0.0/8'] },
    `'transitGatewayCidrs' ["10.0.0.0/8"] needs a transit gateway`,
  ],
  [{ transitGatewayCidrs: ['10.0.0.0/8', '10.1.0.0/8'] }, `'transitGatewayCidrs' lists "10.0.0.0/8" twice`],
  [
    { transitGatewayCidrs: ['0.0.0.0/0'] },
    `'transitGatewayCidrs' names "0.0.0.0/0", which 'internet' decides: use "central"`,
  ],
  [
    { transitGatewayCidrs: ['10.16.0.0/20'] },
    `'transitGatewayCidrs' names "10.16.0.0/20", which lies in the VPC's own`,
  ],
  [
    { transitGatewayCidrs: ['10.16.1.0/24'] },
    `'transitGatewayCidrs' names "10.16.1.0/24", which lies in the VPC's own`,
  ],
  [{ transitGatewayCidrs: [Fn.importValue('block')] }, `'transitGatewayCidrs' are known at deployment only`],
  [{ flowLogsBucketArn: 'example-logs' }, `'flowLogsBucketArn' "example-logs" is not the ARN of a bucket`],
  [{ shareSubnetsWith: ['ou-abcd-11111111'] }, `'shareSubnetsWith' names "ou-abcd-11111111"`],
  [{ shareSubnetsWith: ['444455556666', '444455556666'] }, `'shareSubnetsWith' lists "444455556666" twice`],
])('refuses %j', (props, message) => {
  expect(() => make(props)).toThrow(message);
});

test.each([
  ['10.16.0.0/16', 28],
  ['10.16.0.0/25', 28],
])('takes a VPC of %s', (cidr, netmask) => {
  expect(() => make({ cidr, tiers: [{ ...APP, netmask }] })).not.toThrow();
});

test('takes values that are known at deployment only, but for what names or places resources', () => {
  const value = Fn.importValue('value');
  expect(() =>
    make({
      cidr: undefined,
      ipamPool: { poolId: value, netmask: 20 },
      transitGatewayId: value,
      transitGatewayCidrs: ['10.0.0.0/8'],
      flowLogsBucketArn: value,
      shareSubnetsWith: [value],
    }),
  ).not.toThrow();
});
