import { type Ipv4Block, ipv4Block, ipv4Cidr } from '../../constructs/ipv4';
import type { ConfigPath } from '../config/problem';
import type { NetworkConfig } from '../config/schema/network';
import { quote } from './model-problem';

/** What a block of addresses belongs to, in messages. */
const OWNERS = {
  supernet: { en: 'supernets', ko: 'supernets' },
  segment: { en: 'segment', ko: '세그먼트' },
  transitGateway: { en: 'the transit gateway', ko: 'Transit Gateway' },
  pool: { en: 'address pool', ko: '주소 풀' },
  site: { en: 'site', ko: '사업장' },
  vpc: { en: 'VPC', ko: 'VPC' },
} as const;

/** A block of addresses and who has it. */
export interface PlacedBlock extends Ipv4Block {
  readonly kind: keyof typeof OWNERS;
  readonly cidr: string;
  /** @default - the owner has no name */
  readonly owner?: string;
  /** @default - it belongs to no segment */
  readonly segment?: string;
  readonly path: ConfigPath;
}

/** What the owner of a block is called in a message. */
export function ownerOf({ kind, owner }: PlacedBlock): { en: string; ko: string } {
  const { en, ko } = OWNERS[kind];
  return owner === undefined ? { en, ko } : { en: `${en} ${quote(owner)}`, ko: `${ko} ${quote(owner)}` };
}

/** Every block of the file, also of accounts whose VPC cannot be made yet; what many others collide with comes first. */
export function placedBlocks(config: NetworkConfig): PlacedBlock[] {
  const { supernets, transitGateway, segments, addressPools = [], sites = [], vpcs = [], vpcTemplates = [] } = config;
  const placed = (
    cidrs: readonly string[] | undefined,
    at: ConfigPath,
    what: Pick<PlacedBlock, 'kind' | 'owner' | 'segment'>,
  ) => (cidrs ?? []).map((cidr, index) => placedBlock(cidr, [...at, index], what));
  return [
    ...placed(supernets, ['supernets'], { kind: 'supernet' }),
    ...placed(transitGateway.cidrs, ['transitGateway', 'cidrs'], { kind: 'transitGateway' }),
    ...segments.flatMap(({ name, cidrs }, index) =>
      placed(cidrs, ['segments', index, 'cidrs'], { kind: 'segment', owner: name, segment: name }),
    ),
    ...addressPools.flatMap(({ name, cidrs }, index) =>
      placed(cidrs, ['addressPools', index, 'cidrs'], { kind: 'pool', owner: name }),
    ),
    ...sites.flatMap(({ name, segment, cidrs }, index) =>
      placed(cidrs, ['sites', index, 'cidrs'], { kind: 'site', owner: name, segment }),
    ),
    ...vpcs.flatMap(({ name, segment, cidr }, index) =>
      cidr === undefined ? [] : [placedBlock(cidr, ['vpcs', index, 'cidr'], { kind: 'vpc', owner: name, segment })],
    ),
    ...vpcTemplates.flatMap(({ name, segment, cidrs = {} }, index) =>
      Object.entries(cidrs).map(([account, cidr]) =>
        placedBlock(cidr, ['vpcTemplates', index, 'cidrs', account], {
          kind: 'vpc',
          owner: `${account}-${name}`,
          segment,
        }),
      ),
    ),
  ];
}

function placedBlock(
  written: string,
  path: ConfigPath,
  what: Pick<PlacedBlock, 'kind' | 'owner' | 'segment'>,
): PlacedBlock {
  const block = ipv4Block(written);
  return { ...block, ...what, cidr: ipv4Cidr(block), path };
}

/** The VPCs and the templates of the file, with their place. */
export function writtenVpcs({ vpcs = [], vpcTemplates = [] }: NetworkConfig) {
  return [
    ...vpcs.map((vpc, index) => ({ vpc, role: vpc.role ?? 'spoke', at: ['vpcs', index] as const })),
    ...vpcTemplates.map((vpc, index) => ({ vpc, role: 'spoke' as const, at: ['vpcTemplates', index] as const })),
  ];
}
