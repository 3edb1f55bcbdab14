import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  CentralEndpoints,
  DnsFirewall,
  DnsProfile,
  type DnsProfileResource,
  ResolverEndpoints,
  ResolverQueryLogs,
  type SpokeVpc,
} from '../../constructs';
import type { DnsRow, NetworkModel } from '../model/network-model';

/** What the DNS of the network is made of. */
export interface NetworkDnsProps {
  readonly network: NetworkModel;
  /** VPCs of the network account, by name. */
  readonly vpcs: ReadonlyMap<string, SpokeVpc>;
  /** OUs whose accounts have VPCs. */
  readonly organizationalUnitArns: string[];
}

/** The profile that every VPC gets, with everything that it carries. @returns undefined when the network has none */
export function addNetworkDns(scope: Construct, props: NetworkDnsProps): DnsProfile | undefined {
  const { dns } = props.network;
  if (!dns) return undefined;
  return new DnsProfile(scope, 'DnsProfile', {
    profileName: dns.profile,
    resources: [
      ...hostedZones(scope, dns),
      ...resolver(scope, dns, props),
      ...firewall(scope, dns),
      ...queryLogs(scope, dns),
      ...centralEndpoints(scope, props),
    ],
    organizationalUnitArns: props.organizationalUnitArns,
  });
}

function hostedZones(scope: Construct, { privateHostedZoneIds }: DnsRow): DnsProfileResource[] {
  const zone = { service: 'route53', region: '', account: '', resource: 'hostedzone' };
  return privateHostedZoneIds.map((id) => ({
    name: id,
    resourceArn: Stack.of(scope).formatArn({ ...zone, resourceName: id }),
  }));
}

function resolver(scope: Construct, dns: DnsRow, { network, vpcs }: NetworkDnsProps): DnsProfileResource[] {
  if (!dns.endpoints) return [];
  const { vpc, inbound, outbound } = dns.endpoints;
  const { vpcId, subnetIds } = sharedSubnets(vpc, network, vpcs);
  return new ResolverEndpoints(scope, 'Resolver', {
    name: 'resolver',
    vpcId,
    subnetIds,
    ...(inbound && { inboundCidrs: network.sites.flatMap(({ cidrs }) => cidrs) }),
    ...(outbound && { rules: dns.rules.map((rule) => ({ ...rule, targets: [...rule.targets] })) }),
  }).profileResources;
}

function firewall(scope: Construct, { firewall }: DnsRow): DnsProfileResource[] {
  if (!firewall) return [];
  const { allowDomains, blockDomains, managedDomainListIds, action } = firewall;
  return new DnsFirewall(scope, 'DnsFirewall', {
    name: 'dns-firewall',
    allowDomains: [...allowDomains],
    blockDomains: [...blockDomains],
    managedDomainListIds: [...managedDomainListIds],
    action,
  }).profileResources;
}

function queryLogs(scope: Construct, { queryLogs }: DnsRow): DnsProfileResource[] {
  if (!queryLogs) return [];
  return new ResolverQueryLogs(scope, 'QueryLogs', { name: 'query-logs', destination: queryLogs }).profileResources;
}

function centralEndpoints(scope: Construct, { network, vpcs }: NetworkDnsProps): DnsProfileResource[] {
  if (!network.centralEndpoints) return [];
  const { vpc, services } = network.centralEndpoints;
  return new CentralEndpoints(scope, 'CentralEndpoints', {
    ...sharedSubnets(vpc, network, vpcs),
    allowedCidrs: [...network.supernets],
    services: [...services],
    name: 'central',
  }).profileResources;
}

/** Subnets of the first private tier of a VPC of the network account. */
function sharedSubnets(
  name: string,
  { vpcs: rows }: NetworkModel,
  vpcs: ReadonlyMap<string, SpokeVpc>,
): { vpcId: string; subnetIds: string[] } {
  const vpc = vpcs.get(name);
  const tier = rows.find((row) => row.name === name)?.tiers.find(({ type }) => type === 'private');
  if (!vpc || !tier) throw new Error(`VPC ${JSON.stringify(name)} has no private tier in the network account`);
  return { vpcId: vpc.vpcId, subnetIds: vpc.subnetIds(tier.name) };
}
