import { ConfigError, type Problem, renderProblem } from './config';
import { createApp } from './create-app';
import { loadConfig } from './load-config';
import { synthesizeApp } from './synthesize';

/** The app that `cdk.json` names: synthesizes the folder given by `-c config=DIR` (default `config`). */
export function runCdkApp(): void {
  const app = createApp();
  const config: unknown = app.node.tryGetContext('config');
  const directory = typeof config === 'string' ? config : 'config';
  try {
    const organization = loadConfig(directory);
    printProblems(organization.warnings, directory);
    const { failure, warnings } = synthesizeApp(app, organization);
    printProblems(warnings, directory);
    if (failure === undefined) return;
    process.stderr.write(`${failure}\n`);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    printProblems(error.problems, directory);
  }
  process.exitCode = 1;
}

function printProblems(problems: readonly Problem[], directory: string): void {
  for (const problem of problems) process.stderr.write(`${renderProblem(problem, { lang: 'en', directory })}\n`);
}
