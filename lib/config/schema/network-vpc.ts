import { z } from 'zod';
import { cidr, networkName, uninspected, zones } from './network-address';
import { accountName, ouPath, selector } from './selector';

const port = z.int().min(0).max(65535);

const networkAclRule = z
  .strictObject({
    direction: z.enum(['ingress', 'egress']),
    action: z.enum(['allow', 'deny']),
    protocol: z.enum(['tcp', 'udp', 'icmp', 'all']),
    cidr,
    fromPort: port.optional().describe('First port; only for tcp and udp. Default: every port.'),
    toPort: port.optional().describe('Last port. Default: fromPort.'),
  })
  .describe('Rules count in the order in which they are written; what no rule names is denied.');

const tier = z.strictObject({
  name: networkName.describe('CAUTION: a new name replaces the subnets.'),
  type: z
    .enum(['public', 'private', 'isolated'])
    .describe('public: route to an internet gateway. private: route to the transit gateway. isolated: no way out.'),
  netmask: z
    .int()
    .min(16)
    .max(28)
    .describe('Size of the subnet of each zone: 16 to 28. CAUTION: a change replaces the subnets.'),
  networkAcl: z.array(networkAclRule).min(1).max(20).optional().describe('Default: everything is allowed.'),
});

const fromPool = z.strictObject({
  pool: networkName.describe('Name of an address pool.'),
  netmask: z.int().min(16).max(28).describe('Size of the VPC: 16 to 28.'),
});

/** What a VPC and a template of VPCs have in common. */
const vpcFields = {
  segment: networkName.describe('Segment whose route table the attachment is associated with.'),
  zones: zones.optional().describe('Default: `zones` of the file.'),
  tiers: z.array(tier).min(1).describe('Subnets, besides the /28 of each zone that the attachment has for itself.'),
  internet: z
    .enum(['central', 'local', 'none'])
    .optional()
    .describe(
      'central: by the transit gateway. local: an internet gateway and NAT gateways of its own. Default: none.',
    ),
  uninspected,
  gatewayEndpoints: z
    .array(z.enum(['s3', 'dynamodb']))
    .optional()
    .describe('Default: both; they cost nothing.'),
  interfaceEndpoints: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9.-]*$/))
    .min(1)
    .optional()
    .describe('Services such as `ssm` with an endpoint in the first private tier. Central endpoints are cheaper.'),
  flowLogs: z.boolean().optional().describe('Default: true when the file says where flow logs go.'),
};

export const vpc = z.strictObject({
  name: networkName.describe('Identity of the VPC and its attachment. CAUTION: a new name replaces both.'),
  account: accountName.optional().describe('Account that owns it. Default: the network account.'),
  role: z
    .enum(['spoke', 'egress'])
    .optional()
    .describe('egress: the way to the internet for every segment, with NAT gateways. Default: spoke.'),
  cidr: cidr.optional().describe('Give this or `addresses`. CAUTION: a change replaces the VPC.'),
  addresses: fromPool.optional().describe('A block of an IPAM pool. Give this or `cidr`.'),
  ...vpcFields,
  applianceMode: z
    .boolean()
    .optional()
    .describe('Keeps a flow in one zone; only for a VPC that holds stateful appliances. Default: false.'),
  shareSubnets: z
    .strictObject({ ous: z.array(ouPath).min(1).optional(), accounts: z.array(accountName).min(1).optional() })
    .optional()
    .describe('Who may start resources in the subnets of the tiers (AWS RAM); only for a VPC of the network account.'),
});

export const vpcTemplate = z.strictObject({
  name: networkName.describe('The VPC of an account is called ACCOUNT-NAME.'),
  targets: selector,
  cidrs: z
    .record(accountName, cidr)
    .optional()
    .describe('Block of each account. Every selected account needs one, or `addresses`.'),
  addresses: fromPool.optional().describe('A block of an IPAM pool for each account that `cidrs` does not name.'),
  ...vpcFields,
});
