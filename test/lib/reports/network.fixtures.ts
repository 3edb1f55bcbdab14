import type { IntentRow } from '../../../lib/model/network-model';
import type {
  AttachmentNode,
  NetworkGraph,
  SubnetNode,
  SubnetRoute,
  TransitRoute,
  VpcNode,
} from '../../../lib/network/network-graph';
import type { OrganizationNetwork } from '../../../lib/network/organization-network';
import type { Endpoint, Reach, ReachabilityMatrix } from '../../../lib/network/reachability-matrix';
import { type IntentResult, networkPage } from '../../../lib/reports/network-page';
import { reachabilityReport } from '../../../lib/reports/network-reach';

const subnet = (cidr: string, ...routes: SubnetRoute[]): SubnetNode => ({
  tier: 'app',
  zone: 'apne2-az1',
  cidr,
  routes,
});

export const vpc = (name: string, cidr: string, ...routes: SubnetRoute[]): VpcNode => ({
  name,
  account: name,
  cidrs: [cidr],
  subnets: [subnet(cidr, ...routes)],
});

export const attachment = (
  name: string,
  routeTable: string | undefined,
  cidrs: string[],
  kind: AttachmentNode['kind'] = 'vpc',
): AttachmentNode => ({
  name,
  kind,
  cidrs,
  zones: ['apne2-az1'],
  applianceMode: false,
  ...(routeTable !== undefined && { routeTable }),
});

export const statics = (cidr: string, target?: string): TransitRoute => ({
  cidr,
  kind: 'static',
  ...(target !== undefined && { attachment: target }),
});

export const propagated = (cidr: string, target: string): TransitRoute => ({
  cidr,
  kind: 'propagated',
  attachment: target,
});

const SHOP = '10.16.0.0/20';
const PAYMENTS = '10.16.16.0/20';
const DEV = '10.32.0.0/20';
const SHARED = '10.0.4.0/22';
const OFFICE = '192.168.0.0/16';

/** Six segments: production, development, shared services, an office, inspection and the way out. */
export const GRAPH: NetworkGraph = {
  vpcs: [
    vpc('internet-egress', '10.0.0.0/22', { cidr: '0.0.0.0/0', target: 'internet-gateway' }),
    vpc('payments-prod', PAYMENTS),
    vpc('shared-services', SHARED),
    vpc('shop-dev', DEV),
    vpc('shop-prod', SHOP),
  ],
  attachments: [
    attachment('internet-egress', 'egress', ['10.0.0.0/22']),
    attachment('payments-prod', 'prod', [PAYMENTS]),
    attachment('shared-services', 'shared', [SHARED]),
    attachment('shop-dev', 'nonprod', [DEV]),
    attachment('shop-prod', 'prod', [SHOP]),
    attachment('firewall', 'inspection', [], 'firewall'),
    attachment('seoul-office', 'onprem', [OFFICE], 'site'),
  ],
  routeTables: [
    {
      name: 'prod',
      routes: [
        propagated(SHARED, 'shared-services'),
        statics('10.16.0.0/14', 'firewall'),
        statics(OFFICE, 'firewall'),
        statics('0.0.0.0/0', 'firewall'),
        statics('10.32.0.0/14'),
        statics('10.0.0.0/8'),
      ],
    },
    {
      name: 'nonprod',
      routes: [
        propagated(DEV, 'shop-dev'),
        propagated(SHARED, 'shared-services'),
        statics('0.0.0.0/0', 'firewall'),
        statics('10.16.0.0/14'),
      ],
    },
    {
      name: 'shared',
      routes: [
        propagated(SHOP, 'shop-prod'),
        propagated(PAYMENTS, 'payments-prod'),
        propagated(DEV, 'shop-dev'),
        statics('0.0.0.0/0', 'firewall'),
      ],
    },
    { name: 'onprem', routes: [statics('10.16.0.0/14', 'firewall')] },
    {
      name: 'inspection',
      routes: [
        propagated(SHOP, 'shop-prod'),
        propagated(PAYMENTS, 'payments-prod'),
        propagated(DEV, 'shop-dev'),
        propagated(SHARED, 'shared-services'),
        propagated(OFFICE, 'seoul-office'),
        statics('0.0.0.0/0', 'internet-egress'),
      ],
    },
    { name: 'egress', routes: [statics('10.16.0.0/14', 'firewall')] },
  ],
};

/** What a test says of a pair; what it does not say is denied. */
export type Rule = (from: Endpoint, to: Endpoint) => Partial<Reach> | undefined;

