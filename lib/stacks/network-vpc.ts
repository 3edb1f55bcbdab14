import type { Construct } from 'constructs';
import { DnsProfileAssociation, EgressVpc, SpokeVpc, type VpcOptions } from '../../constructs';
import type { NetworkModel, VpcRow } from '../model/network-model';

/** What a VPC needs of the hub, as ids or as values that the deployment reads. */
export interface HubIds {
  readonly transitGatewayId: string;
  /** Id of an IPAM pool, by name. */
  addressPoolId(name: string): string;
  /** What AWS RAM shares subnets with: ARN of an OU or an account id. */
  readonly sharePrincipals: readonly string[];
}

/** A VPC with its attachment. */
export function addVpc(scope: Construct, row: VpcRow, network: NetworkModel, hub: HubIds): SpokeVpc {
  const options: VpcOptions = {
    vpcName: row.name,
    ...(row.cidr !== undefined && { cidr: row.cidr }),
    ...(row.pool && { ipamPool: { poolId: hub.addressPoolId(row.pool.name), netmask: row.pool.netmask } }),
    zones: [...row.zones],
    tiers: row.tiers.map(({ networkAcl, ...tier }) => ({
      ...tier,
      ...(networkAcl && { networkAcl: [...networkAcl] }),
    })),
    gatewayEndpoints: [...row.gatewayEndpoints],
    interfaceEndpoints: [...row.interfaceEndpoints],
    ...(row.flowLogs && network.flowLogsBucketArn !== undefined && { flowLogsBucketArn: network.flowLogsBucketArn }),
    securityGroupReferencing: network.transitGateway.securityGroupReferencing,
    ...(hub.sharePrincipals.length > 0 && { shareSubnetsWith: [...hub.sharePrincipals] }),
  };
  const transit = { transitGatewayId: hub.transitGatewayId, transitGatewayCidrs: [...network.supernets] };
  const id = `Vpc ${row.name}`;
  const vpc =
    row.role === 'egress'
      ? new EgressVpc(scope, id, { ...options, ...transit }).vpc
      : new SpokeVpc(scope, id, {
          ...options,
          ...transit,
          internet: row.internet,
          applianceMode: row.applianceMode,
        });
  return vpc;
}

/** Gives a VPC the DNS of the organization. */
export function associateDns(scope: Construct, { name }: VpcRow, { vpcId }: SpokeVpc, profileId: string): void {
  new DnsProfileAssociation(scope, `Dns ${name}`, { name, profileId, vpcId });
}
