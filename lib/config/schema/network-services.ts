import { z } from 'zod';
import { formatted } from '../format';
import { amazonSideAsn, cidr, ipv4, networkName, s3BucketArn, zones } from './network-address';

const filePath = z.string().min(1);
const domain = formatted(
  /^(?:\*\.)?(?:[A-Za-z0-9_-]{1,63}\.)*[A-Za-z0-9_-]{1,63}\.?$/,
  'a domain name, `*.` in front allowed',
  '도메인 이름(앞에 `*.` 가능)',
  'corp.example.com',
);
const logGroupName = formatted(
  /^[\w./#-]{1,512}$/,
  'the name of a log group',
  '로그 그룹 이름',
  '/governance/network-firewall',
);
const destination = z
  .strictObject({
    bucketArn: s3BucketArn.optional().describe('Bucket that exists. Give this or `logGroup`.'),
    logGroup: logGroupName.optional().describe('Log group that exists. Give this or `bucketArn`.'),
  })
  .describe('Where logs go.');

const ruleGroup = z.strictObject({
  name: networkName,
  capacity: z.int().min(1).max(30000).describe('Most rules it may ever hold. CAUTION: a change replaces the group.'),
  priority: z.int().min(1).max(65535).describe('Lower counts first; each once.'),
  suricataFile: filePath.optional().describe('Suricata rules in a file of the config folder. Give this or `domains`.'),
  domains: z
    .strictObject({
      action: z.enum(['allow', 'deny']),
      names: z.array(domain).min(1).describe('`.example.com` covers subdomains: write `*.example.com`.'),
    })
    .optional()
    .describe('Domains of HTTP and TLS that are allowed or denied.'),
});

export const inspection = z
  .strictObject({
    name: networkName.optional().describe('Name of the firewall in routes and intents. Default: firewall.'),
    segment: networkName.describe('Segment whose table decides where inspected traffic goes on.'),
    zones: zones.optional().describe('Default: `zones` of the file.'),
    ruleGroups: z.array(ruleGroup).max(20).optional().describe('Rule groups of your own.'),
    managedRuleGroups: z
      .array(
        z.strictObject({
          arn: formatted(
            /^arn:aws[a-z-]*:network-firewall:[a-z0-9-]+:aws-managed:stateful-rulegroup\/[\w-]+$/,
            'the ARN of a managed stateful rule group',
            '관리형 상태 저장 규칙 그룹 ARN',
            'arn:aws:network-firewall:ap-northeast-2:aws-managed:stateful-rulegroup/BotNetCommandAndControlDomainsStrictOrder',
          ),
          priority: z.int().min(1).max(65535),
          alertOnly: z.boolean().optional().describe('Alerts instead of dropping. Default: false.'),
        }),
      )
      .max(20)
      .optional(),
    defaultAction: z
      .enum(['drop-established', 'alert-established', 'pass'])
      .optional()
      .describe('What happens to traffic that no rule names. Default: drop-established.'),
    logs: z
      .strictObject({ alert: destination.optional(), flow: destination.optional(), tls: destination.optional() })
      .optional(),
    deleteProtection: z.boolean().optional().describe('Default: true.'),
  })
  .describe('AWS Network Firewall, attached to the transit gateway itself.');

export const site = z.strictObject({
  name: networkName,
  segment: networkName,
  cidrs: z.array(cidr).min(1).describe('Networks on the other side.'),
  attachmentId: formatted(
    /^tgw-attach-[0-9a-f]{8,17}$/,
    'the id of a transit gateway attachment',
    'Transit Gateway 연결 ID',
    'tgw-attach-0123456789abcdef0',
  )
    .optional()
    .describe(
      'CloudFormation does not tell the id of a VPN or Direct Connect attachment: write it here once it exists. Until then the site is connected to no segment.',
    ),
  vpn: z
    .strictObject({
      customerGatewayIp: ipv4.describe('Public address of your device.'),
      asn: z.int().min(1).max(4294967295).optional().describe('ASN of your device. Default: 65000.'),
      staticRoutes: z.boolean().optional().describe('Without BGP: routes to `cidrs` are static. Default: false.'),
      logGroup: logGroupName.optional().describe('Log group that exists, for the tunnel logs.'),
    })
    .optional()
    .describe('Site-to-Site VPN that is created here. Give this, `directConnect` or only `attachmentId`.'),
  directConnect: z
    .strictObject({
      gatewayId: z.uuid().optional().describe('A Direct Connect gateway that exists. Default: one is created.'),
      amazonSideAsn: amazonSideAsn.optional().describe('Default: 64512. It must differ from that of the gateway.'),
      allowedPrefixes: z.array(cidr).min(1).max(200).describe('Networks that are announced to the site.'),
    })
    .optional(),
});

const resolverRule = z.strictObject({
  name: networkName,
  domain,
  targets: z
    .array(z.strictObject({ ip: ipv4, port: z.int().min(1).max(65535).optional().describe('Default: 53.') }))
    .min(1)
    .describe('DNS servers that answer.'),
});

export const dns = z
  .strictObject({
    profile: networkName.describe('Name of the Route 53 Profile that every VPC gets.'),
    endpoints: z
      .strictObject({
        vpc: networkName.describe('VPC of the network account that holds the endpoints, in its first private tier.'),
        inbound: z.boolean().optional().describe('Whether sites may ask. Default: false.'),
        outbound: z.boolean().optional().describe('Whether VPCs ask DNS servers of sites. Default: false.'),
      })
      .optional(),
    rules: z.array(resolverRule).min(1).optional().describe('Domains that other DNS servers answer.'),
    privateHostedZoneIds: z
      .array(
        formatted(
          /^Z[A-Z0-9]{1,31}$/,
          'the id of a private hosted zone',
          '프라이빗 호스팅 영역 ID',
          'Z0123456789EXAMPLE',
        ),
      )
      .min(1)
      .optional()
      .describe('Private hosted zones of the network account that every VPC sees.'),
    queryLogs: destination.optional().describe('Logs of every query of every VPC.'),
    firewall: z
      .strictObject({
        managedDomainListIds: z
          .array(
            formatted(
              /^rslvr-fdl-[0-9a-f]{8,32}$/,
              'the id of a DNS Firewall domain list',
              'DNS Firewall 도메인 목록 ID',
              'rslvr-fdl-0123456789abcdef',
            ),
          )
          .min(1)
          .optional()
          .describe("AWS's own lists; their ids differ between Regions."),
        blockDomains: z.array(domain).min(1).optional(),
        allowDomains: z.array(domain).min(1).optional().describe('Count before everything that is blocked.'),
        action: z.enum(['block', 'alert']).optional().describe('Default: block.'),
      })
      .optional()
      .describe('Route 53 Resolver DNS Firewall.'),
  })
  .describe('DNS of every VPC through one Route 53 Profile.');
