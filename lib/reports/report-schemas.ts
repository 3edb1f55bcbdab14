import { z } from 'zod';
import { complianceReportSchema } from '../compliance/compliance-report';
import { type JsonSchema, toJsonSchema } from '../config/json-schemas';
import { accessMatrixSchema } from './access-matrix';
import { findingSchema } from './findings';
import { guardrailRowSchema } from './inventory';
import { reachabilitySchema } from './network-reach';
import { summarySchema } from './summary';

/** The JSON Schemas of the JSON files in `reports/`, by schema file name, for programs that read them. */
export function reportSchemas(): ReadonlyMap<string, JsonSchema> {
  const formats = {
    summary: { title: 'Summary of a synth', schema: summarySchema },
    findings: { title: 'Findings of the compliance packs', schema: z.array(findingSchema) },
    guardrails: { title: 'Guardrails in use', schema: z.array(guardrailRowSchema) },
    'access-matrix': { title: 'Access matrix', schema: accessMatrixSchema },
    compliance: { title: 'K-ISMS report', schema: complianceReportSchema },
    reachability: { title: 'Reachability', schema: reachabilitySchema },
  };
  return new Map(
    Object.entries(formats).map(([stem, { title, schema }]) => [
      `${stem}.schema.json`,
      toJsonSchema(schema, { stem: `report:${stem}`, title, io: 'output' }),
    ]),
  );
}
