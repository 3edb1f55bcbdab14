import fc from 'fast-check';
import type { OrganizationTree, Selector } from '../../../lib/model/selector';
import { attachmentPoints, expandSelector, isWithin, ROOT } from '../../../lib/model/selector';
import { attachmentKey } from '../../../lib/policies/effective-policies';
import { account, selectors, treesAndSelectors } from './organization-tree';

const names = (tree: OrganizationTree, selector: Selector): string[] =>
  expandSelector(tree, selector)
    .map(({ name }) => name)
    .sort();

describe('any selector over any organization', () => {
  test('selects nothing that it excludes', () => {
    fc.assert(
      fc.property(treesAndSelectors, ([tree, selector]) => {
        for (const { name, ou } of expandSelector(tree, selector)) {
          expect(selector.excludeAccounts ?? []).not.toContain(name);
          expect((selector.excludeOus ?? []).filter((excluded) => isWithin(ou, excluded))).toEqual([]);
        }
      }),
    );
  });

  test('selects no closed account, and the management account only when asked', () => {
    fc.assert(
      fc.property(treesAndSelectors, ([tree, selector]) => {
        for (const { suspended, isManagement } of expandSelector(tree, selector)) {
          expect(suspended).toBe(false);
          expect(isManagement && !selector.includeManagement).toBe(false);
        }
      }),
    );
  });

  test('selects the same whatever the order of its lists and of the accounts', () => {
    fc.assert(
      fc.property(treesAndSelectors, ([tree, selector]) => {
        const reversed = Object.fromEntries(
          Object.entries(selector).map(([key, value]) => [key, Array.isArray(value) ? [...value].reverse() : value]),
        );
        const turned = { ...tree, accounts: [...tree.accounts].reverse() };
        expect(names(turned, reversed)).toEqual(names(tree, selector));
      }),
    );
  });

  test('adds accounts and OUs up', () => {
    fc.assert(
      fc.property(treesAndSelectors, ([tree, { accounts = [], ous = [], ...others }]) => {
        const both = names(tree, { ...others, accounts, ous });
        const apart = [...names(tree, { ...others, accounts, ous: [] }), ...names(tree, { ...others, ous })];
        expect(both).toEqual([...new Set(apart)].sort());
      }),
    );
  });

  test('selects again what it selected, by name', () => {
    fc.assert(
      fc.property(treesAndSelectors, ([tree, selector]) => {
        const selected = names(tree, selector);
        expect(names(tree, { accounts: selected, includeManagement: true })).toEqual(selected);
      }),
    );
  });

  test('selects no more with exact, with tags or with an exclude', () => {
    const narrowed = treesAndSelectors.chain(([tree, selector]) =>
      fc.tuple(fc.constant(tree), fc.constant(selector), selectors(tree)),
    );
    fc.assert(
      fc.property(narrowed, ([tree, selector, { tags, excludeAccounts, excludeOus }]) => {
        const { tags: _, excludeAccounts: __, excludeOus: ___, ...wide } = { ...selector, exact: false };
        const all = new Set(names(tree, wide));
        // Without OUs, tags narrow the whole organization: then they do not narrow the selector.
        const narrower = [{ exact: true }, { excludeAccounts }, { excludeOus }, ...(wide.ous ? [{ tags }] : [])];
        for (const more of narrower)
          expect(names(tree, { ...wide, ...more }).filter((name) => !all.has(name))).toEqual([]);
      }),
    );
  });
});

/** Whether a selector selects every account that is, or may be put, into an OU and the OUs below it. */
function meansAllOf(tree: OrganizationTree, selector: Selector, path: string): boolean {
  const inside = [...tree.organizationalUnits.map((ou) => ou.path), ROOT].filter((ou) => isWithin(ou, path));
  const future = {
    ...tree,
    accounts: [
      ...tree.accounts.map((row) => ({ ...row, suspended: false })),
      ...inside.map((ou, index) => account(`newcomer-${index}`, ou)),
    ],
  };
  const selected = new Set(names(future, { ...selector, includeManagement: true }));
  return future.accounts.every((row) => !inside.includes(row.ou) || selected.has(row.name));
}

describe('the attachments of any selector', () => {
  test('cover the accounts that it selects, and no other', () => {
    fc.assert(
      fc.property(treesAndSelectors, ([tree, selector]) => {
        const points = attachmentPoints(tree, selector);
        const covered = tree.accounts
          .filter(({ suspended, isManagement }) => !suspended && !isManagement)
          .filter(({ name, ou }) =>
            points.some((point) =>
              point.kind === 'account' ? point.name === name : isWithin(ou, point.kind === 'ou' ? point.path : ROOT),
            ),
          );
        expect(covered.map(({ name }) => name).sort()).toEqual(names(tree, { ...selector, includeManagement: false }));
      }),
      { numRuns: 300 },
    );
  });

  test('are the widest OUs of which it means all, and single accounts outside of them', () => {
    fc.assert(
      fc.property(treesAndSelectors, ([tree, selector]) => {
        // Tags of accounts to come are not known, so with tags no OU is meant as a whole.
        const whole = [ROOT, ...tree.organizationalUnits.map((ou) => ou.path)].filter(
          (path) => !selector.tags && meansAllOf(tree, selector, path),
        );
        const widest = whole.filter((path) => !whole.some((other) => other !== path && isWithin(path, other)));
        const single = expandSelector(tree, { ...selector, includeManagement: false }).filter(
          ({ ou }) => !widest.some((path) => isWithin(ou, path)),
        );
        const expected = [...widest, ...single.map(({ name }) => `account ${name}`)];
        expect(attachmentPoints(tree, selector).map(attachmentKey).sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });
});
