import type { LocalizedText } from '../../constructs';
import type {
  ComplianceReport,
  ReportedControl,
  ReportedCriterion,
  ReportedException,
} from '../compliance/compliance-report';
import { BEHAVIOURS, EXCEPTION_KINDS, mechanismLabel, SOURCES, STATES, STATUSES } from '../compliance/words';
import { renderCsv } from './csv';

/** Excel cuts or spills what is longer than 32,767 characters; some are left for the count and the guard. */
const CELL_LIMIT = 32_700;

type Column<Row> = readonly [header: string, cell: (row: Row) => string];

/** Both languages in one cell, for words that a reader filters by. */
const both = ({ ko, en }: LocalizedText): string => (ko === en ? ko : `${ko} / ${en}`);

const yesNo = (yes: boolean): string => (yes ? '예 / Yes' : '아니요 / No');

/** As many entries as `limit` characters hold, and how many are left out. */
function list(entries: readonly string[], limit = CELL_LIMIT): string {
  let text = '';
  for (const [index, entry] of entries.entries()) {
    const longer = index === 0 ? entry : `${text}; ${entry}`;
    if (longer.length > limit) return `${text} … +${entries.length - index}`.trimStart();
    text = longer;
  }
  return text;
}

function verdicts<Row>(
  title: string,
  of: (row: Row) => ReportedControl['result'],
): readonly [Column<Row>, Column<Row>, Column<Row>, Column<Row>] {
  return [
    [`${title}: 준수 / compliant`, (row) => String(of(row)?.compliant ?? '')],
    [`${title}: 미준수 / non-compliant`, (row) => String(of(row)?.nonCompliant ?? '')],
    [`${title}: 예외 / excepted`, (row) => String(of(row)?.excepted ?? '')],
    [`${title}: 미확인 / unknown`, (row) => String(of(row)?.unknown ?? '')],
  ];
}

/** What the two tables of controls share. */
function controlColumns<Row extends { readonly control: ReportedControl }>(): readonly Column<Row>[] {
  return [
    ['통제 / Control', ({ control }) => control.reference],
    ['통제명 (한국어)', ({ control }) => control.title.ko],
    ['Control title (English)', ({ control }) => control.title.en],
    ['동작 / Behaviour', ({ control }) => both(BEHAVIOURS[control.behaviour].label)],
    ['수단 / Mechanism', ({ control }) => (control.state === 'manual' ? '' : both(mechanismLabel(control.mechanism)))],
    ['통제 상태 / Control state', ({ control }) => both(STATES[control.state].label)],
    ['꺼진 이유 (한국어)', ({ control }) => control.reason?.ko ?? ''],
    ['Why it is off (English)', ({ control }) => control.reason?.en ?? ''],
    ['적용 위치 수 / Places', ({ control }) => String(control.where.length)],
  ];
}

function render<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return renderCsv(
    columns.map(([header]) => header),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  );
}

/** One control as it serves one criterion. */
interface CriterionRow {
  readonly criterion: ReportedCriterion;
  readonly domain: string;
  readonly control: ReportedControl;
}

