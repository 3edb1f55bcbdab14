import { RemovalPolicy, Token } from 'aws-cdk-lib';
import { CfnDirectConnectGateway, CfnDirectConnectGatewayAssociation } from 'aws-cdk-lib/aws-directconnect';
import { Construct } from 'constructs';
import { checkAmazonSideAsn, checkCidr, checkForm } from './check-hub-props';
import { requireUnique } from './require-unique';
import type { ITransitGatewayHub } from './transit-gateway-hub';

/** A Direct Connect gateway to create for a {@link DirectConnectAttachment}. */
export interface DirectConnectGatewayOptions {
  /** Name in the console; the gateway has no other. */
  readonly directConnectGatewayName: string;
  /**
   * Private ASN of the AWS side, 64512 to 65534 or 4200000000 to 4294967294; not that of the transit gateway.
   *
   * **CAUTION**: another one replaces the gateway, whose virtual interfaces stay on the old one.
   */
  readonly amazonSideAsn: number;
}

/** Settings of a {@link DirectConnectAttachment}. */
export interface DirectConnectAttachmentProps {
  /**
   * Hub on the side of AWS.
   *
   * **CAUTION**: another one replaces the association.
   */
  readonly transitGateway: ITransitGatewayHub;
  /** 1 to 200 IPv4 blocks that are announced to the site: the site learns these and no others. */
  readonly allowedPrefixes: string[];
  /** Gateway to create; it stays in AWS when it leaves the template. @default - `directConnectGatewayId` */
  readonly gateway?: DirectConnectGatewayOptions;
  /**
   * Gateway of the same account that exists already.
   *
   * **CAUTION**: another one replaces the association.
   *
   * @default - `gateway`
   */
  readonly directConnectGatewayId?: string;
}

const GATEWAY_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Connects a Direct Connect gateway, and so the dedicated lines that lead to it, with the transit gateway.
 *
 * CloudFormation does not tell the id of the attachment: look it up once the association exists, and route it with
 * `AttachmentRouting`.
 *
 * @throws Error when a prop is malformed, or there is not exactly one of `gateway` and `directConnectGatewayId`
 * @see https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-transit-gateways.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-directconnect-directconnectgatewayassociation.html
 */
export class DirectConnectAttachment extends Construct {
  /** Virtual interfaces of the lines are attached to it. */
  readonly directConnectGatewayId: string;

  constructor(scope: Construct, id: string, props: DirectConnectAttachmentProps) {
    super(scope, id);
    const { transitGateway, allowedPrefixes } = props;
    checkPrefixes(allowedPrefixes);
    this.directConnectGatewayId = this.gatewayId(props);
    new CfnDirectConnectGatewayAssociation(this, 'Resource', {
      associatedGatewayId: transitGateway.transitGatewayId,
      directConnectGatewayId: this.directConnectGatewayId,
      allowedPrefixesToDirectConnectGateway: Token.isUnresolved(allowedPrefixes)
        ? allowedPrefixes
        : [...allowedPrefixes].sort(),
    });
  }

  private gatewayId({ gateway, directConnectGatewayId }: DirectConnectAttachmentProps): string {
    if (gateway && directConnectGatewayId === undefined) return this.createGateway(gateway);
    if (gateway || directConnectGatewayId === undefined) {
      throw new Error(
        `exactly one of 'gateway' ${JSON.stringify(gateway)} and 'directConnectGatewayId' ${JSON.stringify(directConnectGatewayId)} is needed`,
      );
    }
    checkForm('directConnectGatewayId', directConnectGatewayId, GATEWAY_ID, 'a1b2c3d4-5678-90ab-cdef-111122223333');
    return directConnectGatewayId;
  }

  private createGateway({ directConnectGatewayName, amazonSideAsn }: DirectConnectGatewayOptions): string {
    checkAmazonSideAsn(amazonSideAsn);
    const resource = new CfnDirectConnectGateway(this, 'Gateway', {
      directConnectGatewayName,
      amazonSideAsn: String(amazonSideAsn),
    });
    resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return resource.attrDirectConnectGatewayId;
  }
}

function checkPrefixes(prefixes: string[]): void {
  if (Token.isUnresolved(prefixes)) return;
  if (prefixes.length < 1 || prefixes.length > 200) {
    throw new Error(`'allowedPrefixes' must have 1 to 200 blocks, got ${prefixes.length}`);
  }
  requireUnique('allowedPrefixes', prefixes);
  for (const prefix of prefixes) checkCidr('allowedPrefixes', prefix);
}
