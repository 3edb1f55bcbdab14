import type { CfnFirewallConfig } from 'aws-cdk-lib/aws-route53resolver';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * DNS Firewall refuses queries that it cannot check.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-route53resolver-firewallconfig.html
 */
export const dnsFirewallFailOpen: KismsRule = {
  id: 'DnsFirewallFailOpen',
  criteria: ['2.6.7', '2.10.1'],
  title: {
    en: 'DNS Firewall lets queries pass when it fails',
    ko: 'DNS Firewall이 장애가 나면 질의를 통과시킵니다',
  },
  why: {
    en: 'A control of Internet access that opens under load or failure can be bypassed by causing either.',
    ko: '부하나 장애 때 열리는 인터넷 접속 통제는 그 상황을 만들어 우회할 수 있습니다.',
  },
  fix: { en: "Set firewallFailOpen to 'DISABLED'.", ko: "firewallFailOpen을 'DISABLED'로 설정하세요." },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::Route53Resolver::FirewallConfig'],
  check: (node) =>
    compliance(resolved(node, (node as CfnFirewallConfig).firewallFailOpen), (mode) => mode === 'DISABLED'),
};
