import { canonicalCidr } from '../../constructs/ipv4';
import type { NetworkConfig } from '../config/schema/network';
import { checkNetwork } from './check-network';
import { type ModelProblem, ProblemList } from './model-problem';
import { attachingOus, checkShares, networkAccountName } from './network-account';
import { given, NETWORK_FILE, type NetworkContext } from './network-context';
import { dnsRow } from './network-dns-row';
import { firewallRow } from './network-firewall-row';
import { intentRows } from './network-intent-rows';
import type { NetworkModel, PrefixListRow, TransitGatewayRow } from './network-model';
import { networkNames } from './network-names';
import { transitRouting } from './network-routing';
import { checkSegments } from './network-segment-checks';
import { siteRows } from './network-site-rows';
import { checkVpcs } from './network-vpc-checks';
import { plannedVpcs } from './network-vpc-rows';
import { checkHomeZones, checkZones } from './network-zones';

/** The network as rows, with its routing, and everything that is wrong with it. */
export function networkRows(
  config: NetworkConfig | undefined,
  surroundings: Omit<NetworkContext, 'list'>,
): { rows: { network?: NetworkModel }; problems: readonly ModelProblem[] } {
  if (!config) return { rows: {}, problems: [] };
  const context: NetworkContext = { ...surroundings, list: new ProblemList(NETWORK_FILE, surroundings.placeOf) };
  const { list } = context;
  const account = networkAccountName(config, context);
  checkZones(config.zones, ['zones'], list);
  checkHomeZones(config.zones, surroundings.organization.homeRegion, list);
  const planned = plannedVpcs(config, account, context);
  const names = networkNames(config, planned, context);
  checkVpcs(config, account, names, context);
  checkSegments(config, planned, names, context);

  const rows = {
    supernets: config.supernets,
    addressPools: addressPoolRows(config, context),
    vpcs: planned.filter(({ isWaiting }) => !isWaiting).map(({ row }) => row),
    ...given('firewall', firewallRow(config, names, context)),
    sites: siteRows(config, names, context),
  };
  const { centralEndpoints, flowLogs } = config;
  const network: NetworkModel = {
    account,
    ...given('flowLogsBucketArn', flowLogs?.bucketArn),
    transitGateway: transitGatewayRow(config, attachingOus(config, planned, account, context), context),
    segments: config.segments.map(({ name, routeTableId, cidrs = [] }, index) => ({
      name,
      ...given('routeTableId', routeTableId),
      cidrs,
      source: { file: NETWORK_FILE, path: ['segments', index] },
    })),
    ...rows,
    ...given('dns', dnsRow(config, { planned, networkAccount: account, names }, context)),
    ...given('centralEndpoints', centralEndpoints),
    prefixLists: prefixListRows(config, context),
    routing: transitRouting(config.segments, rows, list),
    intents: intentRows(config, planned, names, context),
  };
  // Where a name leads nowhere, what would follow from it is not a mistake of its own.
  const isWhole = surroundings.alsoKnown.network.length === 0 && !list.problems.some(({ unknown }) => unknown);
  if (isWhole) checkNetwork(config, network, list);
  return { rows: { network }, problems: list.problems };
}

/** What the config leaves open stays out of the row: a default that is written down would replace a gateway that exists. */
function transitGatewayRow(
  { transitGateway }: NetworkConfig,
  shareWith: readonly string[],
  { list }: NetworkContext,
): TransitGatewayRow {
  const { id, amazonSideAsn, dnsSupport, vpnEcmpSupport, securityGroupReferencing, encryption, cidrs } = transitGateway;
  if (id !== undefined) {
    list.warning(['transitGateway', 'id'], {
      en: 'its settings and shares stay as they are: turn off its default association and propagation, or the routing here fails and attachments join tables that nobody judges; have it accept shared attachments, and share it with the accounts that own VPCs',
      ko: '설정과 공유를 바꾸지 않습니다: 기본 연결과 기본 전파를 끄지 않으면 여기의 라우팅이 실패하고, 판단하지 않는 테이블에 연결이 들어갑니다. 공유 연결을 자동으로 수락하게 하고 VPC를 가진 계정과 공유하세요',
    });
    const settings = { dnsSupport, vpnEcmpSupport, securityGroupReferencing, encryption, cidrs };
    for (const [key, value] of Object.entries(settings)) {
      if (value === undefined) continue;
      list.warning(['transitGateway', key], {
        en: 'has no effect on a transit gateway that exists; remove it, or id',
        ko: '이미 있는 Transit Gateway에는 효과가 없습니다: 이 키나 id를 지우세요',
      });
    }
  }
  return {
    ...given('id', id),
    ...given('amazonSideAsn', amazonSideAsn),
    dnsSupport: dnsSupport ?? true,
    vpnEcmpSupport: vpnEcmpSupport ?? true,
    securityGroupReferencing: securityGroupReferencing ?? true,
    ...given('encryption', encryption),
    cidrs: cidrs ?? [],
    shareWith,
  };
}

function addressPoolRows({ addressPools = [] }: NetworkConfig, { list }: NetworkContext): NetworkModel['addressPools'] {
  list.checkUnique(
    addressPools,
    ({ id }) => id,
    (index) => ['addressPools', index, 'id'],
    { en: 'IPAM pool', ko: 'IPAM 풀' },
  );
  return addressPools.map(({ name, id, cidrs }, index) => ({
    name,
    ...given('id', id),
    cidrs,
    source: { file: NETWORK_FILE, path: ['addressPools', index] },
  }));
}

function prefixListRows({ prefixLists = [] }: NetworkConfig, context: NetworkContext): PrefixListRow[] {
  const { list } = context;
  return prefixLists.map(({ name, maxEntries, entries, shareWith = [] }, index) => {
    const at = ['prefixLists', index];
    checkShares(shareWith, [...at, 'shareWith'], context);
    list.checkUnique(
      entries,
      ({ cidr }) => canonicalCidr(cidr),
      (nth) => [...at, 'entries', nth, 'cidr'],
      { en: 'block', ko: '블록' },
    );
    if (entries.length > maxEntries) {
      list.error([...at, 'maxEntries'], {
        en: `is less than the ${entries.length} entries; raise it`,
        ko: `항목 ${entries.length}개보다 작습니다: 늘리세요`,
      });
    }
    return { name, maxEntries, entries, shareWith };
  });
}
