import { type AccountsSyncPlan, applyPlan, hasDifferences, planAccountsSync } from '../../../lib/bootstrap';
import { emptyLock } from '../../../lib/config/accounts-lock';
import { configOf, IDS, line, live, liveOf, lockOf, ORGANIZATION, wanted } from './fixtures';

const [A, B, C, D] = IDS;

/** The names and ids in a plan, without the noise. */
const summary = (plan: AccountsSyncPlan) => ({
  added: plan.added.map(({ name, id }) => `${name} ${id}`),
  changed: plan.changed.map(
    ({ after, fields }) => `${after.name} ${fields.map(({ field, from, to }) => `${field} ${from}>${to}`).join(' ')}`,
  ),
  unchanged: plan.unchanged.map(({ name }) => name),
  suspended: plan.suspended.map(({ name, status }) => `${name} ${status}`),
  pending: plan.pending.map(({ name }) => name),
  vanished: plan.vanished.map((row) => `${row.line.name} ${row.configured}`),
  unmanaged: plan.unmanaged.map((row) => `${row.account.name} ${row.line?.name ?? '-'}`),
  emailDrift: plan.emailDrift.map(({ name }) => name),
  conflicts: plan.conflicts.map(({ code, accounts }) => `${code} ${accounts.join()}`),
});
const NOTHING = summary(planAccountsSync({ live: liveOf(), lock: lockOf(), configured: configOf() }));

type Case = [string, Parameters<typeof planAccountsSync>[0], Partial<typeof NOTHING>];

