import fc from 'fast-check';
import { applyPlan, hasDifferences, planAccountsSync } from '../../../lib/bootstrap';
import { ACCOUNT_STATUSES, accountsLockSchema, serializeLock } from '../../../lib/config/accounts-lock';
import { configOf, IDS, liveOf, lockOf } from './fixtures';

describe('for any config, lock and organization', () => {
  // Small pools, so that names, ids and e-mails collide in every way there is.
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const id = fc.constantFrom(...IDS);
  const email = fc.constantFrom(
    'a@example.com',
    'A@example.com',
    'b@example.com',
    'c@example.com',
    'd@example.com',
    'e@example.com',
  );
  const status = fc.constantFrom(...ACCOUNT_STATUSES);
  const input = fc.record({
    live: fc
      .uniqueArray(fc.record({ id, name, email, status }), { selector: (account) => account.id })
      .map((accounts) => liveOf(...accounts)),
    lock: fc
      .uniqueArray(fc.record({ name, email, id, status }), { selector: (account) => account.id })
      .map((accounts) =>
        lockOf(...accounts.filter((one, index) => accounts.findIndex((other) => other.name === one.name) === index)),
      ),
    configured: fc
      .uniqueArray(fc.record({ name, email, id }, { requiredKeys: ['name', 'email'] }), {
        selector: (account) => account.name,
      })
      .map((accounts) => configOf(...accounts)),
  });
  const runs = { numRuns: 2000 };

  test('a second synchronization finds nothing to do', () => {
    fc.assert(
      fc.property(input, fc.boolean(), (world, prune) => {
        const plan = planAccountsSync(world);
        fc.pre(plan.conflicts.length === 0);
        const lock = applyPlan(plan, { prune });
        const again = planAccountsSync({ ...world, lock });
        expect(again.conflicts).toEqual([]);
        expect(hasDifferences(again, prune)).toBe(false);
        expect(applyPlan(again, { prune })).toEqual(lock);
      }),
      runs,
    );
  });

  test('no line is lost without prune, and the result is a lock', () => {
    fc.assert(
      fc.property(input, (world) => {
        const plan = planAccountsSync(world);
        fc.pre(plan.conflicts.length === 0);
        const lock = applyPlan(plan);
        expect(accountsLockSchema.safeParse(lock).success).toBe(true);
        const replaced = new Set(
          plan.changed
            .filter(({ fields }) => fields.some(({ field }) => field === 'id'))
            .map(({ before }) => before.id),
        );
        const kept = new Set(lock.accounts.map((account) => account.id));
        for (const before of world.lock.accounts) expect(kept.has(before.id) || replaced.has(before.id)).toBe(true);
      }),
      runs,
    );
  });

  test('prune loses the vanished lines and no others', () => {
    fc.assert(
      fc.property(input, (world) => {
        const plan = planAccountsSync(world);
        fc.pre(plan.conflicts.length === 0);
        const vanished = plan.vanished.map((row) => row.line);
        expect(applyPlan(plan, { prune: true }).accounts).toEqual(
          applyPlan(plan).accounts.filter((account) => !vanished.includes(account)),
        );
        expect(vanished.filter((account) => world.live.accounts.some((other) => other.id === account.id))).toEqual([]);
      }),
      runs,
    );
  });

  test('every live account and every configured one is accounted for', () => {
    fc.assert(
      fc.property(input, (world) => {
        const plan = planAccountsSync(world);
        const rows = [...plan.added, ...plan.changed.map(({ after }) => after), ...plan.unchanged];
        const ids = [
          ...rows.map((row) => row.id),
          ...plan.unmanaged.map((row) => row.account.id),
          ...plan.conflicts.flatMap((row) => row.ids),
        ];
        expect(new Set(ids)).toEqual(new Set([...world.live.accounts.map((account) => account.id)]));
        const names = [
          ...rows,
          ...plan.pending,
          ...plan.vanished.filter((row) => row.configured).map((row) => row.line),
        ].map((row) => row.name);
        const known = new Set([...names, ...plan.conflicts.flatMap((row) => row.accounts)]);
        expect(known).toEqual(new Set(world.configured.accounts.map((account) => account.name)));
      }),
      runs,
    );
  });

  test('the order of the input does not matter', () => {
    const reversed = <T extends { readonly accounts: readonly unknown[] }>(side: T): T => ({
      ...side,
      accounts: [...side.accounts].reverse(),
    });
    fc.assert(
      fc.property(input, (world) => {
        const plan = planAccountsSync(world);
        fc.pre(plan.conflicts.length === 0);
        const other = planAccountsSync({
          live: reversed(world.live),
          lock: reversed(world.lock),
          configured: reversed(world.configured),
        });
        expect(other).toEqual(plan);
        expect(serializeLock(applyPlan(other))).toBe(serializeLock(applyPlan(plan)));
      }),
      runs,
    );
  });
});
