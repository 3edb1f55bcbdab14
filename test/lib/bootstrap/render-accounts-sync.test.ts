import {
  type AccountsSyncResult,
  accountsSyncJson,
  planAccountsSync,
  renderAccountsSync,
} from '../../../lib/bootstrap';
import { configOf, IDS, line, live, liveOf, lockOf, ORGANIZATION, wanted } from './fixtures';

const [A, B, C, D] = IDS;
const plan = planAccountsSync({
  live: liveOf(
    live('audit', A),
    live('network', B, { status: 'SUSPENDED' }),
    live('same', C),
    live('Shadow\u001b[2J', D, { email: 'shadow@example.com' }),
  ),
  lock: lockOf(line('network', B), line('same', C), line('gone', '000011112222'), line('sandbox', '000033334444')),
  configured: configOf(wanted('audit'), wanted('network'), wanted('same'), wanted('new'), wanted('sandbox')),
});
const planned: AccountsSyncResult = { outcome: 'planned', plan, prune: false };
const conflict: AccountsSyncResult = {
  outcome: 'conflict',
  plan: planAccountsSync({
    live: liveOf(live('audit', A), live('audit', B)),
    lock: lockOf(),
    configured: configOf(wanted('audit')),
  }),
  prune: false,
};

describe('renderAccountsSync', () => {
  test('shows one aligned line an account, the count of the rest, and the notes', () => {
    expect(renderAccountsSync(planned, 'en').split('\n')).toEqual([
      `+ audit    ${A}  audit@example.com`,
      `~ network  ${B}  status: ACTIVE -> SUSPENDED`,
      '? gone     000011112222  not in the organization any more: line kept (--prune removes it)',
      '? sandbox  000033334444  not in the organization any more: line kept (--prune removes it)',
      '. new      -             new@example.com: not in the organization yet; to be vended',
      '= 1 unchanged',
      `  network (${B}) is SUSPENDED, not ACTIVE: keep it out of deployments`,
      `  ${D} "Shadow\\u001b[2J" shadow@example.com (ACTIVE) is in no config`,
      'Nothing was written: repeat with --apply to write accounts.lock.json.',
      '',
    ]);
  });

  test('says the same in Korean, line by line', () => {
    const [en, ko] = [renderAccountsSync(planned, 'en').split('\n'), renderAccountsSync(planned, 'ko').split('\n')];
    expect(ko.map((text) => text.slice(0, 2))).toEqual(en.map((text) => text.slice(0, 2).replace('No', '아무')));
    expect(ko.join('\n')).toMatch(/변경 없음 1개/);
    expect(ko.join('\n')).not.toMatch(/not in|nothing|written/i);
  });

  test('says that pruning removes the line, and where else it stands', () => {
    const text = renderAccountsSync({ ...planned, prune: true }, 'en');
    expect(text).toMatch(/\? gone .*: line removed\n/);
    expect(text).toMatch(/\? sandbox .*: line removed; remove it from the config too\n/);
  });

  test('puts conflicts first and says that nothing was written', () => {
    const text = renderAccountsSync(conflict, 'en');
    expect(text).toMatch(/^! audit {2}111122223333, 444455556666 {2}account "audit": .*write the id/);
    expect(text).toMatch(/Nothing was written: solve the conflicts/);
  });

  test('marks a conflict about the whole organization', () => {
    const foreign = planAccountsSync({
      live: liveOf(),
      lock: lockOf(),
      configured: { ...configOf(), organizationId: 'o-anotherorgid' },
    });
    expect(renderAccountsSync({ ...conflict, plan: foreign }, 'en')).toMatch(
      /^! - {2}- {2}the credentials are of organization "o-exampleorgid"/,
    );
  });

  test.each([
    [
      'an account to be invited',
      lockOf(),
      configOf(wanted('audit', { id: B })),
      /\. audit {2}444455556666 {2}.*invite it, or mend its id/,
    ],
    [
      'a drifted e-mail',
      lockOf(),
      configOf(wanted('audit', { id: A })),
      /audit: the config says audit@example\.com, AWS says left@example\.com/,
    ],
    [
      'a line of an account that left the config',
      lockOf(line('left', A)),
      configOf(),
      /in no config; its line "left" stays/,
    ],
    [
      'a suspended account that is new',
      lockOf(),
      configOf(wanted('closing')),
      /\+ closing {2}123456789012 {2}closing@example\.com \(CLOSED\)/,
    ],
  ])('mentions %s', (_case, lock, configured, text) => {
    const organization = liveOf(live('left', A), live('closing', C, { status: 'CLOSED' }));
    const result = {
      outcome: 'planned',
      plan: planAccountsSync({ live: organization, lock, configured }),
      prune: false,
    } as const;
    expect(renderAccountsSync(result, 'en')).toMatch(text);
    expect(renderAccountsSync(result, 'ko')).toMatch(/[가-힣]/);
  });

  test('is short when there is nothing to do', () => {
    const nothing = planAccountsSync({ live: liveOf(), lock: lockOf(), configured: configOf() });
    expect(renderAccountsSync({ outcome: 'unchanged', plan: nothing, prune: false }, 'en')).toBe(
      '= 0 unchanged\naccounts.lock.json is up to date.\n',
    );
  });
});

describe('accountsSyncJson', () => {
  test('gives the outcome, the counts and every row', () => {
    const json = JSON.parse(JSON.stringify(accountsSyncJson(planned)));
    expect(json).toMatchObject({
      outcome: 'planned',
      file: 'accounts.lock.json',
      organizationId: ORGANIZATION,
      prune: false,
      counts: {
        added: 1,
        changed: 1,
        unchanged: 1,
        suspended: 1,
        pending: 1,
        vanished: 2,
        unmanaged: 1,
        emailDrift: 0,
        conflicts: 0,
      },
      changed: [{ after: { name: 'network' }, fields: [{ field: 'status', from: 'ACTIVE', to: 'SUSPENDED' }] }],
      pending: [{ name: 'new' }],
    });
  });

  test('carries both languages of a conflict', () => {
    expect(accountsSyncJson(conflict).conflicts).toEqual([
      expect.objectContaining({
        code: 'duplicate-email',
        ids: [A, B],
        message: { en: expect.any(String), ko: expect.stringMatching(/[가-힣]/) },
      }),
    ]);
  });
});
