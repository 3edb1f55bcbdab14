import { Stack, Validations } from 'aws-cdk-lib';
import {
  CfnInternetGateway,
  type CfnTransitGatewayAttachment,
  CfnVPC,
  CfnVPCEndpoint,
  CfnVPCGatewayAttachment,
  GatewayVpcEndpointAwsService,
} from 'aws-cdk-lib/aws-ec2';
import { CfnResourceShare } from 'aws-cdk-lib/aws-ram';
import { Construct } from 'constructs';
import { ATTACHMENT_TIER, ipv4Block, planSubnets } from '../ipv4';
import { checkVpc } from './check-vpc';
import { deployTimeSubnetCidr, literalSubnetCidr } from './subnet-cidr';
import { ALLOW_EVERYTHING } from './subnet-network-acl';
import { SubnetTier } from './subnet-tier';
import { attachVpc } from './vpc-attachment';
import { logVpcFlows } from './vpc-flow-log';
import { VpcInterfaceEndpoints } from './vpc-interface-endpoints';
import type { VpcNetworkAclRule, VpcOptions } from './vpc-options';
import { tierRoutes, type VpcInternet } from './vpc-routes';

/** Settings of a {@link SpokeVpc}. */
export interface SpokeVpcProps extends VpcOptions {
  /**
   * Transit gateway to attach the VPC to, by a /28 of its own in each zone; one is reserved in any case.
   *
   * **CAUTION**: another one replaces the attachment.
   *
   * @default - the VPC is attached to none
   */
  readonly transitGatewayId?: string;
  /** IPv4 blocks that private and public tiers reach by the transit gateway. @default - none */
  readonly transitGatewayCidrs?: string[];
  /**
   * How private tiers reach the internet. `central`: whatever leaves the VPC goes to the transit gateway. `local`: by a NAT
   * gateway in each zone, in the first public tier. `none`: not at all.
   *
   * @default 'none'
   */
  readonly internet?: VpcInternet;
  /**
   * Whether the transit gateway keeps both directions of a flow in one zone, which a VPC of stateful appliances needs; in any
   * other it costs traffic between zones.
   *
   * @default false
   */
  readonly applianceMode?: boolean;
}

const GATEWAY_SERVICES = { s3: GatewayVpcEndpointAwsService.S3, dynamodb: GatewayVpcEndpointAwsService.DYNAMODB };

/**
 * A VPC of workloads: the same layout in every zone, one route table for each subnet, and no way out that is not asked for.
 *
 * Logical ids are made of tier, zone and destination: whatever is appended leaves the rest as it is.
 *
 * AWS makes a default security group whose rules CloudFormation cannot remove: nothing here uses it, and the AWS Config rule
 * `vpc-default-security-group-closed` reports it until somebody removes them.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html
 */
export class SpokeVpc extends Construct {
  readonly vpcId: string;
  readonly vpcArn: string;
  /** IPv4 block. */
  readonly cidrBlock: string;
  /** Attachment to the transit gateway; there is none without `transitGatewayId`. */
  readonly attachmentId?: string;
  /** NAT gateways in the order of `zones`; none unless `internet` is `local`. */
  readonly natGatewayIds: string[] = [];
  private readonly tiers = new Map<string, SubnetTier>();
  private readonly vpcName: string;

