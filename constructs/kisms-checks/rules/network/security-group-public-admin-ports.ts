import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { INGRESS_TYPES, publicPorts } from './public-ingress';

/** SSH, Telnet, RPC and SMB, Docker, RDP, VNC, WinRM and kubelet. */
const ADMIN_PORTS = [22, 23, 135, 139, 445, 2375, 2376, 3389, 5900, 5985, 5986, 10250];

/**
 * No port for administration is open to the Internet.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export const securityGroupPublicAdminPorts: KismsRule = {
  id: 'SecurityGroupPublicAdminPorts',
  criteria: ['2.6.6', '2.6.2', '2.6.1'],
  title: {
    en: 'The security group opens an administration port to the Internet',
    ko: '보안 그룹이 관리용 포트를 인터넷에 개방합니다',
  },
  why: {
    en: 'Servers are administered from designated places and over protected channels, never directly from anywhere.',
    ko: '서버 관리는 지정된 단말과 보호된 경로에서만 허용해야 하며, 인터넷에서 직접 접근하게 두면 안 됩니다.',
  },
  fix: {
    en: 'Remove the ingress rule and use Session Manager, or name the addresses of the VPN instead.',
    ko: '인그레스 규칙을 지우고 Session Manager를 사용하거나, VPN 주소만 허용하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: INGRESS_TYPES,
  check: (node) => publicPorts(node, ADMIN_PORTS),
};
