import { isDeepStrictEqual } from 'node:util';
import { type AccountsLock, emptyLock } from './accounts-lock';
import { didYouMean } from './did-you-mean';
import { CONFIG_FILES, type ConfigFiles } from './files';
import type { ConfigPath, Problem } from './problem';
import { readFolder } from './read-folder';
import { sortProblems } from './render-problem';
import { type Salvaged, salvage } from './salvage';
import type { ComplianceConfig } from './schema/compliance';
import type { ControlTowerConfig } from './schema/control-tower';
import type { IdentityCenterConfig } from './schema/identity-center';
import type { NetworkConfig } from './schema/network';
import type { OrganizationConfig } from './schema/organization';
import { isMapping, valueAt } from './schema-walk';
import { YamlSource } from './yaml-source';

/** Names that the config holds although a problem keeps their entry out of `files`. */
export interface AlsoKnown {
  /** Account names. */
  readonly accounts: string[];
  /** OU paths. */
  readonly ous: string[];
  /** Groups of IAM Identity Center. */
  readonly groups: string[];
  /** Permission sets. */
  readonly permissionSets: string[];
  /** Customer managed policies. */
  readonly customerManagedPolicies: string[];
  /** Segments, VPCs, templates of VPCs, sites and address pools of the network. */
  readonly network: string[];
  /** Those of both that are the mistake themselves: nothing else can be called so, and others mean them by another spelling. */
  readonly malformed: string[];
}

/** A config folder, read; further checks go on with `files` even when there are problems. */
export interface ParsedConfig {
  /** What is valid of the folder. @default - a required file has nothing usable */
  readonly files?: ConfigFiles;
  /** Everything that is wrong with files, syntax and schema; sorted, each once. */
  readonly problems: Problem[];
  readonly alsoKnown: AlsoKnown;
  /**
   * Path in the file as it is written, of a path in `files`, where lists are shorter by what was left out.
   *
   * @param file - name of the file
   * @param path - place in `files`
   */
  origin(file: string, path: ConfigPath): ConfigPath;
  /**
   * Fills in line and column of a problem that a later check found in `files`, and turns its path into that of the
   * file as it is written.
   *
   * @param problem - returned as it is when it has a line already
   */
  locate(problem: Problem): Problem;
}

interface ReadFile {
  readonly source: YamlSource;
  readonly salvaged?: Salvaged<unknown>;
}

/** What the entries that were dropped from a list are called; or of these only the names that are wrong themselves. */
function droppedNames(file: ReadFile | undefined, list: string, key: string, wrong = false): string[] {
  const isWrong = (path: ConfigPath) =>
    file?.salvaged?.problems.some((problem) => isDeepStrictEqual(problem.path, [...path, key])) === true;
  const names = (file?.salvaged?.dropped ?? [])
    .filter((path) => path.length === 2 && path[0] === list && (!wrong || isWrong(path)))
    .map((path) => {
      const entry = valueAt(file?.source.value, path).value;
      if (!isMapping(entry)) return undefined;
      const misspelt = Object.keys(entry).find((written) => didYouMean(written, [key]) !== undefined);
      return entry[key] ?? (misspelt === undefined ? undefined : entry[misspelt]);
    });
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}

/**
 * Reads a config folder: finds every problem of files, syntax and schema in one run, and keeps what is valid.
 *
 * Never throws for what stands in the folder.
 *
 * @param directory - the config folder
 */
export function parseConfig(directory: string): ParsedConfig {
  const { texts, problems: folderProblems } = readFolder(directory, CONFIG_FILES);
  const found = [folderProblems];
  const read = new Map<string, ReadFile>();
  const values = new Map<keyof ConfigFiles, unknown>();
  for (const { name, property, schema } of CONFIG_FILES) {
    const text = texts.get(name);
    if (text === undefined) continue;
    const source = new YamlSource(name, text);
    const salvaged = source.value === undefined ? undefined : salvage(name, schema, source);
    found.push(source.problems, salvaged?.problems ?? []);
    read.set(name, { source, salvaged });
    values.set(property, salvaged?.value);
  }

  const problems = sortProblems(found.flat());
  const organization = values.get('organization') as OrganizationConfig | undefined;
  const files: ConfigFiles | undefined = organization && {
    organization,
    controlTower: values.get('controlTower') as ControlTowerConfig | undefined,
    identityCenter: values.get('identityCenter') as IdentityCenterConfig | undefined,
    compliance: values.get('compliance') as ComplianceConfig | undefined,
    network: values.get('network') as NetworkConfig | undefined,
    accountsLock: (values.get('accountsLock') as AccountsLock | undefined) ?? emptyLock(organization.organization.id),
  };
  const organizationFile = read.get('organization.yaml');
  const networkFile = read.get('network.yaml');
  const identityCenterFile = read.get('identity-center.yaml');
  const origin = (file: string, path: ConfigPath): ConfigPath => read.get(file)?.salvaged?.origin(path) ?? path;
  const located = (problem: Problem): Problem => {
    const file = read.get(problem.file);
    if (!file || problem.line !== undefined) return problem;
    const path = origin(problem.file, problem.path);
    return { ...problem, path, ...file.source.locate(path, problem.atKey) };
  };
  return {
    files,
    problems,
    alsoKnown: {
      accounts: droppedNames(organizationFile, 'accounts', 'name'),
      ous: droppedNames(organizationFile, 'organizationalUnits', 'path'),
      groups: droppedNames(identityCenterFile, 'groups', 'name'),
      permissionSets: droppedNames(identityCenterFile, 'permissionSets', 'name'),
      customerManagedPolicies: droppedNames(identityCenterFile, 'customerManagedPolicies', 'name'),
      network: ['segments', 'vpcs', 'vpcTemplates', 'sites', 'addressPools'].flatMap((list) =>
        droppedNames(networkFile, list, 'name'),
      ),
      malformed: [
        ...droppedNames(organizationFile, 'accounts', 'name', true),
        ...droppedNames(organizationFile, 'organizationalUnits', 'path', true),
      ],
    },
    origin,
    locate: located,
  };
}
