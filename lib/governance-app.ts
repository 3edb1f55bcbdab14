import { type App, Validations } from 'aws-cdk-lib';
import { createCompliancePacks } from './checks/compliance-packs';
import { Governance } from './governance';
import type { LoadedOrganization } from './load-config';

/** Adds every stack of the organization and every check to an app. */
export function addGovernance(app: App, organization: LoadedOrganization): void {
  new Governance(app, { organization });
  Validations.of(app).addPlugins(...createCompliancePacks(app, organization.model));
}
