import { complianceCsv, controlInventoryCsv, exceptionCsv } from '../reports/compliance-csv';
import { compliancePage } from '../reports/compliance-page';
import { OSCAL_FILES, oscalAssessmentResults, oscalCatalog, oscalComponentDefinition } from '../reports/oscal';
import type { ComplianceReport } from './compliance-report';

/** Forms in which a report is written. */
export const COMPLIANCE_FORMATS = ['html', 'csv', 'json', 'oscal'] as const;

/** One of {@link COMPLIANCE_FORMATS}. */
export type ComplianceFormat = (typeof COMPLIANCE_FORMATS)[number];

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const FILES: Readonly<Record<ComplianceFormat, (report: ComplianceReport) => Readonly<Record<string, string>>>> = {
  html: (report) => ({ 'compliance.html': compliancePage(report) }),
  csv: (report) => ({
    'compliance.csv': complianceCsv(report),
    'control-inventory.csv': controlInventoryCsv(report),
    'suppression-register.csv': exceptionCsv(report),
  }),
  json: (report) => ({ 'compliance.json': json(report) }),
  oscal: (report) => ({
    [OSCAL_FILES.catalog]: json(oscalCatalog(report)),
    [OSCAL_FILES.componentDefinition]: json(oscalComponentDefinition(report)),
    [OSCAL_FILES.assessmentResults]: json(oscalAssessmentResults(report)),
  }),
};

/** The files of a report by name, in some or all of its forms. */
export function complianceFiles(
  report: ComplianceReport,
  formats: readonly ComplianceFormat[] = COMPLIANCE_FORMATS,
): Record<string, string> {
  return Object.assign({}, ...formats.map((format) => FILES[format](report)));
}
