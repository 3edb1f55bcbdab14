import { z } from 'zod';
import { formatted } from '../format';
import { amazonSideAsn, cidr, networkName, s3BucketArn, uninspected, zones } from './network-address';
import { dns, inspection, site } from './network-services';
import { vpc, vpcTemplate } from './network-vpc';
import { accountName, ouPath } from './selector';

const transitGateway = z.strictObject({
  id: formatted(/^tgw-[0-9a-f]{8,17}$/, 'the id of a transit gateway', 'Transit Gateway ID', 'tgw-0123456789abcdef0')
    .optional()
    .describe('Adopts a transit gateway that exists: the keys below are then left as they are. Absent: it is created.'),
  amazonSideAsn: amazonSideAsn
    .optional()
    .describe('Default: that of AWS, 64512. CAUTION: to add, change or remove it replaces the transit gateway.'),
  dnsSupport: z.boolean().optional().describe('Default: true.'),
  vpnEcmpSupport: z.boolean().optional().describe('Default: true.'),
  securityGroupReferencing: z
    .boolean()
    .optional()
    .describe('Whether security groups may name groups of other VPCs. Default: true.'),
  encryption: z.boolean().optional().describe('Encryption of all traffic between VPCs. Default: left to AWS (off).'),
  cidrs: z.array(cidr).min(1).max(5).optional().describe('CIDR blocks of the transit gateway itself, for Connect.'),
  shareWith: z
    .array(ouPath)
    .min(1)
    .optional()
    .describe('OUs that may attach VPCs. Default: the OUs of the accounts that own a VPC.'),
});

const route = z.strictObject({
  cidr,
  to: networkName.optional().describe('VPC, firewall or site. Give this or `blackhole`.'),
  blackhole: z.literal(true).optional().describe('Drops the traffic. Give this or `to`.'),
});

const segment = z
  .strictObject({
    name: networkName,
    routeTableId: formatted(
      /^tgw-rtb-[0-9a-f]{8,17}$/,
      'the id of a transit gateway route table',
      'Transit Gateway 라우팅 테이블 ID',
      'tgw-rtb-0123456789abcdef0',
    )
      .optional()
      .describe('Adopts a route table that exists. Absent: it is created.'),
    cidrs: z.array(cidr).min(1).optional().describe('Summary: every block of the segment must lie in it.'),
    reaches: z
      .array(networkName)
      .optional()
      .describe('Segments that are reached directly: their attachments propagate to this table. Itself included.'),
    inspected: z.array(networkName).optional().describe('Segments that are reached through the firewall.'),
    internet: z
      .enum(['inspected', 'direct', 'none'])
      .optional()
      .describe('Way to the internet: through the firewall, straight to the egress VPC, or none. Default: none.'),
    uninspected,
    routes: z.array(route).optional().describe('Static routes besides those that follow from the keys above.'),
  })
  .describe('One transit gateway route table. What is not reached is dropped by blackhole routes.');

const addressPool = z.strictObject({
  name: networkName,
  id: formatted(/^ipam-pool-[0-9a-f]{8,17}$/, 'the id of an IPAM pool', 'IPAM 풀 ID', 'ipam-pool-0123456789abcdef0')
    .optional()
    .describe('Adopts a pool that exists and is shared with the accounts. Absent: IPAM and pool are created.'),
  cidrs: z.array(cidr).min(1).describe('Blocks that the pool gives from.'),
});

const prefixList = z.strictObject({
  name: networkName,
  maxEntries: z.int().min(1).max(1000).describe('Counts fully against the quota of whatever refers to the list.'),
  entries: z.array(z.strictObject({ cidr, description: z.string().max(255).optional() })).min(1),
  shareWith: z
    .array(ouPath)
    .min(1)
    .optional()
    .describe('OUs that may use it. Default: nobody but the network account.'),
});

const intent = z.strictObject({
  name: z.string().min(1).max(120),
  from: networkName.describe('Segment, VPC, site or `internet`.'),
  to: networkName.describe('Segment, VPC, site or `internet`.'),
  expect: z.enum(['allow', 'deny', 'via']).describe('Of every pair of the two sides.'),
  via: networkName.optional().describe('VPC or firewall that the traffic must pass, for `expect: via`.'),
  port: z.int().min(1).max(65535).optional().describe('TCP port that network ACLs are judged by. Default: any.'),
});

export const networkSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this file format.'),
    account: accountName.optional().describe('Network account. Default: the one account whose purpose is network.'),
    supernets: z
      .array(cidr)
      .min(1)
      .describe('All private addresses of the organization and its sites; VPCs send these to the transit gateway.'),
    zones: zones.describe('Availability Zone ids, the same physical zones in every account.'),
    flowLogs: z
      .strictObject({ bucketArn: s3BucketArn.describe('Bucket that exists, in the log archive account.') })
      .optional()
      .describe('Flow logs of every VPC and of the transit gateway: Parquet, hourly partitions.'),
    transitGateway,
    segments: z.array(segment).min(1),
    addressPools: z.array(addressPool).min(1).optional().describe('IPAM pools.'),
    vpcs: z.array(vpc).optional(),
    vpcTemplates: z.array(vpcTemplate).optional().describe('One VPC in every account of a selector.'),
    inspection: inspection.optional(),
    sites: z.array(site).min(1).optional().describe('On-premises networks.'),
    dns: dns.optional(),
    centralEndpoints: z
      .strictObject({
        vpc: networkName.describe('VPC of the network account that holds them, in its first private tier.'),
        services: z
          .array(z.string().regex(/^[a-z0-9][a-z0-9.-]*$/))
          .min(1)
          .describe('Services such as `ssm`; their private DNS names resolve in every VPC through the profile.'),
      })
      .optional()
      .describe('Interface endpoints that all VPCs use. Needs `dns`.'),
    prefixLists: z.array(prefixList).min(1).optional(),
    intents: z
      .array(intent)
      .min(1)
      .optional()
      .describe('What must and must not be reachable; synth fails when one does not hold.'),
  })
  .describe('The network: transit gateway, segments, VPCs, inspection, sites, DNS, and what may reach what.');

export type NetworkConfig = z.infer<typeof networkSchema>;
