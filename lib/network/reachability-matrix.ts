import type { LocalizedText } from '../../constructs';

/** Something that sends and receives packets. */
export interface Endpoint {
  /** Name of the VPC or site, or `internet`. */
  readonly name: string;
  readonly kind: 'vpc' | 'site' | 'internet';
  /** @default - it is associated with no route table */
  readonly segment?: string;
  /** Account name. @default - not a VPC */
  readonly account?: string;
  readonly cidrs: readonly string[];
}

/** A step of a path: where the packet is, and the route that it takes from there. */
export interface Hop {
  readonly kind: 'subnet' | 'segment' | 'firewall' | 'nat-gateway' | 'internet-gateway' | 'site' | 'internet';
  /** `shop-prod/app`, the segment, the firewall, … */
  readonly name: string;
  /** Route that matched, such as `10.16.0.0/14 static`. @default - the last hop, or no route was needed */
  readonly route?: string;
}

/** Whether one endpoint reaches another, and how. */
export interface Reach {
  readonly from: string;
  readonly to: string;
  /**
   * allow: packets and their replies arrive. asymmetric: they do, but a stateful firewall, a NAT gateway or an appliance
   * sees one direction only, so that the connection breaks; or not between all zones. one-way: packets arrive, their replies
   * do not, so that no connection comes about, but what needs no reply gets in; network ACLs that stop TCP and not every
   * other protocol come to the same. deny: packets do not arrive.
   */
  readonly verdict: 'allow' | 'asymmetric' | 'one-way' | 'deny';
  /** Firewalls and VPCs that packets pass on their way there, in order; empty when the verdict is deny. */
  readonly via: readonly string[];
  /** The way there; as far as the packet came when the verdict is deny. */
  readonly path: readonly Hop[];
  /** The way of the reply; as far as it came when the verdict is one-way. */
  readonly returnPath: readonly Hop[];
  /** Why it is not `allow`, or how the zones differ. @default - it is, the same way between all zones */
  readonly reason?: LocalizedText;
}

/** What every endpoint reaches; single answers are worked out when they are asked for. */
export interface ReachabilityMatrix {
  /** VPCs by name, then sites by name, then `internet`. */
  readonly endpoints: readonly Endpoint[];
  /**
   * @param from - name of an endpoint
   * @param to - name of another endpoint
   * @param port - TCP port that network ACLs are judged by. @default - a port that they let through, if there is one
   * @throws Error when there is no such endpoint
   */
  reach(from: string, to: string, port?: number): Reach;
  /**
   * The same answer without the paths: quick enough to ask for every pair.
   *
   * @throws Error when there is no such endpoint
   */
  verdict(from: string, to: string, port?: number): Pick<Reach, 'verdict' | 'via'>;
}
