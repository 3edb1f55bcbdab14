import type { Guardrail } from './guardrail';
import { rcpConfusedDeputy } from './resource-control/rcp-confused-deputy';
import { rcpOidcTenants } from './resource-control/rcp-oidc-tenants';
import { rcpRequireTls } from './resource-control/rcp-require-tls';
import { rcpRestrictToOrg } from './resource-control/rcp-restrict-to-org';
import { denyAccessAnalyzerDelete } from './service-control/deny-access-analyzer-delete';
import { denyAccountChange } from './service-control/deny-account-change';
import { denyCloudtrailTampering } from './service-control/deny-cloudtrail-tampering';
import { denyConfigTampering } from './service-control/deny-config-tampering';
import { denyDisableEbsDefaultEncryption } from './service-control/deny-disable-ebs-default-encryption';
import { denyGuarddutyDisable } from './service-control/deny-guardduty-disable';
import { denyIamUserAccessKeys } from './service-control/deny-iam-user-access-keys';
import { denyIamUserCreation } from './service-control/deny-iam-user-creation';
import { denyIdentityProviderChange } from './service-control/deny-identity-provider-change';
import { denyInspectorDisable } from './service-control/deny-inspector-disable';
import { denyKmsKeyDeletion } from './service-control/deny-kms-key-deletion';
import { denyLeaveOrg } from './service-control/deny-leave-org';
import { denyLogArchiveDelete } from './service-control/deny-log-archive-delete';
import { denyMacieDisable } from './service-control/deny-macie-disable';
import { denyMarketplace } from './service-control/deny-marketplace';
import { denyNetworkChangeOutsideNetworkAccount } from './service-control/deny-network-change-outside-network-account';
import { denyPublicS3 } from './service-control/deny-public-s3';
import { denyPublicSnapshotShare } from './service-control/deny-public-snapshot-share';
import { denyRootAccessKeys } from './service-control/deny-root-access-keys';
import { denyRootUser } from './service-control/deny-root-user';
import { denySecurityhubDisable } from './service-control/deny-securityhub-disable';
import { denyUnencryptedEbs } from './service-control/deny-unencrypted-ebs';
import { denyUnencryptedEfs } from './service-control/deny-unencrypted-efs';
import { denyUnencryptedRds } from './service-control/deny-unencrypted-rds';
import { protectPlatformRoles } from './service-control/protect-platform-roles';
import { regionRestriction } from './service-control/region-restriction';
import { requireImdsv2 } from './service-control/require-imdsv2';
import { aiServicesOptOut } from './settings/ai-services-opt-out';
import { dailyBackup } from './settings/daily-backup';
import { ec2AllowedImages } from './settings/ec2-allowed-images';
import { ec2ImageBlockPublicAccess } from './settings/ec2-image-block-public-access';
import { ec2ImdsDefaults } from './settings/ec2-imds-defaults';
import { ec2SerialConsole } from './settings/ec2-serial-console';
import { ec2SnapshotBlockPublicAccess } from './settings/ec2-snapshot-block-public-access';
import { ec2VpcBlockPublicAccess } from './settings/ec2-vpc-block-public-access';
import { s3BlockPublicAccess } from './settings/s3-block-public-access';
import { taggingStandard } from './settings/tagging-standard';

/** Every preset that an organization can switch on by name, ordered by id. */
export const GUARDRAILS: Guardrail[] = [
  aiServicesOptOut,
  dailyBackup,
  denyAccessAnalyzerDelete,
  denyAccountChange,
  denyCloudtrailTampering,
  denyConfigTampering,
  denyDisableEbsDefaultEncryption,
  denyGuarddutyDisable,
  denyIamUserAccessKeys,
  denyIamUserCreation,
  denyIdentityProviderChange,
  denyInspectorDisable,
  denyKmsKeyDeletion,
  denyLeaveOrg,
  denyLogArchiveDelete,
  denyMacieDisable,
  denyMarketplace,
  denyNetworkChangeOutsideNetworkAccount,
  denyPublicS3,
  denyPublicSnapshotShare,
  denyRootAccessKeys,
  denyRootUser,
  denySecurityhubDisable,
  denyUnencryptedEbs,
  denyUnencryptedEfs,
  denyUnencryptedRds,
  ec2AllowedImages,
  ec2ImageBlockPublicAccess,
  ec2ImdsDefaults,
  ec2SerialConsole,
  ec2SnapshotBlockPublicAccess,
  ec2VpcBlockPublicAccess,
  protectPlatformRoles,
  rcpConfusedDeputy,
  rcpOidcTenants,
  rcpRequireTls,
  rcpRestrictToOrg,
  regionRestriction,
  requireImdsv2,
  s3BlockPublicAccess,
  taggingStandard,
];

/**
 * Finds a preset by its id.
 *
 * @throws if there is none of that id
 */
export function findGuardrail(id: string): Guardrail {
  const found = GUARDRAILS.find((guardrail) => guardrail.id === id);
  if (found === undefined) {
    throw new Error(
      `no guardrail ${JSON.stringify(id)}: the ids are ${JSON.stringify(GUARDRAILS.map((guardrail) => guardrail.id))}`,
    );
  }
  return found;
}
