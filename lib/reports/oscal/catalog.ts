import type { ComplianceReport, ReportedCriterion } from '../../compliance/compliance-report';
import {
  bothAsText,
  bothOnLine,
  controlId,
  identified,
  isTechnical,
  manualObjective,
  metadata,
  property,
  technicalObjective,
} from './parts';
import type { OscalCatalog, OscalControl, OscalProperty } from './types';

/** Number of the standard, and a key by which 2.9 comes before 2.10. */
function numbering(id: string): OscalProperty[] {
  const sortId = id.split('.').map((part) => part.padStart(2, '0'));
  return [
    { name: 'label', value: id },
    { name: 'sort-id', value: controlId(sortId.join('.')) },
  ];
}

function oscalControl(criterion: ReportedCriterion): OscalControl {
  const name = 'assessment-objective';
  const technical = {
    id: technicalObjective(criterion.id),
    name,
    title: '기술적 부분 / Technical part',
    prose: bothAsText({
      ko: '기술적 통제가 하나 이상 적용되고 있고, 해결하지 않은 미준수 결과가 없습니다.',
      en: 'At least one technical control is in force, and none has an open finding.',
    }),
  };
  const manual = {
    id: manualObjective(criterion.id),
    name,
    title: '사람이 하는 부분 / Manual part',
    prose: bothAsText(criterion.manual.task),
  };
  return {
    id: controlId(criterion.id),
    title: bothOnLine(criterion.title),
    props: [
      ...numbering(criterion.id),
      ...criterion.schemes.map((scheme) => property('scheme', scheme)),
      property('technical-level', criterion.technicalLevel),
      property('inherited-from-aws', criterion.inheritedFromAws),
    ],
    parts: criterion.controls.some(isTechnical) ? [technical, manual] : [manual],
  };
}

/**
 * The criteria as OSCAL catalog, which the other documents refer to: sections, domains, and a control for each criterion
 * with one objective for technical controls and one for people. The text of the standard itself is not part of it.
 *
 * @see https://pages.nist.gov/OSCAL-Reference/models/v1.2.3/catalog/json-reference/
 */
export function oscalCatalog(report: ComplianceReport): OscalCatalog {
  const sections = new Map(report.domains.map(({ section }) => [section.id, section]));
  return {
    catalog: identified('catalog', {
      metadata: metadata(report, { ko: 'ISMS-P 인증기준', en: 'ISMS-P certification criteria' }),
      groups: [...sections.values()].map((section) => ({
        id: controlId(section.id),
        title: bothOnLine(section.title),
        props: numbering(section.id),
        groups: report.domains
          .filter((domain) => domain.section.id === section.id)
          .map((domain) => ({
            id: controlId(domain.id),
            title: bothOnLine(domain.title),
            props: numbering(domain.id),
            controls: report.criteria.filter((criterion) => criterion.domain === domain.id).map(oscalControl),
          })),
      })),
    }),
  };
}
