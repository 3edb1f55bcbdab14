import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { complianceFiles } from '../compliance/compliance-files';
import { observedReport } from '../compliance/make-report';
import { readObservations } from '../compliance/observe';
import type { Problem } from '../config';
import type { LoadedOrganization } from '../load-config';
import type { OrganizationNetwork } from '../network/organization-network';
import { accessCsv, accessMarkdown, accessMatrixOf } from './access-matrix';
import { accessPage } from './access-page';
import type { Finding } from './findings';
import { accountsCsv, guardrailRows } from './inventory';
import { intentResults, networkPage } from './network-page';
import { reachabilityCsv, reachabilityMarkdown, reachabilityReport } from './network-reach';
import { organizationPage } from './organization-page';
import type { Summary } from './summary';

/** What the reports are made of. */
export interface ReportSources {
  readonly organization: LoadedOrganization;
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  /** The network of the templates. @default - the config has none, or there are no templates */
  readonly network?: OrganizationNetwork;
  /** What was found about its intents; none of it is an error. @default - nothing */
  readonly networkWarnings?: readonly Problem[];
}

/** Writes `reports/` beside the templates and returns the folder; only what the input decides goes into the files. */
export function writeReports(
  assemblyDirectory: string,
  { organization, summary, findings, network, networkWarnings = [] }: ReportSources,
): string {
  const folder = join(assemblyDirectory, 'reports');
  mkdirSync(folder, { recursive: true });
  const json = (name: string, value: unknown): void =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  json('summary.json', summary);
  json('findings.json', findings);
  json('guardrails.json', guardrailRows(organization));
  writeFileSync(join(folder, 'accounts.csv'), accountsCsv(organization.model));
  writeFileSync(join(folder, 'organization.html'), organizationPage(organization, summary, findings));
  writeAccessReports(folder, organization);
  if (network) writeNetworkReports(folder, organization, network, networkWarnings);
  const compliance = observedReport(organization, readObservations(assemblyDirectory, findings));
  if (compliance) writeFiles(folder, complianceFiles(compliance));
  return folder;
}

/** The access matrix, for an organization whose config has an Identity Center. */
function writeAccessReports(folder: string, organization: LoadedOrganization): void {
  const matrix = accessMatrixOf(organization);
  if (!matrix) return;
  writeFiles(folder, {
    'access-matrix.json': `${JSON.stringify(matrix, null, 2)}\n`,
    'access-matrix.csv': accessCsv(matrix.assignments),
    'access-matrix.md': accessMarkdown(matrix.assignments),
    'access.html': accessPage(organization.model.organizationId, matrix),
  });
}

/** What reaches what, and the page that draws it. */
function writeNetworkReports(
  folder: string,
  { model }: LoadedOrganization,
  network: OrganizationNetwork,
  warnings: readonly Problem[],
): void {
  if (!model.network) return;
  const reachability = reachabilityReport(network);
  const intents = intentResults(model.network.intents, warnings);
  writeFiles(folder, {
    'reachability.json': `${JSON.stringify(reachability, null, 2)}\n`,
    'reachability.csv': reachabilityCsv(reachability.pairs, reachability.endpoints, reachability.complete),
    'reachability.md': reachabilityMarkdown(reachability, 'en'),
    'network.html': networkPage({
      organizationId: model.organizationId,
      graph: network.graph,
      reachability,
      intents,
    }),
  });
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
