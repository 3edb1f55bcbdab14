/**
 * Landing zone manifests, one shape per landing zone version.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/landing-zone-schemas.html
 */

/** Who owns the resources of a service integration. */
export interface IntegrationAccount {
  /** 12 digits. */
  readonly accountId: string;
}

/** How long a log bucket keeps its objects. */
export interface LogBucketConfiguration {
  /** Days, 1 or more. @default - the retention AWS Control Tower chooses */
  readonly retentionDays?: number;
}

/** Buckets and key of a log archive. */
export interface LoggingConfigurations {
  /** @default - the retention AWS Control Tower chooses */
  readonly loggingBucket?: LogBucketConfiguration;
  /** Bucket that holds the access logs of the logging bucket. @default - the retention AWS Control Tower chooses */
  readonly accessLoggingBucket?: LogBucketConfiguration;
  /** @default - SSE-S3 */
  readonly kmsKeyArn?: string;
}

/** Accounts and key of AWS Backup. */
export interface BackupConfigurations {
  readonly backupAdmin: IntegrationAccount;
  readonly centralBackup: IntegrationAccount;
  /** Customer-managed multi-Region key. */
  readonly kmsKeyArn: string;
}

/** Name of an OU that AWS Control Tower creates. */
export interface OrganizationalUnitName {
  /** 1 to 120 characters. */
  readonly name: string;
}

/** OUs that landing zone 3.3 creates. */
export interface OrganizationStructure {
  readonly security: OrganizationalUnitName;
  /** @default - no sandbox OU is created */
  readonly sandbox?: OrganizationalUnitName;
}

/** Whether AWS IAM Identity Center is set up by AWS Control Tower. */
export interface AccessManagement {
  readonly enabled: boolean;
}

/** AWS Backup in landing zone 3.3. */
export interface BackupV33 {
  /** @default false */
  readonly enabled?: boolean;
  /** @default - none; required when enabled */
  readonly configurations?: BackupConfigurations;
}

/** Organization trail and log archive in landing zone 3.3. */
export interface CentralizedLoggingV33 extends IntegrationAccount {
  /** @default true */
  readonly enabled?: boolean;
  /** @default - what AWS Control Tower chooses */
  readonly configurations?: LoggingConfigurations;
}

/** Manifest of landing zone 3.3. */
export interface LandingZoneManifestV33 {
  readonly version: '3.3';
  /** @default - enabled */
  readonly accessManagement?: AccessManagement;
  /** @default - disabled */
  readonly backup?: BackupV33;
  readonly centralizedLogging: CentralizedLoggingV33;
  /** @default - the home region only */
  readonly governedRegions?: string[];
  readonly organizationStructure: OrganizationStructure;
  readonly securityRoles: IntegrationAccount;
}

/** A service integration of landing zone 4.0 that lives in one account. */
export interface AccountIntegration {
  /** Landing zone 4.0 has no default: say true or false. */
  readonly enabled: boolean;
  /** 12 digits. @default - none; required when enabled */
  readonly accountId?: string;
}

/** A service integration of landing zone 4.0 that writes logs. */
export interface LoggingIntegration extends AccountIntegration {
  /** @default - what AWS Control Tower chooses */
  readonly configurations?: LoggingConfigurations;
}

/** AWS Backup in landing zone 4.0. */
export interface BackupIntegration {
  /** Landing zone 4.0 has no default: say true or false. */
  readonly enabled: boolean;
  /** @default - none; required when enabled */
  readonly configurations?: BackupConfigurations;
}

/** Manifest of landing zone 4.0: every service integration is optional, and each must say whether it is enabled. */
export interface LandingZoneManifestV40 {
  readonly version: '4.0';
  readonly accessManagement: AccessManagement;
  readonly backup: BackupIntegration;
  readonly centralizedLogging: LoggingIntegration;
  readonly config: LoggingIntegration;
  /** @default - the home region only */
  readonly governedRegions?: string[];
  readonly securityRoles: AccountIntegration;
}

/**
 * What a landing zone is made of. There is no default version: AWS Control Tower creates, updates and resets a landing
 * zone only at its latest available version, which a library cannot know.
 */
export type LandingZoneManifest = LandingZoneManifestV33 | LandingZoneManifestV40;
