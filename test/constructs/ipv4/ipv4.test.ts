import fc from 'fast-check';
import {
  canonicalCidr,
  ipv4Block,
  ipv4Cidr,
  ipv4Contains,
  ipv4Number,
  ipv4Overlaps,
  ipv4Size,
  ipv4Text,
} from '../../../constructs';

const address = fc.nat({ max: 2 ** 32 - 1 });
const block = fc
  .tuple(address, fc.integer({ min: 0, max: 32 }))
  .map(([first, netmask]) => ipv4Block(`${ipv4Text(first)}/${netmask}`));

describe('addresses', () => {
  test.each([
    ['0.0.0.0', 0],
    ['10.0.0.1', 167_772_161],
    ['255.255.255.255', 4_294_967_295],
  ])('%s is %d', (text, number) => {
    expect(ipv4Number(text)).toBe(number);
    expect(ipv4Text(number)).toBe(text);
  });

  test('every number comes back from its text', () => {
    fc.assert(fc.property(address, (number) => ipv4Number(ipv4Text(number)) === number));
  });

  test.each(['10.0.0', '10.0.0.0.0', '10.0.0.256', '10.0.0.-1', '10.0.0.', '10.0.0.1 ', 'a.b.c.d', '1e1.0.0.0', ''])(
    'fails on %j',
    (text) => {
      expect(() => ipv4Number(text)).toThrow(`not an IPv4 address: ${JSON.stringify(text)}`);
    },
  );
});

describe('blocks', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0', '10.255.255.255'],
    ['10.16.0.0/20', '10.16.0.0', '10.16.15.255'],
    ['192.168.1.7/32', '192.168.1.7', '192.168.1.7'],
    ['0.0.0.0/0', '0.0.0.0', '255.255.255.255'],
  ])('%s reaches from %s to %s', (cidr, first, last) => {
    const found = ipv4Block(cidr);
    expect([ipv4Text(found.first), ipv4Text(found.last)]).toEqual([first, last]);
    expect(found.last - found.first + 1).toBe(ipv4Size(found.netmask));
    expect(ipv4Cidr(found)).toBe(cidr);
  });

  test.each([
    ['10.0.0.1/16', '10.0.0.0/16'],
    ['255.255.255.255/1', '128.0.0.0/1'],
    ['10.0.0.1/0', '0.0.0.0/0'],
    ['10.0.0.1/32', '10.0.0.1/32'],
  ])('%s without host bits is %s', (cidr, canonical) => expect(canonicalCidr(cidr)).toBe(canonical));

  test.each(['10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8a', '10.0.0.0/1e1'])(
    'fails on %j',
    (cidr) => {
      expect(() => ipv4Block(cidr)).toThrow(`not an IPv4 CIDR block: ${JSON.stringify(cidr)}`);
    },
  );

  test.each([
    ['10.0.0.0/8', '10.255.0.0/16', true, true],
    ['10.0.0.0/16', '10.0.0.0/16', true, true],
    ['10.0.0.0/16', '10.0.0.0/8', false, true],
    ['10.0.0.0/16', '10.1.0.0/16', false, false],
  ])('%s and %s: contains %s, overlaps %s', (outer, inner, contains, overlaps) => {
    expect(ipv4Contains(ipv4Block(outer), ipv4Block(inner))).toBe(contains);
    expect(ipv4Overlaps(ipv4Block(outer), ipv4Block(inner))).toBe(overlaps);
  });

  test('two blocks overlap exactly when one contains the other', () => {
    fc.assert(
      fc.property(
        block,
        block,
        (one, other) => ipv4Overlaps(one, other) === (ipv4Contains(one, other) || ipv4Contains(other, one)),
      ),
    );
  });
});
