import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SpokeVpc, type SpokeVpcProps, type VpcTier } from '../../../constructs/network';

export const APP: VpcTier = { name: 'app', type: 'private', netmask: 24 };
export const DB: VpcTier = { name: 'db', type: 'isolated', netmask: 26 };
export const WEB: VpcTier = { name: 'web', type: 'public', netmask: 26 };

/** A VPC without a way to the internet. */
export const SPOKE: SpokeVpcProps = {
  vpcName: 'shop',
  cidr: '10.16.0.0/20',
  zones: ['apne2-az1', 'apne2-az3'],
  tiers: [APP, DB],
  transitGatewayId: 'tgw-0123456789abcdef0',
  transitGatewayCidrs: ['10.0.0.0/8', '192.168.0.0/16'],
};

/** Makes {@link SPOKE} with some settings changed. */
export function makeSpoke(props: Partial<SpokeVpcProps> = {}) {
  const app = new App();
  const stack = new Stack(app, 'Test', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  const vpc = new SpokeVpc(stack, 'Shop', { ...SPOKE, ...props });
  return { app, stack, vpc };
}

/** Template of {@link SPOKE} with some settings changed. */
export function spokeTemplate(props: Partial<SpokeVpcProps> = {}): Template {
  return Template.fromStack(makeSpoke(props).stack);
}
