import { CfnTransitGatewayRoute } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { checkAttachmentId, checkIdentifyingCidrs, checkRouteTableId } from './check-hub-props';

/** A static route of a segment. */
export interface SegmentRoute {
  /** IPv4 block; it identifies the route, and so must be known at synthesis. */
  readonly cidr: string;
  /** Attachment that gets the traffic, `tgw-attach-…`. */
  readonly attachmentId: string;
}

/** Settings of a {@link SegmentRouting}. */
export interface SegmentRoutingProps {
  /**
   * `tgw-rtb-…`
   *
   * **CAUTION**: another one replaces every route.
   */
  readonly routeTableId: string;
  /** Routes to attachments. @default - none */
  readonly staticRoutes?: SegmentRoute[];
  /** IPv4 blocks whose traffic is dropped, known at synthesis. @default - none */
  readonly blackholeCidrs?: string[];
}

/**
 * Static routes of a segment: where traffic goes that no attachment propagates, and what is dropped, so that a network
 * nobody propagates does not leave by a default route.
 *
 * A route is identified by its block alone. Another target, or a blackhole instead of one, is one change of the same
 * resource, which CloudFormation deletes before it creates it anew: for some seconds a wider route counts, if there is one.
 *
 * @throws Error when a block is malformed or listed twice, or an id is malformed
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-transitgatewayroute.html
 */
export class SegmentRouting extends Construct {
  constructor(scope: Construct, id: string, props: SegmentRoutingProps) {
    super(scope, id);
    const { routeTableId, staticRoutes = [], blackholeCidrs = [] } = props;
    checkRouteTableId('routeTableId', routeTableId);
    checkIdentifyingCidrs('cidr', [...staticRoutes.map(({ cidr }) => cidr), ...blackholeCidrs]);
    for (const { cidr, attachmentId } of staticRoutes) {
      checkAttachmentId('attachmentId', attachmentId);
      new CfnTransitGatewayRoute(this, `Route ${cidr}`, {
        transitGatewayRouteTableId: routeTableId,
        destinationCidrBlock: cidr,
        transitGatewayAttachmentId: attachmentId,
      });
    }
    for (const cidr of blackholeCidrs) {
      new CfnTransitGatewayRoute(this, `Route ${cidr}`, {
        transitGatewayRouteTableId: routeTableId,
        destinationCidrBlock: cidr,
        blackhole: true,
      });
    }
  }
}