  /** @throws Error when the settings contradict each other, or the tiers do not fit into the block */
  constructor(scope: Construct, id: string, props: SpokeVpcProps) {
    super(scope, id);
    checkVpc(props);
    const { vpcName, cidr, ipamPool, tiers, transitGatewayId, internet = 'none' } = props;
    this.vpcName = vpcName;
    const netmask = ipamPool?.netmask ?? ipv4Block(cidr as string).netmask;
    const plan = planSubnets({ netmask, zones: props.zones, tiers });

    const vpc = new CfnVPC(this, 'Resource', {
      ...(ipamPool ? { ipv4IpamPoolId: ipamPool.poolId, ipv4NetmaskLength: netmask } : { cidrBlock: cidr }),
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: [{ key: 'Name', value: vpcName }],
    });
    for (const pack of ['NIST.800.53.R5', 'Kisms']) {
      Validations.of(vpc).acknowledge({
        id: `${pack}::${pack}-VPCDefaultSecurityGroupClosed`,
        reason:
          'CloudFormation cannot remove the rules of the default security group. Nothing in this VPC uses it, and the AWS Config rule vpc-default-security-group-closed reports it until they are removed.',
      });
    }
    this.vpcId = vpc.attrVpcId;
    this.vpcArn = Stack.of(this).formatArn({ service: 'ec2', resource: 'vpc', resourceName: this.vpcId });
    this.cidrBlock = cidr ?? vpc.attrCidrBlock;
    if (props.flowLogsBucketArn !== undefined) logVpcFlows(this, this.vpcId, vpcName, props.flowLogsBucketArn);

    const addTier = (tierName: string, networkAclReason: string, networkAcl?: VpcNetworkAclRule[]) => {
      const blocks = plan
        .filter(({ tier }) => tier === tierName)
        .map((subnet) => ({
          zone: subnet.zone,
          cidrBlock:
            cidr === undefined
              ? deployTimeSubnetCidr(vpc.attrCidrBlock, netmask, subnet)
              : literalSubnetCidr(cidr, subnet),
        }));
      const settings = { vpcId: this.vpcId, vpcName, tierName, blocks, networkAcl, networkAclReason };
      this.tiers.set(tierName, new SubnetTier(this, tierName, settings));
    };
    for (const { name, networkAcl } of tiers) {
      addTier(name, `Tier ${name} asks for these rules, beside its security groups.`, networkAcl);
    }
    let attachment: CfnTransitGatewayAttachment | undefined;
    if (transitGatewayId !== undefined) {
      addTier(
        ATTACHMENT_TIER,
        'AWS advises a network ACL of their own for the subnets of an attachment, and to keep it open.',
        ALLOW_EVERYTHING,
      );
      attachment = attachVpc(this, {
        vpcId: this.vpcId,
        vpcName,
        transitGatewayId,
        subnetIds: this.subnetIds(ATTACHMENT_TIER),
        applianceMode: props.applianceMode ?? false,
        securityGroupReferencing: props.securityGroupReferencing ?? true,
      });
      this.attachmentId = attachment.attrId;
    }
    const internetGateway = internet === 'local' ? this.addInternetGateway(props) : undefined;
    for (const { name, type } of tiers) {
      const routes = tierRoutes(type, internet, props.transitGatewayCidrs ?? []);
      this.tier(name).subnets.forEach((subnet, zone) => {
        for (const { cidr: destination, target } of routes) {
          if (target === 'transit-gateway') subnet.addRoute(destination, { transitGatewayId }, attachment);
          else if (target === 'nat-gateway') subnet.addRoute(destination, { natGatewayId: this.natGatewayIds[zone] });
          else subnet.addRoute(destination, { gatewayId: internetGateway?.internetGatewayId }, internetGateway);
        }
      });
    }
    this.addEndpoints(props);
    this.shareSubnets(props);
  }

  /**
   * Subnets of a tier, or of `attachment`, in the order of `zones`.
   *
   * @throws Error when there is no such tier
   */
  subnetIds(tier: string): string[] {
    return this.tier(tier).subnetIds;
  }

  /**
   * Route tables of a tier, or of `attachment`, in the order of `zones`.
   *
   * @throws Error when there is no such tier
   */
  routeTableIds(tier: string): string[] {
    return this.tier(tier).routeTableIds;
  }

  private tier(name: string): SubnetTier {
    const tier = this.tiers.get(name);
    if (tier === undefined) {
      throw new Error(`there is no tier ${JSON.stringify(name)}: use one of ${JSON.stringify([...this.tiers.keys()])}`);
    }
    return tier;
  }

  private addInternetGateway({ tiers }: SpokeVpcProps): CfnVPCGatewayAttachment {
    const { vpcId, vpcName } = this;
    const gateway = new CfnInternetGateway(this, 'InternetGateway', { tags: [{ key: 'Name', value: vpcName }] });
    const attachment = new CfnVPCGatewayAttachment(this, 'InternetGatewayAttachment', {
      vpcId,
      internetGatewayId: gateway.attrInternetGatewayId,
    });
    const first = tiers.find(({ type }) => type === 'public');
    if (first)
      this.natGatewayIds.push(...this.tier(first.name).subnets.map((subnet) => subnet.addNatGateway(attachment)));
    return attachment;
  }

  private addEndpoints({ tiers, gatewayEndpoints = ['s3', 'dynamodb'], interfaceEndpoints = [] }: SpokeVpcProps): void {
    for (const service of gatewayEndpoints) {
      new CfnVPCEndpoint(this, `GatewayEndpoint-${service}`, {
        vpcId: this.vpcId,
        vpcEndpointType: 'Gateway',
        serviceName: GATEWAY_SERVICES[service].name,
        routeTableIds: tiers.flatMap(({ name }) => this.routeTableIds(name)),
        tags: [{ key: 'Name', value: `${this.vpcName}/${service}` }],
      });
    }
    const first = tiers.find(({ type }) => type === 'private');
    if (interfaceEndpoints.length > 0 && first) {
      new VpcInterfaceEndpoints(this, 'InterfaceEndpoints', {
        vpcId: this.vpcId,
        allowedCidrs: [this.cidrBlock],
        subnetIds: this.subnetIds(first.name),
        services: interfaceEndpoints,
        name: this.vpcName,
      });
    }
  }

  private shareSubnets({ tiers, shareSubnetsWith = [] }: SpokeVpcProps): void {
    if (shareSubnetsWith.length === 0) return;
    new CfnResourceShare(this, 'SubnetShare', {
      name: `${this.vpcName}-subnets`,
      allowExternalPrincipals: false,
      principals: shareSubnetsWith,
      resourceArns: tiers
        .flatMap(({ name }) => this.subnetIds(name))
        .map((resourceName) => Stack.of(this).formatArn({ service: 'ec2', resource: 'subnet', resourceName })),
    });
  }
}
