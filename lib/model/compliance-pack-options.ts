import type { ConformancePackOptions } from '../../constructs/kisms';
import type { ComplianceModel } from './compliance-model';
import type { OrganizationModel } from './organization-model';

/** Region in which the rules of global services evaluate. */
const GLOBAL_REGION = 'us-east-1';

type Regions = Pick<OrganizationModel, 'homeRegion' | 'governedRegions'>;
type PackSettings = Pick<
  ComplianceModel,
  'detectiveSource' | 'legal' | 'accessRecordRetentionDays' | 'rules' | 'onlyRules' | 'remediation'
>;

/**
 * Regions that have conformance packs: the home Region, and us-east-1 for the rules that evaluate nowhere else. Nothing is
 * recorded in a Region that is not governed, so that packs there could not be deployed.
 */
export function packRegions({ homeRegion, governedRegions }: Regions): string[] {
  return governedRegions.includes(GLOBAL_REGION) ? [...new Set([homeRegion, GLOBAL_REGION])] : [homeRegion];
}

/** What decides the content of the conformance packs in one Region. */
export function packOptions(compliance: PackSettings, homeRegion: string, region: string): ConformancePackOptions {
  const { detectiveSource, legal, accessRecordRetentionDays, rules, onlyRules, remediation } = compliance;
  return {
    region,
    homeRegion,
    detectiveSource,
    legal: { ...legal, accessRecordRetentionDays },
    rules: Object.fromEntries(
      rules.map(({ rule, enabled, parameters }) => [rule, { ...(enabled !== undefined && { enabled }), parameters }]),
    ),
    ...(onlyRules !== undefined && { onlyRules }),
    ...(remediation !== undefined && {
      remediation: {
        // AWS Config fills in the account: the template is one for all of them.
        roleArn: `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${remediation.roleName}`,
        rules: Object.fromEntries(remediation.rules.map(({ rule, automatic }) => [rule, { automatic }])),
      },
    }),
  };
}
