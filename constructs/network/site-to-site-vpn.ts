import { ArnFormat, CfnDeletionPolicy, type CfnResource, Stack, Token } from 'aws-cdk-lib';
import { CfnCustomerGateway, CfnVPNConnection } from 'aws-cdk-lib/aws-ec2';
import type { ILogGroupRef } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ipv4Number } from '../ipv4';
import type { ITransitGatewayHub } from './transit-gateway-hub';

/** Settings of a {@link SiteToSiteVpn}. */
export interface SiteToSiteVpnProps {
  /** Value of the Name tags. */
  readonly vpnName: string;
  /**
   * Hub on the side of AWS.
   *
   * **CAUTION**: another one replaces the connection.
   */
  readonly transitGateway: ITransitGatewayHub;
  /**
   * Public IPv4 address of the device on the other side.
   *
   * **CAUTION**: another one replaces the connection.
   */
  readonly ipAddress: string;
  /**
   * ASN of the device, 1 to 4294967295.
   *
   * **CAUTION**: another one replaces the connection.
   *
   * @default 65000
   */
  readonly bgpAsn?: number;
  /**
   * For a device without BGP. A transit gateway takes the networks behind such a connection from static routes of its route
   * tables, as `SegmentRouting` makes them.
   *
   * **CAUTION**: a change replaces the connection.
   *
   * @default false
   */
  readonly staticRoutesOnly?: boolean;
  /**
   * Log group of the same account and Region for what the tunnels, and BGP, do.
   *
   * **CAUTION**: to add, change or remove it replaces the connection.
   *
   * @default - no logs
   */
  readonly logGroup?: ILogGroupRef;
}

// Group 2 is weak, and RFC 8247 advises against 22 to 24.
const DH_GROUPS = [14, 15, 16, 17, 18, 19, 20, 21].map((value) => ({ value }));
const ENCRYPTION = ['AES256', 'AES256-GCM-16'].map((value) => ({ value }));
const INTEGRITY = ['SHA2-256', 'SHA2-384', 'SHA2-512'].map((value) => ({ value }));

/**
 * An encrypted connection of a site to the transit gateway over the internet: two tunnels that AWS brings up and restarts,
 * with IKEv2, 256-bit AES, SHA-2 and strong Diffie-Hellman groups only. AWS makes the pre-shared keys and keeps them in AWS
 * Secrets Manager; they are in no template.
 *
 * CloudFormation does not tell the id of the attachment: look it up once the connection exists, and route it with
 * `AttachmentRouting`.
 *
 * AWS documents every change but that of tags as a replacement. A replaced connection stays in AWS beside the new one, which
 * has other addresses and keys, so that the site stays connected until its device and the routing use the new one; delete the
 * old one then. Leaving the template deletes the connection.
 *
 * @throws Error when the address or the ASN is malformed
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-vpnconnection.html
 * @see https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
 */
export class SiteToSiteVpn extends Construct {
  /** `vpn-…` */
  readonly vpnConnectionId: string;
  /** `cgw-…` */
  readonly customerGatewayId: string;

  constructor(scope: Construct, id: string, props: SiteToSiteVpnProps) {
    super(scope, id);
    const { vpnName, transitGateway, ipAddress, bgpAsn = 65000, staticRoutesOnly = false, logGroup } = props;
    if (!Token.isUnresolved(ipAddress)) ipv4Number(ipAddress);
    checkAsn(bgpAsn);
    const tags = [{ key: 'Name', value: vpnName }];
    const customerGateway = new CfnCustomerGateway(this, 'CustomerGateway', {
      type: 'ipsec.1',
      ipAddress,
      tags,
      ...(bgpAsn > 2147483647 ? { bgpAsnExtended: bgpAsn } : { bgpAsn }),
    });
    const tunnel: CfnVPNConnection.VpnTunnelOptionsSpecificationProperty = {
      startupAction: 'start',
      dpdTimeoutAction: 'restart',
      ikeVersions: [{ value: 'ikev2' }],
      phase1DhGroupNumbers: DH_GROUPS,
      phase1EncryptionAlgorithms: ENCRYPTION,
      phase1IntegrityAlgorithms: INTEGRITY,
      phase2DhGroupNumbers: DH_GROUPS,
      phase2EncryptionAlgorithms: ENCRYPTION,
      phase2IntegrityAlgorithms: INTEGRITY,
      ...(logGroup && { logOptions: { cloudwatchLogOptions: this.logOptions(logGroup, !staticRoutesOnly) } }),
    };
    const connection = new CfnVPNConnection(this, 'Resource', {
      type: 'ipsec.1',
      customerGatewayId: customerGateway.ref,
      transitGatewayId: transitGateway.transitGatewayId,
      staticRoutesOnly,
      preSharedKeyStorage: 'SecretsManager',
      vpnTunnelOptionsSpecifications: [tunnel, tunnel],
      tags,
    });
    keepWhenReplaced(customerGateway);
    keepWhenReplaced(connection);
    this.vpnConnectionId = connection.ref;
    this.customerGatewayId = customerGateway.ref;
  }

  private logOptions(logGroup: ILogGroupRef, bgp: boolean): CfnVPNConnection.CloudwatchLogOptionsSpecificationProperty {
    // The ARN of a log group often ends with `:*`, which a VPN connection does not take.
    const logGroupArn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroup.logGroupRef.logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return {
      logEnabled: true,
      logGroupArn,
      logOutputFormat: 'json',
      ...(bgp && { bgpLogEnabled: true, bgpLogGroupArn: logGroupArn, bgpLogOutputFormat: 'json' }),
    };
  }
}

function keepWhenReplaced(resource: CfnResource): void {
  resource.cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE;
  resource.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
}

function checkAsn(asn: number): void {
  if (Token.isUnresolved(asn) || (Number.isInteger(asn) && asn >= 1 && asn <= 4294967295)) return;
  throw new Error(`'bgpAsn' must be a whole number from 1 to 4294967295, got ${JSON.stringify(asn)}`);
}
