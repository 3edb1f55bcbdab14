import type { Construct } from 'constructs';
import { AccountBaseline, type AccountColor, CustomerManagedPolicy } from '../../constructs';
import type { AccountEnvironment, AccountRow, OrganizationModel } from '../model/organization-model';
import { GovernanceStack } from './governance-stack';

const COLOR: Record<AccountEnvironment, AccountColor> = {
  prod: 'red',
  stage: 'orange',
  dev: 'green',
  sandbox: 'lightBlue',
};

/** Wave 3: what one account carries. */
export class AccountStack extends GovernanceStack {
  constructor(scope: Construct, model: OrganizationModel, row: AccountRow & { id: string }) {
    super(scope, `Account-${row.name}`, {
      account: row.id,
      region: model.homeRegion,
      bootstrapQualifier: model.bootstrapQualifier,
      description: `Governance baseline of the account ${row.name}`,
    });
    new AccountBaseline(this, 'Baseline', {
      organizationId: model.organizationId,
      bootstrapQualifier: model.bootstrapQualifier,
      color: COLOR[row.environment],
      facts: {
        name: row.name,
        ou: row.ou,
        purpose: row.purpose,
        environment: row.environment,
        owner: row.owner,
        data: row.data,
      },
    });
    this.addCustomerManagedPolicies(model, row.name);
  }

  /** What permission sets name in this account; there before a set that names it is granted. */
  private addCustomerManagedPolicies({ identityCenter }: OrganizationModel, account: string): void {
    for (const { name, path, description, content, accounts } of identityCenter?.customerManagedPolicies ?? []) {
      if (!accounts.includes(account)) continue;
      const isBoundary = !identityCenter?.permissionSets.some((set) =>
        set.customerManagedPolicies.some((policy) => policy.name === name && policy.path === path),
      );
      new CustomerManagedPolicy(this, `Policy ${name}`, {
        policyName: name,
        path,
        document: content,
        isBoundary,
        ...(description !== undefined && { description }),
      });
    }
  }
}
