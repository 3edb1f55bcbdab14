import { join } from 'node:path';
import { ConfigError, renderProblem } from '../../lib/config';
import { loadConfig } from '../../lib/load-config';
import { expandSelector } from '../../lib/model/selector';
import { parseSelector } from '../../lib/parse-selector';

const { model } = loadConfig(join(__dirname, '../../config'));

function problems(text: string): string[] {
  try {
    parseSelector(text, model);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => renderProblem(problem, { lang: 'en' }));
    throw error;
  }
  return [];
}

describe('a typed selector', () => {
  test.each([
    ['{ ous: [Data] }', ['data-prod']],
    ['ous: [Data]', ['data-prod']],
    ['{ tags: { service: shop }, excludeOus: [Workloads/Dev] }', ['shop-prod', 'shop-stage']],
    ['{ accounts: [management], includeManagement: true, regions: [us-east-1] }', ['management']],
  ])('%s selects', (text, names) => {
    expect(expandSelector(model, parseSelector(text, model)).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['{ ous: [Dta] }', ['selector:1:9 ous[0]: no OU "Dta" — did you mean "Data"?']],
    [
      '{ accounts: [shop-dve, shop-prd] }',
      [
        'selector:1:14 accounts[0]: no account "shop-dve" — did you mean "shop-dev"?',
        'selector:1:24 accounts[1]: no account "shop-prd" — did you mean "shop-prod"?',
      ],
    ],
    [
      '{ accounts: [management] }',
      ['selector:1:14 accounts[0]: "management" is the management account; say includeManagement: true to mean it'],
    ],
    [
      '{ ous: [Data',
      [
        'selector:1:13: wrong indentation, or an open "[" or "{" before: the keys of one mapping, and the items of one list, start at the same column',
      ],
    ],
    [
      '{ exact: true }',
      ['selector:1:1: selects nothing: give accounts, ous or tags (the whole organization is `ous: [Root]`)'],
    ],
  ])('%s fails with its place', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test.each(['', 'Data', '{ ou: [Data] }', '[Data]', '{ ous: [Data', '{ ous: Data }', '{ ous: [] }'])(
    '%j fails',
    (text) => {
      const found = problems(text);
      expect(found.length).toBeGreaterThan(0);
      for (const line of found) expect(line).toMatch(/^selector/);
    },
  );
});
