import { ipv4Block, tierWithoutRoom } from '../../constructs/ipv4';
import type { ConfigPath } from '../config/problem';
import type { NetworkConfig } from '../config/schema/network';
import { writtenVpcs } from './check-network-blocks';
import { listed } from './grant-rows';
import { type ProblemList, quote } from './model-problem';
import type { NetworkModel, VpcRow } from './network-model';

type WrittenVpc = ReturnType<typeof writtenVpcs>[number];

/**
 * Reports subnets that have no room in their VPC, zones that the network does not have, and traffic that would have to
 * change its zone.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function checkNetworkVpcs(config: NetworkConfig, network: NetworkModel, list: ProblemList): void {
  for (const written of writtenVpcs(config)) {
    checkRoom(written, config.zones, list);
    checkZones(written.vpc.zones, [...written.at, 'zones'], config.zones, list);
  }
  checkZones(config.inspection?.zones, ['inspection', 'zones'], config.zones, list);
  checkFirewallZones(config, network, list);
  checkEgressZones(config, network, list);
}

function checkRoom({ vpc, at }: WrittenVpc, fileZones: readonly string[], list: ProblemList): void {
  const { addresses, tiers, zones = fileZones } = vpc;
  const sizes: { netmask: number; path: ConfigPath }[] = [];
  if (addresses) sizes.push({ netmask: addresses.netmask, path: [...at, 'addresses', 'netmask'] });
  if ('cidr' in vpc && vpc.cidr !== undefined)
    sizes.push({ netmask: ipv4Block(vpc.cidr).netmask, path: [...at, 'cidr'] });
  if ('cidrs' in vpc)
    for (const [account, cidr] of Object.entries(vpc.cidrs ?? {}))
      sizes.push({ netmask: ipv4Block(cidr).netmask, path: [...at, 'cidrs', account] });
  const seen = new Set<number>();
  for (const { netmask, path } of sizes) {
    // VPCs of one size have one problem.
    if (seen.has(netmask)) continue;
    seen.add(netmask);
    const tier = tierWithoutRoom({ netmask, zones, tiers });
    if (tier === undefined) continue;
    const count = zones.length;
    list.error(path, {
      en: `a VPC of /${netmask} has no room for tier ${quote(tier)} in ${count === 1 ? 'one zone' : `each of ${count} zones`}, besides a /28 for the attachment; make the VPC larger, or the subnets smaller or fewer`,
      ko: `/${netmask} VPC에는 연결용 /28 외에 계층 ${quote(tier)}을(를) 가용 영역 ${count}개마다 둘 자리가 없습니다: VPC를 키우거나 서브넷을 줄이세요`,
    });
  }
}

const regionOf = (zone = ''): string => zone.slice(0, zone.indexOf('-'));

function checkZones(
  zones: readonly string[] | undefined,
  at: ConfigPath,
  fileZones: readonly string[],
  list: ProblemList,
): void {
  for (const [index, zone] of (zones ?? []).entries()) {
    // A zone of another Region is reported where Regions are.
    if (fileZones.includes(zone) || regionOf(zone) !== regionOf(fileZones[0])) continue;
    list.error([...at, index], {
      en: `zone ${quote(zone)} is not among ${list.place(['zones'])}, so nothing that all VPCs use is there; choose one of ${fileZones.join(', ')}, or add it there`,
      ko: `가용 영역 ${quote(zone)}은(는) ${list.place(['zones'])}에 없어 모든 VPC가 함께 쓰는 것이 그곳에 없습니다: ${fileZones.join(', ')} 중에서 고르거나 거기에 더하세요`,
    });
  }
}

/** @see https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateFirewall.html (`AvailabilityZoneMappings`) */
function checkFirewallZones(config: NetworkConfig, { firewall, vpcs }: NetworkModel, list: ProblemList): void {
  if (!firewall) return;
  const inspected = new Set(
    config.segments.flatMap(({ name, internet, inspected: others = [] }) =>
      others.length > 0 || internet === 'inspected' ? [name, ...others] : [],
    ),
  );
  const users = vpcs.filter(({ segment }) => inspected.has(segment));
  const path = config.inspection?.zones ? ['inspection', 'zones'] : ['inspection'];
  warnOfMissingZones(notIn(config, firewall.zones), users, { path, en: 'the firewall', ko: '방화벽' }, list);
}

function checkEgressZones(config: NetworkConfig, { vpcs }: NetworkModel, list: ProblemList): void {
  const users = vpcs.filter(({ internet }) => internet === 'central');
  for (const { name, role, zones, source } of vpcs) {
    if (role !== 'egress') continue;
    const what = { path: source.path, en: `egress VPC ${quote(name)}`, ko: `이그레스 VPC ${quote(name)}` };
    warnOfMissingZones(notIn(config, zones), users, what, list);
  }
}

function notIn({ zones: all }: NetworkConfig, zones: readonly string[]): string[] {
  return all.filter((zone) => !zones.includes(zone));
}

function warnOfMissingZones(
  missing: readonly string[],
  users: readonly VpcRow[],
  { path, en, ko }: { path: ConfigPath; en: string; ko: string },
  list: ProblemList,
): void {
  for (const zone of missing) {
    const there = users.filter((vpc) => vpc.zones.includes(zone));
    if (there.length === 0) continue;
    const names = listed(there.map(({ name }) => name));
    list.warning(path, {
      en: `${en} is not in zone ${quote(zone)}, from where traffic of ${names.en} comes: it crosses zones and depends on both; add the zone`,
      ko: `${names.ko}의 트래픽이 나오는 가용 영역 ${quote(zone)}에 ${ko}이(가) 없어 트래픽이 영역을 넘고 두 영역에 모두 의존합니다: 가용 영역을 더하세요`,
    });
  }
}
