import type { OrganizationAccounts } from '../../constructs';
import type { OrganizationModel } from '../model/organization-model';

/** Ids of all accounts by name; an account that is still to be vended gets one that no other account has. */
export class AccountIds {
  /** What the evaluator must know of the organization. */
  readonly organization: OrganizationAccounts;
  /** Id of an account that joins the organization one day. */
  readonly newcomer: string;
  private readonly byName: ReadonlyMap<string, string>;

  constructor(model: OrganizationModel) {
    const taken = new Set(model.accounts.map((account) => account.id));
    let next = 0;
    const placeholder = (): string => {
      let id: string;
      do id = String(next++).padStart(12, '0');
      while (taken.has(id));
      return id;
    };
    this.byName = new Map(model.accounts.map((account) => [account.name, account.id ?? placeholder()]));
    this.newcomer = placeholder();
    const managementAccountId = model.accounts.find((account) => account.isManagement)?.id;
    this.organization = {
      organizationId: model.organizationId,
      organizationAccountIds: [...this.byName.values(), this.newcomer],
      ...(managementAccountId !== undefined && { managementAccountId }),
    };
  }

  /**
   * Id of an account.
   *
   * @throws Error when the model has no account of that name
   */
  of(accountName: string): string {
    const id = this.byName.get(accountName);
    if (id === undefined)
      throw new Error(`no account ${JSON.stringify(accountName)} in the model: build it without errors`);
    return id;
  }

  /** Name of the account that has an id; `undefined` for an account outside the organization. */
  nameOf(id: string): string | undefined {
    return [...this.byName].find(([, known]) => known === id)?.[0];
  }
}
