import { CRITERIA } from '../../../../../constructs/kisms';
import { NAG_RULES } from '../../../../../constructs/kisms-checks/nag-rules';
import { COMPUTE_RULES } from '../../../../../constructs/kisms-checks/rules/compute';
import { DATA_RULES } from '../../../../../constructs/kisms-checks/rules/data';
import { LOGGING_RULES } from '../../../../../constructs/kisms-checks/rules/logging';

const RULES = [...COMPUTE_RULES, ...DATA_RULES, ...LOGGING_RULES];

test('every rule has an id of its own', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

describe.each(RULES)('$id', (rule) => {
  test('is none of the rules of cdk-nag', () => {
    expect(NAG_RULES.has(rule.id)).toBe(false);
  });

  test('serves criteria of the catalogue', () => {
    expect(rule.criteria).not.toEqual([]);
    expect(CRITERIA.map(({ id }) => id)).toEqual(expect.arrayContaining([...rule.criteria]));
  });

  test('speaks both languages, and asks politely', () => {
    for (const { en, ko } of [rule.title, rule.why, rule.fix]) {
      expect(en).not.toMatch(/[가-힣]/);
      expect(ko).toMatch(/[가-힣]/);
    }
    expect(rule.fix.ko).toMatch(/세요\./);
  });
});
