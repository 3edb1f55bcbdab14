/** What Amazon Inspector can scan, by the name that an Inspector policy gives it. */
export const INSPECTOR_SCANS = [
  'ec2_scanning',
  'ecr_scanning',
  'lambda_standard_scanning',
  'code_repository_scanning',
] as const;

/** One kind of scan. */
export type InspectorScan = (typeof INSPECTOR_SCANS)[number];

/** Settings of an Inspector policy. */
export interface InspectorPolicyOptions {
  /** Regions to scan in, at least one. */
  readonly regions: readonly string[];
  /** Kinds of scan, at least one. @default - EC2 instances, ECR images, and Lambda functions with their packages */
  readonly scans?: readonly InspectorScan[];
}

/**
 * The content of an `INSPECTOR_POLICY`, for `OrganizationPolicy`: turns the scans for vulnerabilities on in the accounts
 * that carry it (ISMS-P 2.11.2). Regions that it doesn't name stay as they are.
 *
 * @throws Error when there is no Region or no kind of scan
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inspector_syntax.html
 */
export function inspectorPolicyContent(options: InspectorPolicyOptions): Record<string, unknown> {
  const { regions, scans = ['ec2_scanning', 'ecr_scanning', 'lambda_standard_scanning'] } = options;
  if (regions.length === 0) throw new Error(`'regions' is []: name the Regions to scan in`);
  if (scans.length === 0) throw new Error(`'scans' is []: choose of ${INSPECTOR_SCANS.join(', ')}`);
  // AWS wants both lists for each kind, be they empty.
  const setting = {
    enable_in_regions: { '@@assign': [...new Set(regions)].sort() },
    disable_in_regions: { '@@assign': [] },
  };
  return { inspector: { enablement: Object.fromEntries([...new Set(scans)].sort().map((scan) => [scan, setting])) } };
}
