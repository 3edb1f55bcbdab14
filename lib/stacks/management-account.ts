import type { OrganizationModel } from '../model/organization-model';
import type { GovernanceStackProps } from './governance-stack';

/** Where the stacks of the management account go. */
export function managementAccount(model: OrganizationModel): Omit<GovernanceStackProps, 'description'> {
  const row = model.accounts.find((account) => account.isManagement);
  if (row?.id === undefined)
    throw new Error(`the management account ${JSON.stringify(model.managementAccount)} has no id`);
  return { account: row.id, region: model.homeRegion, bootstrapQualifier: model.bootstrapQualifier };
}
