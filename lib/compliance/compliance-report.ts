import { z } from 'zod';

const text = z.strictObject({ en: z.string(), ko: z.string() });
const behaviour = z.enum(['preventive', 'proactive', 'detective', 'evidence', 'manual']);

const resultSchema = z
  .strictObject({ compliant: z.int(), nonCompliant: z.int(), excepted: z.int(), unknown: z.int() })
  .describe('Resources by verdict.');

const controlSchema = z.strictObject({
  id: z.string().describe('Criterion, mechanism and reference.'),
  behaviour,
  mechanism: z.string(),
  reference: z
    .string()
    .describe('Config rule, check, guardrail preset, Control Tower control, report or evidence owner.'),
  title: text,
  source: z.enum(['aws-docs', 'aws-kisms-pack', 'our-judgement']).describe('Who says that it serves the criterion.'),
  state: z
    .enum(['on', 'off', 'failing', 'manual'])
    .describe(
      'on: in force in this organization. off: available, not turned on. failing: in force, with open findings.',
    ),
  where: z
    .array(z.string())
    .describe(
      'OUs and accounts in which it is in force, stacks in which a check met resources, or the file of a report.',
    ),
  reason: text.optional().describe('Why it is off, or why a check had nothing to judge.'),
  result: resultSchema.optional().describe('Verdicts on the synthesized templates.'),
  live: resultSchema
    .optional()
    .describe(
      'Verdicts of AWS Config, merged from an export; an account counts once where the export tells no resources.',
    ),
});

const exceptionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['acknowledgement', 'exclusion', 'disabled-rule', 'disabled-check', 'guardrail-left-out']),
  subject: z.string().describe('Rule, check or preset.'),
  criteria: z.array(z.string()),
  where: z.array(z.string()).describe('Construct paths, accounts or resources.'),
  reason: z.string(),
  approver: z.string().optional(),
  expires: z.string().optional().describe('YYYY-MM-DD'),
});

const criterionSchema = z.strictObject({
  id: z.string(),
  domain: z.string(),
  title: text,
  schemes: z.array(z.enum(['isms', 'isms-p'])),
  inProfile: z.boolean().describe('Whether the chosen profile asks for it.'),
  technicalLevel: z.enum(['setting', 'evidence', 'none']),
  inheritedFromAws: z.enum(['no', 'partly']),
  status: z
    .enum(['in-force', 'failing', 'not-turned-on', 'evidence-only', 'manual'])
    .describe(
      'Of the technical part: in-force: a technical control works and no finding is open. not-turned-on: none is on, or the checks that are found no compliant resource. evidence-only: AWS delivers input, people do the rest. manual: no technical control. A manual part remains always.',
    ),
  controls: z.array(controlSchema),
  manual: z.strictObject({ task: text, evidenceOwner: text }),
  exceptions: z.array(z.string()).describe('Ids of exceptions.'),
});

/** Format of `reports/compliance.json`: how the organization serves each of the 101 criteria. */
export const complianceReportSchema = z
  .strictObject({
    organizationId: z.string(),
    profile: z.enum(['isms', 'isms-p']),
    strictness: z.enum(['baseline', 'strict']),
    inputs: z
      .strictObject({ sha256: z.string(), files: z.record(z.string(), z.string()) })
      .describe('Hash of what the report is made from, and of each config file: the report has no clock.'),
    effectiveOn: z.string().describe('Day whose legal parameters count.'),
    disclaimer: text,
    totals: z.strictObject({
      criteria: z.int().describe('Criteria of the profile.'),
      byStatus: z.record(z.string(), z.int()),
      controlsOn: z.partialRecord(behaviour, z.int()),
      openFindings: z.int(),
      exceptions: z.int(),
      live: resultSchema.optional(),
    }),
    legal: z
      .array(
        z.strictObject({
          name: z.string(),
          title: text,
          value: z.string(),
          basis: text,
          accounts: z.array(z.string()).describe('Accounts whose data decides it.'),
        }),
      )
      .describe('Values that law prescribes for this organization.'),
    domains: z.array(
      z.strictObject({ id: z.string(), title: text, section: z.strictObject({ id: z.string(), title: text }) }),
    ),
    criteria: z.array(criterionSchema),
    exceptions: z.array(exceptionSchema).describe('The register of exceptions.'),
  })
  .describe('How an organization serves the ISMS-P criteria: an aid, not legal advice.');

/** How the organization serves each criterion; see {@link complianceReportSchema}. */
export type ComplianceReport = Readonly<z.infer<typeof complianceReportSchema>>;
/** One of the 101 criteria, as this organization serves it. */
export type ReportedCriterion = ComplianceReport['criteria'][number];
/** One control of a criterion. */
export type ReportedControl = ReportedCriterion['controls'][number];
/** One exception. */
export type ReportedException = ComplianceReport['exceptions'][number];
