import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../lib/load-config';
import { renderTable } from '../../lib/reports/table';
import { writeNetwork } from '../support/generate-network-config';
import { writeOrganization } from '../support/generate-organization';
import { expansionSeconds } from './identity-center';

/** One figure, in the form that `npm run bench -- --json` prints. */
interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Conditions: accounts and machine-independent settings. */
  readonly at: string;
}

const SIZES = [10, 100, 1000];

/** Runs one command of the built product in a process of its own and measures it from outside. */
function measure(args: string[]): { seconds: number; cpuSeconds: number; megabytes: number } {
  const started = process.hrtime.bigint();
  const printed = run('measured.js', args);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  return { seconds, ...(printed as { cpuSeconds: number; megabytes: number }) };
}

/** Runs a script of this folder in a process of its own. @returns the JSON of the last line that it prints */
function run(script: string, args: string[]): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, script), ...args], {
    env: { ...process.env, CDK_VALIDATION: 'false' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}

/** What the K-ISMS profile adds to a synth, and what the report costs: the command synthesizes as well. */
function complianceFigures(config: string, size: number, out: string, synthCpuSeconds: number): Figure[] {
  const file = join(config, 'compliance.yaml');
  writeFileSync(file, 'version: 1\nprofile: isms-p\n');
  const at = `${size} accounts, profile isms-p`;
  process.stderr.write(`${at} …\n`);
  const synth = measure(['synth', '--config', config, '--out', out]);
  const report = measure(['report', '--config', config, '--out', join(out, 'report')]);
  rmSync(file);
  return [
    { name: 'synth, CPU', value: synth.cpuSeconds, unit: 's', at },
    {
      name: 'synth, CPU added by checks, packs and report',
      value: (synth.cpuSeconds / synthCpuSeconds - 1) * 100,
      unit: '%',
      at,
    },
    { name: 'report, its synth included', value: report.seconds, unit: 's', at },
    { name: 'report, peak memory', value: report.megabytes, unit: 'MB', at },
    { name: 'report, HTML', value: statSync(join(out, 'report', 'compliance.html')).size / 1e6, unit: 'MB', at },
  ];
}

/** One VPC for each account, in twelve segments: what the network adds to a synth, and what its checks cost. */
function networkFigures(config: string, size: number, out: string): Figure[] {
  const { accounts } = loadConfig(config).model;
  const owners = accounts.filter(
    ({ id, purpose }) => id !== undefined && ['workload', 'data', 'sandbox'].includes(purpose),
  );
  writeNetwork(
    config,
    owners.map(({ name }) => name),
    size,
  );
  const at = `${size} accounts, ${size} VPCs in 12 segments`;
  process.stderr.write(`${at} …\n`);
  const validate = measure(['validate', '--config', config]);
  const synth = measure(['synth', '--config', config, '--out', out]);
  const network = run('network.js', [config, out]) as Record<
    'loadSeconds' | 'reachabilitySeconds' | 'megabytes',
    number
  >;
  return [
    { name: 'validate', value: validate.seconds, unit: 's', at },
    { name: 'synth', value: synth.seconds, unit: 's', at },
    { name: 'synth, CPU', value: synth.cpuSeconds, unit: 's', at },
    { name: 'synth, peak memory', value: synth.megabytes, unit: 'MB', at },
    { name: 'network, all checks of the config', value: network.loadSeconds, unit: 's', at },
    { name: 'network, reachability of all pairs and intents', value: network.reachabilitySeconds, unit: 's', at },
    { name: 'network, peak memory', value: network.megabytes, unit: 'MB', at },
  ];
}

/** `validate` and `synth` at each size; template validation off, every compliance pack on. */
function benchmark(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const figures: Figure[] = [];
  try {
    for (const size of SIZES) {
      const config = join(folder, `config-${size}`);
      mkdirSync(config);
      writeOrganization(config, size);
      const at = `${size} accounts`;
      process.stderr.write(`${at} …\n`);
      const validate = measure(['validate', '--config', config]);
      figures.push({ name: 'validate', value: validate.seconds, unit: 's', at });
      figures.push({
        name: 'identity center expansion',
        value: expansionSeconds(config),
        unit: 's',
        at: `${at} x 10 groups`,
      });
      const synth = measure(['synth', '--config', config, '--out', join(folder, `out-${size}`)]);
      figures.push({ name: 'synth', value: synth.seconds, unit: 's', at });
      figures.push({ name: 'synth, CPU', value: synth.cpuSeconds, unit: 's', at });
      figures.push({ name: 'synth, peak memory', value: synth.megabytes, unit: 'MB', at });
      figures.push({ name: 'synth, per account', value: (synth.seconds / size) * 1000, unit: 'ms', at });
      if (size === 1000) figures.push(...complianceFigures(config, size, join(folder, 'out-kisms'), synth.cpuSeconds));
      if (size === 1000) figures.push(...networkFigures(config, size, join(folder, 'out-network')));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const seconds = (size: number): number =>
    figures.find(({ name, at }) => name === 'synth' && at === `${size} accounts`)?.value ?? Number.NaN;
  figures.push({
    name: 'synth, time(1000) / time(100)',
    value: seconds(1000) / seconds(100),
    unit: 'x',
    at: '1000 and 100 accounts',
  });
  return figures.map((figure) => ({ ...figure, value: Number(figure.value.toFixed(2)) }));
}

const figures = benchmark();
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else
  process.stdout.write(
    renderTable(
      ['what', 'at', 'value', 'unit'],
      figures.map(({ name, at, value, unit }) => [name, at, String(value), unit]),
    ),
  );
