import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { KismsChecks } from '../../constructs/kisms-checks';
import type { ComplianceModel } from '../model/compliance-model';
import type { OrganizationModel } from '../model/organization-model';
import { GovernanceChecks } from './governance-checks';

/**
 * The rule packs that every stack must pass: AwsSolutions, NIST 800-53 R5, what no linter finds, and K-ISMS where the
 * organization is held to it.
 */
export function createCompliancePacks(scope: IConstruct, model?: OrganizationModel): IPolicyValidationPlugin[] {
  return [
    new AwsSolutionsChecks(scope),
    new NIST80053R5Checks(scope),
    new GovernanceChecks(scope),
    ...(model?.compliance ? [kismsChecks(scope, model, model.compliance)] : []),
  ];
}

function kismsChecks(scope: IConstruct, model: OrganizationModel, compliance: ComplianceModel): KismsChecks {
  return new KismsChecks(scope, {
    profile: compliance.profile,
    options: {
      accessRecordRetentionDays: compliance.accessRecordRetentionDays,
      allowedRegions: model.governedRegions,
      trustedAccounts: model.accounts.flatMap(({ id }) => id ?? []),
    },
    disabledRules: compliance.disabledChecks.map(({ check, reason, approver, expires }) => ({
      id: `Kisms-${check}`,
      reason: `${reason} (approver: ${approver}, expires: ${expires})`,
    })),
  });
}
