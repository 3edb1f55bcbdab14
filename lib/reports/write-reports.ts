import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedOrganization } from '../load-config';
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
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const json = (name: string, value: unknown): void =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  json('summary.json', summary);
  json('findings.json', findings);
  json('guardrails.json', guardrailRows(organization));
  writeFileSync(join(folder, 'accounts.csv'), accountsCsv(organization.model));
  writeFileSync(join(folder, 'organization.html'), organizationPage(organization, summary, findings));
  return folder;
}
