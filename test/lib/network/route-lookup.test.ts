import * as fc from 'fast-check';
import { ipv4Block, ipv4Cidr, ipv4Number } from '../../../constructs';
import { routeLookup } from '../../../lib/network/route-lookup';

const cidrs = fc
  .tuple(fc.nat({ max: 255 }), fc.integer({ min: 0, max: 32 }))
  .map(([byte, netmask]) => ipv4Cidr(ipv4Block(`10.${byte}.${byte}.${byte}/${netmask}`)));
const addresses = fc
  .tuple(fc.constantFrom(10, 192), fc.nat({ max: 255 }), fc.nat({ max: 255 }))
  .map(([first, second, last]) => ipv4Number(`${first}.${second}.${second}.${last}`));

test('finds what a search through every route finds', () =>
  fc.assert(
    fc.property(fc.array(cidrs), addresses, (blocks, address) => {
      const routes = blocks.map((cidr, index) => ({ cidr, index }));
      const matching = routes.filter(({ cidr }) => {
        const { first, last } = ipv4Block(cidr);
        return first <= address && address <= last;
      });
      const longest = Math.max(...matching.map(({ cidr }) => ipv4Block(cidr).netmask));
      const expected = matching.find(({ cidr }) => ipv4Block(cidr).netmask === longest);
      expect(routeLookup(routes)(address)).toBe(expected);
    }),
  ));

test.each([
  ['the first', () => false, 'propagated'],
  ['the preferred one', ({ kind }: { kind: string }) => kind === 'static', 'static'],
])('of equal blocks %s counts', (_what, prefers, kind) => {
  const routes = ['propagated', 'static', 'propagated'].map((one) => ({ cidr: '10.0.0.0/8', kind: one }));
  expect(routeLookup(routes, prefers)(ipv4Number('10.1.2.3'))).toMatchObject({ kind });
});

test('finds the last address of the address space', () => {
  expect(routeLookup([{ cidr: '255.0.0.0/8' }])(ipv4Number('255.255.255.255'))).toEqual({ cidr: '255.0.0.0/8' });
});
