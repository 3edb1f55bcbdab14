import { main } from '../../lib/cli/main';

/** Runs one call of the command line and keeps what it printed. */
export async function runCli(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  return runCliWith({}, ...argv);
}

/** The same with environment variables. */
export async function runCliWith(
  env: Record<string, string>,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env,
    interactive: false,
  });
  return { code, out, err };
}
