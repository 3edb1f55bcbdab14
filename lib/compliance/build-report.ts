import type { LocalizedText } from '../../constructs';
import { type Behaviour, type Control, CRITERIA, type Criterion, controls, DOMAINS } from '../../constructs/kisms';
import { groupBy } from '../group-by';
import { isAtWork } from './at-work';
import type { ComplianceReport, ReportedControl, ReportedCriterion } from './compliance-report';
import { controlStates } from './control-states';
import { controlTitle } from './control-titles';
import { exceptionRegister } from './exceptions';
import { legalValues } from './legal-values';
import { liveTotal } from './live/live-results';
import type { ComplianceSources } from './sources';

const DISCLAIMER: LocalizedText = {
  en: 'An aid for preparing an audit: neither legal advice nor a certification. Which control serves which criterion is said by AWS where the source says so, and is the judgement of this project elsewhere. A control in force means that a setting is made, not that the criterion is met: every criterion has a part that people do.',
  ko: '심사 준비를 돕는 자료이며, 법률 자문이나 인증을 대신하지 않습니다. 통제와 인증기준의 대응은 출처가 AWS로 표시된 것 외에는 이 프로젝트의 판단입니다. 통제가 적용 중이라는 것은 설정이 되어 있다는 뜻일 뿐 인증기준을 충족한다는 뜻이 아니며, 모든 인증기준에는 사람이 수행하는 부분이 있습니다.',
};

/** How an organization serves each of the 101 criteria. Pure: the same sources give the same report. */
export function complianceReport(sources: ComplianceSources): ComplianceReport {
  const { organization, settings, findings, inputs, live } = sources;
  const { model } = organization;
  const checks = new Map(sources.checks.map((check) => [check.id, check]));
  const stateOf = controlStates(sources);
  const byCriterion = groupBy(controls(sources.checks), ({ criterion }) => criterion);
  const exceptions = exceptionRegister(sources);
  const reported = (control: Control): ReportedControl => {
    const { id, behaviour, mechanism, reference, source } = control;
    const { state, where, ...rest } = stateOf(control);
    return { id, behaviour, mechanism, reference, title: controlTitle(control, checks), source, state, where, ...rest };
  };
  const criteria = CRITERIA.map((criterion): ReportedCriterion => {
    const { id, domain, title, schemes, technicalLevel, inheritedFromAws, manual } = criterion;
    const rows = (byCriterion.get(id) ?? []).map(reported);
    return {
      id,
      domain,
      title,
      schemes: [...schemes],
      inProfile: schemes.includes(settings.profile),
      technicalLevel,
      inheritedFromAws,
      status: criterionStatus(criterion, rows),
      controls: rows,
      manual,
      exceptions: exceptions.filter((exception) => exception.criteria.includes(id)).map((exception) => exception.id),
    };
  });
  return {
    organizationId: model.organizationId,
    profile: settings.profile,
    strictness: settings.strictness,
    inputs,
    effectiveOn: settings.effectiveOn,
    disclaimer: DISCLAIMER,
    totals: {
      ...totalsOf(criteria.filter(({ inProfile }) => inProfile)),
      openFindings: findings.filter(({ acknowledged }) => acknowledged === undefined).length,
      exceptions: exceptions.length,
      ...(live && { live: liveTotal(live, settings) }),
    },
    legal: legalValues(
      model.accounts.filter(({ suspended }) => !suspended),
      settings.effectiveOn,
    ),
    domains: DOMAINS.map(({ id, title, section }) => ({ id, title, section })),
    criteria,
    exceptions,
  };
}

const TECHNICAL: readonly Behaviour[] = ['preventive', 'proactive', 'detective'];

/**
 * Status of the technical part. What AWS only delivers input for never counts as in force, whatever is on, and what has
 * no technical part stays manual. A check that met no resource puts nothing in force.
 */
export function criterionStatus(
  { technicalLevel }: Pick<Criterion, 'technicalLevel'>,
  rows: readonly Pick<ReportedControl, 'behaviour' | 'state' | 'result' | 'live'>[],
): ReportedCriterion['status'] {
  const technical = rows.filter(({ behaviour }) => TECHNICAL.includes(behaviour));
  const evidence = rows.filter(({ behaviour }) => behaviour === 'evidence');
  if (technicalLevel === 'none' || technical.length + evidence.length === 0) return 'manual';
  if (technical.some(({ state }) => state === 'failing')) return 'failing';
  const works = technical.some(isAtWork);
  if (works && technicalLevel === 'setting') return 'in-force';
  const delivers = works || evidence.some(({ state }) => state === 'on');
  return delivers && (technicalLevel === 'evidence' || technical.length === 0) ? 'evidence-only' : 'not-turned-on';
}

const STATUSES: readonly ReportedCriterion['status'][] = [
  'in-force',
  'failing',
  'not-turned-on',
  'evidence-only',
  'manual',
];

/** Figures of the criteria of the profile; a control that serves several of them counts once. */
function totalsOf(
  criteria: readonly ReportedCriterion[],
): Pick<ComplianceReport['totals'], 'criteria' | 'byStatus' | 'controlsOn'> {
  const on = new Map<string, Behaviour>();
  for (const { mechanism, reference, behaviour, state } of criteria.flatMap((criterion) => criterion.controls)) {
    if (state === 'on' || state === 'failing') on.set(`${mechanism}/${reference}`, behaviour);
  }
  const behaviours = [...on.values()];
  return {
    criteria: criteria.length,
    byStatus: Object.fromEntries(
      STATUSES.map((status) => [status, criteria.filter((criterion) => criterion.status === status).length]),
    ),
    controlsOn: Object.fromEntries(
      [...TECHNICAL, 'evidence' as const].map((behaviour) => [
        behaviour,
        behaviours.filter((other) => other === behaviour).length,
      ]),
    ),
  };
}
