import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { GovernanceChecks } from './governance-checks';

/** The rule packs that every stack must pass: AwsSolutions, NIST 800-53 R5, and what no linter finds. */
export function createCompliancePacks(scope: IConstruct): IPolicyValidationPlugin[] {
  return [new AwsSolutionsChecks(scope), new NIST80053R5Checks(scope), new GovernanceChecks(scope)];
}
