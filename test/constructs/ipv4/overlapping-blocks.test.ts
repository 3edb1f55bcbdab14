import fc from 'fast-check';
import { ipv4Block, ipv4Cidr, ipv4Overlaps, overlappingBlocks } from '../../../constructs';

const overlaps = (cidrs: string[]) =>
  overlappingBlocks(cidrs.map(ipv4Block)).map(({ later, earlier }) => [ipv4Cidr(later), earlier.map(ipv4Cidr)]);

test.each<[string, string[], ReturnType<typeof overlaps>]>([
  ['nothing', [], []],
  ['neighbours', ['10.0.0.0/16', '10.1.0.0/16', '9.0.0.0/8'], []],
  ['the same block', ['10.0.0.0/16', '10.0.0.0/16'], [['10.0.0.0/16', ['10.0.0.0/16']]]],
  ['a narrower block after', ['10.0.0.0/8', '10.9.0.0/16'], [['10.9.0.0/16', ['10.0.0.0/8']]]],
  ['a narrower block before', ['10.9.0.0/16', '10.0.0.0/8'], [['10.0.0.0/8', ['10.9.0.0/16']]]],
  [
    'three blocks in each other',
    ['10.0.0.0/16', '10.0.0.0/8', '10.0.1.0/24'],
    [
      ['10.0.0.0/8', ['10.0.0.0/16']],
      ['10.0.1.0/24', ['10.0.0.0/16', '10.0.0.0/8']],
    ],
  ],
  [
    'the outermost block still counts after inner ones have ended',
    ['10.0.0.0/8', '10.0.0.0/16', '10.200.0.0/16'],
    [
      ['10.0.0.0/16', ['10.0.0.0/8']],
      ['10.200.0.0/16', ['10.0.0.0/8']],
    ],
  ],
])('%s', (_, cidrs, expected) => expect(overlaps(cidrs)).toEqual(expected));

test('finds what comparing every pair finds', () => {
  const block = fc
    .tuple(fc.nat({ max: 7 }), fc.integer({ min: 28, max: 32 }))
    .map(([host, netmask]) => ipv4Block(`10.0.0.${host * 4}/${netmask}`));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const pairs = blocks.flatMap((later, index) => {
        const earlier = blocks.slice(0, index).filter((other) => ipv4Overlaps(other, later));
        return earlier.length === 0 ? [] : [{ later, earlier }];
      });
      expect(overlappingBlocks(blocks)).toEqual(pairs);
    }),
  );
});