const CRITERION_COLUMNS: readonly Column<CriterionRow>[] = [
  ['인증기준 / Criterion', ({ criterion }) => criterion.id],
  ['분야 / Domain', ({ domain }) => domain],
  ['인증기준명 (한국어)', ({ criterion }) => criterion.title.ko],
  ['Criterion title (English)', ({ criterion }) => criterion.title.en],
  ['인증 / Schemes', ({ criterion }) => list(criterion.schemes.map((scheme) => scheme.toUpperCase()))],
  ['심사 대상 / In profile', ({ criterion }) => yesNo(criterion.inProfile)],
  ['기준 상태 / Criterion status', ({ criterion }) => both(STATUSES[criterion.status].label)],
  [
    'AWS 인증으로 일부 충족 / Partly inherited from AWS',
    ({ criterion }) => yesNo(criterion.inheritedFromAws === 'partly'),
  ],
  ...controlColumns<CriterionRow>(),
  ['매핑 출처 / Source of the mapping', ({ control }) => both(SOURCES[control.source].label)],
  ...verdicts<CriterionRow>('템플릿 / Synth', ({ control }) => control.result),
  ...verdicts<CriterionRow>('AWS Config / Live', ({ control }) => control.live),
  ['예외 / Exceptions', ({ criterion }) => list(criterion.exceptions)],
  ['사람이 하는 일 (한국어)', ({ criterion, control }) => (control.state === 'manual' ? criterion.manual.task.ko : '')],
  ['Manual part (English)', ({ criterion, control }) => (control.state === 'manual' ? criterion.manual.task.en : '')],
  ['증적 담당 / Evidence owner', ({ criterion }) => both(criterion.manual.evidenceOwner)],
];

/**
 * How each criterion is served, one line for each criterion and control, in Korean and English.
 *
 * The manual part is a line of its own. Where a control is in force is a number here; {@link controlInventoryCsv} lists it.
 */
export function complianceCsv(report: ComplianceReport): string {
  // A lone domain id would become a number: 2.10 would read 2.1.
  const domains = new Map(report.domains.map(({ id, title }) => [id, `${id} ${both(title)}`]));
  return render(
    CRITERION_COLUMNS,
    report.criteria.flatMap((criterion) =>
      criterion.controls.map((control) => ({
        criterion,
        domain: domains.get(criterion.domain) ?? criterion.domain,
        control,
      })),
    ),
  );
}

/** One control, and the criteria that it serves by who says so. */
interface InventoryRow {
  readonly control: ReportedControl;
  readonly criteria: Readonly<Record<ReportedControl['source'], string[]>>;
}

const INVENTORY_COLUMNS: readonly Column<InventoryRow>[] = [
  ...controlColumns<InventoryRow>(),
  ['적용 위치 / Where', ({ control }) => list(control.where)],
  ...(['aws-docs', 'aws-kisms-pack', 'our-judgement'] as const).map(
    (source): Column<InventoryRow> => [
      `인증기준 / Criteria: ${both(SOURCES[source].label)}`,
      ({ criteria }) => list(criteria[source]),
    ],
  ),
  ...verdicts<InventoryRow>('템플릿 / Synth', ({ control }) => control.result),
  ...verdicts<InventoryRow>('AWS Config / Live', ({ control }) => control.live),
];

/** The control inventory: one line for each control, with everything that it serves and every place where it is in force. */
export function controlInventoryCsv(report: ComplianceReport): string {
  const rows = new Map<string, InventoryRow>();
  for (const criterion of report.criteria) {
    for (const control of criterion.controls) {
      const key = JSON.stringify([control.mechanism, control.reference]);
      const row = rows.get(key) ?? {
        control,
        criteria: { 'aws-docs': [], 'aws-kisms-pack': [], 'our-judgement': [] },
      };
      row.criteria[control.source].push(criterion.id);
      rows.set(key, row);
    }
  }
  return render(INVENTORY_COLUMNS, [...rows.values()]);
}

const EXCEPTION_COLUMNS: readonly Column<ReportedException>[] = [
  ['예외 / Exception', ({ id }) => id],
  ['종류 / Kind', ({ kind }) => both(EXCEPTION_KINDS[kind])],
  ['대상 / Subject', ({ subject }) => subject],
  ['인증기준 / Criteria', ({ criteria }) => list(criteria)],
  ['위치 / Where', ({ where }) => list(where)],
  ['사유 / Reason', ({ reason }) => reason],
  ['승인자 / Approver', ({ approver }) => approver ?? ''],
  ['만료일 / Expires', ({ expires }) => expires ?? ''],
];

/** The register of exceptions, one line for each. */
export function exceptionCsv(report: ComplianceReport): string {
  return render(EXCEPTION_COLUMNS, report.exceptions);
}
