import type { ReachChange } from '../../../lib/network/reachability-diff';
import { reachabilityDiffMarkdown } from '../../../lib/reports/network-diff';

const change = (index: number): ReachChange => {
  const [from, to] = [`from-${index}`, `to-${index}`];
  const denied = { from, to, verdict: 'deny' as const, via: [], path: [], returnPath: [] };
  return {
    from,
    to,
    pairs: 3,
    before: denied,
    after: { ...denied, verdict: 'allow', via: ['firewall'] },
  };
};
const gained = (count: number) => ({
  gained: Array.from({ length: count }, (_, i) => change(i)),
  lost: [],
  changed: [],
});

test('counts the pairs that a line stands for', () => {
  expect(reachabilityDiffMarkdown(gained(2), 'en')).toContain('Gained: 6. Lost: 0. Changed: 0.');
});

test.each([
  ['en', '| deny | allow via firewall |'],
  ['ko', '| 차단 | 허용 (firewall 경유) |'],
] as const)('tells in %s by what the traffic goes', (language, cells) => {
  expect(reachabilityDiffMarkdown(gained(1), language)).toContain(cells);
});

test.each([
  [100, 100, false],
  [101, 100, true],
])('of %i rows %i are shown; that there are more is said: %s', (count, shown, more) => {
  const text = reachabilityDiffMarkdown(gained(count), 'en');
  expect(text.match(/\| from-/g)).toHaveLength(shown);
  expect(text.includes('And 1 more rows.')).toBe(more);
});
