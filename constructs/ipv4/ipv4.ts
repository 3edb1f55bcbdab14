/** An IPv4 block as numbers: quick to compare. */
export interface Ipv4Block {
  /** First address, 0 to 2^32 - 1. */
  readonly first: number;
  /** Last address. */
  readonly last: number;
  /** Prefix length, 0 to 32. */
  readonly netmask: number;
}

const ADDRESSES = 2 ** 32;

/** Number of an IPv4 address such as `10.0.0.1`. */
export function ipv4Number(address: string): number {
  const bytes = address.split('.').map((byte) => (/^\d{1,3}$/.test(byte) ? Number(byte) : Number.NaN));
  if (bytes.length !== 4 || !bytes.every((byte) => byte <= 255)) {
    throw new Error(`not an IPv4 address: ${JSON.stringify(address)}; write four numbers such as 10.0.0.1`);
  }
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Address such as `10.0.0.1` of a number. */
export function ipv4Text(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** Number of addresses of a block with this prefix length. */
export function ipv4Size(netmask: number): number {
  return ADDRESSES / 2 ** netmask;
}

/**
 * The block that a CIDR names; host bits are cut off, as {@link canonicalCidr} shows.
 *
 * @throws Error when it is no IPv4 CIDR block
 */
export function ipv4Block(cidr: string): Ipv4Block {
  const [address = '', length = ''] = cidr.split('/');
  const netmask = /^\d{1,2}$/.test(length) ? Number(length) : Number.NaN;
  if (!(netmask <= 32)) {
    throw new Error(`not an IPv4 CIDR block: ${JSON.stringify(cidr)}; write one such as 10.0.0.0/16`);
  }
  const size = ipv4Size(netmask);
  const first = Math.floor(ipv4Number(address) / size) * size;
  return { first, last: first + size - 1, netmask };
}

/** CIDR of a block. */
export function ipv4Cidr(block: Pick<Ipv4Block, 'first' | 'netmask'>): string {
  return `${ipv4Text(block.first)}/${block.netmask}`;
}

/** The CIDR with its host bits cut off: `10.0.0.1/16` is `10.0.0.0/16`. */
export function canonicalCidr(cidr: string): string {
  return ipv4Cidr(ipv4Block(cidr));
}

/** Whether every address of `inner` is in `outer`. */
export function ipv4Contains(outer: Ipv4Block, inner: Ipv4Block): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether the blocks have an address in common. */
export function ipv4Overlaps(one: Ipv4Block, other: Ipv4Block): boolean {
  return one.first <= other.last && other.first <= one.last;
}
