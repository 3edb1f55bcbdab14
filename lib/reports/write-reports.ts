import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedOrganization } from '../load-config';
import { accessCsv, accessMarkdown, accessMatrixOf } from './access-matrix';
import { accessPage } from './access-page';
import type { Finding } from './findings';
import { accountsCsv, guardrailRows } from './inventory';
import { organizationPage } from './organization-page';
import type { Summary } from './summary';

/** Writes `reports/` beside the templates and returns the folder; only what the input decides goes into the files. */
export function writeReports(
  assemblyDirectory: string,
  organization: LoadedOrganization,
  summary: Summary,
  findings: readonly Finding[],
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
  return folder;
}

/** The access matrix, for an organization whose config has an Identity Center. */
function writeAccessReports(folder: string, organization: LoadedOrganization): void {
  const matrix = accessMatrixOf(organization);
  if (!matrix) return;
  const files = {
    'access-matrix.json': `${JSON.stringify(matrix, null, 2)}\n`,
    'access-matrix.csv': accessCsv(matrix.assignments),
    'access-matrix.md': accessMarkdown(matrix.assignments),
    'access.html': accessPage(organization.model.organizationId, matrix),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
