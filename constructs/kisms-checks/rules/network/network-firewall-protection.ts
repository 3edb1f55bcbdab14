import type { IResolvable } from 'aws-cdk-lib';
import type { CfnFirewall } from 'aws-cdk-lib/aws-networkfirewall';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, faults } from '../answer';

/**
 * A network firewall cannot be deleted, nor its policy or its subnets be swapped, by one call.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-networkfirewall-firewall.html
 */
export const networkFirewallProtection: KismsRule = {
  id: 'NetworkFirewallProtection',
  criteria: ['2.10.1', '2.9.1'],
  title: {
    en: 'The network firewall is not protected against deletion or change',
    ko: 'Network Firewall이 삭제나 변경으로부터 보호되지 않습니다',
  },
  why: {
    en: 'A security system is changed through an approved procedure; the protections make a change two deliberate steps.',
    ko: '보안시스템은 승인된 절차로만 변경해야 하며, 보호 설정은 변경을 두 단계의 의도된 작업으로 만듭니다.',
  },
  fix: {
    en: 'Set deleteProtection, firewallPolicyChangeProtection and subnetChangeProtection to true.',
    ko: 'deleteProtection, firewallPolicyChangeProtection, subnetChangeProtection을 true로 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::NetworkFirewall::Firewall'],
  check(node) {
    const { deleteProtection, firewallPolicyChangeProtection, subnetChangeProtection } = node as CfnFirewall;
    const isOff = (setting?: boolean | IResolvable) => ask(resolved(node, setting), (value) => value !== true);
    return faults({
      DeleteProtection: isOff(deleteProtection),
      FirewallPolicyChangeProtection: isOff(firewallPolicyChangeProtection),
      SubnetChangeProtection: isOff(subnetChangeProtection),
    });
  },
};
