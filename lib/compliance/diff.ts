import type { ComplianceReport, ReportedControl, ReportedCriterion, ReportedException } from './compliance-report';

/** A control whose state differs. */
export interface ChangedControl {
  readonly control: Pick<ReportedControl, 'behaviour' | 'mechanism' | 'reference' | 'title'>;
  readonly criteria: readonly string[];
  readonly before: Pick<ReportedControl, 'state' | 'where'>;
  readonly after: Pick<ReportedControl, 'state' | 'where'>;
}

/** A criterion whose status differs. */
export interface ChangedCriterion {
  readonly id: string;
  readonly title: ReportedCriterion['title'];
  /** @default - the profile did not ask for it */
  readonly before?: ReportedCriterion['status'];
  /** @default - the profile does not ask for it any more */
  readonly after?: ReportedCriterion['status'];
}

/** What a change of the config does to coverage. */
export interface ComplianceDiff {
  readonly criteria: {
    /** Those that have now what they lacked. */
    readonly gained: readonly ChangedCriterion[];
    readonly lost: readonly ChangedCriterion[];
    /** Those that were and are served, in another way, or failed and fail. */
    readonly changed: readonly ChangedCriterion[];
  };
  readonly controls: {
    readonly gained: readonly ChangedControl[];
    readonly lost: readonly ChangedControl[];
    readonly changed: readonly ChangedControl[];
  };
  readonly exceptions: {
    readonly added: readonly ReportedException[];
    readonly removed: readonly ReportedException[];
  };
}

/** Whether two versions serve the criteria in the same way. */
export function isSameCoverage({ criteria, controls, exceptions }: ComplianceDiff): boolean {
  return [criteria, controls, exceptions].every((part) => Object.values(part).every((list) => list.length === 0));
}

/** How the coverage of two versions differs; a version without compliance.yaml serves nothing. */
export function complianceDiff(
  before: ComplianceReport | undefined,
  after: ComplianceReport | undefined,
): ComplianceDiff {
  const criteria = changedCriteria(before?.criteria ?? [], after?.criteria ?? []);
  const controls = changedControls(before?.criteria ?? [], after?.criteria ?? []);
  const [had, has] = [before, after].map((report) => new Set(report?.exceptions.map(exceptionKey))) as [
    Set<string>,
    Set<string>,
  ];
  const worked = (status: ChangedCriterion['before']): boolean => status === 'in-force' || status === 'evidence-only';
  const on = ({ state }: ChangedControl['before']): boolean => state === 'on' || state === 'failing';
  return {
    criteria: split(
      criteria,
      (row) => worked(row.before),
      (row) => worked(row.after),
    ),
    controls: split(
      controls,
      (row) => on(row.before),
      (row) => on(row.after),
    ),
    exceptions: {
      added: (after?.exceptions ?? []).filter((exception) => !had.has(exceptionKey(exception))),
      removed: (before?.exceptions ?? []).filter((exception) => !has.has(exceptionKey(exception))),
    },
  };
}

/** An exception that covers other places is another one: somebody has to look at it again. */
function exceptionKey({ id, where }: ReportedException): string {
  return JSON.stringify([id, where]);
}

function split<T>(rows: readonly T[], was: (row: T) => boolean, is: (row: T) => boolean) {
  return {
    gained: rows.filter((row) => !was(row) && is(row)),
    lost: rows.filter((row) => was(row) && !is(row)),
    changed: rows.filter((row) => was(row) === is(row)),
  };
}

function changedCriteria(
  before: readonly ReportedCriterion[],
  after: readonly ReportedCriterion[],
): ChangedCriterion[] {
  const statusIn = (criteria: readonly ReportedCriterion[], id: string): ReportedCriterion['status'] | undefined => {
    const found = criteria.find((criterion) => criterion.id === id);
    return found?.inProfile ? found.status : undefined;
  };
  return (after.length > 0 ? after : before).flatMap(({ id, title }) => {
    const [old, now] = [statusIn(before, id), statusIn(after, id)];
    if (old === now) return [];
    return [{ id, title, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }];
  });
}

const OFF: ChangedControl['before'] = { state: 'off', where: [] };

interface ListedControl {
  readonly control: ReportedControl;
  readonly criteria: string[];
}

function changedControls(before: readonly ReportedCriterion[], after: readonly ReportedCriterion[]): ChangedControl[] {
  const [old, now] = [listed(before), listed(after)];
  return [...new Set([...now.keys(), ...old.keys()])].sort().flatMap((key): ChangedControl[] => {
    const { control, criteria } = (now.get(key) ?? old.get(key)) as ListedControl;
    const [was, is] = [compared(old.get(key)), compared(now.get(key))];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const { behaviour, mechanism, reference, title } = control;
    return [{ control: { behaviour, mechanism, reference, title }, criteria, before: was, after: is }];
  });
}

/** Each control of the profile once, with its criteria. */
function listed(criteria: readonly ReportedCriterion[]): Map<string, ListedControl> {
  const all = new Map<string, ListedControl>();
  for (const { id, controls } of criteria.filter(({ inProfile }) => inProfile)) {
    for (const control of controls.filter(({ behaviour }) => behaviour !== 'manual')) {
      const key = `${control.mechanism}/${control.reference}`;
      const known = all.get(key);
      if (known) known.criteria.push(id);
      else all.set(key, { control, criteria: [id] });
    }
  }
  return all;
}

/** Where a check met resources follows from the stacks: that alone changes nothing. */
function compared(listedControl: ListedControl | undefined): ChangedControl['before'] {
  if (!listedControl) return OFF;
  const { state, where, behaviour } = listedControl.control;
  return { state, where: behaviour === 'proactive' ? [] : where };
}
