import fc from 'fast-check';
import type { IdentityCenterConfig } from '../../../lib/config/schema/identity-center';
import { expandSelector, type OrganizationTree } from '../../../lib/model/selector';
import { group, identityCenter, rowsOf, set, tripleOf } from './identity-center.fixtures';
import { selectors, trees } from './organization-tree';

const GROUPS = ['g1', 'g2', 'g3'];
const SETS = ['S1', 'S2', 'S3'];

type Grant = IdentityCenterConfig['grants'][number];

interface Case {
  readonly tree: OrganizationTree;
  readonly grants: readonly Grant[];
}

/** Random grants over a random organization in which some accounts have no id yet. */
const cases: fc.Arbitrary<Case> = trees.chain((tree) => {
  const accounts = tree.accounts.map(({ id, ...row }, index) => (index % 4 === 3 ? row : { ...row, id }));
  const some = (words: string[]) => fc.subarray(words, { minLength: 1 });
  const grant = fc.record({ groups: some(GROUPS), permissionSets: some(SETS), targets: selectors(tree) });
  return fc.record({
    tree: fc.constant({ ...tree, accounts }),
    grants: fc.array(grant as fc.Arbitrary<Grant>, { minLength: 1, maxLength: 5 }),
  });
});

/** Every triple, those that wait included; fails when one is there twice. */
function triples({ tree, grants }: Case): Set<string> {
  const config = identityCenter({
    groups: GROUPS.map((name) => group(name)),
    permissionSets: SETS.map((name) => set(name)),
    grants: [...grants],
  });
  const { assignments, waiting } = rowsOf(config, tree).model;
  const all = [...assignments, ...waiting].map(tripleOf);
  expect(new Set(all).size).toBe(all.length);
  return new Set(all);
}

/** The grants without a word in one of their lists; a grant with an empty list is gone. */
const without = (grants: readonly Grant[], key: 'groups' | 'permissionSets', word: string): Grant[] =>
  grants
    .map((grant) => ({ ...grant, [key]: grant[key].filter((other) => other !== word) }))
    .filter((grant) => grant[key].length > 0);

const lost = (before: Set<string>, after: Set<string>) => [...before].filter((triple) => !after.has(triple));
const gained = (before: Set<string>, after: Set<string>) => lost(after, before);

describe('any edit of any config', () => {
  test.each([
    ['group', 'groups', GROUPS, 0],
    ['permission set', 'permissionSets', SETS, 1],
  ] as const)('that removes a %s takes away exactly its triples', (_, key, words, position) => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...words), ({ tree, grants }, word) => {
        const before = triples({ tree, grants });
        const after = triples({ tree, grants: without(grants, key, word) });
        expect(lost(before, after)).toEqual([...before].filter((triple) => triple.split(' ')[position] === word));
        expect(gained(before, after)).toEqual([]);
      }),
    );
  });

  test('that removes an account takes away exactly its triples', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ tree, grants }, at) => {
        const gone = tree.accounts[at % tree.accounts.length]?.name;
        const before = triples({ tree, grants });
        const smaller = { ...tree, accounts: tree.accounts.filter(({ name }) => name !== gone) };
        const after = triples({ tree: smaller, grants });
        expect(lost(before, after)).toEqual([...before].filter((triple) => triple.split(' ')[2] === gone));
        expect(gained(before, after)).toEqual([]);
      }),
    );
  });

  test('that removes one grant takes away exactly what no other grant says', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ tree, grants }, at) => {
        const removed = at % grants.length;
        const others = grants.filter((_, index) => index !== removed);
        const saidBy = (some: readonly Grant[]) =>
          new Set(
            some.flatMap(({ groups, permissionSets, targets }) =>
              expandSelector(tree, targets).flatMap(({ name }) =>
                groups.flatMap((g) => permissionSets.map((s) => `${g} ${s} ${name}`)),
              ),
            ),
          );
        const before = triples({ tree, grants });
        const after = triples({ tree, grants: others });
        expect(before).toEqual(saidBy(grants));
        expect(after).toEqual(saidBy(others));
      }),
    );
  });

  test('that only changes the order of lines changes nothing', () => {
    fc.assert(
      fc.property(cases, ({ tree, grants }) => {
        const turned = [...grants].reverse().map(({ targets, ...grant }) => ({
          groups: [...grant.groups].reverse(),
          permissionSets: [...grant.permissionSets].reverse(),
          targets,
        }));
        const accounts = [...tree.accounts].reverse();
        // The rows come sorted, so that even their order stays.
        expect([...triples({ tree: { ...tree, accounts }, grants: turned })]).toEqual([...triples({ tree, grants })]);
      }),
    );
  });

  test('leaves closed accounts out, and lets accounts without an id wait', () => {
    fc.assert(
      fc.property(cases, ({ tree, grants }) => {
        const config = identityCenter({
          groups: GROUPS.map((name) => group(name)),
          permissionSets: SETS.map((name) => set(name)),
          grants: [...grants],
        });
        const { assignments, waiting } = rowsOf(config, tree).model;
        const row = (name: string) => tree.accounts.find((account) => account.name === name);
        for (const { account } of [...assignments, ...waiting]) expect(row(account)?.suspended).toBe(false);
        for (const { account } of assignments) expect(row(account)?.id).toBeDefined();
        for (const { account } of waiting) expect(row(account)?.id).toBeUndefined();
      }),
    );
  });
});
