import type { LocalizedText } from '../../../constructs';
import type { ComplianceReport, ReportedControl, ReportedCriterion } from '../../compliance/compliance-report';
import type { OscalMetadata, OscalProperty } from './types';
import { oscalUuid } from './uuid';

/** Version of OSCAL that the documents follow. @see https://github.com/usnistgov/OSCAL/releases/tag/v1.2.3 */
export const OSCAL_VERSION = '1.2.3';

/** Names of the documents; they refer to each other by them, so they belong in one folder. */
export const OSCAL_FILES = {
  catalog: 'compliance.oscal-catalog.json',
  componentDefinition: 'compliance.oscal-component-definition.json',
  assessmentResults: 'compliance.oscal-assessment-results.json',
} as const;

/** Vocabulary of the properties that OSCAL itself does not have. */
const NAMESPACE = 'urn:cdk-org-governance:oscal';

/** One line that is not empty, as OSCAL asks of titles and values. */
export function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || '-';
}

/** Both languages on one line, the official Korean first. */
export function bothOnLine({ ko, en }: LocalizedText): string {
  return line(ko === en ? ko : `${ko} / ${en}`);
}

/** Both languages as paragraphs, the official Korean first. */
export function bothAsText({ ko, en }: LocalizedText): string {
  return ko === en ? ko : `${ko}\n\n${en}`;
}

/** A property of our vocabulary. */
export function property(name: string, value: string, group?: string): OscalProperty {
  return { name, ns: NAMESPACE, value: line(value), ...(group !== undefined && { group }) };
}

/** A text in the alphabet of OSCAL identifiers. */
export function token(text: string): string {
  const kept = text.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^-+|-+$/g, '');
  return /^[\p{L}_]/u.test(kept) ? kept : `_${kept}`;
}

/** Control of the catalog that stands for a criterion, section or domain: OSCAL ids don't begin with a digit. */
export const controlId = (criterion: string): string => `kisms-${criterion}`;

/** Objective of a control that technical controls can reach. */
export const technicalObjective = (criterion: string): string => `${controlId(criterion)}_obj.technical`;

/** Objective of a control that only people can reach. */
export const manualObjective = (criterion: string): string => `${controlId(criterion)}_obj.manual`;

/** Role that keeps the evidence of a criterion. */
export const ownerRole = ({ manual }: ReportedCriterion): string => token(manual.evidenceOwner.en.toLowerCase());

/** Whether a control acts or checks, and does not only deliver evidence. */
export const isTechnical = ({ behaviour }: ReportedControl): boolean =>
  behaviour !== 'evidence' && behaviour !== 'manual';

/** Whether a control is in force in this organization. */
export const isInForce = ({ state }: ReportedControl): boolean => state === 'on' || state === 'failing';

/** Midnight UTC of the day whose legal parameters count. */
export const dayOf = ({ effectiveOn }: ComplianceReport): string => `${effectiveOn}T00:00:00Z`;

/** A document under a UUID that changes with every change of its content, and only then. */
export function identified<Body extends object>(kind: string, body: Body): { readonly uuid: string } & Body {
  return { uuid: oscalUuid(kind, JSON.stringify(body)), ...body };
}

/** What a document says of itself and of the report that it is made from. */
export function metadata(report: ComplianceReport, title: LocalizedText): OscalMetadata {
  return {
    title: bothOnLine(title),
    'last-modified': dayOf(report),
    version: line(report.inputs.sha256),
    'oscal-version': OSCAL_VERSION,
    props: [
      property('organization-id', report.organizationId),
      property('profile', report.profile),
      property('strictness', report.strictness),
      property('effective-on', report.effectiveOn),
    ],
    remarks: [
      bothAsText(report.disclaimer),
      bothAsText({
        ko: '시각은 모두 법정 기준값을 적용한 날의 0시(UTC)이며, 문서를 만든 때가 아닙니다. 버전은 입력의 해시이고, 문서의 UUID는 내용이 바뀔 때만 바뀝니다. 이 둘로 문서를 구분하세요.',
        en: 'Every time is midnight UTC of the day whose legal parameters count, not when the document was made. The version is a hash of the inputs, and the UUID of the document changes only with its content: tell documents apart by these.',
      }),
    ].join('\n\n'),
  };
}
