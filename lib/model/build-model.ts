import type { ConfigFiles } from '../config';
import { accountRows } from './account-rows';
import { lockedAccounts } from './accounts-lock';
import { checkAccounts } from './check-accounts';
import type { SelectorUse } from './check-selector';
import type { ComplianceFacts } from './compliance-context';
import { complianceRows } from './compliance-rows';
import { controlTowerRows } from './control-tower-rows';
import { bootstrapQualifier, checkExemptRoles, exemptRoles } from './exempt-roles';
import type { AlsoKnownAccess, PermissionSetFacts } from './identity-center-context';
import { identityCenterRows } from './identity-center-rows';
import { type ModelProblem, type PlaceOf, ProblemList } from './model-problem';
import type { AlsoKnownNetwork, ReadTextFile } from './network-context';
import { networkRows } from './network-rows';
import type { OrganizationModel } from './organization-model';
import { checkOrganizationalUnits, organizationalUnitRows } from './organizational-units';
import { policyRows, type ReadPolicyFile } from './policy-rows';
import { proofRows } from './proof-rows';
import { checkRegions, type KnownRegions, partitionOf } from './regions';

const FILE = 'organization.yaml';

/** Facts from outside the config that the checks need. */
export interface ModelOptions {
  readonly knownRegions: KnownRegions;
  /** Names of broken entries that must not cause further errors. */
  readonly alsoKnown: SelectorUse['alsoKnown'] & AlsoKnownAccess & AlsoKnownNetwork;
  readonly readPolicyFile: ReadPolicyFile;
  readonly readTextFile: ReadTextFile;
  readonly permissionSets: PermissionSetFacts;
  readonly compliance: ComplianceFacts;
  /** Day to judge dates by, `YYYY-MM-DD`. @default - only the dates of the config are compared */
  readonly today?: string;
  readonly placeOf: PlaceOf;
}

/** The model, and everything that is wrong with it; with an error among the problems it must not be deployed. */
export interface BuiltModel {
  readonly model: OrganizationModel;
  readonly problems: readonly ModelProblem[];
}

/** Resolves names, expands selectors and checks every invariant of the organization. */
export function buildModel(files: ConfigFiles, options: ModelOptions): BuiltModel {
  const { organization: config, accountsLock, controlTower } = files;
  const { alsoKnown, knownRegions, readPolicyFile, placeOf } = options;
  const list = new ProblemList(FILE, placeOf);
  checkRegions(config, knownRegions, list);
  checkExemptRoles(config, list);
  checkOrganizationalUnits(config, alsoKnown.ous, list);
  checkAccounts(config, alsoKnown, list);

  const locked = lockedAccounts(config, accountsLock, alsoKnown.accounts, placeOf);
  const accounts = accountRows(config, locked.lines, FILE);
  const tree = { accounts, organizationalUnits: organizationalUnitRows(config, FILE) };
  const tower = controlTowerRows(controlTower, tree, alsoKnown, placeOf);
  const partition = partitionOf(config, knownRegions);
  const names = [...accounts.map((account) => account.name), ...alsoKnown.accounts];
  const place = {
    partition,
    managementAccount: config.organization.managementAccount,
    homeRegion: config.homeRegion,
    governedRegions: config.governedRegions,
  };
  const policies = policyRows(config, { tree, alsoKnown, readPolicyFile, file: FILE, list });
  const compliance = complianceRows(files.compliance, {
    ...options,
    tree,
    organization: place,
    guardrailSets: policies.guardrailSets,
  });
  const access = identityCenterRows(files.identityCenter, { ...options, tree, organization: place });
  const network = networkRows(files.network, { ...options, tree, organization: place });
  const model: OrganizationModel = {
    organizationId: config.organization.id,
    rootId: config.organization.rootId,
    ...place,
    deploymentAccount: config.deployment.account,
    bootstrapQualifier: bootstrapQualifier(config),
    ...exemptRoles(config, partition),
    ...tree,
    ...policies,
    guardrailSets: [...policies.guardrailSets, ...compliance.guardrailSets],
    policies: [...policies.policies, ...compliance.policies],
    proofs: proofRows(config, names, FILE, list),
    ...tower.rows,
    ...access.rows,
    ...compliance.rows,
    ...network.rows,
  };
  const others = [locked, tower, access, network, compliance].flatMap(({ problems }) => problems);
  return { model, problems: [...list.problems, ...others] };
}
