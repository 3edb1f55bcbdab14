import { ConfigError, type Problem, renderProblem, sortProblems } from '../../../lib/config';
import { renderPath } from '../../../lib/config/render-problem';

const problem: Problem = {
  severity: 'error',
  file: 'organization.yaml',
  path: ['accounts', 3, 'ou'],
  message: { en: 'no OU "Workloads/Prd" — did you mean "Workloads/Prod"?', ko: 'OU "Workloads/Prd"이(가) 없습니다' },
  line: 41,
  column: 7,
};

test.each([
  [
    'as the compilers do',
    problem,
    'en',
    'config',
    'config/organization.yaml:41:7 accounts[3].ou: no OU "Workloads/Prd" — did you mean "Workloads/Prod"?',
  ],
  [
    'in Korean',
    problem,
    'ko',
    'config',
    'config/organization.yaml:41:7 accounts[3].ou: OU "Workloads/Prd"이(가) 없습니다',
  ],
  [
    'without folder',
    problem,
    'ko',
    undefined,
    'organization.yaml:41:7 accounts[3].ou: OU "Workloads/Prd"이(가) 없습니다',
  ],
  [
    'a warning',
    { ...problem, severity: 'warning', path: [] },
    'ko',
    'config',
    'config/organization.yaml:41:7: 경고: OU "Workloads/Prd"이(가) 없습니다',
  ],
  [
    'without line',
    { ...problem, line: undefined, column: undefined },
    'ko',
    'config',
    'config/organization.yaml accounts[3].ou: OU "Workloads/Prd"이(가) 없습니다',
  ],
] as const)('%s', (_, one, lang, directory, expected) => {
  expect(renderProblem(one, { lang, directory })).toBe(expected);
});

test.each([
  [[], ''],
  [['version'], 'version'],
  [['accounts', 3, 'tags', 'cost center'], 'accounts[3].tags["cost center"]'],
  [['tags', '부서'], 'tags.부서'],
  [['a\n\u001b[31m'], '["a\\n\\u001b[31m"]'],
])('path %j', (path, expected) => {
  expect(renderPath(path)).toBe(expected);
});

test('problems come by file, line and column, each once, whatever their order', () => {
  const a = { ...problem, file: 'a.yaml', line: 10, column: 1 };
  const b = { ...problem, file: 'b.yaml', line: 2, column: 3 };
  const c = { ...problem, file: 'b.yaml', line: 2, column: 20 };
  const d = { ...problem, file: 'b.yaml', line: 10, column: 1 };
  expect(sortProblems([d, b, { ...b }, a, c])).toEqual([a, b, c, d]);
});

test('the error carries every problem', () => {
  const error = new ConfigError([problem, { ...problem, line: 42 }], 'config');
  expect(error.problems).toHaveLength(2);
  expect(error.message.split('\n')[1]).toMatch(/^config\/organization\.yaml:42:7 accounts\[3\]\.ou: no OU/);
});
