import fc from 'fast-check';
import { ORGANIZATION, parse } from './config-folder';

const position = fc.nat({ max: ORGANIZATION.length });
const snippet = fc.oneof(
  fc.constantFrom(
    '\t',
    '\n',
    '\r',
    ': ',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
    '!t ',
    '%',
    '#',
    '---\n',
    '...\n',
    '<<: ',
    '__proto__: ',
    '0',
    '.nan',
    '~',
    '\ufeff',
    '\0',
    '😀',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);
const mutation = fc.tuple(position, fc.nat({ max: 30 }), snippet);

test('any change of the text gives problems with a place, or a config', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce(
        (t, [at, cut, insert]) => t.slice(0, at) + insert + t.slice(at + cut),
        ORGANIZATION,
      );
      const { files, problems } = parse({ 'organization.yaml': text });
      expect(files !== undefined || problems.length > 0).toBe(true);
      const lines = text.split('\n');
      for (const { line = 0, column = 0 } of problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] as string).length + 1);
      }
    }),
    { numRuns: 300 },
  );
});

test('any bytes give problems or a config', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { problems } = parse({ 'organization.yaml': bytes });
      expect(problems.length).toBeGreaterThan(0);
    }),
  );
});

test('the same folder gives the same answer', () => {
  const text = ORGANIZATION.replaceAll('prod', 'prd');
  expect(parse({ 'organization.yaml': text }).problems).toEqual(parse({ 'organization.yaml': text }).problems);
});
