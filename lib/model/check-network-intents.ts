import type { NetworkConfig } from '../config/schema/network';
import { groupBy } from '../group-by';
import { type ProblemList, quote } from './model-problem';

/** Reports intents that say nothing, or that contradict each other: no network could fulfil them. */
export function checkNetworkIntents({ intents = [], segments }: NetworkConfig, list: ProblemList): void {
  const segmentNames = new Set(segments.map(({ name }) => name));
  const sides = groupBy([...intents.entries()], ([, { from, to }]) => JSON.stringify([from, to]));
  for (const same of sides.values()) {
    for (const [index, intent] of same) {
      if (intent.from === intent.to && !segmentNames.has(intent.from)) {
        list.error(['intents', index, 'to'], {
          en: `${quote(intent.to)} is \`from\` as well, and one place cannot be reached from itself over the network; name another side, or a segment`,
          ko: `${quote(intent.to)}은(는) \`from\`과 같은데, 한 곳이 네트워크로 자신에게 닿을 수는 없습니다: 다른 쪽이나 세그먼트를 적으세요`,
        });
      }
      const [at, other] = same.find(([before, earlier]) => before < index && contradict(earlier, intent)) ?? [];
      if (at === undefined || other === undefined) continue;
      const place = list.place(['intents', at]);
      list.error(['intents', index, 'expect'], {
        en: `${quote(intent.name)} expects ${intent.expect} and ${quote(other.name)} (${place}) expects ${other.expect} of the same traffic; remove one of them`,
        ko: `같은 트래픽에 ${quote(intent.name)}은(는) ${intent.expect}, ${quote(other.name)}(${place})은(는) ${other.expect}을(를) 기대합니다: 하나를 지우세요`,
      });
    }
  }
}

type Intent = NonNullable<NetworkConfig['intents']>[number];

/** Without a port, `deny` is about every port and the others are about any one of them. */
function contradict(one: Intent, other: Intent): boolean {
  const [denied, opened] = one.expect === 'deny' ? [one, other] : [other, one];
  if (denied.expect !== 'deny' || opened.expect === 'deny') return false;
  return denied.port === undefined || denied.port === opened.port;
}
