import { Construct } from 'constructs';
import { SubnetNetworkAcl } from './subnet-network-acl';
import type { VpcNetworkAclRule } from './vpc-options';
import { VpcSubnet } from './vpc-subnet';

/** Settings of a {@link SubnetTier}. */
export interface SubnetTierProps {
  readonly vpcId: string;
  readonly vpcName: string;
  readonly tierName: string;
  /** One in each zone. */
  readonly blocks: { readonly zone: string; readonly cidrBlock: string }[];
  /** Rules in the order in which they count. @default - the VPC's default network ACL */
  readonly networkAcl?: VpcNetworkAclRule[];
  /** Why the tier has a network ACL beside the security groups. */
  readonly networkAclReason: string;
}

/** Subnets of one tier, one in each zone. */
export class SubnetTier extends Construct {
  readonly subnets: VpcSubnet[];

  constructor(scope: Construct, id: string, props: SubnetTierProps) {
    super(scope, id);
    const { vpcId, networkAcl: rules, networkAclReason: reason } = props;
    const name = `${props.vpcName}/${props.tierName}`;
    const acl = rules && new SubnetNetworkAcl(this, 'NetworkAcl', { vpcId, name, rules, reason });
    this.subnets = props.blocks.map(
      ({ zone, cidrBlock }) =>
        new VpcSubnet(this, zone, { vpcId, name: `${name}/${zone}`, zone, cidrBlock, networkAclId: acl?.networkAclId }),
    );
  }

  get subnetIds(): string[] {
    return this.subnets.map(({ subnetId }) => subnetId);
  }

  get routeTableIds(): string[] {
    return this.subnets.map(({ routeTableId }) => routeTableId);
  }
}
