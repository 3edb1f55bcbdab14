import fc from 'fast-check';
import type { AccountRow, OrganizationalUnitRow } from '../../../lib/model/organization-model';
import { type OrganizationTree, ROOT, type Selector } from '../../../lib/model/selector';

/** An account of which a selector sees only what is given. */
export function account(name: string, ou: string, more: Partial<AccountRow> = {}): AccountRow {
  return {
    name,
    ou,
    id: '111122223333',
    vended: false,
    suspended: false,
    email: `${name}@example.com`,
    isManagement: false,
    purpose: 'workload',
    environment: 'prod',
    owner: 'team@example.com',
    tags: {},
    data: {
      classification: 'internal',
      personalData: false,
      dataSubjects: 0,
      uniqueIdentifiers: false,
      sensitive: false,
    },
    source: { file: 'organization.yaml', path: [] },
    ...more,
  };
}

/** An OU of a path. */
export function organizationalUnit(path: string): OrganizationalUnitRow {
  const parts = path.split('/');
  return {
    path,
    name: parts.at(-1) as string,
    parent: parts.slice(0, -1).join('/') || ROOT,
    tags: {},
    source: { file: 'organization.yaml', path: [] },
  };
}

const NAMES = ['A', 'B', 'AB'];

/** Every OU above the given ones, and themselves; names that begin alike lie side by side. */
const ouPaths = fc
  .array(fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((paths) => [
    ...new Set(paths.flatMap((parts) => parts.map((_, depth) => parts.slice(0, depth + 1).join('/'))).sort()),
  ]);

const tags = fc.dictionary(fc.constantFrom('team', 'stage'), fc.constantFrom('x', 'y'), { maxKeys: 2 });

/** A random organization: one management account in the root, others anywhere, some of them closed. */
export const trees: fc.Arbitrary<OrganizationTree> = ouPaths.chain((paths) =>
  fc
    .array(
      fc.record({
        ou: fc.constantFrom(ROOT, ...paths),
        tags,
        suspended: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
      }),
      { maxLength: 12 },
    )
    .map((rows) => ({
      organizationalUnits: paths.map(organizationalUnit),
      accounts: [
        account('management', ROOT, { isManagement: true }),
        ...rows.map(({ ou, ...more }, index) => account(`a${index}`, ou, more)),
      ],
    })),
);

/** A random selector over the names of an organization. */
export function selectors(tree: OrganizationTree): fc.Arbitrary<Selector> {
  const some = (words: string[]) => fc.subarray(words, { minLength: 1 });
  const accounts = some(tree.accounts.map(({ name }) => name));
  const ous = some([ROOT, ...tree.organizationalUnits.map(({ path }) => path)]);
  return fc.record(
    {
      accounts,
      ous,
      tags,
      exact: fc.boolean(),
      excludeAccounts: accounts,
      excludeOus: ous,
      includeManagement: fc.boolean(),
    },
    { requiredKeys: [] },
  );
}

/** A random organization, and a selector over it. */
export const treesAndSelectors = trees.chain((tree) => fc.tuple(fc.constant(tree), selectors(tree)));
