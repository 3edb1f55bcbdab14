import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type App, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';

interface Violation {
  readonly ruleName: string;
  readonly acknowledgedId?: string;
  readonly reason?: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly Violation[];
    readonly suppressedViolations?: readonly Violation[];
  }[];
}

/** An acknowledgement that a report carries. */
export interface Acknowledgement {
  /** Path of the construct and name of the rule. */
  readonly finding: string;
  readonly acknowledgedId: string;
  readonly reason: string;
}

/** What rule packs found in an app: `path rule`, sorted. */
export interface NagReport {
  readonly open: readonly string[];
  readonly acknowledged: readonly Acknowledgement[];
}

/** Synthesizes an app under some rule packs and removes it; findings that fail the synth are returned like any other. */
export function nagReport(app: App, ...packs: IPolicyValidationPlugin[]): NagReport {
  Validations.of(app).addPlugins(...packs);
  let failure: unknown;
  try {
    app.synth();
  } catch (error) {
    failure = error;
  }
  const report = readNagReport(app.outdir);
  rmSync(app.outdir, { recursive: true, force: true });
  if (failure !== undefined && report.open.length === 0) throw failure;
  return report;
}

/** Reads the report of a cloud assembly; a clean synth without acknowledgements writes none. */
function readNagReport(assembly: string): NagReport {
  const file = join(assembly, 'validation-report.json');
  if (!existsSync(file)) return { open: [], acknowledged: [] };
  const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return {
    open: pluginReports.flatMap(({ violations }) => violations.flatMap(findings)).sort(),
    acknowledged: pluginReports
      .flatMap(({ suppressedViolations }) => suppressedViolations ?? [])
      .flatMap((violation) =>
        findings(violation).map((finding) => ({
          finding,
          acknowledgedId: violation.acknowledgedId ?? '',
          reason: violation.reason ?? '',
        })),
      )
      .sort((a, b) => (a.finding < b.finding ? -1 : Number(a.finding > b.finding))),
  };
}

function findings({ ruleName, violatingConstructs }: Violation): string[] {
  return violatingConstructs.map(({ constructPath }) => `${constructPath} ${ruleName}`);
}
