import type { CfnFirewallPolicy } from 'aws-cdk-lib/aws-networkfirewall';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { faults, someItem } from '../answer';

/**
 * A firewall policy lets no packet through that no rule has looked at.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html
 */
export const networkFirewallDefaultActions: KismsRule = {
  id: 'NetworkFirewallDefaultActions',
  criteria: ['2.6.1', '2.10.1', '2.6.7'],
  title: {
    en: 'The firewall policy passes packets that match no rule',
    ko: '방화벽 정책이 어떤 규칙에도 해당하지 않는 패킷을 통과시킵니다',
  },
  why: {
    en: 'A firewall refuses what is not explicitly allowed; aws:pass also bypasses the stateful rules.',
    ko: '방화벽은 명시적으로 허용한 통신만 통과시켜야 하며, aws:pass는 상태 저장 규칙까지 우회합니다.',
  },
  fix: {
    en: "Set statelessDefaultActions and statelessFragmentDefaultActions to 'aws:forward_to_sfe' or 'aws:drop'.",
    ko: "statelessDefaultActions와 statelessFragmentDefaultActions를 'aws:forward_to_sfe' 또는 'aws:drop'으로 설정하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::NetworkFirewall::FirewallPolicy'],
  check(node) {
    const policy = resolved<CfnFirewallPolicy.FirewallPolicyProperty>(node, (node as CfnFirewallPolicy).firewallPolicy);
    if (policy === UNKNOWN) return UNKNOWN;
    const passes = (actions?: string[]) => someItem(node, actions, (action) => action === 'aws:pass');
    return faults({
      StatelessDefaultActions: passes(policy?.statelessDefaultActions),
      StatelessFragmentDefaultActions: passes(policy?.statelessFragmentDefaultActions),
    });
  },
};
