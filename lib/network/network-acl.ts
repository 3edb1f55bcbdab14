import { ipv4Block } from '../../constructs';
import type { AclEntry } from './network-graph';

/** First and last port. */
export type PortRange = readonly [from: number, to: number];

/** Ports of a service, when no single one is meant. */
export const EVERY_PORT: readonly PortRange[] = [[0, 65535]];

/** Ports that replies go to. @see https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html */
export const EPHEMERAL_PORTS: readonly PortRange[] = [[1024, 65535]];

/**
 * Which of some ports a network ACL lets through, to or from an address.
 *
 * @param protocol - IANA number; one without ports is let through on all of them or on none. @default - TCP
 */
export type AclFilter = (
  egress: boolean,
  address: number,
  ports: readonly PortRange[],
  protocol?: number,
) => readonly PortRange[];

export const TCP = 6;

/** What a network ACL may let through although it lets no TCP through; the last stands for every other protocol. */
export const BESIDES_TCP: readonly { readonly protocol: number; readonly en: string; readonly ko: string }[] = [
  { protocol: 17, en: 'UDP', ko: 'UDP' },
  { protocol: 1, en: 'ICMP', ko: 'ICMP' },
  { protocol: 255, en: 'another protocol', ko: '다른 프로토콜' },
];

const EVERY_PROTOCOL = -1;

/**
 * @param entries - rules in the order in which they count. @default - everything is allowed
 */
export function aclFilter(entries: readonly AclEntry[] | undefined): AclFilter {
  if (!entries) return (_egress, _address, ports) => ports;
  const rules = entries.map((entry) => ({
    ...entry,
    block: ipv4Block(entry.cidr),
    range: entry.ports ?? ([0, 65535] as const),
  }));
  return (egress, address, ports, protocol = TCP) => {
    const allowed: PortRange[] = [];
    let open = ports;
    for (const { egress: outward, allow, block, range, protocol: of } of rules) {
      if (of !== protocol && of !== EVERY_PROTOCOL) continue;
      if (outward !== egress || address < block.first || address > block.last) continue;
      if (allow) allowed.push(...open.flatMap((part) => common(part, range)));
      open = open.flatMap((part) => without(part, range));
    }
    return allowed;
  };
}

function common([from, to]: PortRange, [first, last]: PortRange): PortRange[] {
  const [low, high] = [Math.max(from, first), Math.min(to, last)];
  return low <= high ? [[low, high]] : [];
}

function without([from, to]: PortRange, [first, last]: PortRange): PortRange[] {
  const below: PortRange = [from, Math.min(to, first - 1)];
  const above: PortRange = [Math.max(from, last + 1), to];
  return [below, above].filter(([low, high]) => low <= high);
}
