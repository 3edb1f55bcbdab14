import type { LocalizedText } from '../../constructs';
import type { ConfigPath } from '../config/problem';
import type { NetworkConfig } from '../config/schema/network';
import { quote } from './model-problem';
import type { NetworkContext } from './network-context';
import type { PlannedVpc } from './network-vpc-rows';

/** Side of an intent that is no segment, VPC or site. */
export const INTERNET = 'internet';

/** Name of the firewall when the config gives none. */
const FIREWALL = 'firewall';

/** Every name of the network, by what it names. */
export interface NetworkNames {
  readonly segments: readonly string[];
  readonly vpcs: readonly string[];
  readonly sites: readonly string[];
  readonly pools: readonly string[];
  /** @default - no traffic is inspected */
  readonly firewall?: string;
}

/** The names, each of which must be there once: routes and intents say nothing but the name. */
export function networkNames(
  config: NetworkConfig,
  planned: readonly PlannedVpc[],
  { list }: NetworkContext,
): NetworkNames {
  const { segments, sites = [], addressPools = [], prefixLists = [], vpcTemplates = [], intents = [] } = config;
  const { inspection } = config;
  const firewall = inspection && (inspection.name ?? FIREWALL);
  const named: { name: string; at: ConfigPath }[] = [
    ...segments.map(({ name }, index) => ({ name, at: ['segments', index, 'name'] })),
    ...planned.map(({ row }) => ({ name: row.name, at: [...row.source.path, 'name'] })),
    ...sites.map(({ name }, index) => ({ name, at: ['sites', index, 'name'] })),
    ...(firewall === undefined ? [] : [{ name: firewall, at: ['inspection', ...(inspection?.name ? ['name'] : [])] }]),
  ];
  list.checkUnique(
    named,
    ({ name }) => name,
    (index) => [...(named[index]?.at ?? [])],
    { en: 'name', ko: '이름' },
  );
  for (const { name, at } of named) {
    if (name !== INTERNET) continue;
    list.error(at, {
      en: `${quote(INTERNET)} is what intents call the internet; choose another name`,
      ko: `${quote(INTERNET)}은(는) 의도에서 인터넷을 뜻합니다: 다른 이름을 쓰세요`,
    });
  }
  const lists = { vpcTemplates, addressPools, prefixLists, intents };
  for (const [key, entries] of Object.entries(lists)) {
    list.checkUnique(
      entries as readonly { name: string }[],
      ({ name }) => name,
      (index) => [key, index, 'name'],
      { en: 'name', ko: '이름' },
    );
  }
  return {
    segments: segments.map(({ name }) => name),
    vpcs: planned.map(({ row }) => row.name),
    sites: sites.map(({ name }) => name),
    pools: addressPools.map(({ name }) => name),
    ...(firewall !== undefined && { firewall }),
  };
}

/** What a name of the network names, in messages. */
export const NAME_KINDS = {
  segment: { en: 'segment', ko: '세그먼트' },
  pool: { en: 'address pool', ko: '주소 풀' },
  vpc: { en: 'VPC', ko: 'VPC' },
  target: { en: 'VPC, firewall or site', ko: 'VPC, 방화벽, 사업장' },
  side: { en: 'segment, VPC, site or internet', ko: '세그먼트, VPC, 사업장, internet' },
  hop: { en: 'VPC or firewall', ko: 'VPC, 방화벽' },
} as const satisfies Record<string, LocalizedText>;

/** Reports a name that nothing of this kind has. */
export function checkNetworkName(
  at: ConfigPath,
  kind: keyof typeof NAME_KINDS,
  word: string,
  candidates: readonly string[],
  context: NetworkContext,
): boolean {
  if (candidates.includes(word) || isLeftOut(word, context)) return true;
  const { en, ko } = NAME_KINDS[kind];
  context.list.error(
    at,
    { en: `no ${en} ${quote(word)}`, ko: `${ko} ${quote(word)}이(가) 없습니다` },
    { word, candidates },
  );
  return false;
}

/** Whether a name belongs to an entry that is broken itself, or to a VPC of a template that is. */
function isLeftOut(word: string, { alsoKnown }: NetworkContext): boolean {
  return alsoKnown.network.some((name) => word === name || word.endsWith(`-${name}`));
}
