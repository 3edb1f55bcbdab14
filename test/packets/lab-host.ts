/** Two network devices that are wired to each other. */
export type LabLink = readonly [host: string, device: string, otherHost: string, otherDevice: string];

/** What a host is, besides its wires and routes. */
export interface LabHostOptions {
  /** It sends and receives packets of these addresses. @default - it only forwards */
  readonly addresses?: readonly string[];
  /** @default false */
  readonly forwards?: boolean;
  /** Rules for nftables. @default - it lets everything through as it is */
  readonly nft?: string;
}

/** A network namespace while it is planned. */
export class LabHost {
  readonly addresses: readonly string[];
  readonly forwards: boolean;
  readonly nft: string;
  /** Lines for `ip -batch`. */
  readonly ip: string[] = ['link set lo up'];
  private readonly gateways = new Map<string, string>();

  constructor(
    readonly name: string,
    { addresses = [], forwards = false, nft = '' }: LabHostOptions,
  ) {
    this.addresses = addresses;
    this.forwards = forwards;
    this.nft = nft;
    for (const address of addresses) this.ip.push(`addr add ${address}/32 dev lo`);
  }

  /**
   * Wires it to another host.
   *
   * @param links - the wires so far; this one is added
   * @param device - name at this end
   * @param otherDevice - name at the other end. @default - `wire` with its number
   * @returns the name at the other end
   */
  connect(links: LabLink[], device: string, other: LabHost, otherDevice = `wire${links.length}`): string {
    const [near, far] = [`169.254.${links.length}.1`, `169.254.${links.length}.2`];
    links.push([this.name, device, other.name, otherDevice]);
    this.wire(device, near, far);
    other.wire(otherDevice, far, near);
    return otherDevice;
  }

  /**
   * @param cidr - where to
   * @param device - by which wire; packets are dropped when there is no such wire
   * @param where - table and metric, as `ip route` has them. @default - the main table
   */
  route(cidr: string, device: string, where = ''): void {
    const gateway = this.gateways.get(device);
    const hop = gateway === undefined ? `blackhole ${cidr}` : `${cidr} via ${gateway} dev ${device} onlink`;
    // Of two alike the first counts, as in AWS.
    this.ip.push(`route append ${hop} ${where}`);
  }

  private wire(device: string, address: string, gateway: string): void {
    this.gateways.set(device, gateway);
    this.ip.push(`addr add ${address}/32 dev ${device}`, `link set ${device} up`);
  }
}
