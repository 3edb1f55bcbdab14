import type { NetworkConfig } from '../config/schema/network';
import { checkNetworkAddresses } from './check-network-addresses';
import { checkNetworkIntents } from './check-network-intents';
import { checkNetworkLimits } from './check-network-limits';
import { checkNetworkQuotas } from './check-network-quotas';
import { checkNetworkRouting } from './check-network-routing';
import { checkNetworkVpcs } from './check-network-vpcs';
import type { ProblemList } from './model-problem';
import type { NetworkModel } from './network-model';

/**
 * Reports what is wrong with the network as a whole; names that do not exist are reported where the rows are made.
 *
 * @param config - the file, for the places of problems and for what has no row yet
 * @param network - the rows
 * @param list - receives the problems
 */
export function checkNetwork(config: NetworkConfig, network: NetworkModel, list: ProblemList): void {
  checkNetworkAddresses(config, list);
  checkNetworkVpcs(config, network, list);
  checkNetworkRouting(config, network, list);
  checkNetworkLimits(config, network, list);
  checkNetworkQuotas(config, network, list);
  checkNetworkIntents(config, list);
}
