import type { NetworkConfig } from '../config/schema/network';
import { quote } from './model-problem';
import { type DnsConfig, given, type NetworkContext } from './network-context';
import { logDestinationRow } from './network-log-destination';
import type { DnsRow } from './network-model';
import { checkNetworkName, type NetworkNames } from './network-names';
import type { PlannedVpc } from './network-vpc-rows';

/** Names that query logs, DNS Firewall and central endpoints have in the profile. */
const OF_PROFILE = /^(?:query-logs|dns-firewall|endpoint-.*)$/;

/** Where names are looked up. */
interface Hosts {
  readonly planned: readonly PlannedVpc[];
  readonly networkAccount: string;
  readonly names: NetworkNames;
}

/** DNS of every VPC, and all that is wrong with it and with the central endpoints. */
export function dnsRow(config: NetworkConfig, hosts: Hosts, context: NetworkContext): DnsRow | undefined {
  checkCentralEndpoints(config, hosts, context);
  const { dns } = config;
  if (!dns) return undefined;
  const { profile, endpoints, rules = [], privateHostedZoneIds = [], queryLogs, firewall } = dns;
  checkEndpoints(dns, hosts, context);
  checkFirewall(dns, context);
  checkTwice(dns, context);
  return {
    profile,
    ...(endpoints && {
      endpoints: {
        vpc: endpoints.vpc,
        inbound: endpoints.inbound ?? false,
        outbound: endpoints.outbound ?? false,
      },
    }),
    rules: rules.map(({ name, domain, targets }) => ({
      name,
      domain,
      targets: targets.map(({ ip, port = 53 }) => ({ ip, port })),
    })),
    privateHostedZoneIds,
    ...given('queryLogs', logDestinationRow(queryLogs, ['dns', 'queryLogs'], context.list)),
    ...(firewall && {
      firewall: {
        managedDomainListIds: firewall.managedDomainListIds ?? [],
        blockDomains: firewall.blockDomains ?? [],
        allowDomains: firewall.allowDomains ?? [],
        action: firewall.action ?? 'block',
      },
    }),
  };
}

/** Reports a VPC that cannot hold endpoints for all; gives the VPC when it is there. */
function checkHost(
  name: string,
  at: (string | number)[],
  { planned, networkAccount, names }: Hosts,
  context: NetworkContext,
): PlannedVpc | undefined {
  checkNetworkName(at, 'vpc', name, names.vpcs, context);
  const vpc = planned.find(({ row }) => row.name === name);
  if (!vpc) return undefined;
  if (vpc.row.account !== networkAccount) {
    context.list.error(at, {
      en: `${quote(name)} belongs to ${quote(vpc.row.account)}, and the endpoints are made in the network account; name a VPC of it`,
      ko: `${quote(name)}은(는) ${quote(vpc.row.account)}의 VPC이지만 엔드포인트는 네트워크 계정에 만듭니다: 네트워크 계정의 VPC를 적으세요`,
    });
  } else if (!vpc.row.tiers.some(({ type }) => type === 'private')) {
    context.list.error(at, {
      en: `${quote(name)} has no private tier to hold the endpoints; add one, or name another VPC`,
      ko: `${quote(name)}에 엔드포인트를 둘 private 계층이 없습니다: 추가하거나 다른 VPC를 적으세요`,
    });
  }
  return vpc;
}

function checkCentralEndpoints(config: NetworkConfig, hosts: Hosts, context: NetworkContext): void {
  const { centralEndpoints, dns } = config;
  if (!centralEndpoints) return;
  checkHost(centralEndpoints.vpc, ['centralEndpoints', 'vpc'], hosts, context);
  context.list.checkUnique(
    centralEndpoints.services,
    (service) => service,
    (index) => ['centralEndpoints', 'services', index],
    { en: 'service', ko: '서비스' },
  );
  if (dns) return;
  context.list.error(['centralEndpoints'], {
    en: 'the profile of `dns` carries their private names to the VPCs; add dns.profile',
    ko: '엔드포인트의 프라이빗 이름은 `dns`의 프로필로 VPC에 전달됩니다: dns.profile을 적으세요',
  });
}

/** @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-resolver-endpoint-high-availability.html */
function checkEndpoints({ endpoints, rules = [] }: DnsConfig, hosts: Hosts, context: NetworkContext): void {
  const { list } = context;
  const unique = (key: 'name' | 'domain') =>
    list.checkUnique(
      rules,
      (rule) => rule[key].toLowerCase().replace(/\.$/, ''),
      (index) => ['dns', 'rules', index, key],
      key === 'name' ? { en: 'rule', ko: '규칙' } : { en: 'domain', ko: '도메인' },
    );
  unique('name');
  unique('domain');
  for (const [index, { name }] of rules.entries()) {
    if (!OF_PROFILE.test(name)) continue;
    list.error(['dns', 'rules', index, 'name'], {
      en: `${quote(name)} is a name that the profile gives to what it carries itself; choose another name`,
      ko: `${quote(name)}은(는) 프로필이 스스로 담는 것의 이름입니다: 다른 이름을 쓰세요`,
    });
  }
  if (rules.length > 0 && !endpoints?.outbound) {
    list.error(['dns', ...(endpoints ? ['endpoints'] : ['rules'])], {
      en: 'queries leave to other DNS servers through an outbound endpoint; write outbound: true under dns.endpoints',
      ko: '다른 DNS 서버로 가는 질의는 아웃바운드 엔드포인트로 나갑니다: dns.endpoints에 outbound: true를 적으세요',
    });
  }
  if (!endpoints) return;
  if (!endpoints.inbound && !endpoints.outbound && rules.length === 0) {
    list.error(['dns', 'endpoints'], {
      en: 'is neither inbound nor outbound; say which, or remove endpoints',
      ko: 'inbound와 outbound가 모두 없습니다: 하나를 적거나 endpoints를 지우세요',
    });
  }
  const at = ['dns', 'endpoints', 'vpc'];
  const vpc = checkHost(endpoints.vpc, at, hosts, context);
  if (vpc?.row.zones.length !== 1) return;
  list.error(at, {
    en: `${quote(endpoints.vpc)} has one zone, and a resolver endpoint needs addresses in two; add a zone`,
    ko: `${quote(endpoints.vpc)}의 가용 영역은 하나지만 리졸버 엔드포인트에는 둘의 주소가 필요합니다: 가용 영역을 더하세요`,
  });
}

function checkFirewall({ firewall }: DnsConfig, { list }: NetworkContext): void {
  if (!firewall || firewall.managedDomainListIds || firewall.blockDomains) return;
  list.error(['dns', 'firewall'], {
    en: 'blocks nothing; give blockDomains or managedDomainListIds, or remove firewall',
    ko: '막는 것이 없습니다: blockDomains나 managedDomainListIds를 적거나 firewall을 지우세요',
  });
}

function checkTwice({ privateHostedZoneIds = [], firewall = {} }: DnsConfig, { list }: NetworkContext): void {
  const check = (values: readonly string[], at: string[], en: string, ko: string) =>
    list.checkUnique(
      values,
      (value) => value,
      (index) => ['dns', ...at, index],
      { en, ko },
    );
  check(privateHostedZoneIds, ['privateHostedZoneIds'], 'hosted zone', '호스팅 영역');
  check(firewall.managedDomainListIds ?? [], ['firewall', 'managedDomainListIds'], 'domain list', '도메인 목록');
  check(firewall.blockDomains ?? [], ['firewall', 'blockDomains'], 'domain', '도메인');
  check(firewall.allowDomains ?? [], ['firewall', 'allowDomains'], 'domain', '도메인');
}
