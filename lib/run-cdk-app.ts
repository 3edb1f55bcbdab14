import { ConfigError, renderProblem } from './config';
import { createApp } from './governance-app';
import { loadConfig } from './load-config';
import { synthesizeApp } from './synthesize';

/** The app that `cdk.json` names: synthesizes the folder given by `-c config=DIR` (default `config`). */
export function runCdkApp(): void {
  const app = createApp();
  const config: unknown = app.node.tryGetContext('config');
  const directory = typeof config === 'string' ? config : 'config';
  try {
    const { failure } = synthesizeApp(app, loadConfig(directory));
    if (failure === undefined) return;
    process.stderr.write(`${failure}\n`);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems)
      process.stderr.write(`${renderProblem(problem, { lang: 'en', directory })}\n`);
  }
  process.exitCode = 1;
}
