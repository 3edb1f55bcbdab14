import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { LabPlan, Probe } from './lab-plan';

/** A probe that was answered. */
export interface Answer extends Probe {
  /** Address that the target saw. */
  readonly seenAs: string;
}

/** What came of a plan. */
export interface Packets {
  readonly answers: readonly Answer[];
  /** Source and target of what each observed host forwarded. */
  readonly forwarded: Readonly<Record<string, readonly (readonly [source: string, target: string])[]>>;
}

/**
 * Builds the namespaces of a plan, sends its probes and takes all down again; blocks for about two seconds.
 *
 * It works as root, or with the namespaces of a user where the system lets users have them.
 *
 * @throws Error when a namespace, a route or a rule cannot be made
 */
export function sendPackets(plan: LabPlan): Packets {
  const asUser = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const lab = join(__dirname, 'lab.py');
  const run = spawnSync('unshare', [...asUser, '--net', 'python3', lab], {
    input: JSON.stringify(plan),
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (run.status !== 0) {
    const reason = run.error?.message ?? run.stderr.trim().split('\n').at(-1);
    throw new Error(
      `${reason}; network namespaces need Linux, root or user namespaces, iproute2, nftables and Python 3`,
    );
  }
  return JSON.parse(run.stdout);
}
