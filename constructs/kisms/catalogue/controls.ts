import { GUARDRAILS } from '../../guardrails';
import { CONFIG_RULES } from './config-rules';
import { CRITERIA, compareCriterionIds } from './criteria';
import data from './data/links.json';
import type { Behaviour, Control, MappingSource } from './types';

/** What the catalogue needs to know of a check of our own; `KISMS_CHECKS` has it. */
export interface OwnCheck {
  readonly id: string;
  /** Ids of the criteria that it serves. */
  readonly criteria: readonly string[];
}

type Mechanism = Control['mechanism'];

/** Order within a criterion; also the list of mechanisms. */
const MECHANISMS: readonly Mechanism[] = [
  'guardrail',
  'control-tower',
  'kisms-check',
  'nag-rule',
  'guard-rule',
  'config-rule',
  'report',
  'manual',
];

const DETECTIVE_CONTROL_TOWER: ReadonlySet<string> = new Set(data.detectiveControlTowerControls);

/** Older controls don't say their behaviour in the name. */
function controlTowerBehaviour(id: string): Behaviour {
  if (/\.PR\.\d+$/.test(id)) return 'proactive';
  return DETECTIVE_CONTROL_TOWER.has(id) ? 'detective' : 'preventive';
}

/** Config rules by the name that AWS's Guard rules carry: the identifier, or the name of the rule in its shape. */
const CONFIG_RULE_OF_GUARD = new Map(
  CONFIG_RULES.flatMap((rule) => [
    [rule.name.toUpperCase().replaceAll('-', '_'), rule] as const,
    [rule.identifier, rule] as const,
  ]),
);

/** AWS writes its Guard rules beside its Config rules: who maps the Config rule maps the Guard rule. */
function guardSource(guardRule: string, criterionId: string): MappingSource {
  const twin = CONFIG_RULE_OF_GUARD.get(guardRule)?.criteria.find((row) => row.id === criterionId);
  return twin?.source ?? 'our-judgement';
}

function control(
  criterion: string,
  mechanism: Mechanism,
  reference: string,
  behaviour: Behaviour,
  source: MappingSource = 'our-judgement',
): Control {
  const id = mechanism === 'manual' ? `${criterion}/manual` : `${criterion}/${mechanism}/${reference}`;
  return { id, criterion, behaviour, mechanism, reference, source };
}

/** Code points, not a locale: the order must be the same everywhere. */
const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * Every way in which a mechanism serves a criterion, ordered by criterion, mechanism and reference; each criterion has
 * its manual control. The rows come from where the mapping is kept: Config rules, guardrails, criteria and links.
 *
 * @param checks checks of our own; they are an argument because they import the catalogue
 */
export function controls(checks: readonly OwnCheck[] = []): readonly Control[] {
  const rows: Control[] = [
    ...GUARDRAILS.flatMap(({ id, criteria }) => criteria.map((row) => control(row, 'guardrail', id, 'preventive'))),
    ...checks.flatMap(({ id, criteria }) => criteria.map((row) => control(row, 'kisms-check', id, 'proactive'))),
    ...CONFIG_RULES.flatMap(({ identifier, criteria }) =>
      criteria.map((row) => control(row.id, 'config-rule', identifier, 'detective', row.source)),
    ),
    ...CRITERIA.map(({ id, manual }) => control(id, 'manual', manual.evidenceOwner.en, 'manual')),
    ...data.links.flatMap(({ criterion, nagRules, guardRules, controlTowerControls, reports }) => [
      ...nagRules.map((rule) => control(criterion, 'nag-rule', rule, 'proactive')),
      ...guardRules.map((rule) => control(criterion, 'guard-rule', rule, 'proactive', guardSource(rule, criterion))),
      ...controlTowerControls.map((id) => control(criterion, 'control-tower', id, controlTowerBehaviour(id))),
      ...reports.map((report) => control(criterion, 'report', report, 'evidence')),
    ]),
  ];
  return rows.sort(
    (left, right) =>
      compareCriterionIds(left.criterion, right.criterion) ||
      MECHANISMS.indexOf(left.mechanism) - MECHANISMS.indexOf(right.mechanism) ||
      byText(left.reference, right.reference),
  );
}

/** The controls without checks of our own; see {@link controls}. */
export const CONTROLS = controls();

/** The controls of one criterion, in the order of `all`. */
export function controlsOf(criterionId: string, all: readonly Control[] = CONTROLS): readonly Control[] {
  return all.filter((row) => row.criterion === criterionId);
}
