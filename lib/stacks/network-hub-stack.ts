import { NestedStack, Validations } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import {
  AddressPools,
  DirectConnectAttachment,
  InspectionFirewall,
  type ISegment,
  type ITransitGatewayHub,
  Segment,
  SharedPrefixList,
  SiteToSiteVpn,
  type SpokeVpc,
  TransitGatewayHub,
} from '../../constructs';
import type { FirewallRow, NetworkModel, SiteRow, VpcRow } from '../model/network-model';
import type { OrganizationModel } from '../model/organization-model';
import { GovernanceStack } from './governance-stack';
import { addNetworkDns } from './network-dns';
import { addVpc, associateDns, type HubIds } from './network-vpc';
import type { OrganizationStack } from './organization-stack';
import { outputNameOf } from './output-name';

const TRANSIT_GATEWAY_OUTPUT = 'TransitGatewayId';
const DNS_PROFILE_OUTPUT = 'DnsProfileId';

/** What the hub is made of. */
export interface NetworkHubProps {
  readonly model: OrganizationModel;
  readonly network: NetworkModel;
  /** 12 digits. */
  readonly accountId: string;
  readonly organization: OrganizationStack;
}

/**
 * Wave 2: transit gateway, route tables, address pools, the VPCs of the network account, inspection, sites and DNS.
 *
 * Each VPC of the network account is a nested stack: a small organization may keep all of its VPCs here and share subnets.
 */
export class NetworkHubStack extends GovernanceStack {
  private readonly network: NetworkModel;
  private readonly poolIds: ReadonlyMap<string, string>;

  constructor(
    scope: Construct,
    private readonly props: NetworkHubProps,
  ) {
    const { model, network, accountId } = props;
    super(scope, 'NetworkHub', {
      account: accountId,
      region: model.homeRegion,
      bootstrapQualifier: model.bootstrapQualifier,
      description: 'Transit gateway, segments, egress, inspection and DNS',
    });
    this.network = network;
    const hub = this.addTransitGateway();
    this.addSegments(hub);
    this.poolIds = this.addAddressPools();
    const vpcs = this.addVpcs(hub);
    this.addDns(vpcs);
    if (network.firewall) this.addFirewall(network.firewall, hub);
    for (const site of network.sites) this.addSite(site, hub);
    for (const { name, maxEntries, entries, shareWith } of network.prefixLists) {
      new SharedPrefixList(this, `PrefixList ${name}`, {
        prefixListName: name,
        maxEntries,
        entries: [...entries],
        organizationalUnitArns: this.ouArns(shareWith),
      });
    }
  }

  /** Id of the profile that a VPC of another account needs, read by its stack. @returns undefined without one */
  dnsProfileId(reader: GovernanceStack): string | undefined {
    return this.network.dns && reader.read(this, DNS_PROFILE_OUTPUT);
  }

  /** The ids that a VPC of another account needs, read by its stack. */
  idsFor(reader: GovernanceStack): HubIds {
    const { transitGateway, addressPools } = this.network;
    return {
      transitGatewayId: transitGateway.id ?? reader.read(this, TRANSIT_GATEWAY_OUTPUT),
      addressPoolId: (name) =>
        addressPools.find((pool) => pool.name === name)?.id ?? reader.read(this, outputNameOf('Pool', name)),
      sharePrincipals: [],
    };
  }

  /** Route table of a segment, read by a later stack. */
  routeTableId(segment: string, reader: GovernanceStack): string {
    const row = this.network.segments.find(({ name }) => name === segment);
    return row?.routeTableId ?? reader.read(this, outputNameOf('Segment', segment));
  }

  private addTransitGateway(): ITransitGatewayHub {
    const { transitGateway: row, flowLogsBucketArn } = this.network;
    if (row.id !== undefined) return TransitGatewayHub.fromTransitGatewayId(this, 'TransitGateway', row.id);
    const hub = new TransitGatewayHub(this, 'TransitGateway', {
      transitGatewayName: 'governance',
      ...(row.amazonSideAsn !== undefined && { amazonSideAsn: row.amazonSideAsn }),
      dnsSupport: row.dnsSupport,
      vpnEcmpSupport: row.vpnEcmpSupport,
      securityGroupReferencingSupport: row.securityGroupReferencing,
      ...(row.encryption !== undefined && { encryptionSupport: row.encryption }),
      ...(row.cidrs.length > 0 && { transitGatewayCidrBlocks: [...row.cidrs] }),
      organizationalUnitArns: this.vpcOus(),
      ...(flowLogsBucketArn !== undefined && { flowLogsBucketArn }),
    });
    this.publish(TRANSIT_GATEWAY_OUTPUT, hub.transitGatewayId);
    return hub;
  }

  private addSegments(transitGateway: ITransitGatewayHub): void {
    for (const { name, routeTableId } of this.network.segments) {
      if (routeTableId !== undefined) continue;
      const segment: ISegment = new Segment(this, `Segment ${name}`, { segmentName: name, transitGateway });
      this.publish(outputNameOf('Segment', name), segment.routeTableId);
    }
  }

