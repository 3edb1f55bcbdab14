import { ipv4Size } from './ipv4';

/** The subnets that a VPC is to have. */
export interface SubnetRequest {
  /** Prefix length of the VPC. */
  readonly netmask: number;
  /** Availability Zones; append one, up to the fourth, and no subnet moves. */
  readonly zones: readonly string[];
  /** One subnet in each zone for each of these; append a tier and no subnet moves. */
  readonly tiers: readonly { readonly name: string; readonly netmask: number }[];
}

/** A subnet and its place in the VPC. */
export interface PlannedSubnet {
  /** Name of the tier, or `attachment` for the subnet of the transit gateway attachment. */
  readonly tier: string;
  readonly zone: string;
  /**
   * Addresses between the first address of the VPC and that of the subnet; a multiple of the size of the subnet.
   *
   * `Fn::Cidr` lists 256 blocks at most: cut a VPC whose block is not known at synth in two steps.
   */
  readonly offset: number;
  /** Prefix length of the subnet. */
  readonly netmask: number;
}

/** Tier that every VPC has: AWS recommends a /28 of its own in each zone for the attachment. */
export const ATTACHMENT_TIER = 'attachment';
const ATTACHMENT_NETMASK = 28;

/** Zones that the layout keeps places for, so that a VPC can grow into them. */
const PLANNED_ZONES = 4;
/** Zones that are laid out from the start of the VPC; the others from its end. */
const ZONES_FROM_START = 2;

/**
 * Places the subnets of a VPC: the attachment first with room for four zones, then tier by tier as they are written.
 *
 * The first two zones fill the VPC from its start, the third and fourth from its end; each subnet takes the first place
 * that is free on its side and that its size divides. Up to four zones, a place thus depends on nothing that is written
 * after its tier and its zone.
 *
 * @throws Error when a tier has no room; {@link tierWithoutRoom} tells which without throwing
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html
 */
export function planSubnets(request: SubnetRequest): PlannedSubnet[] {
  const { netmask, zones } = request;
  const lacking = tierWithoutRoom(request);
  if (lacking !== undefined) {
    throw new Error(
      `no room for tier ${JSON.stringify(lacking)} in a VPC of /${netmask} with ${zones.length} zones; make the VPC larger or the subnets smaller`,
    );
  }
  return placeTiers(request).flatMap(({ name, netmask: size, offsets }) =>
    zones.map((zone, index) => ({ tier: name, zone, offset: offsets[index] as number, netmask: size })),
  );
}

/** Name of the first tier that does not fit into the VPC, or `undefined` when all do. */
export function tierWithoutRoom(request: SubnetRequest): string | undefined {
  return placeTiers(request).find(({ fits }) => !fits)?.name;
}

/** Addresses from `first` up to but not including `end`. */
interface Span {
  readonly first: number;
  readonly end: number;
}

/** Each tier with its places, also for zones that the VPC does not have, and whether those that it has are free. */
function placeTiers({ netmask, zones, tiers }: SubnetRequest) {
  const room = ipv4Size(netmask);
  const planned = Math.max(PLANNED_ZONES, zones.length);
  const attachmentSize = ipv4Size(ATTACHMENT_NETMASK);
  const attachments = Array.from({ length: planned }, (_, index) => index * attachmentSize);
  const reserved = { first: 0, end: planned * attachmentSize };
  const fromStart: Span[] = [reserved];
  const fromEnd: Span[] = [reserved];
  const used: Span[] = [];
  const placed = tiers.map(({ name, netmask: tierNetmask }) => {
    const size = ipv4Size(tierNetmask);
    let fits = true;
    const offsets = Array.from({ length: planned }, (_, index) => {
      const side = index < ZONES_FROM_START ? fromStart : fromEnd;
      const first = side === fromStart ? lowestFree(size, room, side) : highestFree(size, room, side);
      const span = first === undefined ? undefined : { first, end: first + size };
      if (span) side.push(span);
      if (index >= zones.length) return first;
      // The two sides do not see each other while they are laid out; here they meet.
      if (!span || used.some((other) => meet(span, other))) fits = false;
      else used.push(span);
      return first;
    });
    return { name, netmask: tierNetmask, offsets, fits };
  });
  const attachment = { name: ATTACHMENT_TIER, netmask: ATTACHMENT_NETMASK, offsets: attachments };
  return [{ ...attachment, fits: zones.length * attachmentSize <= room }, ...placed];
}

function meet(one: Span, other: Span): boolean {
  return one.first < other.end && other.first < one.end;
}

function lowestFree(size: number, room: number, taken: readonly Span[]): number | undefined {
  for (let first = 0; first + size <= room; ) {
    const blocked = taken.find((span) => meet({ first, end: first + size }, span));
    if (!blocked) return first;
    first = Math.ceil(blocked.end / size) * size;
  }
  return undefined;
}

function highestFree(size: number, room: number, taken: readonly Span[]): number | undefined {
  for (let first = room - size; first >= 0; ) {
    const blocked = taken.find((span) => meet({ first, end: first + size }, span));
    if (!blocked) return first;
    first = Math.floor(blocked.first / size) * size - size;
  }
  return undefined;
}
