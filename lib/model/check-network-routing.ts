import type { ConfigPath } from '../config/problem';
import type { NetworkConfig } from '../config/schema/network';
import { checkBlackholes } from './check-network-blackholes';
import { writtenVpcs } from './check-network-blocks';
import { SegmentWays } from './check-network-ways';
import { type ProblemList, quote } from './model-problem';
import type { NetworkModel } from './network-model';

/**
 * Reports segments whose two directions do not fit together, a firewall that cannot pass traffic on, ways around it, and
 * routes that defeat each other.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/asymmetric-routing.html
 */
export function checkNetworkRouting(config: NetworkConfig, network: NetworkModel, list: ProblemList): void {
  const ways = new SegmentWays(config, network);
  for (const [index, segment] of config.segments.entries()) {
    for (const [nth, other] of (segment.inspected ?? []).entries()) {
      const path = ['segments', index, 'inspected', nth];
      // One that is in both lists is reported where the lists are.
      if (!segment.reaches?.includes(other)) checkReturn(segment.name, other, path, ways, list);
    }
    for (const [nth, other] of (segment.reaches ?? []).entries())
      checkReturn(segment.name, other, ['segments', index, 'reaches', nth], ways, list);
    checkInternet(segment.name, ways, list);
  }
  checkFirewallSegment(config, ways, list);
  checkUninspected(config, ways, list);
  checkBlackholes(config, network, list);
}

/** What goes through the firewall must come back through it, and what goes anywhere must come back. */
function checkReturn(from: string, to: string, path: (string | number)[], ways: SegmentWays, list: ProblemList): void {
  if (from === to || from === ways.firewall || to === ways.firewall || ways.indexOf(to) === undefined) return;
  const there = ways.between(from, to);
  const back = ways.between(to, from);
  if (back && there?.kind === 'inspected' && back.kind === 'direct') {
    const place = list.place(back.path);
    list.error(path, {
      en: `${quote(to)} comes back directly (${place}): the firewall would see one direction only and drop the connection; inspect both directions, or neither`,
      ko: `${quote(to)}에서는 ${place}에 따라 직접 돌아옵니다. 방화벽이 한 방향만 보고 연결을 끊습니다: 두 방향을 모두 검사하거나 모두 검사하지 마세요`,
    });
  }
  if (back || !ways.populated.has(from) || !ways.populated.has(to)) return;
  const key = there?.kind === 'inspected' ? 'inspected' : 'reaches';
  list.warning(path, {
    en: `${quote(to)} has no route back to ${quote(from)}, so no connection comes about; add ${quote(from)} to ${key} of ${quote(to)}, or remove it here`,
    ko: `${quote(to)}에 ${quote(from)}(으)로 돌아오는 경로가 없어 연결이 맺어지지 않습니다: ${quote(to)}의 ${key}에 ${quote(from)}을(를) 더하거나 여기서 지우세요`,
  });
}

/** The egress VPC must answer the way it was asked. */
function checkInternet(from: string, ways: SegmentWays, list: ProblemList): void {
  const { egress, firewall } = ways;
  const there = ways.toInternet(from);
  if (!there || egress === undefined || from === egress || from === firewall || !ways.populated.has(from)) return;
  const back = ways.between(egress, from);
  const key = there.kind === 'inspected' ? 'inspected' : 'reaches';
  if (!back) {
    list.error(there.path, {
      en: `${quote(egress)}, where the egress VPC is, has no route back to ${quote(from)}; add ${quote(from)} to ${key} of ${quote(egress)}`,
      ko: `이그레스 VPC가 있는 ${quote(egress)}에 ${quote(from)}(으)로 돌아오는 경로가 없습니다: ${quote(egress)}의 ${key}에 ${quote(from)}을(를) 더하세요`,
    });
  } else if (there.kind === 'inspected' && back.kind === 'direct') {
    const place = list.place(back.path);
    list.error(there.path, {
      en: `answers come back from ${quote(egress)} directly (${place}): the firewall would see one direction only and drop the connection; move ${quote(from)} to inspected there`,
      ko: `응답이 ${quote(egress)}에서 ${place}에 따라 직접 돌아옵니다. 방화벽이 한 방향만 보고 연결을 끊습니다: 거기서 ${quote(from)}을(를) inspected로 옮기세요`,
    });
  }
}

