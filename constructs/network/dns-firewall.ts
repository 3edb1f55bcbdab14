import { CfnFirewallDomainList, CfnFirewallRuleGroup } from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';
import { checkForm } from './check-hub-props';
import type { DnsProfileResource } from './dns-profile';
import { requireUnique } from './require-unique';
import { checkResolverName } from './resolver-name';

/** Settings of a {@link DnsFirewall}; it must block something. */
export interface DnsFirewallProps {
  /** 1 to 58 letters, digits, spaces, hyphens and underscores. **CAUTION**: another name replaces rules and lists. */
  readonly name: string;
  /** Domains that count before all that is blocked; `*.example.com` is every name below, not itself. @default - none */
  readonly allowDomains?: string[];
  /** Domains that nobody may ask for, written as those above. @default - none */
  readonly blockDomains?: string[];
  /** Ids of domain lists that AWS maintains, `rslvr-fdl-…`; they differ between Regions. @default - none */
  readonly managedDomainListIds?: string[];
  /** `block` answers that the domain does not exist; `alert` answers, and marks the query in the logs. @default 'block' */
  readonly action?: 'block' | 'alert';
}

type Rule = CfnFirewallRuleGroup.FirewallRuleProperty;

const DOMAIN = /^(?:\*\.)?(?:[\w-]{1,63}\.)*[\w-]{1,63}\.?$/;
const LIST_ID = /^rslvr-fdl-[0-9a-f]{8,32}$/;
const PROFILE_PRIORITY = 101;

/**
 * Route 53 Resolver DNS Firewall: what a workload may not ask the name of, it cannot call or smuggle data out through.
 *
 * The allowed domains count first, then one's own blocked ones, then the lists of AWS. A domain that an allowed one is an
 * alias of is judged as well. When the service does not answer, a VPC fails closed unless its own `FirewallConfig` says
 * otherwise: `AWS::Route53Resolver::FirewallConfig` belongs to the account of the VPC.
 *
 * @throws Error when nothing is blocked, or a name, a domain or an id is malformed
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html
 */
export class DnsFirewall extends Construct {
  readonly ruleGroupArn: string;
  readonly ruleGroupId: string;
  /** The rule group, for a `DnsProfile`. */
  readonly profileResources: DnsProfileResource[];

  constructor(scope: Construct, id: string, props: DnsFirewallProps) {
    super(scope, id);
    const { name, allowDomains = [], blockDomains = [], managedDomainListIds = [], action = 'block' } = props;
    checkResolverName('name', `${name}-allow`);
    checkEach('allowDomains', allowDomains, DOMAIN, '*.example.com');
    checkEach('blockDomains', blockDomains, DOMAIN, '*.example.com');
    checkEach('managedDomainListIds', managedDomainListIds, LIST_ID, 'rslvr-fdl-0123456789abcdef');
    if (blockDomains.length + managedDomainListIds.length === 0) {
      throw new Error(
        `DNS firewall ${JSON.stringify(name)} blocks nothing: give 'blockDomains' or 'managedDomainListIds'`,
      );
    }
    const blocked = action === 'block' ? { action: 'BLOCK', blockResponse: 'NXDOMAIN' } : { action: 'ALERT' };
    const firewallRules: Rule[] = [
      ...this.makeLists('Allow', `${name}-allow`, allowDomains).map((firewallDomainListId) => ({
        action: 'ALLOW',
        firewallDomainListId,
        priority: 100,
      })),
      ...this.makeLists('Block', `${name}-block`, blockDomains).map((firewallDomainListId) => ({
        ...blocked,
        firewallDomainListId,
        priority: 200,
      })),
      ...managedDomainListIds.map((firewallDomainListId, index) => ({
        ...blocked,
        firewallDomainListId,
        priority: 300 + index,
      })),
    ];
    const group = new CfnFirewallRuleGroup(this, 'Resource', { name, firewallRules });
    this.ruleGroupArn = group.attrArn;
    this.ruleGroupId = group.attrId;
    this.profileResources = [{ name, resourceArn: group.attrArn, priority: PROFILE_PRIORITY }];
  }

  private makeLists(id: string, name: string, domains: string[]): string[] {
    return domains.length === 0 ? [] : [new CfnFirewallDomainList(this, id, { name, domains }).attrId];
  }
}

function checkEach(property: string, values: string[], pattern: RegExp, form: string): void {
  requireUnique(property, values);
  for (const value of values) checkForm(property, value, pattern, form);
}
