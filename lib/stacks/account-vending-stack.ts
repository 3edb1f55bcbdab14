import { createHash } from 'node:crypto';
import type { Construct } from 'constructs';
import { Account, OrganizationalUnit } from '../../constructs';
import type { AccountRow, OrganizationModel } from '../model/organization-model';
import { GovernanceStack } from './governance-stack';
import { managementAccount } from './management-account';
import type { OrganizationStack } from './organization-stack';

const SHARDS = 4;

/**
 * Role through which the management account works in a new account: the name that AWS Control Tower itself asks for, and
 * one that guardrails exempt, so that the account can be bootstrapped and enrolled.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html
 */
const ADMINISTRATION_ROLE = 'AWSControlTowerExecution';

/** Shard of an account: a function of its name alone, so that no other account ever moves it to another stack. */
export function vendingShard(accountName: string): number {
  return createHash('sha256').update(accountName).digest().readUInt8(0) % SHARDS;
}

/** Wave 0: the accounts that this repository vends, one after the other, in a few stacks that never reach the resource limit. */
export class AccountVendingStack extends GovernanceStack {
  /** One stack for each shard that has an account. */
  static createAll(scope: Construct, model: OrganizationModel, organization: OrganizationStack): AccountVendingStack[] {
    const vended = model.accounts.filter((account) => account.vended && !account.suspended);
    const stacks: AccountVendingStack[] = [];
    for (let shard = 0; shard < SHARDS; shard++) {
      const rows = vended.filter((account) => vendingShard(account.name) === shard);
      if (rows.length === 0) continue;
      const stack = new AccountVendingStack(scope, shard, model, rows, organization);
      stack.addStackDependency(stacks.at(-1) ?? organization);
      stacks.push(stack);
    }
    return stacks;
  }

  private constructor(
    scope: Construct,
    shard: number,
    model: OrganizationModel,
    rows: AccountRow[],
    organization: OrganizationStack,
  ) {
    super(scope, `AccountVending-${shard}`, {
      ...managementAccount(model),
      description: `Vended accounts, shard ${shard + 1} of ${SHARDS}`,
    });
    let after: Account | undefined;
    for (const row of rows) {
      const ou = OrganizationalUnit.fromOrganizationalUnitId(
        this,
        `Parent of ${row.name}`,
        organization.organizationalUnitId(row.ou, this),
      );
      after = new Account(this, row.name, {
        accountName: row.name,
        email: row.email,
        organizationalUnit: ou,
        roleName: ADMINISTRATION_ROLE,
        ...(Object.keys(row.tags).length > 0 && { tags: { ...row.tags } }),
        ...(after && { after }),
      });
    }
  }
}
