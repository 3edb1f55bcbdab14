/** Every policy type that `AWS::Organizations::Policy` takes. */
export const POLICY_TYPES = [
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'TAG_POLICY',
  'BACKUP_POLICY',
  'AISERVICES_OPT_OUT_POLICY',
  'CHATBOT_POLICY',
  'S3_POLICY',
  'SECURITYHUB_POLICY',
  'INSPECTOR_POLICY',
  'BEDROCK_POLICY',
  'UPGRADE_ROLLOUT_POLICY',
  'NETWORK_SECURITY_DIRECTOR_POLICY',
] as const;

/** Type of an organization policy. */
export type PolicyType = (typeof POLICY_TYPES)[number];

/** What AWS Organizations accepts of one policy type. */
export interface PolicyQuota {
  /** Size of the document as JSON without white space, in characters. */
  readonly maxCharacters: number;
  /** Policies of the type that one root, OU or account can carry. */
  readonly maxPerTarget: number;
  /** Policies of the type that AWS itself attaches to every target: `FullAWSAccess`, `RCPFullAWSAccess`. */
  readonly attachedByAws: number;
}

/**
 * Quotas by type. Sizes are documented for all types; the number per target only for SCP, RCP, AI opt-out (5), tag and
 * backup policies (10), and the lowest of them stands for the types whose number is not.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export function policyQuota(type: PolicyType): PolicyQuota {
  switch (type) {
    case 'SERVICE_CONTROL_POLICY':
    case 'RESOURCE_CONTROL_POLICY':
      return { maxCharacters: 5120, maxPerTarget: 5, attachedByAws: 1 };
    case 'AISERVICES_OPT_OUT_POLICY':
      return { maxCharacters: 2500, maxPerTarget: 5, attachedByAws: 0 };
    case 'TAG_POLICY':
    case 'BACKUP_POLICY':
      return { maxCharacters: 10_000, maxPerTarget: 10, attachedByAws: 0 };
    default:
      return { maxCharacters: 10_000, maxPerTarget: 5, attachedByAws: 0 };
  }
}

/** Whether the type is made of IAM statements (SCP, RCP) and not of settings. */
export function isAuthorizationPolicy(type: PolicyType): type is 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY' {
  return type === 'SERVICE_CONTROL_POLICY' || type === 'RESOURCE_CONTROL_POLICY';
}
