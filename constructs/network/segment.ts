import { RemovalPolicy, Token } from 'aws-cdk-lib';
import { CfnTransitGatewayRouteTable } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { checkRouteTableId } from './check-hub-props';
import type { ITransitGatewayHub } from './transit-gateway-hub';

/** A segment of the network: one route table of the transit gateway. */
export interface ISegment {
  /** Together with an attachment it identifies a propagation. */
  readonly segmentName: string;
  /** `tgw-rtb-…` */
  readonly routeTableId: string;
}

/** A segment whose route table exists already. */
export interface SegmentAttributes {
  readonly segmentName: string;
  readonly routeTableId: string;
}

/** Settings of a new {@link Segment}. */
export interface SegmentProps {
  /**
   * Value of the only tag, Name; 1 to 256 characters.
   *
   * **CAUTION**: another name is another tag, which may replace the route table.
   */
  readonly segmentName: string;
  /**
   * Hub that the segment belongs to.
   *
   * **CAUTION**: another one replaces the route table.
   */
  readonly transitGateway: ITransitGatewayHub;
}

/**
 * A part of the network that routes alike: a route table of the transit gateway, which attachments are associated with and
 * propagate to. It stays in AWS when it leaves the template.
 *
 * Sources disagree whether a changed tag replaces a route table, and a replaced one drops the traffic of the segment: the
 * table has its Name tag and takes no other, whatever `Tags.of()` adds above it. Tags of the stack itself go around the
 * template; keep the feature flag `@aws-cdk/core:explicitStackTags` on, so that `Tags.of()` does not make any.
 *
 * @throws Error when the name is too long or empty
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-transitgatewayroutetable.html
 */
export class Segment extends Construct implements ISegment {
  /**
   * Refers to a route table that exists already.
   *
   * @throws Error when the id is not that of a transit gateway route table
   */
  static fromRouteTableId(scope: Construct, id: string, attributes: SegmentAttributes): ISegment {
    checkRouteTableId('routeTableId', attributes.routeTableId);
    class Import extends Construct implements ISegment {
      readonly segmentName = attributes.segmentName;
      readonly routeTableId = attributes.routeTableId;
    }
    return new Import(scope, id);
  }

  readonly segmentName: string;
  readonly routeTableId: string;

  constructor(scope: Construct, id: string, props: SegmentProps) {
    super(scope, id);
    const { segmentName, transitGateway } = props;
    if (!Token.isUnresolved(segmentName) && (segmentName.length < 1 || segmentName.length > 256)) {
      throw new Error(`'segmentName' must have 1 to 256 characters, got ${JSON.stringify(segmentName)}`);
    }
    const resource = new CfnTransitGatewayRouteTable(this, 'Resource', {
      transitGatewayId: transitGateway.transitGatewayId,
    });
    // An override has the last word, after every aspect that tags.
    resource.addPropertyOverride('Tags', [{ Key: 'Name', Value: segmentName }]);
    resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.segmentName = segmentName;
    this.routeTableId = resource.ref;
  }
}
