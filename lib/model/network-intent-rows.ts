import type { NetworkConfig } from '../config/schema/network';
import { given, NETWORK_FILE, type NetworkContext } from './network-context';
import type { IntentRow } from './network-model';
import { checkNetworkName, INTERNET, type NetworkNames } from './network-names';
import { warnOfWaiting } from './network-segment-checks';
import type { PlannedVpc } from './network-vpc-rows';

/** The intents; one that names a VPC whose account is not there yet cannot be judged and is left out with a warning. */
export function intentRows(
  { intents = [] }: NetworkConfig,
  planned: readonly PlannedVpc[],
  names: NetworkNames,
  context: NetworkContext,
): IntentRow[] {
  const { list } = context;
  const sides = [...names.segments, ...names.vpcs, ...names.sites, INTERNET];
  const hops = [...names.vpcs, ...(names.firewall === undefined ? [] : [names.firewall])];
  return intents.flatMap(({ name, from, to, expect, via, port }, index) => {
    const path = ['intents', index];
    checkNetworkName([...path, 'from'], 'side', from, sides, context);
    checkNetworkName([...path, 'to'], 'side', to, sides, context);
    if (via !== undefined) checkNetworkName([...path, 'via'], 'hop', via, hops, context);
    if (expect === 'via' && via === undefined) {
      list.error([...path, 'expect'], {
        en: 'does not say what the traffic must pass; name a VPC or the firewall in via',
        ko: '트래픽이 지나야 할 곳이 없습니다: via에 VPC나 방화벽을 적으세요',
      });
    } else if (expect !== 'via' && via !== undefined) {
      list.error([...path, 'via'], {
        en: `has no meaning with expect: ${expect}; write expect: via, or remove via`,
        ko: `expect: ${expect}에는 의미가 없습니다: expect: via로 바꾸거나 via를 지우세요`,
      });
    }
    const waits = (['from', 'to', 'via'] as const).filter((key) =>
      warnOfWaiting({ from, to, via }[key] ?? '', [...path, key], planned, context),
    );
    if (waits.length > 0) return [];
    return [
      { name, from, to, expect, ...given('via', via), ...given('port', port), source: { file: NETWORK_FILE, path } },
    ];
  });
}
