import type { LocalizedText } from '../../../constructs';
import { GUARDRAILS } from '../../../constructs/guardrails';
import { CONFIG_RULES, type Control, CRITERIA, controls, DOMAINS } from '../../../constructs/kisms/catalogue';
import { KISMS_RULES } from '../../../constructs/kisms-checks';
import {
  type ComplianceReport,
  complianceReportSchema,
  type ReportedControl,
  type ReportedCriterion,
} from '../../../lib/compliance/compliance-report';
import { EXCEPTIONS, legalOf } from './compliance-data.fixtures';

type Result = NonNullable<ReportedControl['result']>;
type Status = ReportedCriterion['status'];

/** What a report is about. */
export interface ReportOptions {
  /** @default 12 */
  readonly accounts?: number;
  /** @default 'isms-p' */
  readonly profile?: ComplianceReport['profile'];
  /** Whether an export of AWS Config was merged. @default true */
  readonly live?: boolean;
}

const same = (text: string): LocalizedText => ({ ko: text, en: text });

const TITLES: ReadonlyMap<string, LocalizedText> = new Map<string, LocalizedText>([
  ...GUARDRAILS.map(({ id, title }) => [id, title] as const),
  ...KISMS_RULES.map(({ id, title }) => [id, title] as const),
  ...CONFIG_RULES.map(({ identifier, name }) => [identifier, same(name)] as const),
]);

const FAILING: readonly string[] = ['S3_BUCKET_SSL_REQUESTS_ONLY', 'LogGroupRetention', 'RDSStorageEncrypted'];

/** A number that is the same at every run and spread like chance. */
function spread(text: string, below: number): number {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
  return hash % below;
}

function accountNames(count: number): string[] {
  const first = ['management', 'log-archive', 'audit', 'network', 'deployment', 'shop-prod', 'shop-stage', 'shop-dev'];
  return Array.from({ length: count }, (_, index) => first[index] ?? `service-${index}-prod`);
}

const ON_BY_DEFAULT: Readonly<Record<Control['mechanism'], (reference: string) => boolean>> = {
  guardrail: (reference) => spread(reference, 5) > 0,
  'control-tower': (reference) => spread(reference, 6) === 0,
  'kisms-check': () => true,
  'nag-rule': () => true,
  'guard-rule': () => false,
  'config-rule': (reference) => CONFIG_RULES.some((rule) => rule.identifier === reference && rule.off === undefined),
  report: (reference) => spread(reference, 4) > 0,
  manual: () => true,
};

function whereOf({ mechanism, reference }: Control, accounts: readonly string[]): string[] {
  switch (mechanism) {
    case 'guardrail':
    case 'control-tower':
      return spread(reference, 2) === 0 ? ['Root'] : ['Workloads/Prod', 'Workloads/Stage', 'Security'];
    case 'config-rule':
      return [...accounts];
    case 'report':
      return [`reports/${reference}.csv`];
    default:
      return accounts.map((account) => `Governance-Account-${account}`);
  }
}

function resultOf(reference: string, scale: number): Result {
  const failing = FAILING.includes(reference);
  return {
    compliant: (1 + spread(reference, 8)) * scale,
    nonCompliant: failing ? 1 + spread(reference, 3) : 0,
    excepted: EXCEPTIONS.some(({ subject }) => subject === reference) ? 1 : 0,
    unknown: spread(reference, 11) === 0 ? 1 : 0,
  };
}

function reported(control: Control, accounts: readonly string[], live: boolean): ReportedControl {
  const { id, behaviour, mechanism, reference, source } = control;
  const rule = CONFIG_RULES.find((row) => row.identifier === reference);
  const base = { id, behaviour, mechanism, reference, title: TITLES.get(reference) ?? same(reference), source };
  if (mechanism === 'manual') return { ...base, state: 'manual', where: [] };
  if (!ON_BY_DEFAULT[mechanism](reference)) {
    return { ...base, state: 'off', where: [], ...(rule?.off && { reason: rule.off }) };
  }
  const checked = mechanism === 'kisms-check' || mechanism === 'nag-rule';
  const watched = mechanism === 'config-rule' && live;
  const failing = FAILING.includes(reference) && (checked || watched);
  return {
    ...base,
    state: failing ? 'failing' : 'on',
    where: whereOf(control, accounts),
    ...(checked && { result: resultOf(reference, accounts.length) }),
    ...(watched && { live: resultOf(reference, accounts.length) }),
  };
}

function statusOf(rows: readonly ReportedControl[]): Status {
  const technical = rows.filter(({ behaviour }) => behaviour !== 'evidence' && behaviour !== 'manual');
  if (technical.some(({ state }) => state === 'failing')) return 'failing';
  if (technical.some(({ state }) => state === 'on')) return 'in-force';
  if (technical.length > 0) return 'not-turned-on';
  return rows.some(({ behaviour, state }) => behaviour === 'evidence' && state === 'on') ? 'evidence-only' : 'manual';
}

