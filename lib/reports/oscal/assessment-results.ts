import type { ComplianceReport, ReportedControl, ReportedCriterion } from '../../compliance/compliance-report';
import { LIVE, type Look, OUTCOMES, outcome, SYNTH, seenBy } from './looks';
import {
  bothAsText,
  bothOnLine,
  controlId,
  dayOf,
  identified,
  isTechnical,
  metadata,
  property,
  technicalObjective,
} from './parts';
import { places, risk, riskUuid } from './risks';
import type { OscalAssessmentResults, OscalFinding, OscalObservation, OscalResult } from './types';
import { oscalUuid } from './uuid';

const toolUuid = ({ organizationId }: ComplianceReport, { tool }: Look): string =>
  oscalUuid(organizationId, 'tool', tool);

/** The same control serves several criteria: it is observed once. */
const observationUuid = (report: ComplianceReport, look: Look, { mechanism, reference }: ReportedControl): string =>
  oscalUuid(report.organizationId, 'observation', look.id, mechanism, reference);

function observation(report: ComplianceReport, look: Look, control: ReportedControl): OscalObservation {
  const verdicts = look.verdicts(control);
  return {
    uuid: observationUuid(report, look, control),
    title: bothOnLine(control.title),
    description: bothAsText({
      ko: `적용 위치: ${places(control.where)}`,
      en: `In force in: ${places(control.where)}`,
    }),
    props: [
      property('reference', control.reference),
      property('mechanism', control.mechanism),
      property('behaviour', control.behaviour),
      ...(verdicts
        ? [
            property('compliant', String(verdicts.compliant)),
            property('non-compliant', String(verdicts.nonCompliant)),
            property('excepted', String(verdicts.excepted)),
            property('unknown', String(verdicts.unknown)),
          ]
        : []),
    ],
    methods: [verdicts ? 'TEST' : 'EXAMINE'],
    types: ['control-objective'],
    origins: [{ actors: [{ type: 'tool', 'actor-uuid': toolUuid(report, look) }] }],
    collected: dayOf(report),
  };
}

function finding(report: ComplianceReport, look: Look, criterion: ReportedCriterion): OscalFinding {
  const seen = seenBy(look, criterion);
  const reason = outcome(look, seen);
  return {
    uuid: oscalUuid(report.organizationId, 'finding', look.id, criterion.id),
    title: bothOnLine({ ko: `${criterion.id} ${criterion.title.ko}`, en: criterion.title.en }),
    description: bothAsText(OUTCOMES[reason]),
    target: {
      type: 'objective-id',
      'target-id': technicalObjective(criterion.id),
      status: { state: reason === 'pass' ? 'satisfied' : 'not-satisfied', reason },
    },
    ...(seen.length > 0 && {
      'related-observations': seen.map((control) => ({ 'observation-uuid': observationUuid(report, look, control) })),
    }),
    ...(criterion.exceptions.length > 0 && {
      'related-risks': criterion.exceptions.map((id) => ({ 'risk-uuid': riskUuid(report, id) })),
    }),
  };
}

function result(report: ComplianceReport, look: Look, reviewed: readonly ReportedCriterion[]): OscalResult {
  const seen = reviewed.flatMap((criterion) => seenBy(look, criterion));
  const observations = new Map(seen.map((control) => [observationUuid(report, look, control), control]));
  const findings = reviewed.filter((criterion) => look.judges(seenBy(look, criterion)));
  const tool = toolUuid(report, look);
  return {
    uuid: oscalUuid(report.organizationId, 'result', look.id),
    title: bothOnLine(look.title),
    description: bothAsText(look.description),
    start: dayOf(report),
    'local-definitions': {
      'assessment-assets': {
        components: [
          {
            uuid: tool,
            type: 'software',
            title: look.tool,
            description: bothAsText(look.title),
            status: { state: 'operational' },
          },
        ],
        'assessment-platforms': [
          {
            uuid: oscalUuid(report.organizationId, 'platform', look.id),
            title: look.tool,
            'uses-components': [{ 'component-uuid': tool }],
          },
        ],
      },
    },
    'reviewed-controls': {
      'control-selections': [{ 'include-controls': reviewed.map(({ id }) => ({ 'control-id': controlId(id) })) }],
      'control-objective-selections': [
        { 'include-objectives': reviewed.map(({ id }) => ({ 'objective-id': technicalObjective(id) })) },
      ],
    },
    ...(observations.size > 0 && {
      observations: [...observations.values()].map((control) => observation(report, look, control)),
    }),
    ...(look.id === 'synth' &&
      report.exceptions.length > 0 && { risks: report.exceptions.map((exception) => risk(report, exception)) }),
    ...(findings.length > 0 && { findings: findings.map((criterion) => finding(report, look, criterion)) }),
  };
}

/**
 * What was seen, as OSCAL assessment results: one result for the templates and one for an export of AWS Config, if the
 * report has it. A finding judges only the technical objective of a criterion of the profile, never the criterion: the
 * rest is for people. Exceptions are risks, approved when the register names an approver.
 *
 * @see https://pages.nist.gov/OSCAL-Reference/models/v1.2.3/assessment-results/json-reference/
 */
export function oscalAssessmentResults(report: ComplianceReport): OscalAssessmentResults {
  const technical = report.criteria.filter(({ inProfile, controls }) => inProfile && controls.some(isTechnical));
  const watched = technical.filter((criterion) => seenBy(LIVE, criterion).length > 0);
  const plan = oscalUuid(report.organizationId, 'resource', 'plan');
  return {
    'assessment-results': identified('assessment-results', {
      metadata: metadata(report, { ko: 'ISMS-P 기술적 통제 점검 결과', en: 'Results for ISMS-P technical controls' }),
      'import-ap': { href: `#${plan}` },
      results: [result(report, SYNTH, technical), ...(watched.length > 0 ? [result(report, LIVE, watched)] : [])],
      'back-matter': {
        resources: [
          {
            uuid: plan,
            title: '점검 계획 / Plan of the checks',
            description: bothAsText({
              ko: '별도의 평가 계획 문서는 없습니다. 배포 전마다 모든 템플릿을 검사하고, AWS Config가 배포된 리소스를 평가합니다.',
              en: 'There is no plan document: every template is checked before each deployment, and AWS Config evaluates what is deployed.',
            }),
          },
        ],
      },
    }),
  };
}
