import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One rule of a compliance pack that some resources break, or that was acknowledged for them. */
export const findingSchema = z
  .strictObject({
    pack: z.string().describe('Rule pack, for example AwsSolutions.'),
    rule: z.string().describe('Rule of the pack, with the finding in brackets where a rule has several.'),
    description: z.string(),
    severity: z.string(),
    constructPaths: z.array(z.string()).describe('Resources, as paths of the construct tree.'),
    acknowledged: z.string().optional().describe('Reason of the acknowledgement; absent while the finding is open.'),
  })
  .describe('A finding of a compliance pack.');

/** A finding; see {@link findingSchema}. */
export type Finding = Readonly<z.infer<typeof findingSchema>>;

interface ReportedViolation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity?: string;
  readonly reason?: string;
  readonly violatingConstructs: readonly { readonly constructPath?: string }[];
}

interface ValidationReport {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly ReportedViolation[];
    readonly suppressedViolations?: readonly ReportedViolation[];
  }[];
}

/** Reads `validation-report.json` of a cloud assembly; a clean synth without acknowledgements writes none. */
export function readFindings(assemblyDirectory: string): Finding[] {
  const file = join(assemblyDirectory, 'validation-report.json');
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8')) as ValidationReport;
  return report.pluginReports.flatMap(({ pluginName, violations, suppressedViolations }) => [
    ...violations.map((violation) => finding(pluginName, violation)),
    ...(suppressedViolations ?? []).map((violation) => ({
      ...finding(pluginName, violation),
      acknowledged: violation.reason ?? '',
    })),
  ]);
}

function finding(pack: string, violation: ReportedViolation): Finding {
  return {
    pack,
    rule: violation.ruleName,
    description: violation.description,
    severity: violation.severity ?? 'error',
    constructPaths: violation.violatingConstructs.map(({ constructPath }) => constructPath ?? '').sort(),
  };
}
