import { CRITERIA, compareCriterionIds, criterion, DOMAINS } from '../../../../constructs/kisms';

const ids = CRITERIA.map(({ id }) => id);

test('there are 101 different criteria, ordered as the standard orders them', () => {
  expect(new Set(ids).size).toBe(101);
  expect(ids).toHaveLength(101);
  expect(ids).toEqual([...ids].sort(compareCriterionIds));
});

test.each([
  ['1', 16, 4],
  ['2', 64, 12],
  ['3', 21, 5],
])('section %s has %i criteria in %i domains', (section, criteria, domains) => {
  const own = DOMAINS.filter((domain) => domain.section.id === section);
  expect(own).toHaveLength(domains);
  expect(CRITERIA.filter(({ domain }) => own.some(({ id }) => id === domain))).toHaveLength(criteria);
});

test('each criterion belongs to the domain that its id names, and each domain has criteria in one row', () => {
  expect(CRITERIA.filter(({ id, domain }) => id.slice(0, id.lastIndexOf('.')) !== domain)).toEqual([]);
  expect([...new Set(CRITERIA.map(({ domain }) => domain))]).toEqual(DOMAINS.map(({ id }) => id));
  for (const { domain } of CRITERIA) {
    const own = CRITERIA.filter((row) => row.domain === domain).map(({ id }) => id);
    expect(own).toEqual(own.map((_, index) => `${domain}.${index + 1}`));
  }
});

test('ISMS asks for sections 1 and 2 (80 criteria), ISMS-P for all', () => {
  expect(CRITERIA.filter(({ schemes }) => schemes.includes('isms-p'))).toHaveLength(101);
  const isms = CRITERIA.filter(({ schemes }) => schemes.includes('isms'));
  expect(isms).toHaveLength(80);
  expect(isms.filter(({ id }) => id.startsWith('3.'))).toEqual([]);
});

test('57 criteria are technical: 46 by settings, 11 by evidence; 7 are partly covered by the certificate of AWS', () => {
  const count = (level: string) => CRITERIA.filter(({ technicalLevel }) => technicalLevel === level).length;
  expect([count('setting'), count('evidence'), count('none')]).toEqual([46, 11, 44]);
  expect(CRITERIA.filter(({ inheritedFromAws }) => inheritedFromAws === 'partly').map(({ id }) => id)).toEqual([
    '2.4.1',
    '2.4.2',
    '2.4.3',
    '2.4.4',
    '2.4.5',
    '2.4.6',
    '2.9.7',
  ]);
});

test('no two criteria share a title or a task', () => {
  const different = (of: (row: (typeof CRITERIA)[number]) => string) => new Set(CRITERIA.map(of)).size;
  expect(different(({ title }) => title.ko)).toBe(101);
  expect(different(({ title }) => title.en)).toBe(101);
  expect(different(({ manual }) => manual.task.ko)).toBe(101);
  expect(different(({ manual }) => manual.task.en)).toBe(101);
});

test('tasks are short sentences, in Korean in the polite form', () => {
  const tasks = CRITERIA.map(({ manual }) => manual.task);
  expect(tasks.filter(({ ko }) => !/세요\.$/.test(ko))).toEqual([]);
  expect(tasks.filter(({ en }) => !/^[A-Z].{30,180}\.$/.test(en))).toEqual([]);
});

test('an evidence owner has one name in each language', () => {
  const pairs = new Set(CRITERIA.map(({ manual }) => `${manual.evidenceOwner.en}|${manual.evidenceOwner.ko}`));
  expect(new Set([...pairs].map((pair) => pair.split('|')[0])).size).toBe(pairs.size);
  expect(new Set([...pairs].map((pair) => pair.split('|')[1])).size).toBe(pairs.size);
});

test('a criterion is found by its id', () => {
  expect(criterion('2.9.4').title.ko).toBe('로그 및 접속기록 관리');
});

test.each([
  ['2.9.8', 'no criterion "2.9.8": its domain has ["2.9.1","2.9.2","2.9.3","2.9.4","2.9.5","2.9.6","2.9.7"]'],
  ['4.1.1', 'no criterion "4.1.1": the ids run from "1.1.1" to "3.5.3"'],
  ['2.9', 'no criterion "2.9": the ids run from "1.1.1" to "3.5.3"'],
])('an unknown id %s fails with the ids that exist', (id, message) => {
  expect(() => criterion(id)).toThrow(new Error(message));
});

test.each([
  ['2.9.7', '2.10.1'],
  ['2.9', '2.9.1'],
  ['1.4.3', '2.1.1'],
])('%s comes before %s', (left, right) => {
  expect(compareCriterionIds(left, right)).toBeLessThan(0);
  expect(compareCriterionIds(right, left)).toBeGreaterThan(0);
  expect(compareCriterionIds(left, left)).toBe(0);
});
