import { createHash } from 'node:crypto';
import { CONFIG_RULES } from '../../constructs/kisms';
import { parseAcknowledgementReason } from '../../constructs/kisms-checks';
import { groupBy } from '../group-by';
import type { ReportedException } from './compliance-report';
import type { ComplianceSources } from './sources';

/** What an entry of the register says besides its place; entries that say the same are one. */
type ExceptionContent = Omit<ReportedException, 'id' | 'where'>;

interface Recorded extends ExceptionContent {
  readonly where: string;
}

/** The register of exceptions: what was acknowledged in the templates, then what the config excludes and turns off. */
export function exceptionRegister(sources: ComplianceSources): ReportedException[] {
  const acknowledged = [...groupBy([...ofKismsChecks(sources), ...ofOtherPacks(sources)], contentKey).values()].map(
    (same) => {
      const { where: _, ...content } = same[0] as Recorded;
      return exceptionEntry(content, [...new Set(same.map(({ where }) => where))].sort());
    },
  );
  const configured = [...groupBy(sources.settings.exceptions, ({ id }) => id).values()].map((same) => ({
    ...(same[0] as ReportedException),
    where: [...new Set(same.flatMap(({ where }) => where))],
  }));
  return [...acknowledged, ...configured].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** An entry whose id follows from what it says, so that it stays the same when others come and go. */
export function exceptionEntry(content: ExceptionContent, where: readonly string[]): ReportedException {
  const { kind, subject, criteria, reason, approver, expires } = content;
  const hash = createHash('sha256').update(contentKey(content)).digest('hex').slice(0, 8);
  return {
    id: `${kind}/${subject}/${hash}`,
    kind,
    subject,
    criteria,
    where: [...where],
    reason,
    ...(approver !== undefined && { approver }),
    ...(expires !== undefined && { expires }),
  };
}

function contentKey({ kind, subject, reason, approver, expires }: ExceptionContent): string {
  return JSON.stringify([kind, subject, reason, approver, expires]);
}

function ofKismsChecks({ coverage }: ComplianceSources): Recorded[] {
  const criteria = new Map(coverage?.rules.map((rule) => [rule.id, rule.criteria]));
  return (coverage?.acknowledgements ?? []).map(({ id, at, reason, approver, expires }) => {
    const subject = withoutAccount(id.slice(id.indexOf('::') + 2));
    return {
      kind: 'acknowledgement',
      subject,
      criteria: [...(criteria.get(subject.replace(/\[.*$/s, '')) ?? [])],
      where: at,
      reason,
      approver,
      expires,
    };
  });
}

/** The place tells the account: one exception that every account has is one line of the register, not a thousand. */
function withoutAccount(finding: string): string {
  return finding.replace(/\b\d{12}\b/g, '*');
}

/** The other packs know no criteria; that somebody accepted a finding is for the register all the same. */
function ofOtherPacks({ findings, coverage }: ComplianceSources): Recorded[] {
  return findings.flatMap(({ pack, rule, constructPaths, acknowledged }) => {
    if (acknowledged === undefined || (coverage && pack === 'Kisms')) return [];
    const { reason, approver, expires } = parseAcknowledgementReason(acknowledged);
    return constructPaths.map(
      (where): Recorded => ({
        kind: 'acknowledgement',
        subject: withoutAccount(rule),
        criteria: [],
        where,
        reason,
        ...(approver !== undefined && { approver }),
        ...(expires !== undefined && { expires }),
      }),
    );
  });
}

const RULE_CRITERIA = new Map(CONFIG_RULES.map((rule) => [rule.identifier, rule.criteria.map(({ id }) => id)]));

/** Ids of the criteria that an AWS Config rule serves. */
export function criteriaOfRule(identifier: string): string[] {
  return [...(RULE_CRITERIA.get(identifier) ?? [])];
}
