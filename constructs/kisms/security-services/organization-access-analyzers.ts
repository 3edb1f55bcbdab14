import { CfnAnalyzer } from 'aws-cdk-lib/aws-accessanalyzer';
import { Construct } from 'constructs';

/** Findings that are known and intended: they are archived as they arise. */
export interface AccessAnalyzerArchiveRule {
  /** Name: a letter, then letters, digits and `_.-`; at most 255 characters. */
  readonly ruleName: string;
  /** Conditions that all must hold. */
  readonly filter: readonly CfnAnalyzer.FilterProperty[];
}

/** Settings of {@link OrganizationAccessAnalyzers}. */
export interface OrganizationAccessAnalyzersProps {
  /** Access from outside the organization that is intended. @default - all of it is a finding */
  readonly externalAccessArchiveRules?: readonly AccessAnalyzerArchiveRule[];
  /** Unused access that is intended, for example of roles for emergencies. @default - all of it is a finding */
  readonly unusedAccessArchiveRules?: readonly AccessAnalyzerArchiveRule[];
  /** Days without use after which access counts as unused, 1 to 365. @default 90 */
  readonly unusedAccessDays?: number;
  /**
   * Ids of accounts whose unused access isn't analyzed; never the administrator's own.
   *
   * @default - every account is analyzed
   */
  readonly unusedAccessExcludedAccounts?: readonly string[];
}

/**
 * Finds what the outside world can reach in the organization, and permissions that nobody uses (ISMS-P 2.3.1, 2.5.6).
 *
 * Belongs in the account that administers IAM Access Analyzer. External access is analyzed by Region, so that each
 * Region wants its own; unused access is global, and is paid for by role and user: leave it to one Region.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-filter-keys.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-accessanalyzer-analyzer.html
 */
export class OrganizationAccessAnalyzers extends Construct {
  /** @throws Error when the days are out of range, or the name of an archive rule is malformed or used twice */
  constructor(scope: Construct, id: string, props: OrganizationAccessAnalyzersProps = {}) {
    super(scope, id);
    const { unusedAccessDays = 90, unusedAccessExcludedAccounts: excluded = [] } = props;
    if (!Number.isInteger(unusedAccessDays) || unusedAccessDays < 1 || unusedAccessDays > 365) {
      throw new Error(
        `'unusedAccessDays' must be a whole number of 1 to 365 days, got ${JSON.stringify(unusedAccessDays)}; 90 is usual`,
      );
    }
    new CfnAnalyzer(this, 'External', {
      type: 'ORGANIZATION',
      ...archiveRules('externalAccessArchiveRules', props.externalAccessArchiveRules),
    });
    new CfnAnalyzer(this, 'Unused', {
      type: 'ORGANIZATION_UNUSED_ACCESS',
      analyzerConfiguration: {
        unusedAccessConfiguration: {
          unusedAccessAge: unusedAccessDays,
          ...(excluded.length > 0 && { analysisRule: { exclusions: [{ accountIds: [...excluded].sort() }] } }),
        },
      },
      ...archiveRules('unusedAccessArchiveRules', props.unusedAccessArchiveRules),
    });
  }
}

function archiveRules(
  property: string,
  rules: readonly AccessAnalyzerArchiveRule[] = [],
): { archiveRules?: CfnAnalyzer.ArchiveRuleProperty[] } {
  const names = rules.map(({ ruleName }) => ruleName);
  const bad = names.find(
    (name, index) => !/^[A-Za-z][A-Za-z0-9_.-]{0,254}$/.test(name) || names.indexOf(name) !== index,
  );
  if (bad !== undefined) {
    throw new Error(
      `'${property}' must name each rule once, by a letter and then letters, digits and _.-, got ${JSON.stringify(bad)}; rename it`,
    );
  }
  if (rules.length === 0) return {};
  return { archiveRules: rules.map(({ ruleName, filter }) => ({ ruleName, filter: [...filter] })) };
}
