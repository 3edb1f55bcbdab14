import {
  canonicalCidr,
  type Ipv4Block,
  ipv4Block,
  ipv4Contains,
  ipv4Overlaps,
  overlappingBlocks,
} from '../../constructs/ipv4';
import type { ConfigPath } from '../config/problem';
import type { NetworkConfig } from '../config/schema/network';
import { ownerOf, type PlacedBlock, placedBlocks, writtenVpcs } from './check-network-blocks';
import { type ProblemList, quote } from './model-problem';

/** Keys of the file that hold blocks: the value itself, a list of them, or one for each account. */
const CIDR_KEYS: ReadonlySet<string | number> = new Set(['cidr', 'cidrs', 'supernets', 'allowedPrefixes']);

/** Ranges of which AWS recommends the blocks of VPCs to be (RFC 1918, RFC 6598). */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].map(ipv4Block);

/** Others that a message names when a block overlaps many. */
const OTHERS_SHOWN = 3;

/**
 * Reports blocks that are written wrongly, overlap, or lie where they must not.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html (overlapping blocks are not propagated)
 */
export function checkNetworkAddresses(config: NetworkConfig, list: ProblemList): void {
  checkHostBits(config, [], false, list);
  const blocks = placedBlocks(config);
  const supernets = blocks.filter(({ kind }) => kind === 'supernet');
  const summaries = blocks.filter(({ kind }) => kind === 'segment');
  const pools = blocks.filter(({ kind }) => kind === 'pool');
  const used = blocks.filter(({ kind }) => kind !== 'supernet' && kind !== 'segment');

  checkOverlaps(supernets, list);
  checkOverlaps(summaries, list);
  checkOverlaps(used, list);
  for (const block of [...summaries, ...used]) checkSupernet(block, supernets, list);
  for (const block of used)
    if (block.segment !== undefined) checkSummary(block, block.segment, block.path, summaries, list);
  for (const { vpc, at } of writtenVpcs(config)) {
    for (const block of pools)
      if (block.owner === vpc.addresses?.pool)
        checkSummary(block, vpc.segment, [...at, 'addresses', 'pool'], summaries, list);
  }
  for (const block of used) {
    if (block.kind === 'vpc') checkVpcSize(block, list);
    if (block.kind === 'vpc' || block.kind === 'pool') checkPrivate(block, list);
  }
}

function checkHostBits(value: unknown, path: ConfigPath, isCidr: boolean, list: ProblemList): void {
  if (typeof value === 'string' && isCidr && canonicalCidr(value) !== value) {
    const canonical = canonicalCidr(value);
    list.error(path, {
      en: `${value} has host bits set; write ${canonical}`,
      ko: `${value}에 호스트 비트가 켜져 있습니다: ${canonical}(으)로 적으세요`,
    });
  }
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, child] of entries) checkHostBits(child, [...path, key], isCidr || CIDR_KEYS.has(key), list);
}

function checkOverlaps(blocks: readonly PlacedBlock[], list: ProblemList): void {
  for (const { later, earlier } of overlappingBlocks(blocks)) {
    const shown = earlier
      .slice(0, OTHERS_SHOWN)
      .map((block) => ({ block, ...ownerOf(block), place: list.place(block.path) }));
    const rest = earlier.length - shown.length;
    const en = shown.map(({ block, en, place }) => `${block.cidr} of ${en} (${place})`).join(', ');
    const ko = shown.map(({ block, ko, place }) => `${ko}의 ${block.cidr}(${place})`).join(', ');
    list.error(later.path, {
      en: `${later.cidr} overlaps ${en}${rest ? ` and ${rest} more` : ''}; ${remedy(later, earlier).en}`,
      ko: `${later.cidr}이(가) ${ko}${rest ? ` 외 ${rest}개` : ''}와(과) 겹칩니다: ${remedy(later, earlier).ko}`,
    });
  }
}

