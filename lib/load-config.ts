import { RegionInfo } from 'aws-cdk-lib/region-info';
import {
  awsManagedPolicyArn,
  checkPolicyDocument,
  GUARDRAILS,
  PERMISSION_SET_PRESETS,
  PRIVILEGED_SESSION_HOURS,
  privilegeOf,
} from '../constructs';
import {
  CONFIG_RULES,
  CONTROLS,
  CRITERIA,
  conformancePackTemplates,
  inspectorPolicyContent,
  LEGAL_PARAMETERS,
  legalParameters,
  REMEDIATIONS,
  selectRules,
  strictest,
} from '../constructs/kisms';
import type * as KismsChecks from '../constructs/kisms-checks';
import {
  type AlsoKnown,
  ConfigError,
  type ConfigFiles,
  didYouMean,
  type Problem,
  parseConfig,
  renderPath,
  sortProblems,
  startsWith,
} from './config';
import { buildModel } from './model/build-model';
import type { ComplianceFacts } from './model/compliance-context';
import type { ModelProblem, PlaceOf } from './model/model-problem';
import type { OrganizationModel } from './model/organization-model';
import { checkControlTower } from './policies/check-control-tower';
import { checkExemption } from './policies/check-exemption';
import { checkPolicies } from './policies/check-policies';
import { type ComposedPolicy, composePolicies } from './policies/compose-policies';
import { checkLockOut } from './policies/lock-out';
import { checkUnusedAccess } from './policies/permission-sets';
import { failedProofs, type ProofResult, runProofs } from './policies/prove';
import { readPolicyFile } from './policies/read-policy-file';
import { readTextFile } from './policies/read-text-file';
import { suggest } from './suggest';

/** A config folder that holds no error: the model, the policies made of it, and the proofs that hold. */
export interface LoadedOrganization {
  /** Folder that the config was read from. */
  readonly directory: string;
  readonly model: OrganizationModel;
  readonly policies: readonly ComposedPolicy[];
  readonly proofs: readonly ProofResult[];
  /** The config as it was written. */
  readonly files: ConfigFiles;
  /** Things that are allowed but deserve a look. */
  readonly warnings: readonly Problem[];
}

/** Settings of {@link loadConfig}. */
export interface LoadConfigOptions {
  /**
   * Day to judge the dates of exceptions and of the access review by, `YYYY-MM-DD`.
   *
   * @default - the dates of the config are only compared with each other, so that every run gives the same answer
   */
  readonly today?: string;
}

const COMPLIANCE_FACTS: ComplianceFacts = {
  configRules: CONFIG_RULES,
  criteria: CRITERIA,
  checkNames,
  presets: GUARDRAILS,
  remediable: Object.keys(REMEDIATIONS),
  legalTexts: LEGAL_PARAMETERS,
  legalParameters,
  strictest,
  selectRules,
  packTemplates: conformancePackTemplates,
  inspectorPolicy: inspectorPolicyContent,
};

/** Loaded for a config that names checks, and for no other: the rules need cdk-nag, which is an optional peer of the package. */
function checkNames(): readonly string[] {
  const { KISMS_RULES } = require('../constructs/kisms-checks') as typeof KismsChecks;
  const mapped = CONTROLS.flatMap(({ mechanism, reference }) => (mechanism === 'nag-rule' ? reference : []));
  return [...new Set([...mapped, ...KISMS_RULES.map(({ id }) => id)])];
}

const isError = (problem: Problem): boolean => problem.severity === 'error';

/**
 * Reads a config folder, resolves it to the model and checks every invariant, policy and proof.
 *
 * Makes no AWS call and needs no credentials.
 *
 * @param directory - the config folder
 * @param options - none are needed
 * @throws ConfigError with every problem at once
 */
export function loadConfig(directory: string, options: LoadConfigOptions = {}): LoadedOrganization {
  const { files, problems: parsed, alsoKnown, origin, locate } = parseConfig(directory);
  if (!files) throw new ConfigError(parsed, directory);

  const placeOf: PlaceOf = (file, path) => renderPath(origin(file, path));
  const { model, problems: found } = buildModel(files, {
    knownRegions: new Map(RegionInfo.regions.map(({ name, partition = 'aws' }) => [name, partition])),
    alsoKnown,
    readPolicyFile: (file) => readPolicyFile(directory, file),
    readTextFile: (file) => readTextFile(directory, file),
    permissionSets: {
      presets: PERMISSION_SET_PRESETS,
      privilegeOf,
      privilegedSessionHours: PRIVILEGED_SESSION_HOURS,
      managedPolicyArn: awsManagedPolicyArn,
      checkDocument: (document) => checkPolicyDocument(document, 'IDENTITY_POLICY'),
    },
    compliance: COMPLIANCE_FACTS,
    today: options.today,
    placeOf,
  });
  const { policies, problems: refused } = composePolicies(model);
  const named = found.filter((problem) => !meansMalformed(problem, alsoKnown));
  const isBroken = (problem: Problem): boolean => isError(problem) && problem.path[0] === 'guardrails';
  const problems: ModelProblem[] = [
    ...named,
    ...refused,
    ...checkControlTower(model, files.controlTower),
    ...checkPolicies(model, policies, placeOf),
    // The preset that protects the exempt roles may stand in what is left out.
    ...([...parsed, ...found].some(isBroken) ? [] : checkExemption(model, policies)),
  ];
  // Only policies that AWS would accept, on the right targets, can be evaluated.
  const sound = ![...parsed, ...problems].some(isError);
  const proofs = sound ? runProofs(model, policies) : [];
  if (sound) problems.push(...checkLockOut(model, policies), ...failedProofs(proofs), ...checkUnusedAccess(model));

  const later = problems.map((problem) => locate(suggest(problem)));
  const located = sortProblems([
    ...parsed,
    ...later.filter((problem) => !parsed.some((part) => isPart(part, problem))),
  ]);
  if (located.some(isError)) throw new ConfigError(located, directory);
  return { directory, model, policies, proofs, files, warnings: located };
}

/** Whether a name is unknown only because the entry that it names has a malformed one, which is reported. */
function meansMalformed({ unknown }: ModelProblem, { malformed }: AlsoKnown): boolean {
  const meant = unknown && didYouMean(unknown.word, unknown.candidates);
  return meant !== undefined && malformed.includes(meant);
}

/** Whether one problem is about a part of what the other is about: what a whole lacks is then what was left out of it. */
function isPart(part: Problem, whole: Problem): boolean {
  return part.file === whole.file && part.path.length > whole.path.length && startsWith(part.path, whole.path);
}
