import fc from 'fast-check';
import { ipv4Size, type PlannedSubnet, planSubnets, type SubnetRequest, tierWithoutRoom } from '../../../constructs';

const ZONES = ['apne2-az1', 'apne2-az3', 'apne2-az2', 'apne2-az4'];
const tier = (name: string, netmask: number) => ({ name, netmask });

const requests: fc.Arbitrary<SubnetRequest> = fc.record({
  netmask: fc.integer({ min: 16, max: 28 }),
  zones: fc.integer({ min: 1, max: 4 }).map((count) => ZONES.slice(0, count)),
  tiers: fc
    .array(fc.integer({ min: 16, max: 28 }), { minLength: 1, maxLength: 5 })
    .map((netmasks) => netmasks.map((netmask, index) => tier(`tier-${index}`, netmask))),
});
const whatFits = requests.filter((request) => tierWithoutRoom(request) === undefined);

const keyOf = ({ tier: name, zone }: PlannedSubnet) => `${name} ${zone}`;
const places = (request: SubnetRequest) =>
  Object.fromEntries(planSubnets(request).map((subnet) => [keyOf(subnet), subnet.offset]));

test('the first two zones fill the VPC from its start, the others from its end', () => {
  const tiers = [tier('app', 23), tier('db', 25)];
  expect(places({ netmask: 20, zones: ZONES, tiers })).toEqual({
    'attachment apne2-az1': 0,
    'attachment apne2-az3': 16,
    'attachment apne2-az2': 32,
    'attachment apne2-az4': 48,
    'app apne2-az1': 512,
    'app apne2-az3': 1024,
    'app apne2-az2': 3584,
    'app apne2-az4': 3072,
    // Between the attachment and the first tier.
    'db apne2-az1': 128,
    'db apne2-az3': 256,
    'db apne2-az2': 2944,
    'db apne2-az4': 2816,
  });
});

test('the order is attachment first, then the tiers as they are written, each in the order of the zones', () => {
  const zones = ['b', 'a'];
  expect(planSubnets({ netmask: 22, zones, tiers: [tier('z', 26), tier('y', 26)] }).map(keyOf)).toEqual([
    'attachment b',
    'attachment a',
    'z b',
    'z a',
    'y b',
    'y a',
  ]);
});

test('subnets lie in the VPC at a multiple of their size and do not overlap', () => {
  fc.assert(
    fc.property(whatFits, (request) => {
      const planned = [...planSubnets(request)].sort((one, other) => one.offset - other.offset);
      expect(planned).toHaveLength((request.tiers.length + 1) * request.zones.length);
      let end = 0;
      for (const { offset, netmask } of planned) {
        expect(offset % ipv4Size(netmask)).toBe(0);
        expect(offset).toBeGreaterThanOrEqual(end);
        end = offset + ipv4Size(netmask);
      }
      expect(end).toBeLessThanOrEqual(ipv4Size(request.netmask));
    }),
  );
});

describe('what is appended moves nothing that is there', () => {
  test.each<[string, (request: SubnetRequest) => SubnetRequest]>([
    ['a tier', (request) => ({ ...request, tiers: request.tiers.slice(0, -1) })],
    ['a zone', (request) => ({ ...request, zones: request.zones.slice(0, -1) })],
    ['both', ({ netmask, tiers, zones }) => ({ netmask, tiers: tiers.slice(0, -1), zones: zones.slice(0, -1) })],
  ])('%s', (_, before) => {
    fc.assert(fc.property(whatFits, (request) => expect(places(request)).toMatchObject(places(before(request)))));
  });
});

describe('room', () => {
  const two = ZONES.slice(0, 2);
  const three = ZONES.slice(0, 3);
  test.each<[string, SubnetRequest, string | undefined]>([
    ['two zones, full', { netmask: 24, zones: two, tiers: [tier('app', 26), tier('db', 27)] }, undefined],
    [
      'two zones, one tier more',
      { netmask: 24, zones: two, tiers: [tier('app', 26), tier('db', 27), tier('more', 28)] },
      'more',
    ],
    ['three zones, full', { netmask: 22, zones: three, tiers: [tier('app', 24)] }, undefined],
    [
      'three zones and two tiers, full',
      { netmask: 20, zones: three, tiers: [tier('app', 23), tier('db', 23)] },
      undefined,
    ],
    ['four zones where three fit', { netmask: 22, zones: ZONES, tiers: [tier('app', 24)] }, 'app'],
    [
      'the sides meet',
      { netmask: 21, zones: three, tiers: [tier('app', 24), tier('db', 24), tier('more', 24)] },
      'more',
    ],
    ['too large a tier', { netmask: 22, zones: two, tiers: [tier('app', 23)] }, 'app'],
    ['a smaller tier after it', { netmask: 24, zones: ['a'], tiers: [tier('app', 24), tier('db', 28)] }, 'app'],
    ['one zone in the smallest VPC', { netmask: 28, zones: ['a'], tiers: [] }, undefined],
    ['two zones in the smallest VPC', { netmask: 28, zones: two, tiers: [] }, 'attachment'],
    ['six zones', { netmask: 24, zones: [...ZONES, 'e', 'f'], tiers: [tier('app', 28)] }, undefined],
    ['six zones where five fit', { netmask: 24, zones: [...ZONES, 'e', 'f'], tiers: [tier('app', 27)] }, 'app'],
  ])('%s', (_, request, lacking) => expect(tierWithoutRoom(request)).toBe(lacking));

  test('fails with the tier that has none', () => {
    expect(() => planSubnets({ netmask: 22, zones: ['a', 'b'], tiers: [tier('app', 23)] })).toThrow(
      'no room for tier "app" in a VPC of /22 with 2 zones; make the VPC larger or the subnets smaller',
    );
  });
});
