import fc from 'fast-check';
import { type AccessVersion, accessDiff, isSameAccess } from '../../../lib/access/access-diff';
import { accessMatrix } from '../../../lib/access/access-matrix';
import type { IdentityCenterModel } from '../../../lib/model/identity-center-model';
import { ACCOUNTS, allow, assignment, document, group, identityCenter, permissionSet, placeOf } from './fixtures';

function version(more: Partial<IdentityCenterModel>, accounts = ACCOUNTS): AccessVersion {
  const source = { accounts, identityCenter: identityCenter(more) };
  return { ...source, rows: accessMatrix(source, placeOf) };
}

const triples = (rows: AccessVersion['rows']): string[] =>
  rows.map((row) => `${row.group} ${row.permissionSet} ${row.account}`);

const ALL = ['dev', 'ops'].flatMap((holder) =>
  ['Reader', 'Writer'].flatMap((set) => ['prod', 'dev', 'new'].map((account) => `${holder} ${set} ${account}`)),
);
const some = fc.subarray(ALL);
const of = (texts: readonly string[]): AccessVersion => version({ assignments: texts.map((text) => assignment(text)) });

describe('gained and lost', () => {
  test('turn the old access into the new one, and nothing else', () => {
    fc.assert(
      fc.property(some, some, (old, now) => {
        const { gained, lost } = accessDiff(of(old), of(now));
        const kept = old.filter((text) => !triples(lost).includes(text));
        expect([...kept, ...triples(gained)].sort()).toEqual([...now].sort());
        expect(triples(gained).filter((text) => old.includes(text))).toEqual([]);
        expect(triples(lost).filter((text) => now.includes(text))).toEqual([]);
      }),
    );
  });

  test('change places when the versions do', () => {
    fc.assert(
      fc.property(some, some, (old, now) => {
        const [there, back] = [accessDiff(of(old), of(now)), accessDiff(of(now), of(old))];
        expect(triples(there.gained)).toEqual(triples(back.lost));
        expect(triples(there.lost)).toEqual(triples(back.gained));
      }),
    );
  });

  test('are nothing for the same access, whatever the order and the lines of the grants', () => {
    fc.assert(
      fc.property(some, fc.func(fc.integer()), (texts, key) => {
        const shuffled = [...texts].sort((a, b) => key(a) - key(b));
        const moved = version({ assignments: shuffled.map((text, line) => assignment(text, line)) });
        expect(isSameAccess(accessDiff(of(texts), moved))).toBe(true);
      }),
    );
  });

  test('are filtered like the matrix', () => {
    const diff = accessDiff(of(['dev Reader prod']), of(['dev Writer prod', 'ops Reader new']), { group: 'dev' });
    expect([triples(diff.gained), triples(diff.lost)]).toEqual([['dev Writer prod'], ['dev Reader prod']]);
  });

  test('tell an account from another one of its name', () => {
    const assignments = [assignment('dev Reader prod')];
    const other = ACCOUNTS.map((account) => (account.name === 'prod' ? { ...account, id: '999900001111' } : account));
    const diff = accessDiff(version({ assignments }), version({ assignments }, other));
    expect(diff.lost.map(({ accountId }) => accountId)).toEqual(['111122223333']);
    expect(diff.gained.map(({ accountId }) => accountId)).toEqual(['999900001111']);
  });
});

test('an account that gets its id keeps its access', () => {
  const vended = ACCOUNTS.map((account) => (account.name === 'new' ? { ...account, id: '999900001111' } : account));
  const before = version({ waiting: [assignment('dev Reader new')] });
  const after = version({ assignments: [assignment('dev Reader new')] }, vended);
  expect(isSameAccess(accessDiff(before, after))).toBe(true);
});

describe('a permission set that changes', () => {
  const own = { name: 'own', path: '/' };
  const row = { ...own, description: '', accounts: ['prod'], source: assignment('').source };
  const before = permissionSet('Reader', {
    customerManagedPolicies: [own],
    permissionsBoundary: { customerManagedPolicy: { name: 'limit', path: '/' } },
  });
  const policies = [
    { ...row, content: document(allow('s3:*')) },
    { ...row, name: 'limit', content: document(allow('*')) },
  ];
  const assignments = [assignment('dev Reader dev'), assignment('ops Reader prod')];
  const base = version({ permissionSets: [before], customerManagedPolicies: policies, assignments });

  test.each<[string, Partial<IdentityCenterModel>]>([
    [
      'managedPolicies',
      { permissionSets: [{ ...before, managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }] },
    ],
    ['customerManagedPolicies', { permissionSets: [{ ...before, customerManagedPolicies: [] }] }],
    [
      'customerManagedPolicies',
      { customerManagedPolicies: [{ ...row, content: document(allow('*')) }, ...policies.slice(1)] },
    ],
    ['inlinePolicy', { permissionSets: [{ ...before, inlinePolicy: document(allow('s3:*')) }] }],
    ['permissionsBoundary', { permissionSets: [{ ...before, permissionsBoundary: undefined }] }],
    [
      'permissionsBoundary',
      {
        customerManagedPolicies: [...policies.slice(0, 1), { ...row, name: 'limit', content: document(allow('s3:*')) }],
      },
    ],
    ['sessionDuration', { permissionSets: [{ ...before, sessionDuration: 'PT8H' }] }],
  ])('by %s is told with everybody who keeps it', (changed, more) => {
    const now = version({ permissionSets: [before], customerManagedPolicies: policies, assignments, ...more });
    const diff = accessDiff(base, now);
    expect(diff.changedSets).toEqual([
      {
        permissionSet: 'Reader',
        changed: [changed],
        privilege: { before: 'read', after: 'read' },
        groups: ['dev', 'ops'],
        accounts: ['dev', 'prod'],
      },
    ]);
    expect(isSameAccess(diff)).toBe(false);
    expect(accessDiff(base, now, { account: 'prod' }).changedSets[0]?.groups).toEqual(['ops']);
  });

  test.each<[string, Partial<IdentityCenterModel>]>([
    ['words and tags', { permissionSets: [{ ...before, description: 'other words', tags: { team: 'x' } }] }],
    ['nobody holds', { permissionSets: [before, permissionSet('Unused', { sessionDuration: 'PT8H' })] }],
  ])('only in %s changes no access', (_, more) => {
    const now = version({ permissionSets: [before], customerManagedPolicies: policies, assignments, ...more });
    expect(isSameAccess(accessDiff(base, now))).toBe(true);
  });
});

test('a group that stands for other people is told', () => {
  const assignments = [assignment('dev Reader dev'), assignment('dev Writer prod'), assignment('ops Reader prod')];
  const before = version({ groups: [group('dev', { members: ['a', 'b'] }), group('ops')], assignments });
  const after = version({ groups: [group('dev', { members: ['b', 'c'] }), group('ops', { id: 'x' })], assignments });
  expect(accessDiff(before, after).changedGroups).toEqual([
    { group: 'dev', membersAdded: ['c'], membersRemoved: ['a'], accounts: ['dev', 'prod'] },
    { group: 'ops', id: { after: 'x' }, membersAdded: [], membersRemoved: [], accounts: ['prod'] },
  ]);
});

test('an attribute that is read from elsewhere is told', () => {
  const team = (...source: string[]) => version({ accessControlAttributes: [{ key: 'team', source }] });
  expect(accessDiff(team('a'), team('b')).changedAttributes).toEqual(['team']);
  expect(accessDiff(team('a'), version({})).changedAttributes).toEqual(['team']);
  expect(accessDiff(team('a'), team('a')).changedAttributes).toEqual([]);
});
