import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountsSyncOptions, accountsSync, type LiveAccount, writeLock } from '../../../lib/bootstrap';
import { ACCOUNTS_LOCK_FILE, type AccountsLock, serializeLock } from '../../../lib/config/accounts-lock';
import { awsError, configOf, fakeClient, IDS, line, live, lockOf, wanted } from './fixtures';

const [A, B, C] = IDS;
const OLD = lockOf(line('gone', B));

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'accounts-sync-'));
  writeFileSync(join(directory, ACCOUNTS_LOCK_FILE), serializeLock(OLD));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

const written = (): AccountsLock => JSON.parse(readFileSync(join(directory, ACCOUNTS_LOCK_FILE), 'utf8'));
const sync = (accounts: LiveAccount[], options: Partial<AccountsSyncOptions> = {}) =>
  accountsSync({
    directory,
    configured: configOf(wanted('audit')),
    lock: OLD,
    client: fakeClient([accounts]),
    ...options,
  });

describe('accountsSync', () => {
  test.each<[string, LiveAccount[], Partial<AccountsSyncOptions>, string, AccountsLock]>([
    ['only plans by default', [live('audit', A)], {}, 'planned', OLD],
    [
      'writes when it applies',
      [live('audit', A)],
      { apply: true },
      'applied',
      lockOf(line('audit', A), line('gone', B)),
    ],
    [
      'drops vanished lines when it prunes',
      [live('audit', A)],
      { apply: true, prune: true },
      'applied',
      lockOf(line('audit', A)),
    ],
    ['plans the pruning of vanished lines', [], { prune: true }, 'planned', OLD],
    ['has nothing to do when only a line vanished', [], { apply: true }, 'unchanged', OLD],
    [
      'writes nothing on a conflict',
      [live('audit', A), live('audit', C)],
      { apply: true, prune: true },
      'conflict',
      OLD,
    ],
  ])('%s', async (_case, accounts, options, outcome, lock) => {
    expect(await sync(accounts, options)).toMatchObject({ outcome });
    expect(written()).toEqual(lock);
    expect(readdirSync(directory)).toEqual([ACCOUNTS_LOCK_FILE]);
  });

  test('has nothing to do after it applied', async () => {
    await sync([live('audit', A)], { apply: true });
    expect(await sync([live('audit', A)], { lock: written(), apply: true })).toMatchObject({ outcome: 'unchanged' });
  });

  test('writes nothing when AWS throttles for ever', async () => {
    const client = fakeClient([[live('audit', A)], []], (call) => {
      if (call > 2) throw awsError('TooManyRequestsException');
    });
    const sleep = jest.fn(async () => {});
    await expect(sync([], { client, apply: true, retry: { sleep } })).rejects.toMatchObject({ code: 'throttled' });
    expect(sleep).toHaveBeenCalledTimes(7);
    expect(written()).toEqual(OLD);
  });

  test('passes the progress on', async () => {
    const onProgress = jest.fn();
    await sync([live('audit', A)], { onProgress });
    expect(onProgress).toHaveBeenCalledWith({ pages: 1, accounts: 1 });
  });
});

describe('writeLock', () => {
  const lock = lockOf(line('audit', A));

  test('creates the file when there is none', () => {
    rmSync(join(directory, ACCOUNTS_LOCK_FILE));
    expect(writeLock(directory, lock)).toBe(join(directory, ACCOUNTS_LOCK_FILE));
    expect(readFileSync(join(directory, ACCOUNTS_LOCK_FILE), 'utf8')).toBe(serializeLock(lock));
  });

  test('leaves the old file, and no other, when the disk is full', () => {
    const write = fs.writeFileSync;
    jest.spyOn(fs, 'writeFileSync').mockImplementation((path) => {
      write(path, '{ "version": 1, "acc');
      throw new Error('no space left');
    });
    expect(() => writeLock(directory, lock)).toThrow('no space left');
    expect(readdirSync(directory)).toEqual([ACCOUNTS_LOCK_FILE]);
    expect(written()).toEqual(OLD);
  });

  test('leaves the old file, and no other, when the new one cannot take its place', () => {
    jest.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw new Error('not permitted');
    });
    expect(() => writeLock(directory, lock)).toThrow('not permitted');
    expect(readdirSync(directory)).toEqual([ACCOUNTS_LOCK_FILE]);
    expect(written()).toEqual(OLD);
  });

  test('the new text is complete beside the old file before it takes its place', () => {
    const before = readFileSync(join(directory, ACCOUNTS_LOCK_FILE), 'utf8');
    const rename = jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      expect(readFileSync(from, 'utf8')).toBe(serializeLock(lock));
      expect(readFileSync(to, 'utf8')).toBe(before);
    });
    writeLock(directory, lock);
    expect(rename).toHaveBeenCalledTimes(1);
  });

  test('fails on a folder that does not exist', () => {
    expect(() => writeLock(join(directory, 'missing'), lock)).toThrow(/ENOENT/);
  });

  test('writes nothing that could not be read back', () => {
    expect(() => writeLock(directory, lockOf(line('audit', 'not-an-id')))).toThrow();
    expect(written()).toEqual(OLD);
  });
});
