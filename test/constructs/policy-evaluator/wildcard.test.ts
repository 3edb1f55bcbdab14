import fc from 'fast-check';
import { compileGlob, compilePattern, globMatches } from '../../../constructs/policy-evaluator/wildcard';

const matches = (pattern: string, text: string) => globMatches(compileGlob(pattern), text);
const text = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 8 });

test.each([
  ['s3:*', 's3:GetObject', true],
  ['s3:Get*', 's3:PutObject', false],
  ['s3:*Object', 's3:GetObject', true],
  ['s3:*Object', 's3:GetObjectAcl', false],
  ['s3:?etObject', 's3:GetObject', true],
  ['s3:?etObject', 's3:etObject', false],
  ['*a*b*', 'xxaxxbxx', true],
  ['*a*b', 'aabab', true],
  ['a*', 'a', true],
  ['*', '', true],
  ['?', '', false],
  ['', '', true],
  ['', 'a', false],
  ['[ab].+', 'a', false],
])('%j against %j is %j', (pattern, value, expected) => {
  expect(matches(pattern, value)).toBe(expected);
});

test('means the same as a regular expression', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (glob, value) => {
      const expression = new RegExp(`^${glob.replace(/\*/g, '[^]*').replace(/\?/g, '[^]')}$`);
      expect(matches(glob, value)).toBe(expression.test(value));
    }),
    { numRuns: 2000 },
  );
});

test('text matches itself and whatever is cut out of it by "*"', () => {
  fc.assert(
    fc.property(text, text, text, (start, middle, end) => {
      expect(matches(start + middle + end, start + middle + end)).toBe(true);
      expect(matches(`${start}*${end}`, start + middle + end)).toBe(true);
    }),
  );
});

test('many wildcards on long text stay fast', () => {
  expect(matches(`${'*a'.repeat(40)}b`, 'a'.repeat(5000))).toBe(false);
});

test.each(['${', '${}', '${aws:username', 'a${b}', "${aws:username, 'x}", '${aws:username, x}', '${a:b}${'])(
  'refuses the malformed variable in %j',
  (value) => {
    expect(compilePattern(value, true)).toBeUndefined();
  },
);
