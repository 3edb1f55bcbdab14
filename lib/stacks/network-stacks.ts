import type { Construct } from 'constructs';
import { groupBy } from '../group-by';
import type { OrganizationModel } from '../model/organization-model';
import type { AccountStack } from './account-stack';
import type { GovernanceStack } from './governance-stack';
import { attachmentOutput, NetworkHubStack } from './network-hub-stack';
import { NetworkRoutingStack } from './network-routing-stack';
import { addVpc, associateDns } from './network-vpc';
import type { OrganizationStack } from './organization-stack';

/** The stacks of the network; the VPCs of member accounts sit in the stacks of these. */
export interface NetworkStacks {
  /** Wave 2. */
  readonly hub: GovernanceStack;
  /** Wave 4. */
  readonly routing: GovernanceStack;
}

/**
 * Waves 2 to 4: the hub, then the VPC and attachment in the stack of each account, then the routing, which needs the ids of
 * the attachments. One stack for hub and routing would be a cycle.
 *
 * @param accounts - stacks of the accounts, by name
 */
export function createNetworkStacks(
  scope: Construct,
  model: OrganizationModel,
  organization: OrganizationStack,
  accounts: ReadonlyMap<string, AccountStack>,
): NetworkStacks | undefined {
  const { network } = model;
  if (!network) return undefined;
  const stackOf = (account: string): AccountStack => {
    const stack = accounts.get(account);
    if (!stack) throw new Error(`account ${JSON.stringify(account)} of the network has no stack`);
    return stack;
  };
  const home = stackOf(network.account);
  const hub = new NetworkHubStack(scope, { model, network, accountId: home.account, organization });
  // Their reader roles let other accounts read the ids of OUs and of the hub.
  hub.addStackDependency(home);
  hub.addStackDependency(stackOf(model.managementAccount));

  for (const [account, rows] of groupBy(network.vpcs, (row) => row.account)) {
    if (account === network.account) continue;
    const stack = stackOf(account);
    stack.addStackDependency(home);
    const ids = hub.idsFor(stack);
    const profileId = hub.dnsProfileId(stack);
    for (const row of rows) {
      const vpc = addVpc(stack, row, network, ids);
      if (profileId !== undefined) associateDns(stack, row, vpc, profileId);
      stack.publish(attachmentOutput(row.name), vpc.attachmentId as string);
    }
  }
  return { hub, routing: new NetworkRoutingStack(scope, { model, network, hub, stackOf }) };
}
