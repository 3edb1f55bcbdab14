import { CfnTransitGatewayAttachment } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/** Settings of {@link attachVpc}. */
export interface VpcAttachmentProps {
  readonly vpcId: string;
  readonly vpcName: string;
  readonly transitGatewayId: string;
  readonly subnetIds: string[];
  readonly applianceMode: boolean;
  readonly securityGroupReferencing: boolean;
}

/**
 * Attaches a VPC to a transit gateway, by the type whose subnets can change in place.
 *
 * Its tags are fixed, whatever tags the app adds to everything: the documentation says in one place that other tags replace
 * the attachment and in another that they do not, and a replacement is an outage.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewayattachment.html
 */
export function attachVpc(scope: Construct, props: VpcAttachmentProps): CfnTransitGatewayAttachment {
  const attachment = new CfnTransitGatewayAttachment(scope, 'Attachment', {
    vpcId: props.vpcId,
    transitGatewayId: props.transitGatewayId,
    subnetIds: props.subnetIds,
    // The property is untyped: the CDK writes these names as they are.
    options: {
      ApplianceModeSupport: support(props.applianceMode),
      DnsSupport: support(true),
      Ipv6Support: support(false),
      SecurityGroupReferencingSupport: support(props.securityGroupReferencing),
    },
  });
  attachment.addPropertyOverride('Tags', [{ Key: 'Name', Value: props.vpcName }]);
  return attachment;
}

function support(enabled: boolean): string {
  return enabled ? 'enable' : 'disable';
}
