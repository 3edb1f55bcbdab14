import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ipv4Cidr, ipv4Number, ipv4Size } from '../../constructs';
import type { NetworkConfig } from '../../lib/config/schema/network';

const WORKLOAD_SEGMENTS = 8;

/** Block of a segment of workloads: a /12 each, behind the first, which the platform has. */
function segmentCidr(segment: number): string {
  return `10.${16 * (segment + 1)}.0.0/12`;
}

const workload = (segment: number): string => `workload-${segment}`;

/**
 * A plausible network, the same at every call: twelve segments, all but one way out through inspection, and one VPC after
 * the other for the given accounts.
 *
 * @param accounts - names of accounts with an id, that own the VPCs by turns
 */
export function generateNetworkConfig(accounts: readonly string[], vpcCount: number): NetworkConfig {
  const workloads = Array.from({ length: WORKLOAD_SEGMENTS }, (_, segment) => segment);
  const everywhere = workloads.map(workload);
  return {
    version: 1,
    supernets: ['10.0.0.0/8', '192.168.0.0/16'],
    zones: ['apne2-az1', 'apne2-az3'],
    flowLogs: { bucketArn: 'arn:aws:s3:::example-network-logs-222233334444' },
    transitGateway: {},
    segments: [
      ...workloads.map((segment) => ({
        name: workload(segment),
        cidrs: [segmentCidr(segment)],
        reaches: ['shared'],
        // Neighbours in pairs: 0 and 1, 2 and 3, …
        inspected: ['onprem', workload(segment % 2 === 0 ? segment + 1 : segment - 1)],
        internet: 'inspected' as const,
      })),
      {
        name: 'shared',
        cidrs: ['10.0.4.0/22'],
        reaches: everywhere,
        inspected: ['onprem'],
        internet: 'inspected' as const,
      },
      { name: 'onprem', cidrs: ['192.168.0.0/16'], inspected: [...everywhere, 'shared'] },
      { name: 'inspection', reaches: [...everywhere, 'shared', 'onprem'], internet: 'direct' as const },
      { name: 'egress', cidrs: ['10.0.0.0/22'], inspected: [...everywhere, 'shared'] },
    ],
    vpcs: [
      {
        name: 'internet-egress',
        role: 'egress',
        segment: 'egress',
        cidr: '10.0.0.0/22',
        tiers: [{ name: 'public', type: 'public', netmask: 26 }],
      },
      {
        name: 'shared-services',
        segment: 'shared',
        cidr: '10.0.4.0/22',
        internet: 'central',
        tiers: [{ name: 'endpoints', type: 'private', netmask: 25 }],
      },
      ...Array.from({ length: vpcCount - 2 }, (_, index) => ({
        name: `vpc-${index}`,
        account: accounts[index % accounts.length] as string,
        segment: workload(index % WORKLOAD_SEGMENTS),
        cidr: vpcCidr(index),
        internet: 'central' as const,
        tiers: [
          { name: 'app', type: 'private' as const, netmask: 25 },
          { name: 'db', type: 'isolated' as const, netmask: 27 },
        ],
      })),
    ],
    inspection: { segment: 'inspection' },
    sites: [
      {
        name: 'office',
        segment: 'onprem',
        cidrs: ['192.168.0.0/16'],
        attachmentId: 'tgw-attach-0123456789abcdef0',
      },
    ],
    intents: [
      { name: 'apart', from: workload(0), to: workload(7), expect: 'deny' },
      { name: 'inspected', from: workload(0), to: workload(1), expect: 'via', via: 'firewall' },
      ...everywhere.map((from) => ({
        name: `${from} leaves through inspection`,
        from,
        to: 'internet',
        expect: 'via' as const,
        via: 'firewall',
      })),
    ],
  };
}

function vpcCidr(index: number): string {
  const [first] = segmentCidr(index % WORKLOAD_SEGMENTS).split('/') as [string];
  return ipv4Cidr({ first: ipv4Number(first) + Math.floor(index / WORKLOAD_SEGMENTS) * ipv4Size(23), netmask: 23 });
}

/** Writes the network of {@link generateNetworkConfig} into a config folder. */
export function writeNetwork(directory: string, accounts: readonly string[], vpcCount: number): void {
  const yaml = stringify(generateNetworkConfig(accounts, vpcCount), { aliasDuplicateObjects: false });
  writeFileSync(join(directory, 'network.yaml'), yaml);
}
