import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import {
  KismsChecks,
  type KismsChecksProps,
  type KismsCoverage,
  type KismsRuleCoverage,
} from '../../../constructs/kisms-checks';

/** A finding as `validation-report.json` shows it. */
export interface Finding {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly suggestedFix?: string;
  readonly ruleMetadata?: Record<string, string>;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
  readonly acknowledgedId?: string;
  readonly reason?: string;
  readonly acknowledgedAt?: string;
}

/** What a synth left behind. */
export interface Synthesis {
  readonly failed: boolean;
  readonly open: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Content of the coverage file. */
  readonly coverage: KismsCoverage;
  readonly coverageText: string;
  readonly app: App;
  readonly pack: KismsChecks;
}

/** Puts the pack on an app as its documentation says, synthesizes, reads both reports and removes the assembly. */
export function synthesize(build: (app: App) => void, props?: KismsChecksProps, assembly?: string): Synthesis {
  const outdir = assembly ?? mkdtempSync(join(tmpdir(), 'kisms-'));
  const app = new App({ outdir, confirmValidationPluginsDoNotMutate: true });
  build(app);
  const pack = new KismsChecks(app, props);
  Validations.of(app).addPlugins(pack);
  // CDK prints what is left when a synth passes.
  const printed = jest.spyOn(console, 'error').mockImplementation();
  let failure: unknown;
  try {
    app.synth();
  } catch (error) {
    failure = error;
  } finally {
    printed.mockRestore();
  }
  try {
    const file = join(outdir, 'validation-report.json');
    if (!existsSync(file)) throw failure;
    const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as {
      pluginReports: { pluginName: string; violations: Finding[]; suppressedViolations?: Finding[] }[];
    };
    const mine = pluginReports.find(({ pluginName }) => pluginName === 'Kisms');
    const coverageText = readFileSync(join(outdir, 'kisms-coverage.json'), 'utf8');
    return {
      failed: failure !== undefined,
      open: mine?.violations ?? [],
      suppressed: mine?.suppressedViolations ?? [],
      coverage: JSON.parse(coverageText) as KismsCoverage,
      coverageText,
      app,
      pack,
    };
  } finally {
    if (assembly === undefined) rmSync(outdir, { recursive: true, force: true });
  }
}

/** Names of rules of findings. */
export function names(findings: readonly Finding[]): string[] {
  return findings.map(({ ruleName }) => ruleName);
}

/** The coverage of one rule. */
export function ruleOf({ rules }: KismsCoverage, id: string): KismsRuleCoverage {
  const found = rules.find((rule) => rule.id === id);
  if (found === undefined) throw new Error(`no coverage of ${id}`);
  return found;
}
