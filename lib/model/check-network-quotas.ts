import type { ConfigPath } from '../config/problem';
import type { NetworkConfig } from '../config/schema/network';
import { groupBy } from '../group-by';
import type { ProblemList } from './model-problem';
import type { NetworkModel } from './network-model';

/** A quota of AWS, as it is without an increase. */
interface Quota {
  readonly limit: number;
  readonly raisable: boolean;
  /** What is counted. */
  readonly en: string;
  readonly ko: string;
}

/**
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html
 */
const QUOTAS = {
  routeTables: {
    limit: 20,
    raisable: true,
    en: 'route tables on the transit gateway',
    ko: 'Transit Gateway 라우팅 테이블',
  },
  transitRoutes: {
    limit: 10_000,
    raisable: true,
    en: 'routes in all tables of the transit gateway',
    ko: 'Transit Gateway 전체 테이블의 경로',
  },
  attachments: { limit: 5_000, raisable: false, en: 'attachments of the transit gateway', ko: 'Transit Gateway 연결' },
  vpcRoutes: { limit: 500, raisable: true, en: 'routes in each VPC route table', ko: 'VPC 라우팅 테이블마다 경로' },
  vpcs: { limit: 5, raisable: true, en: 'VPCs in one account and Region', ko: '한 계정, 한 리전의 VPC' },
  subnets: { limit: 200, raisable: true, en: 'subnets in a VPC', ko: 'VPC 하나의 서브넷' },
  interfaceEndpoints: {
    limit: 50,
    raisable: true,
    en: 'interface endpoints in a VPC',
    ko: 'VPC 하나의 인터페이스 엔드포인트',
  },
  securityGroupRules: {
    limit: 60,
    raisable: true,
    en: 'rules in a security group that refers to the list',
    ko: '이 목록을 참조하는 보안 그룹의 규칙',
  },
} as const satisfies Record<string, Quota>;

/** Routes of a VPC route table besides those to the transit gateway: local, the default route, two gateway endpoints. */
const OTHER_VPC_ROUTES = 4;

/** Reports what does not fit into the quotas of AWS: an error when the quota is fixed, a warning when AWS raises it. */
export function checkNetworkQuotas(config: NetworkConfig, network: NetworkModel, list: ProblemList): void {
  const { vpcs, sites, firewall, supernets, centralEndpoints } = network;
  const check = (path: ConfigPath, key: keyof typeof QUOTAS, count: number) =>
    checkQuota(path, QUOTAS[key], count, list);

  check(['segments'], 'routeTables', config.segments.length);
  check(['segments'], 'transitRoutes', transitRoutes(network));
  check(['transitGateway'], 'attachments', vpcs.length + sites.length + (firewall ? 1 : 0));
  check(['supernets'], 'vpcRoutes', supernets.length + OTHER_VPC_ROUTES);

  for (const ofAccount of groupBy(vpcs, ({ account }) => account).values()) {
    const last = ofAccount.at(-1);
    if (last) check(last.source.path, 'vpcs', ofAccount.length);
  }
  for (const { name, source, zones, tiers, interfaceEndpoints } of vpcs) {
    const central = centralEndpoints?.vpc === name ? centralEndpoints.services : [];
    check(source.path, 'subnets', zones.length * (tiers.length + 1));
    check(source.path, 'interfaceEndpoints', new Set([...interfaceEndpoints, ...central]).size);
  }
  for (const [index, { maxEntries }] of (config.prefixLists ?? []).entries())
    check(['prefixLists', index, 'maxEntries'], 'securityGroupRules', maxEntries);
}

/** Static routes, and one propagated route for each block of an attachment. */
function transitRoutes({ routing, sites }: NetworkModel): number {
  const blocks = new Map(sites.map(({ name, cidrs }) => [name, cidrs.length]));
  const propagated = routing.propagations.map(({ attachment }) => blocks.get(attachment) ?? 1);
  return propagated.reduce((sum, count) => sum + count, routing.routes.length);
}

function checkQuota(path: ConfigPath, { limit, raisable, en, ko }: Quota, count: number, list: ProblemList): void {
  if (count <= limit) return;
  const [counted, most] = [count.toLocaleString('en'), limit.toLocaleString('en')];
  if (raisable) {
    list.warning(path, {
      en: `${counted} ${en}, and the default quota is ${most}; have it raised before you deploy (Service Quotas), or make them fewer`,
      ko: `${ko}이(가) ${counted}개인데 기본 할당량은 ${most}개입니다: 배포하기 전에 할당량을 늘리거나(Service Quotas) 수를 줄이세요`,
    });
  } else {
    list.error(path, {
      en: `${counted} ${en}, and the quota is ${most}, which AWS does not raise; make them fewer`,
      ko: `${ko}이(가) ${counted}개인데 할당량은 ${most}개이고 늘릴 수 없습니다: 수를 줄이세요`,
    });
  }
}
