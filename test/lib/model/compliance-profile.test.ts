import { findGuardrail, GUARDRAILS } from '../../../constructs';
import { CONFIG_RULES, configRule } from '../../../constructs/kisms';
import { GUARDRAIL_LEVELS, STRICT_RULES } from '../../../lib/model/compliance-profile';

const presetsOn = (level: string): string[] =>
  GUARDRAIL_LEVELS.filter((row) => row.level === level).flatMap(({ presets }) => [...presets]);

test('every guardrail preset has one level', () => {
  const all = GUARDRAIL_LEVELS.flatMap(({ presets }) => presets);
  expect([...all].sort()).toEqual(GUARDRAILS.map(({ id }) => id).sort());
});

test.each([...presetsOn('baseline'), ...presetsOn('strict')])('%s needs no value of the organization', (id) => {
  const required = Object.entries(findGuardrail(id).parameters ?? {}).filter(
    ([, { defaultValue }]) => defaultValue === undefined,
  );
  expect(required).toEqual([]);
});

test('the baseline protects the names that it exempts, or anybody could take them', () => {
  expect(presetsOn('baseline')).toContain('protect-platform-roles');
});

test.each(STRICT_RULES)('%s is off in the catalogue and needs no value to be on', (identifier) => {
  const { off } = configRule(identifier);
  expect(off?.en).not.toMatch(/\bNeeds\b|\bSet\b|practically always|Legacy/);
  expect(CONFIG_RULES.filter((rule) => rule.identifier === identifier && rule.off)).toHaveLength(1);
});
