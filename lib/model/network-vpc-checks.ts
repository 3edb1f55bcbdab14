import type { LocalizedText } from '../../constructs';
import type { NetworkConfig } from '../config/schema/network';
import { quote } from './model-problem';
import type { NetworkContext, VpcConfig, VpcTemplateConfig } from './network-context';
import { checkNetworkName, type NetworkNames } from './network-names';
import { checkZones } from './network-zones';

type Tier = VpcConfig['tiers'][number];

/** Reports what is wrong with the VPCs and templates, each by itself. */
export function checkVpcs(
  config: NetworkConfig,
  networkAccount: string,
  names: NetworkNames,
  context: NetworkContext,
): void {
  for (const [index, vpc] of (config.vpcs ?? []).entries()) {
    const at = ['vpcs', index];
    checkCommon(vpc, at, vpc.role === 'egress', config, names, context);
    checkWritten(vpc, at, networkAccount, context);
  }
  for (const [index, template] of (config.vpcTemplates ?? []).entries())
    checkCommon(template, ['vpcTemplates', index], false, config, names, context);
  const exits = (config.vpcs ?? []).map(({ role }) => (role === 'egress' ? role : undefined));
  context.list.checkUnique(
    exits,
    (role) => role,
    (index) => ['vpcs', index, 'role'],
    { en: 'role', ko: '역할' },
  );
}

function checkWritten(vpc: VpcConfig, at: (string | number)[], networkAccount: string, { list }: NetworkContext): void {
  const { name, cidr, addresses, role, account, internet, tiers, shareSubnets } = vpc;
  const error = (key: string | undefined, en: string, ko: string) =>
    list.error(key === undefined ? at : [...at, key], { en, ko });
  if ((cidr === undefined) === (addresses === undefined)) {
    error(
      undefined,
      `has ${cidr === undefined ? 'neither cidr nor addresses' : 'both cidr and addresses'}; give exactly one of them`,
      `cidr와 addresses가 모두 ${cidr === undefined ? '없습니다' : '있습니다'}: 둘 중 하나만 적으세요`,
    );
  }
  const isElsewhere = account !== undefined && account !== networkAccount;
  if (role === 'egress') {
    if (isElsewhere)
      error(
        'account',
        `${quote(name)} is the way out of every segment, so it belongs to the network account; remove account`,
        `${quote(name)}은(는) 모든 세그먼트의 출구이므로 네트워크 계정에 둡니다: account를 지우세요`,
      );
    if (internet !== undefined && internet !== 'local')
      error(
        'internet',
        `${quote(name)} is the way to the internet itself; remove internet`,
        `${quote(name)}은(는) 그 자체가 인터넷 출구입니다: internet을 지우세요`,
      );
    if (!tiers.some(({ type }) => type === 'public'))
      error(
        'tiers',
        'an egress VPC needs a public tier for its NAT gateways; add one',
        '이그레스 VPC에는 NAT 게이트웨이를 둘 public 계층이 필요합니다: 추가하세요',
      );
  }
  if (!shareSubnets) return;
  if (isElsewhere)
    error(
      'shareSubnets',
      'only subnets of the network account are shared; remove shareSubnets, or account',
      '네트워크 계정의 서브넷만 공유합니다: shareSubnets나 account를 지우세요',
    );
  if (!shareSubnets.ous && !shareSubnets.accounts)
    error('shareSubnets', 'names nobody; give ous or accounts', '공유 대상이 없습니다: ous나 accounts를 적으세요');
  for (const key of ['ous', 'accounts'] as const)
    list.checkUnique(
      shareSubnets[key] ?? [],
      (receiver) => receiver,
      (index) => [...at, 'shareSubnets', key, index],
      key === 'ous' ? { en: 'OU', ko: 'OU' } : { en: 'account', ko: '계정' },
    );
}

