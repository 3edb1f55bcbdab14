/**
 * Condition keys that tell who calls, or from where, so that a fixed value names somebody.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const CALLER_KEYS: readonly string[] = [
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIp',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceOwner',
  'aws:SourceVpc',
  'aws:SourceVpcArn',
  'aws:SourceVpce',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
  'aws:userid',
  'elasticfilesystem:AccessedViaMountTarget',
  'kms:CallerAccount',
  's3:DataAccessPointAccount',
];

/** Condition keys that keep a caller inside an organization. */
export const ORGANIZATION_KEYS: readonly string[] = [
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
];

/** Tests keys against a list; condition keys are not case-sensitive. */
export function oneOf(...keys: readonly string[]): (key: string) => boolean {
  const wanted = new Set(keys.map((key) => key.toLowerCase()));
  return (key) => wanted.has(key.toLowerCase());
}
