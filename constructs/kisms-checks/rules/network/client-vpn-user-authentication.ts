import type { CfnClientVpnEndpoint } from 'aws-cdk-lib/aws-ec2';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, someItem, unless } from '../answer';

/**
 * A Client VPN endpoint asks for a user, not only for a certificate.
 *
 * @see https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authentication.html
 */
export const clientVpnUserAuthentication: KismsRule = {
  id: 'ClientVpnUserAuthentication',
  criteria: ['2.6.6', '2.5.3', '2.5.2'],
  title: {
    en: 'The Client VPN endpoint authenticates certificates only',
    ko: 'Client VPN 엔드포인트가 인증서만으로 인증합니다',
  },
  why: {
    en: 'A client certificate is a file on a device: it names no person and has no second factor.',
    ko: '클라이언트 인증서는 단말에 있는 파일이라 사용자를 식별하지 못하고 추가 인증 수단도 없습니다.',
  },
  fix: {
    en: "Add an authentication option of the type 'federated-authentication' or 'directory-service-authentication'.",
    ko: "'federated-authentication' 또는 'directory-service-authentication' 유형의 인증을 추가하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::EC2::ClientVpnEndpoint'],
  check(node) {
    const knowsUsers = someItem<CfnClientVpnEndpoint.ClientAuthenticationRequestProperty>(
      node,
      (node as CfnClientVpnEndpoint).authenticationOptions,
      ({ type }) => ask(resolved(node, type), (value) => value !== 'certificate-authentication'),
    );
    return unless(ask(knowsUsers, (known) => !known));
  },
};
