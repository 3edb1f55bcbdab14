import { rmSync } from 'node:fs';
import type { App } from 'aws-cdk-lib';
import { createApp } from '../../lib/create-app';

/** Runs `work` on an empty app and removes its cloud assembly, which the CDK makes at once and leaves behind. */
export function withApp<T>(work: (app: App) => T): T {
  const app = createApp({ templateValidation: false });
  try {
    return work(app);
  } finally {
    rmSync(app.outdir, { recursive: true, force: true });
  }
}
