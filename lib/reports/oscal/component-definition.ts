import type { LocalizedText } from '../../../constructs';
import type { ComplianceReport, ReportedControl, ReportedCriterion } from '../../compliance/compliance-report';
import { mechanismLabel } from '../../compliance/words';
import {
  bothAsText,
  bothOnLine,
  controlId,
  identified,
  isInForce,
  metadata,
  OSCAL_FILES,
  ownerRole,
  property,
  token,
} from './parts';
import type { OscalComponent, OscalComponentDefinition, OscalProperty, OscalRequirement } from './types';
import { oscalUuid } from './uuid';

/** OSCAL's words for what a mechanism is; one that is not listed is software. */
const TYPES: Readonly<Record<string, string>> = {
  guardrail: 'policy',
  'control-tower': 'service',
  'config-rule': 'service',
  manual: 'process-procedure',
};

const MANUAL: LocalizedText = { ko: '사람이 하는 일', en: 'What people do' };

/** What a component is called. */
function titleOf(mechanism: string): LocalizedText {
  return mechanism === 'manual' ? MANUAL : mechanismLabel(mechanism);
}

/** Properties of one control; its reference holds them together. */
function controlProperties({ reference, behaviour, source, state, where }: ReportedControl): OscalProperty[] {
  const group = token(reference);
  return [
    property('reference', reference, group),
    property('behaviour', behaviour, group),
    property('source', source, group),
    property('state', state, group),
    property('places', String(where.length), group),
  ];
}

function requirement(
  report: ComplianceReport,
  mechanism: string,
  criterion: ReportedCriterion,
  controls: readonly ReportedControl[],
): OscalRequirement {
  return {
    uuid: oscalUuid(report.organizationId, 'requirement', mechanism, criterion.id),
    'control-id': controlId(criterion.id),
    description:
      mechanism === 'manual'
        ? bothAsText(criterion.manual.task)
        : controls.map(({ reference, title }) => `- \`${reference}\`: ${bothOnLine(title)}`).join('\n'),
    props: controls.flatMap(controlProperties),
    'responsible-roles': [{ 'role-id': ownerRole(criterion) }],
  };
}

function component(report: ComplianceReport, mechanism: string, source: string): OscalComponent {
  const requirements = report.criteria.flatMap((criterion) => {
    const controls = criterion.controls.filter((control) => control.mechanism === mechanism && serves(control));
    return controls.length > 0 ? [requirement(report, mechanism, criterion, controls)] : [];
  });
  const title = titleOf(mechanism);
  return {
    uuid: oscalUuid(report.organizationId, 'component', mechanism),
    type: TYPES[mechanism] ?? 'software',
    title: bothOnLine(title),
    description: bothAsText({
      ko: `이 조직에 적용된 통제의 수단: ${title.ko}. 꺼져 있는 통제는 넣지 않았습니다.`,
      en: `Mechanism of controls in force in this organization: ${title.en}. Controls that are off are left out.`,
    }),
    props: [property('mechanism', mechanism)],
    'control-implementations': [
      {
        uuid: oscalUuid(report.organizationId, 'implementation', mechanism),
        source,
        description: bothAsText({
          ko: '인증기준별로 쓰이는 통제입니다. 기술적 통제가 있어도 사람이 하는 부분은 남습니다.',
          en: 'Controls by criterion. A manual part remains whatever technology does.',
        }),
        'implemented-requirements': requirements,
      },
    ],
  };
}

/** What a component definition may claim: a control that is off implements nothing. */
const serves = (control: ReportedControl): boolean => isInForce(control) || control.state === 'manual';

/**
 * What the organization has in force for each criterion, as OSCAL component definition: a component for each mechanism,
 * and in it one requirement for each criterion that it serves, with the controls as properties. Role: evidence owner.
 *
 * @see https://pages.nist.gov/OSCAL-Reference/models/v1.2.3/component-definition/json-reference/
 */
export function oscalComponentDefinition(report: ComplianceReport): OscalComponentDefinition {
  const catalog = oscalUuid(report.organizationId, 'resource', OSCAL_FILES.catalog);
  const mechanisms = new Set(
    report.criteria.flatMap(({ controls }) => controls.filter(serves).map(({ mechanism }) => mechanism)),
  );
  const roles = new Map(
    report.criteria.map((criterion) => [ownerRole(criterion), bothOnLine(criterion.manual.evidenceOwner)]),
  );
  return {
    'component-definition': identified('component-definition', {
      metadata: {
        ...metadata(report, { ko: 'AWS 조직의 ISMS-P 통제', en: 'ISMS-P controls of an AWS organization' }),
        roles: [...roles].map(([id, title]) => ({ id, title })),
      },
      components: [...mechanisms].map((mechanism) => component(report, mechanism, `#${catalog}`)),
      'back-matter': {
        resources: [
          {
            uuid: catalog,
            title: 'ISMS-P 인증기준 / ISMS-P certification criteria',
            description: 'OSCAL catalog of the criteria',
            rlinks: [{ href: OSCAL_FILES.catalog, 'media-type': 'application/json' }],
          },
        ],
      },
    }),
  };
}