function remedy(later: PlacedBlock, earlier: readonly PlacedBlock[]): { en: string; ko: string } {
  if (later.kind === 'supernet') return { en: 'keep the larger one', ko: '더 큰 것만 남기세요' };
  if (later.kind === 'vpc' && earlier.some(({ kind }) => kind === 'pool')) {
    return {
      en: 'IPAM may give these addresses to another VPC, so take them out of the pool, or draw from it with `addresses`',
      ko: 'IPAM이 이 주소를 다른 VPC에 줄 수 있습니다. 풀에서 빼거나 `addresses`로 풀에서 받으세요',
    };
  }
  return {
    en: 'an address has one place in the network, so choose another block',
    ko: '주소 하나는 한 곳에만 있어야 하니 다른 블록을 고르세요',
  };
}

function checkSupernet(block: PlacedBlock, supernets: readonly PlacedBlock[], list: ProblemList): void {
  if (supernets.some((supernet) => ipv4Contains(supernet, block))) return;
  list.error(block.path, {
    en: `${block.cidr} is in no block of ${list.place(['supernets'])}, so VPCs would not send it to the transit gateway; add it there, or choose another block`,
    ko: `${block.cidr}은(는) ${list.place(['supernets'])}의 어느 블록에도 없어 VPC가 Transit Gateway로 보내지 않습니다: supernets에 더하거나 다른 블록을 고르세요`,
  });
}

/** A summary stands for its segment in the tables of others: what is not in its own summary is not found there. */
function checkSummary(
  block: PlacedBlock,
  segment: string,
  path: ConfigPath,
  summaries: readonly PlacedBlock[],
  list: ProblemList,
): void {
  const own = summaries.filter((summary) => summary.segment === segment);
  const foreign = summaries.find((summary) => summary.segment !== segment && ipv4Overlaps(summary, block));
  if (foreign) {
    list.error(path, {
      en: `${block.cidr} is in segment ${quote(segment)} and overlaps ${foreign.cidr} of ${ownerOf(foreign).en} (${list.place(foreign.path)}), where its traffic would go; choose another block`,
      ko: `${block.cidr}은(는) 세그먼트 ${quote(segment)}에 있지만 ${ownerOf(foreign).ko}의 ${foreign.cidr}(${list.place(foreign.path)})과(와) 겹쳐 트래픽이 그쪽으로 갑니다: 다른 블록을 고르세요`,
    });
  } else if (own.length > 0 && !own.some((summary) => ipv4Contains(summary, block))) {
    const [first] = own as [PlacedBlock];
    const place = list.place(first.path.slice(0, -1));
    list.error(path, {
      en: `${block.cidr} is outside ${own.map(({ cidr }) => cidr).join(', ')} of segment ${quote(segment)}; choose a block inside, or add it to ${place}`,
      ko: `${block.cidr}은(는) 세그먼트 ${quote(segment)}의 ${own.map(({ cidr }) => cidr).join(', ')} 밖에 있습니다: 안쪽 블록을 고르거나 ${place}에 더하세요`,
    });
  }
}

function checkVpcSize({ cidr, netmask, path }: PlacedBlock, list: ProblemList): void {
  if (netmask >= 16 && netmask <= 28) return;
  list.error(path, {
    en: `${cidr} is no size that a VPC can have; choose a netmask from /16 to /28`,
    ko: `${cidr}은(는) VPC가 가질 수 없는 크기입니다: /16에서 /28 사이의 넷마스크를 고르세요`,
  });
}

function checkPrivate(block: PlacedBlock, list: ProblemList): void {
  if (PRIVATE.some((range: Ipv4Block) => ipv4Contains(range, block))) return;
  list.warning(block.path, {
    en: `${block.cidr} holds public addresses, and their owners on the internet cannot be reached from the network; use private ones (RFC 1918 or 100.64.0.0/10)`,
    ko: `${block.cidr}에 공인 주소가 있어, 인터넷의 실제 주인에게는 네트워크에서 닿을 수 없습니다: 사설 주소(RFC 1918 또는 100.64.0.0/10)를 쓰세요`,
  });
}
