import type { KismsRule } from '../../rule';
import { apiDomainTlsVersion } from './api-domain-tls-version';
import { clientVpnConnectionLog } from './client-vpn-connection-log';
import { clientVpnUserAuthentication } from './client-vpn-user-authentication';
import { dnsFirewallFailOpen } from './dns-firewall-fail-open';
import { flowLogAllTraffic } from './flow-log-all-traffic';
import { listenerTlsPolicy } from './listener-tls-policy';
import { networkFirewallDefaultActions } from './network-firewall-default-actions';
import { networkFirewallLogging } from './network-firewall-logging';
import { networkFirewallProtection } from './network-firewall-protection';
import { resourceShareExternalPrincipals } from './resource-share-external-principals';
import { securityGroupPublicAdminPorts } from './security-group-public-admin-ports';
import { securityGroupPublicDatabasePorts } from './security-group-public-database-ports';
import { transitGatewayAutoAccept } from './transit-gateway-auto-accept';
import { transitGatewayDefaultRouteTables } from './transit-gateway-default-route-tables';
import { vpcDnsQueryLogging } from './vpc-dns-query-logging';
import { webAclRules } from './web-acl-rules';

/** Rules on networks and what is open to the Internet. */
export const NETWORK_RULES: readonly KismsRule[] = [
  apiDomainTlsVersion,
  clientVpnConnectionLog,
  clientVpnUserAuthentication,
  dnsFirewallFailOpen,
  flowLogAllTraffic,
  listenerTlsPolicy,
  networkFirewallDefaultActions,
  networkFirewallLogging,
  networkFirewallProtection,
  resourceShareExternalPrincipals,
  securityGroupPublicAdminPorts,
  securityGroupPublicDatabasePorts,
  transitGatewayAutoAccept,
  transitGatewayDefaultRouteTables,
  vpcDnsQueryLogging,
  webAclRules,
];
