import { type Stack, Token } from 'aws-cdk-lib';
import { CfnFirewall, CfnFirewallPolicy, CfnLoggingConfiguration } from 'aws-cdk-lib/aws-networkfirewall';
import { CfnFirewallConfig } from 'aws-cdk-lib/aws-route53resolver';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { dnsFirewallFailOpen } from '../../../../../constructs/kisms-checks/rules/network/dns-firewall-fail-open';
import { networkFirewallDefaultActions } from '../../../../../constructs/kisms-checks/rules/network/network-firewall-default-actions';
import { networkFirewallLogging } from '../../../../../constructs/kisms-checks/rules/network/network-firewall-logging';
import { networkFirewallProtection } from '../../../../../constructs/kisms-checks/rules/network/network-firewall-protection';
import { webAclRules } from '../../../../../constructs/kisms-checks/rules/network/web-acl-rules';
import { COMPLIANT, describeRule, NON_COMPLIANT, UNKNOWN } from '../rule-cases';

const PROTECTED = { deleteProtection: true, firewallPolicyChangeProtection: true, subnetChangeProtection: true };

function firewall(stack: Stack, protection: Partial<ConstructorParameters<typeof CfnFirewall>[2]> = {}): CfnFirewall {
  return new CfnFirewall(stack, 'Firewall', { firewallName: 'egress', firewallPolicyArn: 'arn', ...protection });
}

describeRule(networkFirewallProtection, [
  [COMPLIANT, 'all three are on', (stack) => firewall(stack, PROTECTED)],
  [
    ['DeleteProtection', 'FirewallPolicyChangeProtection', 'SubnetChangeProtection'],
    'nothing is said',
    (stack) => firewall(stack),
  ],
  [['DeleteProtection'], 'one is off', (stack) => firewall(stack, { ...PROTECTED, deleteProtection: false })],
  [UNKNOWN, 'a parameter decides', (stack, p) => firewall(stack, { ...PROTECTED, deleteProtection: p.value })],
]);

function logging(stack: Stack, firewallArn: string, ...types: string[]): void {
  new CfnLoggingConfiguration(stack, `Logging${types.join('')}`, {
    firewallArn,
    loggingConfiguration: {
      logDestinationConfigs: types.map((logType) => ({
        logType,
        logDestinationType: 'S3',
        logDestination: { bucketName: 'example-logs' },
      })),
    },
  });
}

function logged(stack: Stack, ...types: string[]): CfnFirewall {
  const node = firewall(stack);
  logging(stack, node.attrFirewallArn, ...types);
  return node;
}

describeRule(networkFirewallLogging, [
  [COMPLIANT, 'both logs are kept', (stack) => logged(stack, 'ALERT', 'FLOW')],
  [['FLOW'], 'connections are not logged', (stack) => logged(stack, 'ALERT')],
  [['ALERT'], 'alerts are not logged', (stack) => logged(stack, 'TLS', 'FLOW')],
  [['FLOW', 'ALERT'], 'nothing is logged', (stack) => firewall(stack)],
  [
    ['FLOW', 'ALERT'],
    'another firewall is logged',
    (stack) => {
      logging(stack, 'arn:aws:network-firewall:ap-northeast-2:111122223333:firewall/other', 'ALERT', 'FLOW');
      return firewall(stack);
    },
  ],
  [UNKNOWN, 'a type is a parameter', (stack, p) => logged(stack, 'ALERT', p.valueAsString)],
]);

function policy(stack: Stack, stateless: string[], fragments: string[]): CfnFirewallPolicy {
  return new CfnFirewallPolicy(stack, 'Policy', {
    firewallPolicyName: 'egress',
    firewallPolicy: { statelessDefaultActions: stateless, statelessFragmentDefaultActions: fragments },
  });
}

describeRule(networkFirewallDefaultActions, [
  [COMPLIANT, 'packets go to the stateful rules', (stack) => policy(stack, ['aws:forward_to_sfe'], ['aws:drop'])],
  [['StatelessDefaultActions'], 'packets pass', (stack) => policy(stack, ['aws:pass', 'Count'], ['aws:drop'])],
  [['StatelessFragmentDefaultActions'], 'fragments pass', (stack) => policy(stack, ['aws:drop'], ['aws:pass'])],
  [UNKNOWN, 'a parameter decides', (stack, p) => policy(stack, [p.valueAsString], ['aws:drop'])],
  [UNKNOWN, 'a list of parameters decides', (stack, p) => policy(stack, ['aws:drop'], Token.asList(p.value))],
]);

function failure(stack: Stack, firewallFailOpen: string): CfnFirewallConfig {
  return new CfnFirewallConfig(stack, 'Config', { resourceId: 'vpc-0123456789abcdef0', firewallFailOpen });
}

describeRule(dnsFirewallFailOpen, [
  [COMPLIANT, 'it fails closed', (stack) => failure(stack, 'DISABLED')],
  [NON_COMPLIANT, 'it fails open', (stack) => failure(stack, 'ENABLED')],
  [UNKNOWN, 'a parameter decides', (stack, p) => failure(stack, p.valueAsString)],
]);

function webAcl(stack: Stack, rules?: ConstructorParameters<typeof CfnWebACL>[2]['rules']): CfnWebACL {
  const visibilityConfig = { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: 'x' };
  return new CfnWebACL(stack, 'Acl', { scope: 'REGIONAL', defaultAction: { allow: {} }, visibilityConfig, rules });
}

describeRule(webAclRules, [
  [
    COMPLIANT,
    'it has a rule',
    (stack) =>
      webAcl(stack, [
        {
          name: 'common',
          priority: 0,
          statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesCommonRuleSet' } },
          visibilityConfig: { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: 'x' },
        },
      ]),
  ],
  [NON_COMPLIANT, 'it has an empty list', (stack) => webAcl(stack, [])],
  [NON_COMPLIANT, 'it has no list', (stack) => webAcl(stack)],
  [UNKNOWN, 'the list is a function', (stack, p) => webAcl(stack, p.value)],
]);
