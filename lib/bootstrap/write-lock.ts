import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNTS_LOCK_FILE, type AccountsLock, serializeLock } from '../config/accounts-lock';

/**
 * Writes `accounts.lock.json` whole or not at all, and returns its path. The temporary file lies in the same folder,
 * because a rename is atomic only inside one file system.
 *
 * @throws Error when the folder cannot be written to; the old file is untouched then
 */
export function writeLock(directory: string, lock: AccountsLock): string {
  const text = serializeLock(lock);
  const path = join(directory, ACCOUNTS_LOCK_FILE);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { flush: true });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return path;
}
