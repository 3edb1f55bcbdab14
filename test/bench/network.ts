import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { loadConfig } from '../../lib/load-config';
import { checkNetwork, organizationNetwork } from '../../lib/network/organization-network';

/**
 * Prints what the checks of a network and the reachability of every pair of its endpoints cost, for bench.ts.
 *
 * Arguments: the config folder, and its cloud assembly, which is not part of the cost.
 */
function main(directory: string, folder: string): void {
  const started = process.hrtime.bigint();
  const organization = loadConfig(directory);
  const loaded = process.hrtime.bigint();
  const network = organizationNetwork(organization, new CloudAssembly(folder));
  if (!network) throw new Error(`${directory} has no network`);
  const { matrix } = network;
  let reached = 0;
  for (const from of matrix.endpoints) {
    for (const to of matrix.endpoints) {
      if (from !== to && matrix.verdict(from.name, to.name).verdict === 'allow') reached++;
    }
  }
  checkNetwork(organization, network);
  const done = process.hrtime.bigint();
  process.stdout.write(
    `${JSON.stringify({
      endpoints: matrix.endpoints.length,
      reached,
      loadSeconds: Number(loaded - started) / 1e9,
      reachabilitySeconds: Number(done - loaded) / 1e9,
      megabytes: process.resourceUsage().maxRSS / 1024,
    })}\n`,
  );
}

main(process.argv[2] as string, process.argv[3] as string);
