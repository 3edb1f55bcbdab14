import { type CfnResource, Validations } from 'aws-cdk-lib';
import {
  CfnEIP,
  CfnNatGateway,
  CfnRoute,
  type CfnRouteProps,
  CfnRouteTable,
  CfnSubnet,
  CfnSubnetNetworkAclAssociation,
  CfnSubnetRouteTableAssociation,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { canonicalCidr } from '../ipv4';

/** Settings of a {@link VpcSubnet}. */
export interface VpcSubnetProps {
  readonly vpcId: string;
  /** `Name` tag of everything in the subnet. */
  readonly name: string;
  /** Availability Zone id. */
  readonly zone: string;
  readonly cidrBlock: string;
  /** @default - the VPC's default network ACL */
  readonly networkAclId?: string;
}

/** Where a route leads: one of the three. */
export type VpcRouteTarget = Pick<CfnRouteProps, 'transitGatewayId' | 'natGatewayId' | 'gatewayId'>;

/** A subnet with a route table of its own. */
export class VpcSubnet extends Construct {
  readonly subnetId: string;
  readonly routeTableId: string;
  private readonly tags: { readonly key: string; readonly value: string }[];

  constructor(scope: Construct, id: string, props: VpcSubnetProps) {
    super(scope, id);
    const { vpcId, networkAclId } = props;
    this.tags = [{ key: 'Name', value: props.name }];
    const subnet = new CfnSubnet(this, 'Resource', {
      vpcId,
      availabilityZoneId: props.zone,
      cidrBlock: props.cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: this.tags,
    });
    const routeTable = new CfnRouteTable(this, 'RouteTable', { vpcId, tags: this.tags });
    this.subnetId = subnet.attrSubnetId;
    this.routeTableId = routeTable.attrRouteTableId;
    new CfnSubnetRouteTableAssociation(this, 'RouteTableAssociation', {
      subnetId: this.subnetId,
      routeTableId: this.routeTableId,
    });
    if (networkAclId !== undefined) {
      new CfnSubnetNetworkAclAssociation(this, 'NetworkAclAssociation', { subnetId: this.subnetId, networkAclId });
    }
  }

  /**
   * Adds a route whose logical id is made of its destination, so that neither order nor a new target replaces it.
   *
   * @param after - what must exist before traffic may be sent to the target
   */
  addRoute(cidr: string, target: VpcRouteTarget, after?: CfnResource): void {
    const destinationCidrBlock = canonicalCidr(cidr);
    const route = new CfnRoute(this, `Route-${destinationCidrBlock.replace('/', '-')}`, {
      routeTableId: this.routeTableId,
      destinationCidrBlock,
      ...target,
    });
    if (after) route.node.addDependency(after);
    if (target.gatewayId !== undefined) {
      for (const pack of ['NIST.800.53.R5', 'Kisms']) {
        Validations.of(route).acknowledge({
          id: `${pack}::${pack}-VPCNoUnrestrictedRouteToIGW`,
          reason:
            'The tier is declared as public, and no subnet gives public addresses by itself: only what is given one on purpose, such as the NAT gateways, is reachable.',
        });
      }
    }
  }

  /**
   * Adds a NAT gateway with an address of its own and returns its id.
   *
   * @param after - attachment of the internet gateway, without which there is no way out
   */
  addNatGateway(after: CfnResource): string {
    const address = new CfnEIP(this, 'Address', { domain: 'vpc', tags: this.tags });
    address.node.addDependency(after);
    const gateway = new CfnNatGateway(this, 'NatGateway', {
      subnetId: this.subnetId,
      allocationId: address.attrAllocationId,
      tags: this.tags,
    });
    gateway.node.addDependency(after);
    return gateway.attrNatGatewayId;
  }
}
