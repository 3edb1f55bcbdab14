import fc from 'fast-check';
import {
  ACCOUNT_STATUSES,
  type AccountsLock,
  accountsLockSchema,
  emptyLock,
  serializeLock,
} from '../../../lib/config/accounts-lock';

const audit = { name: 'audit', email: 'audit@example.com', id: '111122223333', status: 'ACTIVE' } as const;
const network = { name: 'network', email: 'network@example.com', id: '444455556666', status: 'SUSPENDED' } as const;
const lockOf = (...accounts: AccountsLock['accounts']): AccountsLock => ({ ...emptyLock('o-exampleorgid'), accounts });

describe('serializeLock', () => {
  test('writes sorted lines, two spaces and a final newline', () => {
    expect(serializeLock(lockOf(network, audit))).toBe(`{
  "version": 1,
  "organizationId": "o-exampleorgid",
  "accounts": [
    {
      "name": "audit",
      "email": "audit@example.com",
      "id": "111122223333",
      "status": "ACTIVE"
    },
    {
      "name": "network",
      "email": "network@example.com",
      "id": "444455556666",
      "status": "SUSPENDED"
    }
  ]
}
`);
  });

  test('does not depend on the order of keys and leaves its input alone', () => {
    const lock = lockOf(network, audit);
    const { status, id, email, name } = audit;
    expect(serializeLock(lockOf({ status, id, email, name }, network))).toBe(serializeLock(lock));
    expect(lock.accounts).toEqual([network, audit]);
  });

  test('sorts by code unit, not by the rules of a locale', () => {
    const names = ['b', 'a-b', 'a1', 'a', 'ab'];
    const lock = lockOf(...names.map((name, index) => ({ ...audit, name, id: `11112222333${index}` })));
    expect(JSON.parse(serializeLock(lock)).accounts.map((line: { name: string }) => line.name)).toEqual([
      'a',
      'a-b',
      'a1',
      'ab',
      'b',
    ]);
  });

  test('gives the same bytes after reading back, whatever the order of the lines', () => {
    const line = fc.record({
      name: fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/),
      email: fc.stringMatching(/^[A-Za-z0-9+]{1,9}@[a-z]{1,9}\.example\.com$/),
      id: fc.stringMatching(/^\d{12}$/),
      status: fc.constantFrom(...ACCOUNT_STATUSES),
    });
    const lines = fc
      .uniqueArray(line, { selector: ({ name }) => name })
      .map((all) => all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index));
    fc.assert(
      fc.property(
        lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const text = serializeLock(lockOf(...all));
          expect(serializeLock(lockOf(...shuffled))).toBe(text);
          expect(serializeLock(accountsLockSchema.parse(JSON.parse(text)))).toBe(text);
        },
      ),
    );
  });

  test('refuses a lock that could not be read back', () => {
    expect(() => serializeLock(lockOf({ ...audit, id: '1234' }))).toThrow();
  });
});

describe('accountsLockSchema', () => {
  test.each<[string, unknown, (string | number)[]]>([
    ['an unknown version', { ...lockOf(audit), version: 2 }, ['version']],
    ['a malformed organization id', { ...lockOf(audit), organizationId: 'example' }, ['organizationId']],
    ['an unknown key', { ...lockOf(audit), extra: true }, []],
    ['an unknown key of an account', lockOf({ ...audit, arn: 'x' } as never), ['accounts', 0]],
    ['an id of 11 digits', lockOf({ ...audit, id: '11112222333' }), ['accounts', 0, 'id']],
    ['an e-mail without domain', lockOf({ ...audit, email: 'audit' }), ['accounts', 0, 'email']],
    ['an unknown status', lockOf({ ...audit, status: 'GONE' as never }), ['accounts', 0, 'status']],
    ['an account name with capitals', lockOf({ ...audit, name: 'Audit' }), ['accounts', 0, 'name']],
    ['one name on two lines', lockOf(audit, { ...audit, id: network.id }), ['accounts', 1, 'name']],
    ['one id on two lines', lockOf(audit, { ...network, id: audit.id }), ['accounts', 1, 'id']],
  ])('fails with %s, at its place', (_case, lock, path) => {
    const { error } = accountsLockSchema.safeParse(lock);
    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test('accepts a lock without accounts', () => {
    expect(accountsLockSchema.safeParse(emptyLock('o-exampleorgid')).success).toBe(true);
  });
});