/** A matrix that answers by a rule. */
export function matrixOf({ vpcs, attachments }: NetworkGraph, rule: Rule): ReachabilityMatrix {
  const byName = new Map(attachments.map((one) => [one.name, one]));
  const segmentOf = (name: string): Pick<Endpoint, 'segment'> => {
    const segment = byName.get(name)?.routeTable;
    return segment === undefined ? {} : { segment };
  };
  const endpoints: Endpoint[] = [
    ...vpcs.map(({ name, account, cidrs }): Endpoint => ({ name, kind: 'vpc', account, cidrs, ...segmentOf(name) })),
    ...attachments
      .filter(({ kind }) => kind === 'site')
      .map(({ name, cidrs }): Endpoint => ({ name, kind: 'site', cidrs, ...segmentOf(name) })),
    { name: 'internet', kind: 'internet', cidrs: ['0.0.0.0/0'] },
  ];
  const endpoint = new Map(endpoints.map((one) => [one.name, one]));
  const reach = (from: string, to: string): Reach => {
    const [source, target] = [endpoint.get(from), endpoint.get(to)];
    if (!source || !target) throw new Error(`no endpoint ${JSON.stringify(source ? to : from)}`);
    return { ...DENIED, from, to, ...rule(source, target) };
  };
  return { endpoints, reach, verdict: reach };
}

const DENIED: Omit<Reach, 'from' | 'to'> = {
  verdict: 'deny',
  via: [],
  path: [{ kind: 'segment', name: 'prod', route: '10.32.0.0/14 blackhole' }],
  returnPath: [],
  reason: { en: 'a blackhole drops it', ko: '블랙홀이 버립니다' },
};

export const ALLOW: Partial<Reach> = { verdict: 'allow', via: [], reason: undefined };

const THROUGH: Partial<Reach> = { ...ALLOW, via: ['firewall'] };

const OUT: Partial<Reach> = {
  ...ALLOW,
  via: ['firewall', 'internet-egress'],
  path: [
    { kind: 'subnet', name: 'shop-prod/app', route: '0.0.0.0/0' },
    { kind: 'segment', name: 'prod', route: '0.0.0.0/0 static' },
    { kind: 'firewall', name: 'firewall' },
    { kind: 'internet', name: 'internet' },
  ],
  returnPath: [{ kind: 'internet-gateway', name: 'internet-egress' }],
};

/** Production within itself and out through the firewall, shared services directly, one broken way to the office. */
export const SAMPLE_RULE: Rule = (from, to) => {
  if (from.segment === 'prod' && to.kind === 'internet') return OUT;
  if (from.segment === 'prod' && to.segment === 'prod') return THROUGH;
  if (from.segment === 'shared' || to.segment === 'shared')
    return from.kind === 'vpc' && to.kind === 'vpc' ? ALLOW : undefined;
  if (from.kind === 'site' && to.name === 'shop-prod') {
    return {
      verdict: 'asymmetric',
      via: ['firewall'],
      reason: { en: 'the reply misses the firewall', ko: '응답이 방화벽을 지나지 않습니다' },
    };
  }
  return undefined;
};

export const NETWORK = { graph: GRAPH, matrix: matrixOf(GRAPH, SAMPLE_RULE) };

/** A network of many VPCs in some segments; each segment is whole within itself. */
export function grownGraph(vpcs: number, segments: number): NetworkGraph {
  const members = Array.from({ length: vpcs }, (_, index) => ({
    name: `service-${index}-prod-application`,
    segment: `segment-${index % segments}`,
    cidr: `10.${index >> 4}.${(index & 15) * 16}.0/20`,
  }));
  return {
    vpcs: members.map(({ name, cidr }) => vpc(name, cidr)),
    attachments: members.map(({ name, segment, cidr }) => attachment(name, segment, [cidr])),
    routeTables: Array.from({ length: segments }, (_, index) => ({
      name: `segment-${index}`,
      routes: members
        .filter(({ segment }) => segment === `segment-${index}`)
        .map(({ name, cidr }) => propagated(cidr, name)),
    })),
  };
}

/** Whether two endpoints lie in one segment. */
export const SAME_SEGMENT: Rule = (from, to) =>
  from.segment !== undefined && from.segment === to.segment ? ALLOW : undefined;

const intent = (index: number, more: Omit<IntentRow, 'source'>): IntentRow => ({
  ...more,
  source: { file: 'network.yaml', path: ['intents', index] },
});

/** One intent that holds and one that does not. */
export const INTENTS: readonly IntentResult[] = [
  {
    intent: intent(0, { name: 'production never reaches development', from: 'prod', to: 'nonprod', expect: 'deny' }),
    problems: [],
  },
  {
    intent: intent(1, {
      name: 'production leaves through inspection',
      from: 'prod',
      to: 'internet',
      expect: 'via',
      via: 'firewall',
      port: 443,
    }),
    problems: [{ severity: 'error', message: { en: 'shop-prod to internet', ko: 'shop-prod에서 인터넷으로' } }],
  },
];

/** The page of a network with {@link INTENTS}. */
export function pageOf(network: OrganizationNetwork): string {
  return networkPage({
    organizationId: 'o-exampleorgid',
    graph: network.graph,
    reachability: reachabilityReport(network),
    intents: INTENTS,
  });
}