/** The table of the firewall decides where inspected traffic goes on; it needs all of its ends and no way back in. */
function checkFirewallSegment({ segments, inspection }: NetworkConfig, ways: SegmentWays, list: ProblemList): void {
  const { firewall } = ways;
  const index = firewall === undefined ? undefined : ways.indexOf(firewall);
  if (!inspection || firewall === undefined || index === undefined) return;
  const own = segments[index];
  const at = (key: 'reaches' | 'internet') => ['segments', index, ...(own?.[key] === undefined ? [] : [key])];

  // One problem for each segment that is missing, at the first that needs it.
  const needs = new Map<string, string>();
  let online: string | undefined;
  for (const { name, inspected = [] } of segments) {
    if (name === firewall) continue;
    const leaves = ways.toInternet(name)?.kind === 'inspected';
    if (leaves) online ??= name;
    for (const other of inspected) if (!needs.has(other)) needs.set(other, name);
    // The answers to an egress VPC take the default route.
    const answers = (leaves || inspected.length > 0) && name !== ways.egress && ways.populated.has(name);
    if (answers && !needs.has(name)) needs.set(name, name);
  }
  for (const [name, user] of needs) {
    if (name === firewall || ways.indexOf(name) === undefined || ways.between(firewall, name)) continue;
    list.error(at('reaches'), {
      en: `${quote(firewall)}, the segment of the firewall, has no route to ${quote(name)}, whose traffic ${quote(user)} sends through it; add ${quote(name)} to reaches`,
      ko: `방화벽의 세그먼트 ${quote(firewall)}에 ${quote(name)}(으)로 가는 경로가 없는데 ${quote(user)}이(가) 그 트래픽을 방화벽으로 보냅니다: reaches에 ${quote(name)}을(를) 더하세요`,
    });
  }
  // A way back into the firewall is reported with the segment.
  if (online === undefined || ways.toInternet(firewall)) return;
  list.error(at('internet'), {
    en: `${quote(online)} sends what goes to the internet through the firewall, whose segment ${quote(firewall)} cannot pass it on; write internet: direct here`,
    ko: `${quote(online)}이(가) 인터넷 트래픽을 방화벽으로 보내지만 방화벽의 세그먼트 ${quote(firewall)}이(가) 내보낼 수 없습니다: 여기에 internet: direct를 적으세요`,
  });
}

/** Ways to the internet that pass by the firewall; whoever wants one says why. */
function checkUninspected(config: NetworkConfig, ways: SegmentWays, list: ProblemList): void {
  const report = (
    at: ConfigPath,
    way: ConfigPath | undefined,
    reason: string | undefined,
    en: string,
    ko: string,
  ): void => {
    if (way === undefined || !config.inspection) {
      if (reason === undefined) {
        if (way)
          list.warning(way, {
            en: `${en}; add a firewall (inspection), or accept it`,
            ko: `${ko}: 방화벽(inspection)을 두거나 감수하세요`,
          });
        return;
      }
      list.error([...at, 'uninspected'], {
        en: `there is ${config.inspection ? 'no way to the internet here that passes by the firewall' : 'no firewall to pass by'}; remove it`,
        ko: `${config.inspection ? '방화벽을 비켜 가는 인터넷 경로가 여기에 없습니다' : '비켜 갈 방화벽이 없습니다'}: 지우세요`,
      });
      return;
    }
    if (reason === undefined)
      list.error(way, {
        en: `${en}; send it through the firewall, or say why under uninspected`,
        ko: `${ko}: 방화벽을 거치게 하거나 uninspected에 이유를 적으세요`,
      });
  };
  for (const [index, { name, uninspected }] of config.segments.entries()) {
    const way = ways.toInternet(name);
    const direct = way?.kind === 'direct' && name !== ways.firewall ? way.path : undefined;
    report(
      ['segments', index],
      direct,
      uninspected,
      `${quote(name)} reaches the internet without inspection`,
      `${quote(name)}이(가) 검사 없이 인터넷에 닿습니다`,
    );
  }
  for (const { vpc, role, at } of writtenVpcs(config)) {
    report(
      at,
      vpc.internet === 'local' && role !== 'egress' ? [...at, 'internet'] : undefined,
      vpc.uninspected,
      `${quote(vpc.name)} reaches the internet by a gateway of its own, without inspection`,
      `${quote(vpc.name)}이(가) 자체 게이트웨이로 검사 없이 인터넷에 닿습니다`,
    );
  }
}
