import type { Ipv4Block } from './ipv4';

/** A block and the blocks before it in the list that it overlaps. */
export interface Overlap<Block extends Ipv4Block> {
  readonly later: Block;
  /** In the order of the list, one at least. */
  readonly earlier: readonly Block[];
}

/**
 * The blocks that overlap, each pair once, in the order of the list.
 *
 * Two CIDR blocks overlap only when one contains the other, so a single pass over the sorted blocks finds all of them.
 *
 * @param blocks - the blocks to compare
 */
export function overlappingBlocks<Block extends Ipv4Block>(blocks: readonly Block[]): Overlap<Block>[] {
  const sorted = blocks
    .map((block, index) => ({ block, index }))
    .sort((one, other) => one.block.first - other.block.first || one.block.netmask - other.block.netmask);
  const earlier = blocks.map((): number[] => []);
  let around: typeof sorted = [];
  for (const entry of sorted) {
    around = around.filter(({ block }) => block.last >= entry.block.first);
    for (const { index } of around) earlier[Math.max(index, entry.index)]?.push(Math.min(index, entry.index));
    around.push(entry);
  }
  return blocks.flatMap((later, index) => {
    const others = (earlier[index] ?? []).sort((one, other) => one - other);
    return others.length === 0 ? [] : [{ later, earlier: others.map((other) => blocks[other] as Block) }];
  });
}
