/** A network prefix, or one address when the prefix is as long as the address. */
export interface IpRange {
  /** Length of an address of this family, in bits: 32 or 128. */
  readonly size: number;
  readonly address: bigint;
  /** Prefix length, in bits. */
  readonly prefix: number;
}

/**
 * Reads an IPv4 or IPv6 address, with or without a prefix length; `undefined` when the text is neither.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function parseIpRange(text: string): IpRange | undefined {
  const match = /^([0-9A-Fa-f:.]+)(?:\/(\d{1,3}))?$/.exec(text);
  if (!match?.[1]) return undefined;
  const ipv6 = match[1].includes(':');
  const size = ipv6 ? 128 : 32;
  const address = ipv6 ? parseIpv6(match[1]) : parseIpv4(match[1]);
  const prefix = Number(match[2] ?? size);
  return address === undefined || prefix > size ? undefined : { size, address, prefix };
}

/** Whether the whole of `inner` lies inside `outer`; addresses of different families never do. */
export function containsRange(outer: IpRange, inner: IpRange): boolean {
  if (outer.size !== inner.size || inner.prefix < outer.prefix) return false;
  const hostBits = BigInt(outer.size - outer.prefix);
  return outer.address >> hostBits === inner.address >> hostBits;
}

function join(groups: readonly string[], radix: 10 | 16): bigint {
  const width = radix === 10 ? 8n : 16n;
  return groups.reduce((value, group) => (value << width) | BigInt(Number.parseInt(group, radix)), 0n);
}

function parseIpv4(text: string): bigint | undefined {
  const octets = text.split('.');
  const valid = octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255);
  return valid ? join(octets, 10) : undefined;
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], tail] = halves;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length > 2 || (tail ? missing < 1 : missing !== 0)) return undefined;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  return groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group)) ? join(groups, 16) : undefined;
}
