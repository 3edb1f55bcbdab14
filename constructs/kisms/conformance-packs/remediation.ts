import type { ConfigRule } from '../catalogue';
import type { ConformancePackRemediation } from './options';

/** How a rule's findings are put right. */
export interface Remediation {
  /** Automation document that AWS owns. */
  readonly document: string;
  readonly resourceType: string;
  /** Parameter of the document that takes the id of the resource. @default - the document works on the whole account */
  readonly resourceParameter?: string;
}

/**
 * Remediations by rule identifier. Each switches a protection on: none deletes, stops, detaches or cuts off anything.
 *
 * Versions of objects and point-in-time recovery cost storage; deletion protection stops whoever deletes on purpose too.
 *
 * @see https://docs.aws.amazon.com/systems-manager-automation-runbooks/latest/userguide/automation-runbook-reference.html
 */
export const REMEDIATIONS: Readonly<Record<string, Remediation>> = {
  CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED: {
    document: 'AWSConfigRemediation-EnableCloudTrailLogFileValidation',
    resourceType: 'AWS::CloudTrail::Trail',
    resourceParameter: 'TrailName',
  },
  CMK_BACKING_KEY_ROTATION_ENABLED: {
    document: 'AWSConfigRemediation-EnableKeyRotation',
    resourceType: 'AWS::KMS::Key',
    resourceParameter: 'KeyId',
  },
  DYNAMODB_PITR_ENABLED: {
    document: 'AWSConfigRemediation-EnablePITRForDynamoDbTable',
    resourceType: 'AWS::DynamoDB::Table',
    resourceParameter: 'TableName',
  },
  EC2_EBS_ENCRYPTION_BY_DEFAULT: {
    document: 'AWSConfigRemediation-EnableEbsEncryptionByDefault',
    resourceType: 'AWS::::Account',
  },
  ELB_DELETION_PROTECTION_ENABLED: {
    document: 'AWSConfigRemediation-EnableELBDeletionProtection',
    resourceType: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    resourceParameter: 'LoadBalancerArn',
  },
  RDS_CLUSTER_DELETION_PROTECTION_ENABLED: {
    document: 'AWSConfigRemediation-EnableRDSClusterDeletionProtection',
    resourceType: 'AWS::RDS::DBCluster',
    resourceParameter: 'ClusterId',
  },
  RDS_INSTANCE_DELETION_PROTECTION_ENABLED: {
    document: 'AWSConfigRemediation-EnableRDSInstanceDeletionProtection',
    resourceType: 'AWS::RDS::DBInstance',
    resourceParameter: 'DbInstanceResourceId',
  },
  S3_BUCKET_VERSIONING_ENABLED: {
    document: 'AWS-ConfigureS3BucketVersioning',
    resourceType: 'AWS::S3::Bucket',
    resourceParameter: 'BucketName',
  },
};

const ROLE_ARN = /^arn:(aws[a-z-]*|\$\{AWS::Partition\}):iam::(\d{12}|\$\{AWS::AccountId\}):role\/[\w+=,.@/-]+$/;

/** @throws Error when a rule cannot be remediated, or the role is no role */
export function checkRemediation({ roleArn, rules }: ConformancePackRemediation): void {
  const unknown = Object.keys(rules).find((identifier) => REMEDIATIONS[identifier] === undefined);
  if (unknown !== undefined) {
    throw new Error(
      `'remediation.rules' has no safe remediation for ${JSON.stringify(unknown)}: remove it, or choose of ${Object.keys(REMEDIATIONS).join(', ')}`,
    );
  }
  if (!ROLE_ARN.test(roleArn)) {
    throw new Error(
      `'remediation.roleArn' must look like "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/ConfigRemediation", got ${JSON.stringify(roleArn)}; name a role that each account has`,
    );
  }
}

/** The remediation of a rule as a resource of a pack's template; nothing when the options do not ask for it. */
export function remediationResource(
  rule: ConfigRule,
  ruleLogicalId: string,
  options: ConformancePackRemediation | undefined,
): object | undefined {
  const wanted = options?.rules[rule.identifier];
  const remediation = REMEDIATIONS[rule.identifier];
  if (options === undefined || wanted === undefined || remediation === undefined) return undefined;
  const { document, resourceType, resourceParameter } = remediation;
  return {
    Type: 'AWS::Config::RemediationConfiguration',
    DependsOn: ruleLogicalId,
    Properties: {
      Automatic: wanted.automatic ?? false,
      ConfigRuleName: rule.name,
      ...(wanted.automatic === true && { MaximumAutomaticAttempts: 3, RetryAttemptSeconds: 600 }),
      Parameters: {
        AutomationAssumeRole: { StaticValue: { Values: [{ 'Fn::Sub': options.roleArn }] } },
        ...(resourceParameter !== undefined && { [resourceParameter]: { ResourceValue: { Value: 'RESOURCE_ID' } } }),
      },
      ResourceType: resourceType,
      TargetId: document,
      TargetType: 'SSM_DOCUMENT',
      TargetVersion: '1',
    },
  };
}
