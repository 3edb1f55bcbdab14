import fc from 'fast-check';
import { didYouMean } from '../../../lib/config';

test.each([
  ['one letter wrong', 'Workloads/Prd', ['Workloads/Prod', 'Workloads/Dev'], 'Workloads/Prod'],
  ['two letters swapped', 'pahts', ['name', 'paths'], 'paths'],
  ['other case', 'HOMEREGION', ['homeRegion'], 'homeRegion'],
  ['the nearest of several', 'shop-prd', ['shop-dev', 'shop-prod'], 'shop-prod'],
  ['the first of equally near ones', 'ac', ['ab', 'ad'], 'ab'],
  ['two of six letters', 'acount', ['accounts'], 'accounts'],
  ['Korean', '쇼핑팁', ['쇼핑팀'], '쇼핑팀'],
  ['nothing near', 'color', ['version', 'homeRegion'], undefined],
  ['half of the word wrong', 'abcd', ['abxy'], undefined],
  ['four letters of a long word', 'organizationalUnits', ['organizationUn'], undefined],
  ['a single letter', 'x', ['a', 'b'], undefined],
  ['a whole text', 'x'.repeat(201), ['x'.repeat(201)], undefined],
  ['no candidates', 'version', [], undefined],
])('%s', (_, word, candidates, expected) => {
  expect(didYouMean(word, candidates)).toBe(expected);
});

test('only ever answers with a candidate, and always finds the word itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 40 }), fc.array(fc.string({ maxLength: 40 })), (word, others) => {
      expect([...others, undefined]).toContain(didYouMean(word, others));
      expect(didYouMean(word, [...others, word])?.toLowerCase()).toBe(word.toLowerCase());
    }),
  );
});
