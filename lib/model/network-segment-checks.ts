import type { NetworkConfig } from '../config/schema/network';
import { quote } from './model-problem';
import type { NetworkContext, SegmentConfig } from './network-context';
import { checkNetworkName, type NetworkNames } from './network-names';
import type { PlannedVpc } from './network-vpc-rows';

/** Reports segments that name nothing, contradict themselves, or lead where there is no way. */
export function checkSegments(
  config: NetworkConfig,
  planned: readonly PlannedVpc[],
  names: NetworkNames,
  context: NetworkContext,
): void {
  const { segments } = config;
  context.list.checkUnique(
    segments,
    ({ routeTableId }) => routeTableId,
    (index) => ['segments', index, 'routeTableId'],
    { en: 'route table', ko: '라우팅 테이블' },
  );
  for (const [index, segment] of segments.entries()) {
    const at = ['segments', index];
    if (segment.routeTableId !== undefined) {
      context.list.warning([...at, 'routeTableId'], {
        en: 'routes and propagations that this table has already are not seen: reachability and intents judge only what is written here; remove what it holds, or write it here',
        ko: '이 테이블에 이미 있는 경로와 전파는 알 수 없어 도달 가능성과 의도는 여기에 적은 것만으로 판단합니다: 이미 있는 것을 지우거나 여기에 적으세요',
      });
    }
    checkNeighbours(segment, at, config, names, context);
    checkInternet(segment, at, config, context);
    for (const [nth, route] of (segment.routes ?? []).entries())
      checkRoute(route, [...at, 'routes', nth], config, planned, names, context);
  }
}

function checkNeighbours(
  { name, reaches = [], inspected = [] }: SegmentConfig,
  at: (string | number)[],
  { segments, inspection }: NetworkConfig,
  names: NetworkNames,
  context: NetworkContext,
): void {
  const { list } = context;
  const lists = { reaches, inspected };
  for (const [key, words] of Object.entries(lists)) {
    list.checkUnique(
      words,
      (word) => word,
      (index) => [...at, key, index],
      { en: 'segment', ko: '세그먼트' },
    );
    for (const [index, word] of words.entries())
      checkNetworkName([...at, key, index], 'segment', word, names.segments, context);
  }
  for (const [index, word] of inspected.entries()) {
    const path = [...at, 'inspected', index];
    if (reaches.includes(word)) {
      list.error(path, {
        en: `${quote(word)} is among reaches as well, which would pass the firewall by; keep one of the two`,
        ko: `${quote(word)}이(가) reaches에도 있어 방화벽을 지나지 않게 됩니다: 둘 중 하나만 남기세요`,
      });
    }
    const other = segments.find((segment) => segment.name === word);
    if (other && !other.cidrs) {
      list.error(path, {
        en: `${quote(word)} has no cidrs, which the route to the firewall needs; give it cidrs`,
        ko: `${quote(word)}에 방화벽으로 보낼 경로에 필요한 cidrs가 없습니다: cidrs를 적으세요`,
      });
    }
  }
  if (inspected.length === 0) return;
  if (!inspection) {
    list.error([...at, 'inspected'], {
      en: 'there is no firewall; add inspection, or use reaches',
      ko: '방화벽이 없습니다: inspection을 적거나 reaches를 쓰세요',
    });
  } else if (inspection.segment === name) {
    list.error([...at, 'inspected'], {
      en: 'the firewall is in this segment, so what it lets through would come back to it for ever; use reaches',
      ko: '방화벽이 있는 세그먼트여서 통과한 트래픽이 끝없이 되돌아옵니다: reaches를 쓰세요',
    });
  }
}

function checkInternet(
  { name, internet }: SegmentConfig,
  at: (string | number)[],
  { vpcs = [], inspection }: NetworkConfig,
  { alsoKnown, list }: NetworkContext,
): void {
  const path = [...at, 'internet'];
  if (internet === 'inspected' && !inspection) {
    list.error(path, {
      en: 'there is no firewall; add inspection, or use direct',
      ko: '방화벽이 없습니다: inspection을 적거나 direct를 쓰세요',
    });
  } else if (internet === 'inspected' && inspection?.segment === name) {
    list.error(path, {
      en: 'the firewall is in this segment, so what it lets through would come back to it for ever; use direct',
      ko: '방화벽이 있는 세그먼트여서 통과한 트래픽이 끝없이 되돌아옵니다: direct를 쓰세요',
    });
  }
  if (internet !== 'direct' || alsoKnown.network.length > 0) return;
  // A second egress VPC is reported where it is written.
  if (vpcs.some(({ role }) => role === 'egress')) return;
  list.error(path, {
    en: 'there is no VPC with role: egress to leave by; add one to the network account',
    ko: '나갈 수 있는 role: egress VPC가 없습니다: 네트워크 계정에 추가하세요',
  });
}

function checkRoute(
  { to, blackhole }: NonNullable<SegmentConfig['routes']>[number],
  at: (string | number)[],
  { sites = [] }: NetworkConfig,
  planned: readonly PlannedVpc[],
  names: NetworkNames,
  context: NetworkContext,
): void {
  const { list } = context;
  if ((to === undefined) === (blackhole === undefined)) {
    list.error(at, {
      en: `has ${to === undefined ? 'neither to nor blackhole' : 'both to and blackhole'}; give exactly one of them`,
      ko: `to와 blackhole이 모두 ${to === undefined ? '없습니다' : '있습니다'}: 둘 중 하나만 적으세요`,
    });
  }
  if (to === undefined) return;
  const path = [...at, 'to'];
  const targets = [...names.vpcs, ...names.sites, ...(names.firewall === undefined ? [] : [names.firewall])];
  checkNetworkName(path, 'target', to, targets, context);
  warnOfWaiting(to, path, planned, context);
  if (sites.some(({ name, attachmentId }) => name === to && attachmentId === undefined)) {
    list.warning(path, {
      en: `${quote(to)} has no attachmentId yet, so the route is not made; write the id once the attachment exists`,
      ko: `${quote(to)}에 아직 attachmentId가 없어 경로를 만들지 않습니다: 연결이 생기면 ID를 적으세요`,
    });
  }
}

/** Warns of a VPC that is named and not deployed; gives whether it is so. */
export function warnOfWaiting(
  name: string,
  at: (string | number)[],
  planned: readonly PlannedVpc[],
  { list }: NetworkContext,
): boolean {
  const vpc = planned.find(({ row, isWaiting }) => isWaiting && row.name === name);
  if (!vpc) return false;
  list.warning(at, {
    en: `the account ${quote(vpc.row.account)} of ${quote(name)} has no id yet or is closed, so there is no such VPC and this has no effect; run accounts sync, or remove it`,
    ko: `${quote(name)}의 ${quote(vpc.row.account)} 계정에 아직 ID가 없거나 해지되어 VPC가 없으므로 효과가 없습니다: accounts sync를 실행하거나 지우세요`,
  });
  return true;
}
