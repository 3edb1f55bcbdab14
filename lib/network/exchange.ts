import type { LocalizedText } from '../../constructs';
import type { CompiledNetwork } from './compiled-network';
import { breaks, drops } from './drop-reasons';
import { EPHEMERAL_PORTS, type PortRange } from './network-acl';
import { type Entry, PacketWalk, type Party, type Walk } from './packet-walk';
import type { Hop, Reach } from './reachability-matrix';

/** A packet and its reply between two addresses. */
export interface Exchange {
  readonly verdict: Reach['verdict'];
  readonly via: readonly string[];
  readonly forward: Walk;
  /** @default - there is no reply, as the packet does not arrive */
  readonly reply?: Walk;
  /** @default - the verdict is allow */
  readonly reason?: LocalizedText;
}

/**
 * Sends a packet and its reply.
 *
 * @param network - what they go through
 * @param from - where the packet starts
 * @param to - where it is meant to arrive
 * @param ports - ports of the service
 * @param protocol - IANA number. @default - TCP
 */
export function exchange(
  network: CompiledNetwork,
  from: Party,
  to: Party,
  ports: readonly PortRange[],
  protocol?: number,
): Exchange {
  const entry = entryOf(from, to);
  const forward = entry ? new PacketWalk(network, from.address, to, ports, protocol).from(entry) : unreachable(to);
  if (forward.drop) return { verdict: 'deny', via: [], forward, reason: forward.drop };
  const reply = replyTo(network, forward, from, to, protocol);
  const via = [...new Set(forward.passages.map(({ name }) => name))];
  if (reply.drop) return { verdict: 'one-way', via, forward, reply, reason: breaks.replyLost(reply.drop) };
  const broken = oneSided(forward, reply);
  return broken.length > 0
    ? { verdict: 'asymmetric', via, forward, reply, reason: breaks.oneDirection(broken) }
    : { verdict: 'allow', via, forward, reply };
}

/** From the internet nothing comes in but through the internet gateway of the subnet that is meant. */
function entryOf(from: Party, to: Party): Entry | undefined {
  if (from.kind === 'vpc') return { subnet: from.subnet };
  if (from.kind === 'site') return { attachment: from.attachment };
  return to.kind === 'vpc' ? { internetGatewayOf: to.subnet } : undefined;
}

function unreachable(to: Party): Walk {
  const name = to.kind === 'site' ? `site ${to.attachment.name}` : to.kind;
  return { hops: [{ kind: 'internet', name: 'internet' }], passages: [], nats: [], drop: drops.notPublic(name) };
}

/** The reply goes to the last address that a NAT gateway has put in, which knows the one before. */
function replyTo(
  network: CompiledNetwork,
  { nats, exit }: Walk,
  from: Party,
  to: Party,
  protocol: number | undefined,
): Walk {
  const stations: Party[] = nats.map((subnet) => ({ kind: 'vpc' as const, subnet, address: subnet.block.first }));
  const hops: Hop[] = [];
  const passages: Walk['passages'][number][] = [];
  let entry: Entry | undefined = exit && { attachment: exit };
  let drop: LocalizedText | undefined;
  for (const target of [...stations.reverse(), from]) {
    const start = entry ?? entryOf(to, target);
    const leg = start
      ? new PacketWalk(network, to.address, target, EPHEMERAL_PORTS, protocol).from(start)
      : unreachable(target);
    hops.push(...leg.hops);
    passages.push(...leg.passages);
    drop = leg.drop;
    if (drop || target.kind !== 'vpc' || target === from) break;
    hops.push({ kind: 'nat-gateway', name: `${target.subnet.vpc.node.name}/${target.subnet.zone}` });
    entry = { subnet: target.subnet };
  }
  return { hops, passages, nats: [], ...(drop && { drop }) };
}

/** Names of what keeps state but sees one of the two directions only. */
function oneSided(forward: Walk, reply: Walk): string[] {
  const [there, back] = [forward, reply].map(
    ({ passages }) => new Map(passages.flatMap(({ name, state }) => (state === undefined ? [] : [[state, name]]))),
  ) as [Map<string, string>, Map<string, string>];
  const differ = [
    ...[...there].filter(([state]) => !back.has(state)),
    ...[...back].filter(([state]) => !there.has(state)),
  ];
  return [...new Set(differ.map(([, name]) => name))];
}
