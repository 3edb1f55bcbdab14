import { Token } from 'aws-cdk-lib';
import { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { CfnResolverEndpoint, CfnResolverRule } from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';
import { ipv4Number } from '../ipv4';
import { checkCidr } from './check-hub-props';
import type { DnsProfileResource } from './dns-profile';
import { requireUnique } from './require-unique';
import { checkResolverName } from './resolver-name';

/** A DNS server that answers for a {@link ForwardingRule}. */
export interface DnsServer {
  /** IPv4 address. */
  readonly ip: string;
  /** @default 53 */
  readonly port?: number;
}

/** A domain, and all below it, that other DNS servers answer. */
export interface ForwardingRule {
  /** 1 to 64 letters, digits, spaces, hyphens and underscores, unique. **CAUTION**: another name replaces the rule. */
  readonly name: string;
  /** Domain such as `corp.example.com`; the most specific rule counts. */
  readonly domain: string;
  /** At least one. */
  readonly targets: DnsServer[];
}

/** Settings of {@link ResolverEndpoints}. */
export interface ResolverEndpointsProps {
  /** Name of the endpoints, behind which comes their direction; 1 to 55 characters. */
  readonly name: string;
  readonly vpcId: string;
  /** Subnets of the VPC that hold the endpoints, at least two, in different zones. */
  readonly subnetIds: string[];
  /** Networks that may ask, IPv4. @default - no inbound endpoint */
  readonly inboundCidrs?: string[];
  /** @default - no outbound endpoint */
  readonly rules?: ForwardingRule[];
}

const DOMAIN = /^(?:[\w-]{1,63}\.)*[\w-]{1,63}\.?$/;

/**
 * Joins the DNS of a VPC and of sites: an inbound endpoint that sites ask, and an outbound one that asks their servers by
 * rules. Each costs by the hour and address, and there is none without somebody to use it.
 *
 * The security groups let in port 53 from the given networks, and let out to the servers of the rules, and nothing else.
 *
 * @throws Error when there is neither endpoint, or a network, a name, a domain or an address is malformed
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver.html
 */
export class ResolverEndpoints extends Construct {
  /** @default - no inbound endpoint */
  readonly inboundEndpointId?: string;
  /** @default - no outbound endpoint */
  readonly outboundEndpointId?: string;
  /** The rules, for a `DnsProfile`. */
  readonly profileResources: DnsProfileResource[] = [];

  constructor(scope: Construct, id: string, props: ResolverEndpointsProps) {
    super(scope, id);
    const { name, vpcId, subnetIds, inboundCidrs = [], rules = [] } = props;
    checkResolverName('name', `${name}-outbound`);
    checkSubnets(subnetIds);
    if (inboundCidrs.length + rules.length === 0) {
      throw new Error(`resolver endpoints ${JSON.stringify(name)} serve nobody: give 'inboundCidrs' or 'rules'`);
    }
    requireUnique('inboundCidrs', inboundCidrs);
    for (const cidr of inboundCidrs) checkCidr('inboundCidrs', cidr);
    requireUnique(
      'rules',
      rules.map((rule) => rule.name),
    );
    for (const rule of rules) checkRule(rule);

    if (inboundCidrs.length > 0) {
      const group = new CfnSecurityGroup(this, 'InboundSecurityGroup', {
        vpcId,
        groupDescription: 'DNS queries of sites',
        securityGroupIngress: inboundCidrs.flatMap((cidr) => dnsRules(cidr, 53)),
        // Without any rule, Amazon EC2 would allow everything.
        securityGroupEgress: [
          { cidrIp: '127.0.0.1/32', ipProtocol: 'icmp', fromPort: 252, toPort: 86, description: 'Nothing' },
        ],
      });
      this.inboundEndpointId = this.makeEndpoint('Inbound', `${name}-inbound`, group, subnetIds);
    }
    if (rules.length > 0) {
      const group = new CfnSecurityGroup(this, 'OutboundSecurityGroup', {
        vpcId,
        groupDescription: 'DNS queries to servers of sites',
        securityGroupEgress: serversOf(rules).flatMap(({ ip, port }) => dnsRules(`${ip}/32`, port)),
      });
      const endpointId = this.makeEndpoint('Outbound', `${name}-outbound`, group, subnetIds);
      this.outboundEndpointId = endpointId;
      this.profileResources = rules.map((rule) => this.makeRule(rule, endpointId));
    }
  }

  private makeEndpoint(direction: string, name: string, group: CfnSecurityGroup, subnetIds: string[]): string {
    return new CfnResolverEndpoint(this, direction, {
      name,
      direction: direction.toUpperCase(),
      securityGroupIds: [group.attrGroupId],
      ipAddresses: subnetIds.map((subnetId) => ({ subnetId })),
    }).attrResolverEndpointId;
  }

  private makeRule({ name, domain, targets }: ForwardingRule, resolverEndpointId: string): DnsProfileResource {
    const rule = new CfnResolverRule(this, `Rule-${name}`, {
      name,
      ruleType: 'FORWARD',
      domainName: domain,
      resolverEndpointId,
      targetIps: targets.map(({ ip, port = 53 }) => ({ ip, port: `${port}` })),
    });
    return { name, resourceArn: rule.attrArn };
  }
}

/** DNS is asked by UDP, and by TCP when the answer is long. */
function dnsRules(cidrIp: string, port: number): CfnSecurityGroup.IngressProperty[] {
  return ['udp', 'tcp'].map((ipProtocol) => ({
    cidrIp,
    ipProtocol,
    fromPort: port,
    toPort: port,
    description: 'DNS',
  }));
}

/** The servers of all rules, each once. */
function serversOf(rules: ForwardingRule[]): Required<DnsServer>[] {
  const servers = rules.flatMap(({ targets }) => targets.map(({ ip, port = 53 }) => ({ ip, port })));
  return [...new Map(servers.map((server) => [`${server.ip}:${server.port}`, server])).values()];
}

function checkSubnets(subnetIds: string[]): void {
  requireUnique('subnetIds', subnetIds);
  if (subnetIds.length >= 2) return;
  throw new Error(`'subnetIds' must have at least two, as Route 53 Resolver asks, got ${JSON.stringify(subnetIds)}`);
}

function checkRule({ name, domain, targets }: ForwardingRule): void {
  checkResolverName('rules.name', name);
  if (!Token.isUnresolved(domain) && !DOMAIN.test(domain)) {
    throw new Error(
      `'domain' of rule ${JSON.stringify(name)} must be a domain without wildcard, all below it included, got ${JSON.stringify(domain)}`,
    );
  }
  if (targets.length === 0)
    throw new Error(`'targets' of rule ${JSON.stringify(name)} [] answer nothing: give a server`);
  for (const { ip, port = 53 } of targets) {
    if (!Token.isUnresolved(ip)) ipv4Number(ip);
    if (!Token.isUnresolved(port) && !(Number.isInteger(port) && port >= 1 && port <= 65535)) {
      throw new Error(`'port' of rule ${JSON.stringify(name)} must be 1 to 65535, got ${port}`);
    }
  }
}