function sum(results: readonly (Result | undefined)[]): Result {
  const total = { compliant: 0, nonCompliant: 0, excepted: 0, unknown: 0 };
  for (const result of results) {
    for (const verdict of Object.keys(total) as (keyof Result)[]) total[verdict] += result?.[verdict] ?? 0;
  }
  return total;
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** A report as an organization of that size has one: of the whole catalogue, the same at every run, valid by its schema. */
export function complianceReport({
  accounts = 12,
  profile = 'isms-p',
  live = true,
}: ReportOptions = {}): ComplianceReport {
  const names = accountNames(accounts);
  const all = controls(KISMS_RULES).map((control) => [control.criterion, reported(control, names, live)] as const);
  const criteria = CRITERIA.map((criterion): ReportedCriterion => {
    const rows = all.filter(([id]) => id === criterion.id).map(([, row]) => row);
    return {
      id: criterion.id,
      domain: criterion.domain,
      title: criterion.title,
      schemes: [...criterion.schemes],
      inProfile: criterion.schemes.includes(profile),
      technicalLevel: criterion.technicalLevel,
      inheritedFromAws: criterion.inheritedFromAws,
      status: statusOf(rows),
      controls: rows,
      manual: criterion.manual,
      exceptions: EXCEPTIONS.filter((row) => row.criteria.includes(criterion.id)).map(({ id }) => id),
    };
  });
  const asked = criteria.filter(({ inProfile }) => inProfile);
  const rows = asked.flatMap((criterion) => criterion.controls);
  const distinct = [...new Map(rows.map((row) => [`${row.mechanism}/${row.reference}`, row])).values()];
  const open = sum(distinct.flatMap(({ result, live: seen }) => [result, seen])).nonCompliant;
  return complianceReportSchema.parse({
    organizationId: 'o-exampleorgid',
    profile,
    strictness: 'baseline',
    inputs: {
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      files: {
        'config/compliance.yaml': '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
        'config/organization.yaml': 'fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13',
      },
    },
    effectiveOn: '2025-10-31',
    disclaimer: {
      en: 'The mapping of controls to criteria is an aid for preparing the audit, not legal advice, and not a statement of KISA or AWS.',
      ko: '통제와 인증기준의 연결은 심사 준비를 돕는 자료이며, 법률 자문이나 KISA, AWS의 공식 견해가 아닙니다.',
    },
    totals: {
      criteria: asked.length,
      byStatus: tally(asked.map(({ status }) => status)),
      controlsOn: tally(
        distinct.filter(({ state }) => state === 'on' || state === 'failing').map(({ behaviour }) => behaviour),
      ),
      openFindings: open,
      exceptions: EXCEPTIONS.length,
      ...(live && { live: sum(distinct.map((row) => row.live)) }),
    },
    legal: legalOf(names),
    domains: DOMAINS,
    criteria,
    exceptions: EXCEPTIONS,
  });
}

/** A report of an organization that turned nothing on and excepted nothing. */
export function emptyReport(): ComplianceReport {
  const report = complianceReport({ accounts: 0, live: false });
  const criteria = report.criteria.map((criterion): ReportedCriterion => {
    const rows = criterion.controls.map(
      ({ result: _, ...row }): ReportedControl => (row.state === 'manual' ? row : { ...row, state: 'off', where: [] }),
    );
    return { ...criterion, controls: rows, status: statusOf(rows), exceptions: [] };
  });
  return {
    ...report,
    totals: {
      criteria: report.totals.criteria,
      byStatus: tally(criteria.map(({ status }) => status)),
      controlsOn: {},
      openFindings: 0,
      exceptions: 0,
    },
    legal: [],
    inputs: { ...report.inputs, files: {} },
    criteria,
    exceptions: [],
  };
}

/** A report with one text wherever a config, a rule pack or an export could put it. */
export function plantedReport(text: string): ComplianceReport {
  const report = complianceReport({ accounts: 1 });
  const both = same(text);
  return {
    ...report,
    organizationId: text,
    effectiveOn: text,
    disclaimer: both,
    inputs: { sha256: text, files: { [text]: text } },
    legal: [{ name: text, title: both, value: text, basis: both, accounts: [text] }],
    domains: report.domains.map((domain) => ({ ...domain, title: both, section: { ...domain.section, title: both } })),
    criteria: report.criteria.map((criterion) => ({
      ...criterion,
      title: both,
      manual: { task: both, evidenceOwner: both },
      controls: criterion.controls.map((control) => ({
        ...control,
        id: text,
        mechanism: text,
        reference: text,
        title: both,
        where: [text],
        reason: both,
      })),
      exceptions: [text],
    })),
    exceptions: [
      {
        id: text,
        kind: 'exclusion',
        subject: text,
        criteria: [text],
        where: [text],
        reason: text,
        approver: text,
        expires: text,
      },
    ],
  };
}
