import { main } from '../../lib/cli/main';

// Runs one command silently and prints what it cost this process, for bench.ts.
void main(process.argv.slice(2), {
  out: () => undefined,
  err: (text) => process.stderr.write(text),
  env: process.env,
  interactive: false,
}).then((code) => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stdout.write(
    `${JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 })}\n`,
  );
  process.exitCode = code;
});
