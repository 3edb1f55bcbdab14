import { type Ipv4Block, ipv4Block, ipv4Cidr, ipv4Contains } from '../../constructs/ipv4';
import type { NetworkConfig } from '../config/schema/network';
import { type ProblemList, quote } from './model-problem';
import type { NetworkModel } from './network-model';

/** A block that a table leads somewhere. */
interface OpenBlock extends Ipv4Block {
  readonly attachment: string;
  readonly isStatic: boolean;
}

/** Reports blackholes that are written by hand and stop what the table is to reach or do not stop what they are to. */
export function checkBlackholes(config: NetworkConfig, network: NetworkModel, list: ProblemList): void {
  const supernets = config.supernets.map(ipv4Block);
  for (const [index, { name, routes = [] }] of config.segments.entries()) {
    if (!routes.some(({ blackhole }) => blackhole)) continue;
    const open = openBlocks(name, network);
    for (const [nth, { cidr, blackhole }] of routes.entries()) {
      const path = ['segments', index, 'routes', nth, 'cidr'];
      if (blackhole) checkBlackhole(ipv4Block(cidr), path, open, supernets, list);
    }
  }
}

/** The blocks that a table leads to some attachment; the default route is what blackholes are there to cut. */
function openBlocks(segment: string, { routing, vpcs, sites, addressPools }: NetworkModel): OpenBlock[] {
  const pools = new Map(addressPools.map(({ name, cidrs }) => [name, cidrs]));
  const cidrs = new Map<string, readonly string[]>([
    ...vpcs.map(({ name, cidr, pool }) => [name, cidr ? [cidr] : (pools.get(pool?.name ?? '') ?? [])] as const),
    ...sites.map((site) => [site.name, site.cidrs] as const),
  ]);
  const open = (cidr: string, attachment: string, isStatic: boolean) => ({ ...ipv4Block(cidr), attachment, isStatic });
  return [
    ...routing.propagations
      .filter((propagation) => propagation.segment === segment)
      .flatMap(({ attachment }) => (cidrs.get(attachment) ?? []).map((cidr) => open(cidr, attachment, false))),
    ...routing.routes.flatMap((route) =>
      route.segment === segment && route.attachment !== undefined ? [open(route.cidr, route.attachment, true)] : [],
    ),
  ].filter(({ netmask }) => netmask > 0);
}

function checkBlackhole(
  blackhole: Ipv4Block,
  path: (string | number)[],
  open: readonly OpenBlock[],
  supernets: readonly Ipv4Block[],
  list: ProblemList,
): void {
  const dropped = ipv4Cidr(blackhole);
  const around = open.find((block) => ipv4Contains(block, blackhole));
  if (around) {
    const isSame = around.netmask === blackhole.netmask;
    list[isSame ? 'error' : 'warning'](path, {
      en: `drops ${isSame ? 'all' : 'a part'} of ${ipv4Cidr(around)}, which this table leads to ${quote(around.attachment)}; ${isSame ? 'remove one of the two' : 'remove it unless that is meant'}`,
      ko: `이 테이블이 ${quote(around.attachment)}(으)로 보내는 ${ipv4Cidr(around)}의 ${isSame ? '전부를' : '일부를'} 버립니다: ${isSame ? '둘 중 하나를 지우세요' : '의도한 것이 아니면 지우세요'}`,
    });
  }
  // A blackhole of a whole supernet is what remains when nothing narrower is reached.
  if (supernets.some((supernet) => ipv4Contains(blackhole, supernet))) return;
  const inside = open.filter((block) => block.netmask > blackhole.netmask && ipv4Contains(blackhole, block));
  const [first] = inside;
  if (!first) return;
  const more = inside.length - 1;
  list.error(path, {
    en: `does not stop ${ipv4Cidr(first)} to ${quote(first.attachment)}${more ? ` and ${more} more` : ''}: narrower routes of this table win over ${dropped}; do not reach them here, or write narrower blackholes`,
    ko: `${quote(first.attachment)}(으)로 가는 ${ipv4Cidr(first)}${more ? ` 외 ${more}개` : ''}을(를) 막지 못합니다. 이 테이블의 더 좁은 경로가 ${dropped}보다 먼저입니다: 여기서 닿지 않게 하거나 더 좁은 블랙홀을 적으세요`,
  });
}