describe('planAccountsSync', () => {
  test.each<Case>([
    [
      'adds an account found by e-mail',
      { live: liveOf(live('audit', A)), lock: lockOf(), configured: configOf(wanted('audit')) },
      { added: [`audit ${A}`] },
    ],
    [
      'compares e-mails without regard to case',
      {
        live: liveOf(live('audit', A, { email: 'Audit@Example.com' })),
        lock: lockOf(),
        configured: configOf(wanted('audit')),
      },
      { added: [`audit ${A}`] },
    ],
    [
      'adds an account found by the id of the config, and reports the other e-mail',
      { live: liveOf(live('old', A)), lock: lockOf(), configured: configOf(wanted('audit', { id: A })) },
      { added: [`audit ${A}`], emailDrift: ['audit'] },
    ],
    [
      'leaves an equal line alone',
      { live: liveOf(live('audit', A)), lock: lockOf(line('audit', A)), configured: configOf(wanted('audit')) },
      { unchanged: ['audit'] },
    ],
    [
      'does not care about the name in AWS',
      {
        live: liveOf(live('Audit Account', A, { email: 'audit@example.com' })),
        lock: lockOf(line('audit', A)),
        configured: configOf(wanted('audit')),
      },
      { unchanged: ['audit'] },
    ],
    [
      'says which fields change',
      {
        live: liveOf(live('audit', A, { status: 'SUSPENDED' })),
        lock: lockOf(line('old', A, { email: 'old@example.com' })),
        configured: configOf(wanted('audit')),
      },
      {
        changed: ['audit name old>audit email old@example.com>audit@example.com status ACTIVE>SUSPENDED'],
        suspended: ['audit SUSPENDED'],
      },
    ],
    [
      'keeps reporting a suspended account whose line is right',
      {
        live: liveOf(live('audit', A, { status: 'PENDING_CLOSURE' })),
        lock: lockOf(line('audit', A, { status: 'PENDING_CLOSURE' })),
        configured: configOf(wanted('audit')),
      },
      { unchanged: ['audit'], suspended: ['audit PENDING_CLOSURE'] },
    ],
    [
      'follows the id of the lock when the e-mail changed in AWS',
      {
        live: liveOf(live('audit', A, { email: 'new@example.com' })),
        lock: lockOf(line('audit', A)),
        configured: configOf(wanted('audit')),
      },
      { changed: ['audit email audit@example.com>new@example.com'], emailDrift: ['audit'] },
    ],
    [
      'follows two accounts that swap their names',
      {
        live: liveOf(live('a', A), live('b', B)),
        lock: lockOf(line('a', A), line('b', B)),
        configured: configOf(wanted('b', { email: 'a@example.com' }), wanted('a', { email: 'b@example.com' })),
      },
      { changed: ['a name b>a', 'b name a>b'] },
    ],
    [
      'lets a new account take the name of a renamed one',
      {
        live: liveOf(live('a', A)),
        lock: lockOf(line('a', A)),
        configured: configOf(wanted('b', { email: 'a@example.com' }), wanted('a', { email: 'new@example.com' })),
      },
      { changed: ['b name a>b'], pending: ['a'] },
    ],
    [
      'replaces the id of a line when the config names the new one',
      {
        live: liveOf(live('audit', B)),
        lock: lockOf(line('audit', A)),
        configured: configOf(wanted('audit', { id: B })),
      },
      { changed: [`audit id ${A}>${B}`] },
    ],
    [
      'tells both lines when a renamed account replaces another',
      {
        live: liveOf(live('new', B)),
        lock: lockOf(line('new', A), line('old', B)),
        configured: configOf(wanted('new', { id: B })),
      },
      { changed: [`new id ${A}>${B} name old>new`] },
    ],
    [
      'reports what is not live yet',
      { live: liveOf(), lock: lockOf(), configured: configOf(wanted('new'), wanted('invited', { id: A })) },
      { pending: ['invited', 'new'] },
    ],
    [
      'reports lines whose account is gone, and whether the config still wants it',
      { live: liveOf(), lock: lockOf(line('a', A), line('b', B)), configured: configOf(wanted('b')) },
      { vanished: ['a false', 'b true'] },
    ],
    [
      'reports live accounts of no config, with the line that the lock still has',
      { live: liveOf(live('Shadow IT', A), live('left', B)), lock: lockOf(line('left', B)), configured: configOf() },
      { unmanaged: ['Shadow IT -', 'left left'] },
    ],
    [
      'fails when the config names another id than the e-mail does',
      {
        live: liveOf(live('audit', A), live('b', B)),
        lock: lockOf(),
        configured: configOf(wanted('audit', { id: B })),
      },
      { conflicts: ['id-mismatch audit'], unmanaged: ['b -'] },
    ],
    [
      'fails when two live accounts have the e-mail',
      {
        live: liveOf(live('audit', A), live('audit', B, { email: 'AUDIT@example.com' })),
        lock: lockOf(),
        configured: configOf(wanted('audit')),
      },
      { conflicts: ['duplicate-email audit'] },
    ],
    [
      'lets the id of the config decide between two accounts with one e-mail',
      {
        live: liveOf(live('audit', A), live('audit', B)),
        lock: lockOf(),
        configured: configOf(wanted('audit', { id: B })),
      },
      { added: [`audit ${B}`], unmanaged: ['audit -'] },
    ],
    [
      'fails when a name would move to another account by e-mail alone',
      { live: liveOf(live('audit', B)), lock: lockOf(line('audit', A)), configured: configOf(wanted('audit')) },
      { conflicts: ['id-changed audit'], vanished: ['audit true'] },
    ],
    [
      'fails when two configured accounts are one live account',
      { live: liveOf(live('a', A)), lock: lockOf(), configured: configOf(wanted('a'), wanted('b', { id: A })) },
      { conflicts: ['claimed-twice a,b'] },
    ],
    [
      'fails when the credentials are of another organization than the config',
      {
        live: liveOf(live('a', A)),
        lock: lockOf(),
        configured: { ...configOf(wanted('a')), organizationId: 'o-anotherorgid' },
      },
      { conflicts: ['organization-mismatch '] },
    ],
    [
      'fails when the lock is of another organization',
      { live: liveOf(live('a', A)), lock: emptyLock('o-anotherorgid'), configured: configOf(wanted('a')) },
      { conflicts: ['organization-mismatch '] },
    ],
  ])('%s', (_case, input, expected) => {
    expect(summary(planAccountsSync(input))).toEqual({ ...NOTHING, ...expected });
  });

  test('names the value, the place and the remedy of every conflict, in both languages', () => {
    const { conflicts } = planAccountsSync({
      live: liveOf(live('a', A), live('dup', B), live('dup', C), live('two', D)),
      lock: lockOf(line('two', '000011112222')),
      configured: configOf(wanted('a', { id: B }), wanted('dup'), wanted('two')),
    });
    expect(conflicts.map(({ code }) => code)).toEqual(['id-mismatch', 'duplicate-email', 'id-changed']);
    for (const { message, accounts, ids } of conflicts) {
      for (const text of [message.en, message.ko]) {
        for (const value of [...accounts, ...ids, 'organization.yaml']) expect(text).toContain(value);
        expect(text).not.toMatch(/[.\s]$/);
      }
      expect(message.ko).toMatch(/[가-힣]/);
    }
  });

  test('a lock of another organization is never touched', () => {
    expect(
      planAccountsSync({
        live: liveOf(),
        lock: { ...lockOf(line('a', A)), organizationId: 'o-anotherorgid' },
        configured: configOf(),
      }),
    ).toMatchObject({
      organizationId: ORGANIZATION,
      added: [],
      vanished: [],
    });
  });
});

describe('applyPlan', () => {
  const gone = planAccountsSync({
    live: liveOf(live('left', B), live('audit', C)),
    lock: lockOf(line('gone', A), line('left', B)),
    configured: configOf(wanted('audit')),
  });

  test('keeps the lines of vanished and unconfigured accounts', () => {
    expect(applyPlan(gone)).toEqual(lockOf(line('audit', C), line('gone', A), line('left', B)));
  });

  test('drops vanished lines, and only those, when pruning', () => {
    expect(applyPlan(gone, { prune: true })).toEqual(lockOf(line('audit', C), line('left', B)));
  });

  test('counts vanished lines as a difference only when pruning', () => {
    const plan = planAccountsSync({ live: liveOf(), lock: lockOf(line('gone', A)), configured: configOf() });
    expect([hasDifferences(plan, false), hasDifferences(plan, true)]).toEqual([false, true]);
  });

  test('fails on a plan with conflicts', () => {
    const plan = planAccountsSync({ live: liveOf(), lock: emptyLock('o-anotherorgid'), configured: configOf() });
    expect(() => applyPlan(plan)).toThrow(/solve them first.*"o-exampleorgid".*"o-anotherorgid"/);
  });
});
