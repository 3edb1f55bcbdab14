import { CfnTransitGatewayRouteTableAssociation, CfnTransitGatewayRouteTablePropagation } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { checkAttachmentId } from './check-hub-props';
import { requireUnique } from './require-unique';
import type { ISegment } from './segment';

/** Settings of an {@link AttachmentRouting}. */
export interface AttachmentRoutingProps {
  /**
   * `tgw-attach-…`
   *
   * **CAUTION**: another one replaces the association and every propagation.
   */
  readonly attachmentId: string;
  /** Segment whose routes count for what comes from the attachment; an attachment is in one only. */
  readonly associateWith: ISegment;
  /** Segments that learn the networks behind the attachment. @default - none */
  readonly propagateTo?: ISegment[];
}

/**
 * Puts an attachment into a segment and makes it known to others. It lives in the account of the transit gateway.
 *
 * The construct id identifies the association, so give it the identity of the attachment and nothing else. A move to another
 * segment is then one change of the same resource, which CloudFormation deletes before it creates it anew: for some seconds
 * what comes from the attachment is dropped. With the segment in the id it would create the new one first and fail, since an
 * attachment is in one segment only.
 *
 * @throws Error when the id is not that of an attachment, or a segment is listed twice
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-transitgatewayroutetableassociation.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-transitgatewayroutetablepropagation.html
 */
export class AttachmentRouting extends Construct {
  constructor(scope: Construct, id: string, props: AttachmentRoutingProps) {
    super(scope, id);
    const { attachmentId, associateWith, propagateTo = [] } = props;
    checkAttachmentId('attachmentId', attachmentId);
    requireUnique(
      'propagateTo',
      propagateTo.map(({ segmentName }) => segmentName),
    );
    new CfnTransitGatewayRouteTableAssociation(this, 'Association', {
      transitGatewayAttachmentId: attachmentId,
      transitGatewayRouteTableId: associateWith.routeTableId,
    });
    for (const { segmentName, routeTableId } of propagateTo) {
      new CfnTransitGatewayRouteTablePropagation(this, `Propagation ${segmentName}`, {
        transitGatewayAttachmentId: attachmentId,
        transitGatewayRouteTableId: routeTableId,
      });
    }
  }
}