function checkCommon(
  vpc: VpcConfig | VpcTemplateConfig,
  at: (string | number)[],
  isEgress: boolean,
  config: NetworkConfig,
  names: NetworkNames,
  context: NetworkContext,
): void {
  const { list } = context;
  const { segment, zones, tiers, internet = 'none', addresses, flowLogs } = vpc;
  const hasTier = (type: Tier['type']) => tiers.some((tier) => tier.type === type);
  const error = (key: string, message: LocalizedText) => list.error([...at, key], message);
  checkNetworkName([...at, 'segment'], 'segment', segment, names.segments, context);
  if (addresses) checkNetworkName([...at, 'addresses', 'pool'], 'pool', addresses.pool, names.pools, context);
  checkZones(zones, [...at, 'zones'], list);
  for (const key of ['gatewayEndpoints', 'interfaceEndpoints'] as const)
    list.checkUnique(
      vpc[key] ?? [],
      (service: string) => service,
      (index) => [...at, key, index],
      { en: 'endpoint', ko: '엔드포인트' },
    );
  if (internet === 'local' && !isEgress && !hasTier('public')) {
    error('internet', {
      en: 'needs a public tier for the internet gateway and the NAT gateways; add one, or use central',
      ko: '인터넷 게이트웨이와 NAT 게이트웨이를 둘 public 계층이 필요합니다: 추가하거나 central을 쓰세요',
    });
  }
  if (internet === 'central' && !isEgress) {
    if (!hasTier('private'))
      error('internet', {
        en: 'only private tiers have a route to the transit gateway, and there is none; add one, or remove internet',
        ko: 'private 계층만 Transit Gateway로 갈 수 있는데 하나도 없습니다: 추가하거나 internet을 지우세요',
      });
    const route = config.segments.find(({ name }) => name === segment);
    if (route && (route.internet ?? 'none') === 'none')
      error('internet', {
        en: `the segment ${quote(segment)} has no way to the internet; give it internet, or remove this key`,
        ko: `${quote(segment)} 세그먼트에 인터넷 경로가 없습니다: 세그먼트에 internet을 적거나 이 키를 지우세요`,
      });
  }
  if (vpc.interfaceEndpoints && !hasTier('private')) {
    error('interfaceEndpoints', {
      en: 'interface endpoints stand in the first private tier, and there is none; add one, or use centralEndpoints',
      ko: '인터페이스 엔드포인트는 첫 private 계층에 두는데 하나도 없습니다: 추가하거나 centralEndpoints를 쓰세요',
    });
  }
  if (flowLogs && !config.flowLogs) {
    error('flowLogs', {
      en: 'the file does not say where flow logs go; add flowLogs.bucketArn at its top',
      ko: '흐름 로그를 보낼 곳이 없습니다: 파일 맨 위에 flowLogs.bucketArn을 적으세요',
    });
  }
  checkTiers(tiers, [...at, 'tiers'], isEgress || internet === 'local', context);
}

function checkTiers(
  tiers: readonly Tier[],
  at: (string | number)[],
  hasGateway: boolean,
  { list }: NetworkContext,
): void {
  for (const [index, { type, networkAcl = [] }] of tiers.entries()) {
    if (type === 'public' && !hasGateway) {
      list.error([...at, index, 'type'], {
        en: 'a public tier needs an internet gateway; give the VPC internet: local, or make the tier private',
        ko: 'public 계층에는 인터넷 게이트웨이가 필요합니다: VPC에 internet: local을 적거나 계층을 private으로 바꾸세요',
      });
    }
    for (const [nth, rule] of networkAcl.entries()) checkPorts(rule, [...at, index, 'networkAcl', nth], list);
  }
}

function checkPorts(
  { protocol, fromPort, toPort }: NonNullable<Tier['networkAcl']>[number],
  at: (string | number)[],
  list: NetworkContext['list'],
): void {
  const key = fromPort === undefined ? 'toPort' : 'fromPort';
  if ((fromPort ?? toPort) === undefined) return;
  if (protocol !== 'tcp' && protocol !== 'udp') {
    list.error([...at, key], {
      en: `only tcp and udp have ports, ${protocol} has none; remove the ports, or change the protocol`,
      ko: `포트는 tcp와 udp에만 있고 ${protocol}에는 없습니다: 포트를 지우거나 프로토콜을 바꾸세요`,
    });
  } else if (fromPort === undefined) {
    list.error([...at, key], {
      en: 'needs fromPort, the first port; write it as well',
      ko: '첫 포트인 fromPort가 필요합니다: 함께 적으세요',
    });
  } else if (toPort !== undefined && toPort < fromPort) {
    list.error([...at, 'toPort'], {
      en: `is less than fromPort, ${fromPort}; swap the two`,
      ko: `fromPort(${fromPort})보다 작습니다: 둘을 바꾸세요`,
    });
  }
}
