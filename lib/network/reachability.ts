import { type CompiledNetwork, compileNetwork } from './compiled-network';
import { breaks, drops } from './drop-reasons';
import { type EndpointParties, endpointsOf } from './endpoints';
import { type Exchange, exchange } from './exchange';
import { BESIDES_TCP, EVERY_PORT, type PortRange } from './network-acl';
import type { NetworkGraph } from './network-graph';
import type { Reach, ReachabilityMatrix } from './reachability-matrix';

type Answer = Omit<Reach, 'from' | 'to'>;
type Verdict = Pick<Reach, 'verdict' | 'via'>;

const RANK: Readonly<Record<Reach['verdict'], number>> = { deny: 0, 'one-way': 1, asymmetric: 2, allow: 3 };

/**
 * What every endpoint of a network reaches: a packet, and its reply, are walked through the route tables.
 *
 * A VPC reaches another one when a tier of it does, in every zone; one-way is already what arrives between any two zones.
 * Only routes and network ACLs are judged, and those for TCP: where they let none through on any port, but another protocol,
 * the verdict is one-way. Security groups, the rules of a firewall and endpoint
 * policies may allow less, never more.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 * @throws Error when two VPCs or two attachments have the same name
 */
export function reachability(graph: NetworkGraph): ReachabilityMatrix {
  const network = compileNetwork(graph);
  const endpoints = endpointsOf(graph, network);
  const indexes = new Map(endpoints.map(({ endpoint }, index) => [endpoint.name, index]));
  const shapes = new Map<string, number>();
  const shapeOf = endpoints.map(({ endpoint, shape }) => {
    const key = `${endpoint.kind} ${shape}`;
    const known = shapes.get(key) ?? shapes.size;
    shapes.set(key, known);
    return known;
  });
  const verdicts = new Map<number | undefined, Verdict[]>();

  const indexOf = (name: string): number => {
    const index = indexes.get(name);
    if (index === undefined) throw new Error(`no endpoint ${JSON.stringify(name)} in the network`);
    return index;
  };
  const answer = (from: number, to: number, port?: number): Answer => {
    if (from === to)
      throw new Error(`an endpoint is not judged against itself: ${JSON.stringify(endpoints[from]?.endpoint.name)}`);
    return judge(network, endpoints[from] as EndpointParties, endpoints[to] as EndpointParties, port);
  };
  return {
    endpoints: endpoints.map(({ endpoint }) => endpoint),
    reach: (from, to, port) => ({ from, to, ...answer(indexOf(from), indexOf(to), port) }),
    verdict: (from, to, port) => {
      const [one, other] = [indexOf(from), indexOf(to)];
      const known = verdicts.get(port) ?? [];
      verdicts.set(port, known);
      const key = (shapeOf[one] as number) * shapes.size + (shapeOf[other] as number);
      const found = known[key];
      if (found && one !== other) return found;
      const { verdict, via } = answer(one, other, port);
      known[key] = { verdict, via };
      return known[key];
    },
  };
}

interface Trial {
  readonly from: string;
  readonly to: string;
  readonly exchange: Exchange;
}

/** What TCP can do; where it can do nothing, whether a network ACL lets in what needs no connection. */
function judge(network: CompiledNetwork, from: EndpointParties, to: EndpointParties, port?: number): Answer {
  const tcp = judgeProtocol(network, from, to, port === undefined ? EVERY_PORT : [[port, port]]);
  if (tcp.verdict !== 'deny' || port !== undefined || network.aclBlocks.length === 0) return tcp;
  for (const { protocol, ...name } of BESIDES_TCP) {
    const other = judgeProtocol(network, from, to, EVERY_PORT, protocol);
    if (other.verdict !== 'deny') return { ...other, verdict: 'one-way', reason: breaks.besidesTcp(name) };
  }
  return tcp;
}

/** The best that any tier of one zone can do with any tier of another, for each pair of zones; then what all of them share. */
function judgeProtocol(
  network: CompiledNetwork,
  from: EndpointParties,
  to: EndpointParties,
  ports: readonly PortRange[],
  protocol?: number,
): Answer {
  const trials = new Map<string, Trial>();
  const arrived: Exchange[] = [];
  for (const source of from.parties)
    for (const target of to.parties) {
      const tried = exchange(network, source.party, target.party, ports, protocol);
      if (tried.verdict !== 'deny') arrived.push(tried);
      const zones = { from: source.zone ?? from.endpoint.name, to: target.zone ?? to.endpoint.name };
      const key = `${zones.from} ${zones.to}`;
      const before = trials.get(key);
      if (!before || isBetter(tried, before.exchange)) trials.set(key, { ...zones, exchange: tried });
    }
  const answer = summary([...trials.values()], (from.parties.length === 0 ? from : to).endpoint.name);
  // What one tier can go round does not stand between the two; where replies come back, one without does not count.
  const ways = arrived.filter(({ verdict }) => answer.verdict === 'one-way' || verdict !== 'one-way');
  return { ...answer, via: answer.via.filter((name) => ways.every(({ via }) => via.includes(name))) };
}

function summary(trials: readonly Trial[], name: string): Answer {
  const [first, ...others] = trials;
  if (!first) return { verdict: 'deny', via: [], path: [], returnPath: [], reason: drops.noSubnet(name) };
  const best = others.reduce((a, b) => (isBetter(b.exchange, a.exchange) ? b : a), first);
  const answer = answerOf(best.exchange);
  const worse = trials.find(({ exchange: one }) => one.verdict !== best.exchange.verdict);
  if (!worse?.exchange.reason) return { ...answer, ...differentWays(best, trials) };
  if (answer.verdict === 'one-way' && answer.reason)
    return { ...answer, reason: breaks.someZones(best, answer.reason) };
  return {
    ...answerOf(worse.exchange),
    verdict: 'asymmetric',
    via: answer.via,
    reason: breaks.zones(worse, worse.exchange.reason),
  };
}

/** A connection between any zones is allowed, but an inspection that one of them goes round does not stand between all. */
function differentWays(best: Trial, trials: readonly Trial[]): Pick<Answer, 'reason'> {
  if (best.exchange.verdict !== 'allow') return {};
  const via = best.exchange.via.join();
  const other = trials.find(({ exchange: one }) => one.via.join() !== via);
  if (!other) return {};
  return { reason: breaks.ways([best, other].map(({ exchange: one, ...zones }) => ({ ...zones, via: one.via }))) };
}

/** The better verdict; of equal ones the shorter way, and of two that are denied the packet that came farther. */
function isBetter(one: Exchange, other: Exchange): boolean {
  if (one.verdict !== other.verdict) return RANK[one.verdict] > RANK[other.verdict];
  return one.verdict === 'deny' ? distance(one) > distance(other) : one.via.length < other.via.length;
}

function distance({ forward, reply }: Exchange): number {
  return forward.hops.length + (reply?.hops.length ?? 0);
}

function answerOf({ verdict, via, forward, reply, reason }: Exchange): Answer {
  return { verdict, via, path: forward.hops, returnPath: reply?.hops ?? [], ...(reason && { reason }) };
}
