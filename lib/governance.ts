import type { Construct } from 'constructs';
import type { LoadedOrganization } from './load-config';
import { AccountStack } from './stacks/account-stack';
import { AccountVendingStack } from './stacks/account-vending-stack';
import { createComplianceStacks } from './stacks/compliance-stacks';
import { createControlTowerStacks } from './stacks/control-tower-stacks';
import type { GovernanceStack } from './stacks/governance-stack';
import { createIdentityCenterStacks } from './stacks/identity-center-stacks';
import { createNetworkStacks } from './stacks/network-stacks';
import { OrganizationStack } from './stacks/organization-stack';

/** Settings of {@link Governance}. */
export interface GovernanceProps {
  /** What `loadConfig` returned. */
  readonly organization: LoadedOrganization;
}

/**
 * Every stack of a governed organization, in the order in which they must be deployed.
 *
 * A set of stacks and not a construct around them: they sit in the app itself, so that `cdk deploy Account-shop-prod`
 * names one. Use it in an app of your own, or let the `org-governance` command do so.
 */
export class Governance {
  /** Wave 0: organizational units, policies, vended accounts, AWS Control Tower; all in the management account. */
  readonly organizationStacks: readonly GovernanceStack[];
  /** Wave 1: conformance packs and security services; after the stacks of the accounts that they are in. */
  readonly complianceStacks: readonly GovernanceStack[];
  /** Wave 3: one stack for each account whose id is known, with its VPC. */
  readonly accountStacks: readonly GovernanceStack[];
  /** Waves 2 and 4: the hub of the network, and its routing; none when the network is not governed here. */
  readonly networkStacks: readonly GovernanceStack[];
  /** Wave 5: groups, permission sets and who may use them where. */
  readonly identityCenterStacks: readonly GovernanceStack[];

  constructor(scope: Construct, props: GovernanceProps) {
    const { model, policies, files } = props.organization;
    const organization = new OrganizationStack(scope, model, policies);
    const beforeControlTower = [organization, ...AccountVendingStack.createAll(scope, model, organization)];
    const last = beforeControlTower.at(-1) ?? organization;
    this.organizationStacks = [
      ...beforeControlTower,
      ...createControlTowerStacks(scope, model, files.controlTower, organization, last),
    ];
    const accountStacks = new Map(
      model.accounts.flatMap((row) => {
        if (row.id === undefined || row.suspended) return [];
        const stack = new AccountStack(scope, model, { ...row, id: row.id });
        for (const before of this.organizationStacks) stack.addStackDependency(before);
        return [[row.name, stack] as const];
      }),
    );
    this.accountStacks = [...accountStacks.values()];
    this.complianceStacks = createComplianceStacks(scope, model, this.accountStacks);
    const network = createNetworkStacks(scope, model, organization, accountStacks);
    this.networkStacks = network ? [network.hub, network.routing] : [];
    this.identityCenterStacks = createIdentityCenterStacks(scope, model, this.accountStacks);
  }
}
