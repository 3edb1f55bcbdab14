import { CfnRoute } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { ATTACHMENT_TIER } from '../ipv4';
import { SpokeVpc } from './spoke-vpc';
import type { VpcOptions } from './vpc-options';
import { EVERYWHERE } from './vpc-routes';

/** Settings of an {@link EgressVpc}; at least one tier is public. */
export interface EgressVpcProps extends VpcOptions {
  /**
   * Transit gateway that brings the traffic of other VPCs.
   *
   * **CAUTION**: another one replaces the attachment.
   */
  readonly transitGatewayId: string;
  /** IPv4 blocks of those VPCs, to which replies go back by the transit gateway; at least one. */
  readonly transitGatewayCidrs: string[];
}

/**
 * The way to the internet for every VPC of a transit gateway: what comes in by the attachment leaves by the NAT gateway of
 * the same zone, so that a failed zone takes no other with it and no traffic between zones is paid for.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-nat-igw.html
 */
export class EgressVpc extends Construct {
  /** The VPC with its subnets and route tables. */
  readonly vpc: SpokeVpc;
  readonly vpcId: string;
  readonly vpcArn: string;
  readonly attachmentId: string;
  /** In the order of `zones`. */
  readonly natGatewayIds: string[];

  /** @throws Error when nothing could come back by the transit gateway, or as {@link SpokeVpc} does */
  constructor(scope: Construct, id: string, props: EgressVpcProps) {
    super(scope, id);
    if (props.transitGatewayCidrs.length === 0) {
      throw new Error(`'transitGatewayCidrs' [] lets no reply go back: name the blocks of the VPCs behind`);
    }
    this.vpc = new SpokeVpc(this, 'Vpc', { ...props, internet: 'local' });
    this.vpcId = this.vpc.vpcId;
    this.vpcArn = this.vpc.vpcArn;
    this.natGatewayIds = this.vpc.natGatewayIds;
    this.attachmentId = this.vpc.attachmentId as string;
    this.vpc.routeTableIds(ATTACHMENT_TIER).forEach((routeTableId, index) => {
      new CfnRoute(this, `Out-${props.zones[index]}`, {
        routeTableId,
        destinationCidrBlock: EVERYWHERE,
        natGatewayId: this.natGatewayIds[index],
      });
    });
  }
}
