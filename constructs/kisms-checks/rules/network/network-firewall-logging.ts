import { CfnLoggingConfiguration } from 'aws-cdk-lib/aws-networkfirewall';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { type Answer, anyOf, ask, faults, someItem } from '../answer';
import { refersTo, siblings } from '../siblings';

/**
 * A network firewall logs connections and alerts; the logging configuration is looked for in the same stack.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html
 */
export const networkFirewallLogging: KismsRule = {
  id: 'NetworkFirewallLogging',
  criteria: ['2.10.1', '2.9.4', '2.11.3'],
  title: {
    en: 'The network firewall does not log connections and alerts',
    ko: 'Network Firewall이 연결과 경보를 기록하지 않습니다',
  },
  why: {
    en: 'Without both logs nobody can review what the firewall let through or stopped.',
    ko: '두 로그가 모두 있어야 방화벽이 허용하거나 차단한 내역을 점검할 수 있습니다.',
  },
  fix: {
    en: 'Add a CfnLoggingConfiguration for the firewall with the log types FLOW and ALERT.',
    ko: '방화벽에 FLOW와 ALERT 로그 유형을 담은 CfnLoggingConfiguration을 추가하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::NetworkFirewall::Firewall'],
  check(node) {
    const configurations = siblings<CfnLoggingConfiguration>(
      node,
      CfnLoggingConfiguration.CFN_RESOURCE_TYPE_NAME,
    ).filter(({ firewallArn }) => refersTo(firewallArn, node));
    const lacks = (type: string) => not(anyOf(configurations.map((configuration) => logs(configuration, type))));
    return faults({ FLOW: lacks('FLOW'), ALERT: lacks('ALERT') });
  },
};

function logs(configuration: CfnLoggingConfiguration, type: string): Answer {
  const { loggingConfiguration } = configuration;
  return ask(
    resolved<CfnLoggingConfiguration.LoggingConfigurationProperty>(configuration, loggingConfiguration),
    (logging) =>
      someItem<CfnLoggingConfiguration.LogDestinationConfigProperty>(
        configuration,
        logging?.logDestinationConfigs,
        ({ logType }) => ask(resolved(configuration, logType), (value) => value === type),
      ),
  );
}

function not(answer: Answer): Answer {
  return ask(answer, (value) => !value);
}
