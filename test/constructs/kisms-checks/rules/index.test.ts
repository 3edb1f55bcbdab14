import { CRITERIA } from '../../../../constructs/kisms';
import { KISMS_RULES } from '../../../../constructs/kisms-checks';
import { NAG_RULES } from '../../../../constructs/kisms-checks/nag-rules';

const IDS = KISMS_RULES.map(({ id }) => id);

test('rules are sorted, and none shares its id with another or with one of cdk-nag', () => {
  expect(IDS).toEqual([...new Set(IDS)].sort());
  expect(IDS.filter((id) => NAG_RULES.has(id))).toEqual([]);
});

test.each(KISMS_RULES)('$id serves criteria that exist and tells what to do in both languages', (rule) => {
  const { id, criteria, title, why, fix, resourceTypes } = rule;
  expect(id).toMatch(/^[A-Z][A-Za-z0-9]+$/);
  expect(criteria.length).toBeGreaterThan(0);
  expect(CRITERIA.map((criterion) => criterion.id)).toEqual(expect.arrayContaining([...criteria]));
  expect(resourceTypes.filter((type) => !/^AWS::\w+::\w+$/.test(type))).toEqual([]);
  for (const { en, ko } of [title, why, fix]) {
    expect(en).not.toMatch(/[가-힣]/);
    expect(ko).toMatch(/[가-힣]/);
  }
  expect([title.en, title.ko].filter((text) => text.endsWith('.'))).toEqual([]);
  expect(fix.ko).toMatch(/세요\./);
});
