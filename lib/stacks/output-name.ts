import { createHash } from 'node:crypto';

/** Name of a stack output: stable by what it is about, whatever characters the name of that has. */
export function outputNameOf(kind: string, name: string): string {
  return `${kind}${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
}
