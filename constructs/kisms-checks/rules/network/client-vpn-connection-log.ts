import type { CfnClientVpnEndpoint } from 'aws-cdk-lib/aws-ec2';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, unless } from '../answer';

/**
 * A Client VPN endpoint logs who connects.
 *
 * @see https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html
 */
export const clientVpnConnectionLog: KismsRule = {
  id: 'ClientVpnConnectionLog',
  criteria: ['2.6.6', '2.9.4'],
  title: {
    en: 'The Client VPN endpoint does not log connections',
    ko: 'Client VPN 엔드포인트가 접속을 기록하지 않습니다',
  },
  why: {
    en: 'Remote access is allowed with a record of who connected, when and from where.',
    ko: '원격접근은 누가, 언제, 어디서 접속했는지 기록을 남길 때만 허용할 수 있습니다.',
  },
  fix: {
    en: 'Set connectionLogOptions.enabled to true with a cloudwatchLogGroup.',
    ko: 'connectionLogOptions.enabled를 true로 하고 cloudwatchLogGroup을 지정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::EC2::ClientVpnEndpoint'],
  check(node) {
    const { connectionLogOptions } = node as CfnClientVpnEndpoint;
    const options = resolved<CfnClientVpnEndpoint.ConnectionLogOptionsProperty>(node, connectionLogOptions);
    return unless(ask(options, (logging) => ask(resolved(node, logging?.enabled), (enabled) => enabled !== true)));
  },
};
