import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { ConfigError, type Problem, parseConfig, sortProblems } from '../config';
import { createApp } from '../create-app';
import { Governance } from '../governance';
import type { LoadedOrganization } from '../load-config';
import { assemblyTemplates } from './assembly-templates';
import { checkEndpointWays } from './check-endpoint-ways';
import { checkIntents } from './check-intents';
import { graphFromTemplates } from './graph-from-templates';
import { networkFacts } from './network-facts';
import type { NetworkGraph } from './network-graph';
import { reachability } from './reachability';
import type { ReachabilityMatrix } from './reachability-matrix';

/** The network of an organization as packets meet it. */
export interface OrganizationNetwork {
  readonly graph: NetworkGraph;
  readonly matrix: ReachabilityMatrix;
}

/**
 * The network as the templates of an organization make it; `undefined` when the config has none.
 *
 * @param organization - the config
 * @param assembly - cloud assembly of this very config. @default - its network stacks are synthesized for the purpose
 */
export function organizationNetwork(
  organization: LoadedOrganization,
  assembly?: CloudAssembly,
): OrganizationNetwork | undefined {
  const { network, accounts } = organization.model;
  if (!network) return undefined;
  const templates = assembly
    ? assemblyTemplates(assembly, accounts)
    : withNetworkAssembly(organization, (own) => assemblyTemplates(own, accounts));
  const graph = graphFromTemplates(templates, networkFacts(network));
  return { graph, matrix: reachability(graph) };
}

/**
 * Compares the network with its intents.
 *
 * @returns what deserves a look, located in the config
 * @throws ConfigError when an intent does not hold, or when a connection would break for want of symmetry
 */
export function checkNetwork({ model, directory }: LoadedOrganization, { matrix }: OrganizationNetwork): Problem[] {
  if (!model.network) return [];
  const problems = [
    ...checkIntents(matrix, model.network.intents, model.network),
    ...checkEndpointWays(matrix, model.network),
  ];
  if (problems.length === 0) return [];
  const { locate } = parseConfig(directory);
  const located = sortProblems(problems.map(locate));
  if (located.some(({ severity }) => severity === 'error')) throw new ConfigError(located, directory);
  return located;
}

function withNetworkAssembly<T>(organization: LoadedOrganization, read: (assembly: CloudAssembly) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'network-'));
  try {
    const app = createApp({ outdir, templateValidation: false });
    const { identityCenter: _, compliance: __, ...model } = organization.model;
    new Governance(app, { organization: { ...organization, model, policies: [] } });
    return read(app.synth());
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
