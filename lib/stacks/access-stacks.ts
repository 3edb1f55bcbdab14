import { createHash } from 'node:crypto';
import { NestedStack } from 'aws-cdk-lib';
import { AccessGrants, type IIdentityGroup, type IPermissionSet } from '../../constructs';
import type { AssignmentRow } from '../model/identity-center-model';
import type { OrganizationModel } from '../model/organization-model';
import type { GovernanceStack } from './governance-stack';

const SHARDS = 8;

/** Who gets what where. */
export interface AccessProps {
  readonly model: OrganizationModel;
  readonly instanceArn: string;
  readonly assignments: readonly AssignmentRow[];
  /** By name. */
  readonly groups: ReadonlyMap<string, IIdentityGroup>;
  /** By name. */
  readonly sets: ReadonlyMap<string, IPermissionSet>;
}

/** Shard of an account: a function of its name alone, so that no other account ever moves its access. */
export function accessShard(accountName: string): number {
  return createHash('sha256').update(accountName).digest().readUInt8(0) % SHARDS;
}

/**
 * Grants access in nested stacks, one for each account, inside a few shards.
 *
 * CloudFormation updates a nested stack before it deletes what the stack around it no longer has: an assignment is gone
 * before its permission set is, and an account that leaves the config loses its nested stack. Inside a shard the accounts
 * wait for one another, so that at most eight are changed at once: IAM Identity Center throttles more.
 */
export function grantAccess(stack: GovernanceStack, props: AccessProps): void {
  const byAccount = new Map<string, AssignmentRow[]>();
  for (const row of props.assignments) {
    const rows = byAccount.get(row.account);
    if (rows) rows.push(row);
    else byAccount.set(row.account, [row]);
  }
  const names = [...byAccount.keys()].sort();
  for (let shard = 0; shard < SHARDS; shard++) {
    const accounts = names.filter((name) => accessShard(name) === shard);
    if (accounts.length === 0) continue;
    const nested = new NestedStack(stack, `AccessShard${shard}`, {
      description: `Access to accounts, shard ${shard + 1} of ${SHARDS}`,
    });
    let previous: NestedStack | undefined;
    for (const account of accounts) {
      const access = new AccountAccess(nested, account, byAccount.get(account) ?? [], props);
      if (previous)
        access.nestedStackResource?.addResourceDependency(
          previous.nestedStackResource as NonNullable<typeof previous.nestedStackResource>,
        );
      previous = access;
    }
  }
}

/** All access to one account. */
class AccountAccess extends NestedStack {
  constructor(
    shard: NestedStack,
    account: string,
    rows: readonly AssignmentRow[],
    { model, instanceArn, groups, sets }: AccessProps,
  ) {
    super(shard, `Access ${account}`, { description: `Access to the account ${account}` });
    const accountId = model.accounts.find(({ name }) => name === account)?.id;
    if (accountId === undefined) throw new Error(`account ${JSON.stringify(account)} has no id: access waits for it`);
    new AccessGrants(this, 'Grants', {
      instanceArn,
      assignments: rows.map((row) => ({
        group: groups.get(row.group) as IIdentityGroup,
        permissionSet: sets.get(row.permissionSet) as IPermissionSet,
        accountId,
        accountName: account,
      })),
    });
  }
}