  private addAddressPools(): ReadonlyMap<string, string> {
    const adopted = this.network.addressPools.flatMap(({ name, id }) =>
      id === undefined ? [] : [[name, id] as const],
    );
    const created = this.network.addressPools.filter(({ id }) => id === undefined);
    if (created.length === 0) return new Map(adopted);
    const pools = new AddressPools(this, 'AddressPools', {
      pools: created.map(({ name, cidrs }) => ({
        poolName: name,
        cidrs: [...cidrs],
        organizationalUnitArns: this.vpcOus(),
      })),
    });
    for (const { name } of created) this.publish(outputNameOf('Pool', name), pools.poolId(name));
    return new Map([...adopted, ...created.map(({ name }) => [name, pools.poolId(name)] as const)]);
  }

  private addVpcs({ transitGatewayId }: ITransitGatewayHub): Map<string, SpokeVpc> {
    const { network } = this;
    const vpcs = new Map<string, SpokeVpc>();
    for (const row of network.vpcs.filter(({ account }) => account === network.account)) {
      const nested = new NestedStack(this, `Vpc ${row.name}`, { description: `VPC ${row.name}` });
      const vpc = addVpc(nested, row, network, {
        transitGatewayId,
        addressPoolId: (name) => this.poolIds.get(name) as string,
        sharePrincipals: this.sharePrincipals(row),
      });
      vpcs.set(row.name, vpc);
      this.publishAttachment(row.name, vpc.attachmentId as string);
    }
    return vpcs;
  }

  private addDns(vpcs: ReadonlyMap<string, SpokeVpc>): void {
    const profile = addNetworkDns(this, { network: this.network, vpcs, organizationalUnitArns: this.vpcOus() });
    if (!profile) return;
    this.publish(DNS_PROFILE_OUTPUT, profile.profileId);
    for (const row of this.network.vpcs) {
      const vpc = vpcs.get(row.name);
      if (!vpc) continue;
      associateDns(this, row, vpc, profile.profileId);
      if (!this.network.dns?.queryLogs) continue;
      Validations.of(vpc).acknowledge({
        id: 'Kisms::Kisms-VpcDnsQueryLogging',
        reason: 'The DNS profile logs the queries; the stack around this nested one associates it with the VPC',
      });
    }
  }

  private addFirewall(row: FirewallRow, { transitGatewayId }: ITransitGatewayHub): void {
    const firewall = new InspectionFirewall(this, 'Firewall', {
      firewallName: row.name,
      transitGatewayId,
      zones: [...row.zones],
      homeNetworks: [...this.network.supernets],
      ruleGroups: row.ruleGroups.map(({ domains, ...group }) => ({
        ...group,
        ...(domains && { domains: { ...domains, names: [...domains.names] } }),
      })),
      managedRuleGroups: [...row.managedRuleGroups],
      defaultAction: row.defaultAction,
      logs: row.logs,
      deleteProtection: row.deleteProtection,
    });
    if (this.network.flowLogsBucketArn !== undefined && row.logs.flow === undefined) {
      Validations.of(firewall).acknowledge({
        id: 'Kisms::Kisms-NetworkFirewallLogging[FLOW]',
        reason: 'All that reaches the firewall crosses the transit gateway, whose flow logs hold the connections',
      });
    }
    this.publishAttachment(row.name, firewall.attachmentId);
  }

  private addSite({ name, vpn, directConnect }: SiteRow, transitGateway: ITransitGatewayHub): void {
    if (vpn) {
      new SiteToSiteVpn(this, `Vpn ${name}`, {
        vpnName: name,
        transitGateway,
        ipAddress: vpn.customerGatewayIp,
        bgpAsn: vpn.asn,
        staticRoutesOnly: vpn.staticRoutes,
        ...(vpn.logGroup !== undefined && {
          logGroup: LogGroup.fromLogGroupName(this, `VpnLogs ${name}`, vpn.logGroup),
        }),
      });
    }
    if (directConnect) {
      const { gatewayId, amazonSideAsn, allowedPrefixes } = directConnect;
      new DirectConnectAttachment(this, `DirectConnect ${name}`, {
        transitGateway,
        allowedPrefixes: [...allowedPrefixes],
        ...(gatewayId === undefined
          ? { gateway: { directConnectGatewayName: name, amazonSideAsn } }
          : { directConnectGatewayId: gatewayId }),
      });
    }
  }

  private publishAttachment(name: string, attachmentId: string): void {
    this.publish(attachmentOutput(name), attachmentId);
  }

  private sharePrincipals({ sharedWith }: VpcRow): string[] {
    return sharedWith.flatMap((place) => {
      if (place.kind === 'account') return this.props.model.accounts.find(({ name }) => name === place.name)?.id ?? [];
      return this.ouArns([place.kind === 'root' ? 'Root' : place.path]);
    });
  }

  /** OUs whose accounts attach VPCs, and so need the gateway, the pools and the DNS profile. */
  private vpcOus(): string[] {
    return this.ouArns(this.network.transitGateway.shareWith);
  }

  private ouArns(paths: readonly string[]): string[] {
    const { model, organization } = this.props;
    const prefix = `arn:${model.partition}:organizations::${organization.account}`;
    return paths.map((path) =>
      path === 'Root'
        ? `${prefix}:organization/${model.organizationId}`
        : `${prefix}:ou/${model.organizationId}/${organization.organizationalUnitId(path, this)}`,
    );
  }
}

/** Output under which a stack publishes the id of an attachment. */
export function attachmentOutput(name: string): string {
  return outputNameOf('Attachment', name);
}
