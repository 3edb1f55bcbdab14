import type { z } from 'zod';
import {
  aggregateRulesSchema,
  packComplianceSchema,
  packDetailsSchema,
  selectRowSchema,
  selectSchema,
} from './export-schemas';
import type { ExportProblem } from './match-rows';

/** One verdict as an export has it. */
export interface ExportedRow {
  /** Path in the file, for problems. */
  readonly place: string;
  readonly ruleName: string;
  readonly compliance: 'COMPLIANT' | 'NON_COMPLIANT' | 'NOT_APPLICABLE' | 'INSUFFICIENT_DATA';
  /** Id of the account. @default - the folder tells it */
  readonly account?: string;
  /** @default - the verdict is about the account as a whole */
  readonly resource?: string;
}

/** One file of a folder of exports. */
export interface ExportedFile {
  /** Path in the folder. */
  readonly path: string;
  /** Name of the conformance pack that it is about. @default - it is an aggregate, with the rules of everybody */
  readonly pack?: string;
  /** What the file is one page of. */
  readonly series: string;
  /** Whether another page follows. */
  readonly hasNext: boolean;
  readonly rows: readonly ExportedRow[];
}

type Parsed = Omit<ExportedFile, 'path' | 'series'> | { readonly issues: readonly { place: string; text: string }[] };

/** Key that only one kind of export has, and how that kind is read. */
const KINDS: Readonly<Record<string, (value: unknown) => Parsed>> = {
  ConformancePackRuleComplianceList: (value) =>
    parsed(packComplianceSchema, value, (file) => ({
      pack: file.ConformancePackName,
      rows: file.ConformancePackRuleComplianceList.map((row, index) => ({
        place: `ConformancePackRuleComplianceList[${index}]`,
        ruleName: row.ConfigRuleName,
        compliance: row.ComplianceType,
      })),
    })),
  ConformancePackRuleEvaluationResults: (value) =>
    parsed(packDetailsSchema, value, (file) => ({
      pack: file.ConformancePackName,
      rows: file.ConformancePackRuleEvaluationResults.map((row, index) => {
        const { ConfigRuleName, ResourceId } = row.EvaluationResultIdentifier.EvaluationResultQualifier;
        return {
          place: `ConformancePackRuleEvaluationResults[${index}]`,
          ruleName: ConfigRuleName,
          compliance: row.ComplianceType,
          resource: ResourceId,
        };
      }),
    })),
  AggregateComplianceByConfigRules: (value) =>
    parsed(aggregateRulesSchema, value, (file) => ({
      rows: file.AggregateComplianceByConfigRules.map((row, index) => ({
        place: `AggregateComplianceByConfigRules[${index}]`,
        ruleName: row.ConfigRuleName,
        compliance: row.Compliance.ComplianceType,
        account: row.AccountId,
      })),
    })),
  Results: (value) => {
    const read = selectSchema.safeParse(value);
    if (!read.success) return { issues: issuesOf(read.error) };
    const rows: ExportedRow[] = [];
    for (const [index, text] of read.data.Results.entries()) {
      const row = selectRowSchema.safeParse(parseJson(text));
      if (!row.success) return { issues: issuesOf(row.error, `Results[${index}]`) };
      const { accountId, configuration } = row.data;
      for (const [nth, { configRuleName, complianceType }] of configuration.configRuleList.entries()) {
        rows.push({
          place: `Results[${index}].configuration.configRuleList[${nth}]`,
          ruleName: configRuleName,
          compliance: complianceType,
          account: accountId,
          resource: configuration.targetResourceId,
        });
      }
    }
    return { hasNext: hasNext(read.data.NextToken), rows };
  },
};

/** The rows of one file, or what is wrong with it. */
export function exportRows(path: string, text: string): ExportedFile | { readonly problems: ExportProblem[] } {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return notAnExport(path);
  const kind = Object.keys(KINDS).find((key) => key in value);
  if (kind === undefined) return notAnExport(path);
  const read = (KINDS[kind] as (value: unknown) => Parsed)(value);
  if (!('issues' in read)) return { path, series: `${kind} ${read.pack ?? ''}`, ...read };
  return {
    problems: read.issues.map(({ place, text: issue }) => ({
      file: path,
      place,
      message: { en: issue, ko: `형식이 다릅니다: ${issue}` },
    })),
  };
}

function notAnExport(file: string): { readonly problems: ExportProblem[] } {
  const keys = Object.keys(KINDS).join(', ');
  return {
    problems: [
      {
        file,
        place: '',
        message: {
          en: `holds no export of AWS Config: JSON with one of the keys ${keys}`,
          ko: `AWS Config에서 내보낸 파일이 아닙니다: ${keys} 중 한 키가 있는 JSON이어야 합니다`,
        },
      },
    ],
  };
}

function parsed<S extends z.ZodType<{ NextToken?: string | null | undefined }>>(
  schema: S,
  value: unknown,
  read: (file: z.infer<S>) => { readonly pack?: string; readonly rows: readonly ExportedRow[] },
): Parsed {
  const result = schema.safeParse(value);
  if (!result.success) return { issues: issuesOf(result.error) };
  const { pack, rows } = read(result.data);
  return { ...(pack !== undefined && { pack }), hasNext: hasNext(result.data.NextToken), rows };
}

function hasNext(token: string | null | undefined): boolean {
  return token !== undefined && token !== null && token !== '';
}

function issuesOf(error: z.ZodError, within = ''): { place: string; text: string }[] {
  return error.issues.map(({ path, message }) => ({
    place: path.reduce<string>(
      (place, part) => (typeof part === 'number' ? `${place}[${part}]` : `${place}${place && '.'}${String(part)}`),
      within,
    ),
    text: message,
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
