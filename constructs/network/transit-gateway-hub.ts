import { RemovalPolicy, Token } from 'aws-cdk-lib';
import { CfnFlowLog, CfnTransitGateway } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { ipv4Block } from '../ipv4';
import { checkAmazonSideAsn, checkCidr, checkForm, checkTransitGatewayId } from './check-hub-props';
import { shareWithOrganizationalUnits } from './organizational-unit-share';
import { requireUnique } from './require-unique';

/** A transit gateway that VPCs and sites can be attached to. */
export interface ITransitGatewayHub {
  /** `tgw-…` */
  readonly transitGatewayId: string;
}

/** Settings of a new {@link TransitGatewayHub}. */
export interface TransitGatewayHubProps {
  /** Value of its Name tag and name of its share. */
  readonly transitGatewayName: string;
  /**
   * Private ASN of the AWS side of BGP: 64512 to 65534 or 4200000000 to 4294967294.
   *
   * **CAUTION**: to add, change or remove it replaces the transit gateway.
   *
   * @default - that of AWS, 64512
   */
  readonly amazonSideAsn?: number;
  /**
   * Whether it routes multicast.
   *
   * **CAUTION**: to add, change or remove it replaces the transit gateway.
   *
   * @default - left to AWS (off)
   */
  readonly multicastSupport?: boolean;
  /** Whether VPCs resolve the public names of instances of other VPCs to private addresses. @default true */
  readonly dnsSupport?: boolean;
  /** Whether traffic is spread over VPN tunnels that announce the same network. @default true */
  readonly vpnEcmpSupport?: boolean;
  /**
   * Whether rules of security groups may name groups of other VPCs; the attachments must allow it as well.
   *
   * @default true
   */
  readonly securityGroupReferencingSupport?: boolean;
  /** Whether traffic between VPCs is encrypted. @default - left to AWS (off) */
  readonly encryptionSupport?: boolean;
  /** One to five IPv4 blocks of /24 or larger that Connect peers get addresses of. @default - none */
  readonly transitGatewayCidrBlocks?: string[];
  /** ARNs of the OUs whose accounts may attach VPCs, at once and without being asked. @default - nobody but the owner */
  readonly organizationalUnitArns?: string[];
  /**
   * ARN of the bucket that gets the flow logs, with a prefix if need be. Its policy must let `delivery.logs.amazonaws.com`
   * write for this account.
   *
   * **CAUTION**: another bucket replaces the flow log; what was delivered stays.
   *
   * @default - no flow logs
   */
  readonly flowLogsBucketArn?: string;
}

const BUCKET_ARN = /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/(?!AWSLogs(\/|$)).*)?$/;

/**
 * The hub of a network: a transit gateway on which nothing reaches anything until a route table says so, shared with OUs
 * only, that stays in AWS when it leaves the template.
 *
 * @throws Error when a prop is malformed
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-transitgateway.html
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-flow-logs.html
 */
export class TransitGatewayHub extends Construct implements ITransitGatewayHub {
  /**
   * Refers to a transit gateway that exists already; its options, share and flow logs stay as they are.
   *
   * @throws Error when the id is not that of a transit gateway
   */
  static fromTransitGatewayId(scope: Construct, id: string, transitGatewayId: string): ITransitGatewayHub {
    checkTransitGatewayId('transitGatewayId', transitGatewayId);
    class Import extends Construct implements ITransitGatewayHub {
      readonly transitGatewayId = transitGatewayId;
    }
    return new Import(scope, id);
  }

  readonly transitGatewayId: string;
  /** For shares and policies. */
  readonly transitGatewayArn: string;

  constructor(scope: Construct, id: string, props: TransitGatewayHubProps) {
    super(scope, id);
    const { transitGatewayName, amazonSideAsn, multicastSupport, encryptionSupport } = props;
    const { transitGatewayCidrBlocks = [], organizationalUnitArns = [], flowLogsBucketArn } = props;
    if (amazonSideAsn !== undefined) checkAmazonSideAsn(amazonSideAsn);
    checkCidrBlocks(transitGatewayCidrBlocks);

    // Absent is not the same as the default: CloudFormation replaces the gateway when a create-only property appears.
    const resource = new CfnTransitGateway(this, 'Resource', {
      defaultRouteTableAssociation: 'disable',
      defaultRouteTablePropagation: 'disable',
      autoAcceptSharedAttachments: 'enable',
      dnsSupport: toggle(props.dnsSupport ?? true),
      vpnEcmpSupport: toggle(props.vpnEcmpSupport ?? true),
      securityGroupReferencingSupport: toggle(props.securityGroupReferencingSupport ?? true),
      tags: [{ key: 'Name', value: transitGatewayName }],
      ...(amazonSideAsn !== undefined && { amazonSideAsn }),
      ...(multicastSupport !== undefined && { multicastSupport: toggle(multicastSupport) }),
      ...(encryptionSupport !== undefined && { encryptionSupport: toggle(encryptionSupport) }),
      ...(transitGatewayCidrBlocks.length > 0 && { transitGatewayCidrBlocks }),
    });
    resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.transitGatewayId = resource.ref;
    this.transitGatewayArn = resource.attrTransitGatewayArn;

    shareWithOrganizationalUnits(this, 'Share', {
      name: transitGatewayName,
      resourceArn: this.transitGatewayArn,
      organizationalUnitArns,
    });
    if (flowLogsBucketArn !== undefined) this.addFlowLog(flowLogsBucketArn);
  }

  private addFlowLog(bucketArn: string): void {
    checkForm('flowLogsBucketArn', bucketArn, BUCKET_ARN, 'arn:aws:s3:::example-network-logs-222233334444');
    new CfnFlowLog(this, 'FlowLog', {
      resourceType: 'TransitGateway',
      resourceId: this.transitGatewayId,
      logDestinationType: 's3',
      logDestination: bucketArn,
      // The CDK passes these names on as they are, and CloudFormation knows them in this case only.
      destinationOptions: { FileFormat: 'parquet', HiveCompatiblePartitions: true, PerHourPartition: true },
      // The one interval that AWS takes for a transit gateway, for which it takes no traffic type at all.
      maxAggregationInterval: 60,
    });
  }
}

function toggle(on: boolean): 'enable' | 'disable' {
  return on ? 'enable' : 'disable';
}

function checkCidrBlocks(cidrs: string[]): void {
  if (Token.isUnresolved(cidrs)) return;
  if (cidrs.length > 5) {
    throw new Error(`'transitGatewayCidrBlocks' must have at most 5 entries, got ${cidrs.length}`);
  }
  requireUnique('transitGatewayCidrBlocks', cidrs);
  for (const cidr of cidrs) {
    checkCidr('transitGatewayCidrBlocks', cidr);
    if (!Token.isUnresolved(cidr) && ipv4Block(cidr).netmask > 24) {
      throw new Error(`'transitGatewayCidrBlocks' must be /24 or larger, got ${JSON.stringify(cidr)}`);
    }
  }
}
