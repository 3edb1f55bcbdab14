import type { ComplianceReport, ReportedException } from '../../compliance/compliance-report';
import { EXCEPTION_KINDS } from '../../compliance/words';
import { bothAsText, bothOnLine, property } from './parts';
import type { OscalRisk } from './types';
import { oscalUuid } from './uuid';

/** The first places and how many more; the CSV has them all. */
export function places(where: readonly string[]): string {
  const more = where.length - 5;
  const shown = where.slice(0, 5).join(', ');
  return more > 0 ? `${shown} (+${more})` : shown || '-';
}

/** The risk that stands for an exception. */
export function riskUuid({ organizationId }: ComplianceReport, exceptionId: string): string {
  return oscalUuid(organizationId, 'risk', exceptionId);
}

/** An exception as accepted deviation; only asked for while nobody is named who approved it. */
export function risk(report: ComplianceReport, exception: ReportedException): OscalRisk {
  const { id, kind, subject, criteria, where, reason, approver, expires } = exception;
  const label = EXCEPTION_KINDS[kind];
  return {
    uuid: riskUuid(report, id),
    title: bothOnLine({ ko: `${label.ko}: ${subject}`, en: label.en }),
    description: bothAsText({ ko: `위치: ${places(where)}`, en: `Where: ${places(where)}` }),
    statement: reason,
    props: [
      property('exception-id', id),
      property('kind', kind),
      property('subject', subject),
      ...criteria.map((criterion) => property('criterion', criterion)),
      ...(approver === undefined ? [] : [property('approver', approver)]),
    ],
    status: approver === undefined ? 'deviation-requested' : 'deviation-approved',
    ...(expires !== undefined && { deadline: `${expires}T23:59:59Z` }),
  };
}
