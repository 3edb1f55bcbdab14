import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COVERAGE_FILE, type KismsCoverage } from '../../constructs/kisms-checks';
import { createApp } from '../create-app';
import { addGovernance } from '../governance-app';
import type { LoadedOrganization } from '../load-config';
import { type Finding, readFindings } from '../reports/findings';
import { UserError } from '../user-error';

/** What the checks say of the templates of an organization. */
export interface Observations {
  readonly findings: readonly Finding[];
  /** @default - KismsChecks did not run */
  readonly coverage?: KismsCoverage;
}

/**
 * Synthesizes an organization for what the checks find, and keeps nothing else. The schema rules of CloudFormation are
 * left out: they take ten seconds and speak of no criterion.
 *
 * @throws UserError when the CDK fails for another reason than findings
 */
export function observe(organization: LoadedOrganization): Observations {
  const outdir = mkdtempSync(join(tmpdir(), 'compliance-'));
  try {
    const app = createApp({ outdir, templateValidation: false });
    addGovernance(app, organization);
    const failure = synthFailure(() => app.synth());
    const observed = readObservations(outdir, readFindings(outdir));
    if (failure !== undefined && observed.findings.every(({ acknowledged }) => acknowledged !== undefined)) {
      throw new UserError({ en: failure, ko: failure });
    }
    return observed;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** What the checks left in a cloud assembly. */
export function readObservations(assemblyDirectory: string, findings: readonly Finding[]): Observations {
  const file = join(assemblyDirectory, COVERAGE_FILE);
  if (!existsSync(file)) return { findings };
  return { findings, coverage: JSON.parse(readFileSync(file, 'utf8')) as KismsCoverage };
}

function synthFailure(synth: () => unknown): string | undefined {
  try {
    synth();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
