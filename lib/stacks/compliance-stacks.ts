import type { Construct } from 'constructs';
import {
  ConformancePackServiceLinkedRole,
  DetectiveAdministrator,
  KismsConformancePacks,
  MacieSession,
  OrganizationAccessAnalyzers,
  OrganizationConfigAggregator,
  SecurityHubAdministrator,
  SecurityHubCentralConfiguration,
  securityHubTwins,
} from '../../constructs/kisms';
import type { ComplianceModel } from '../model/compliance-model';
import { packOptions, packRegions } from '../model/compliance-pack-options';
import type { OrganizationModel } from '../model/organization-model';
import { addAnchor } from './add-anchor';
import { GovernanceStack } from './governance-stack';
import { managementAccount } from './management-account';

/** What the stacks of compliance are made of. */
interface Compliance {
  readonly model: OrganizationModel;
  readonly compliance: ComplianceModel;
  /** Id of the account that delivers the packs. */
  readonly accountId: string;
}

/**
 * Wave 1: what only the management account may do, then the conformance packs and security services in the delegated
 * account, and its packs of us-east-1. All of them are there even when they have nothing to hold: no deployment deletes a
 * stack that left the app, so its packs would go on evaluating.
 *
 * @param accountStacks - the stacks of the accounts; those of the accounts concerned come first
 */
export function createComplianceStacks(
  scope: Construct,
  model: OrganizationModel,
  accountStacks: readonly GovernanceStack[],
): GovernanceStack[] {
  const { compliance } = model;
  if (!compliance) return [];
  const accountId = model.accounts.find(({ name }) => name === compliance.account)?.id;
  if (accountId === undefined) {
    throw new Error(`the account of the conformance packs, ${JSON.stringify(compliance.account)}, has no id`);
  }
  const parts = { model, compliance, accountId };
  const management = new ComplianceManagementStack(scope, parts);
  const main = new ComplianceStack(scope, parts);
  for (const stack of [management, main]) {
    const own = accountStacks.filter(({ account }) => account === stack.account);
    for (const before of own) stack.addStackDependency(before);
  }
  main.addStackDependency(management);
  const others = packRegions(model).filter((region) => region !== model.homeRegion);
  return [
    management,
    main,
    ...others.map((region) => {
      const global = new ComplianceGlobalStack(scope, parts, region);
      global.addStackDependency(main);
      return global;
    }),
  ];
}

/** What makes an account the administrator of a service, and lets its packs reach the management account. */
class ComplianceManagementStack extends GovernanceStack {
  constructor(scope: Construct, { model, compliance: { services }, accountId }: Compliance) {
    super(scope, 'ComplianceManagement', {
      ...managementAccount(model),
      description: 'Delegation of security services to the account of the conformance packs',
    });
    addAnchor(this);
    if (services.managementServiceLinkedRole) new ConformancePackServiceLinkedRole(this, 'PackRole');
    if (services.securityHub) new SecurityHubAdministrator(this, 'SecurityHub', { accountId });
    // The administrator gets its behavior graph by this, so that its own stack must not make one.
    if (services.detective) new DetectiveAdministrator(this, 'Detective', { accountId });
  }
}

/** The conformance packs of the organization, and the security services that one account runs for all. */
class ComplianceStack extends GovernanceStack {
  constructor(scope: Construct, { model, compliance, accountId }: Compliance) {
    super(scope, 'Compliance', {
      account: accountId,
      region: model.homeRegion,
      bootstrapQualifier: model.bootstrapQualifier,
      description: 'K-ISMS conformance packs and security services of the organization',
    });
    addAnchor(this);
    const { services } = compliance;
    const packs = addPacks(this, model, compliance);
    if (services.accessAnalyzer) new OrganizationAccessAnalyzers(this, 'AccessAnalyzers');
    if (services.configAggregator) new OrganizationConfigAggregator(this, 'ConfigAggregator');
    if (services.macie) new MacieSession(this, 'Macie');
    if (services.securityHub) {
      const linkedRegions = model.governedRegions.filter((region) => region !== model.homeRegion);
      new SecurityHubCentralConfiguration(this, 'SecurityHub', {
        policies: [
          {
            name: 'kisms',
            targets: [{ name: 'Root', id: model.rootId, type: 'ROOT' }],
            // A control is on or off in all Regions alike, and only the home Region has the whole packs.
            ...(compliance.detectiveSource === 'config' &&
              linkedRegions.length === 0 && { disabledControls: securityHubTwins(packs.templates) }),
          },
        ],
        ...(linkedRegions.length > 0 && { linkedRegions }),
      });
    }
  }
}

/** The rules of global services, which evaluate nowhere else. */
class ComplianceGlobalStack extends GovernanceStack {
  constructor(scope: Construct, { model, compliance, accountId }: Compliance, region: string) {
    super(scope, 'ComplianceGlobal', {
      account: accountId,
      region,
      bootstrapQualifier: model.bootstrapQualifier,
      description: 'K-ISMS conformance packs of global services',
    });
    addAnchor(this);
    addPacks(this, model, compliance);
  }
}

function addPacks(
  stack: GovernanceStack,
  model: OrganizationModel,
  compliance: ComplianceModel,
): KismsConformancePacks {
  const excludedAccounts = model.accounts
    .filter(({ name }) => compliance.excludedAccounts.includes(name))
    .flatMap(({ id }) => id ?? []);
  return new KismsConformancePacks(stack, 'Packs', {
    ...packOptions(compliance, model.homeRegion, stack.region),
    ...(excludedAccounts.length > 0 && { excludedAccounts }),
  });
}
