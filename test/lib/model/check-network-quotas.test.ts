import { networkSchema } from '../../../lib/config/schema/network';
import { checkNetwork } from '../../../lib/model/check-network';
import { checkNetworkQuotas } from '../../../lib/model/check-network-quotas';
import { ProblemList } from '../../../lib/model/model-problem';
import type { NetworkModel, VpcRow } from '../../../lib/model/network-model';
import { networkRows } from '../../../lib/model/network-rows';
import { networkModel } from '../network/network-rows';
import { loaded } from './sample-config';

const ZONE = 'apne2-az1';
const source = { file: 'network.yaml', path: ['vpcs', 0] };

const vpc = (index: number, more: Partial<VpcRow> = {}): VpcRow => ({
  name: `vpc-${index}`,
  account: `account-${index}`,
  role: 'spoke',
  segment: 'work',
  zones: [ZONE],
  tiers: [],
  internet: 'none',
  gatewayEndpoints: [],
  interfaceEndpoints: [],
  flowLogs: false,
  applianceMode: false,
  sharedWith: [],
  source,
  ...more,
});
const vpcs = (count: number, more?: Partial<VpcRow>) => Array.from({ length: count }, (_, index) => vpc(index, more));

function problemsOf(written: object, rows: Partial<NetworkModel>): string[] {
  const config = networkSchema.parse({
    version: 1,
    supernets: ['10.0.0.0/8'],
    zones: [ZONE],
    transitGateway: {},
    segments: [{ name: 'work' }],
    ...written,
  });
  const network = networkModel({ supernets: config.supernets, ...rows });
  const list = new ProblemList('network.yaml', (_, path) => path.join('.'));
  checkNetworkQuotas(config, network, list);
  return list.problems.map(({ severity, path, message }) => `${severity} ${path.join('.')}: ${message.en}`);
}

const segments = (count: number) => ({
  segments: Array.from({ length: count }, (_, index) => ({ name: `s-${index}` })),
});
const routing = (count: number) => ({
  sites: [{ name: 'office', segment: 'work', cidrs: ['10.0.0.0/16', '10.1.0.0/16'], source }],
  routing: {
    associations: [],
    propagations: [
      { attachment: 'office', segment: 'work' },
      { attachment: 'vpc-0', segment: 'work' },
    ],
    routes: Array.from({ length: count - 3 }, () => ({ segment: 'work', cidr: '10.0.0.0/24' })),
  },
});
const supernets = (count: number) =>
  Array.from({ length: count }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
const services = (count: number) => Array.from({ length: count }, (_, index) => `service-${index}`);
const tiers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `t-${index}`, type: 'private' as const, netmask: 28 }));
const prefixList = (maxEntries: number) => ({
  prefixLists: [{ name: 'p', maxEntries, entries: [{ cidr: '10.0.0.0/8' }] }],
});

test.each<[string, number, (count: number) => [object, Partial<NetworkModel>], string]>([
  [
    'route tables',
    20,
    (count) => [segments(count), {}],
    'warning segments: 21 route tables on the transit gateway, and the default quota is 20; have it raised before you deploy (Service Quotas), or make them fewer',
  ],
  [
    'routes, propagated ones for each block',
    10_000,
    (count) => [{}, routing(count)],
    'warning segments: 10,001 routes in all tables of the transit gateway, and the default quota is 10,000',
  ],
  [
    'attachments',
    5_000,
    (count) => [{}, { vpcs: vpcs(count) }],
    'error transitGateway: 5,001 attachments of the transit gateway, and the quota is 5,000, which AWS does not raise; make them fewer',
  ],
  [
    'routes of VPCs',
    496,
    (count) => [{}, { supernets: supernets(count) }],
    'warning supernets: 501 routes in each VPC route table',
  ],
  [
    'VPCs of an account',
    5,
    (count) => [{}, { vpcs: vpcs(count, { account: 'network' }) }],
    'warning vpcs.0: 6 VPCs in one account and Region',
  ],
  [
    'subnets of a VPC',
    199,
    (count) => [{}, { vpcs: [vpc(0, { tiers: tiers(count) })] }],
    'warning vpcs.0: 201 subnets in a VPC',
  ],
  [
    'endpoints of a VPC',
    50,
    (count) => [{}, { vpcs: [vpc(0, { interfaceEndpoints: services(count) })] }],
    'warning vpcs.0: 51 interface endpoints in a VPC',
  ],
  [
    'central endpoints',
    50,
    (count) => [
      {},
      {
        vpcs: [vpc(0, { interfaceEndpoints: ['service-0'] })],
        centralEndpoints: { vpc: 'vpc-0', services: services(count) },
      },
    ],
    'warning vpcs.0: 51 interface endpoints in a VPC',
  ],
  [
    'entries of a prefix list',
    60,
    (count) => [prefixList(count), {}],
    'warning prefixLists.0.maxEntries: 61 rules in a security group that refers to the list',
  ],
])('%s: %d fit, one more does not', (_, most, made, problem) => {
  expect(problemsOf(...made(most))).toEqual([]);
  expect(problemsOf(...made(most + 1))).toEqual([expect.stringContaining(problem)]);
});

test('1,000 VPCs in 12 segments are checked in well under a second', () => {
  const { model } = loaded([]);
  const [template] = model.accounts;
  if (!template) throw new Error('the sample has accounts');
  const names = Array.from({ length: 1000 }, (_, index) => `account-${index}`);
  const accounts = names.map((name, index) => ({
    ...template,
    name,
    id: String(100000000000 + index),
    ou: 'Workloads',
    isManagement: false,
  }));
  const segmentNames = Array.from({ length: 12 }, (_, index) => `segment-${index}`);
  const config = networkSchema.parse({
    version: 1,
    account: 'account-0',
    supernets: ['10.0.0.0/8'],
    zones: [ZONE, 'apne2-az3'],
    transitGateway: {},
    segments: segmentNames.map((name, index) => ({ name, cidrs: [`10.${index * 16}.0.0/12`], reaches: segmentNames })),
    vpcTemplates: segmentNames.map((segment, index) => ({
      name: segment,
      segment,
      targets: { accounts: names.filter((_, account) => account % 12 === index) },
      cidrs: Object.fromEntries(
        names.flatMap((name, account) =>
          account % 12 === index
            ? [[name, `10.${index * 16 + Math.floor(account / 192)}.${(Math.floor(account / 12) % 16) * 16}.0/20`]]
            : [],
        ),
      ),
      tiers: [{ name: 'app', type: 'private', netmask: 23 }],
    })),
  });
  const { rows } = networkRows(config, {
    tree: { accounts, organizationalUnits: [] },
    organization: { homeRegion: model.homeRegion, managementAccount: model.managementAccount },
    alsoKnown: { accounts: [], ous: [], network: [] },
    readTextFile: () => '',
    placeOf: (_, path) => path.join('.'),
  });
  if (!rows.network) throw new Error('no rows');
  expect(rows.network.vpcs).toHaveLength(1000);
  const list = new ProblemList('network.yaml', (_, path) => path.join('.'));
  const start = performance.now();
  checkNetwork(config, rows.network, list);
  expect(performance.now() - start).toBeLessThan(1000);
  // 12,000 propagated routes are more than the default quota.
  expect(list.problems.map(({ message }) => message.en)).toEqual([expect.stringMatching(/^12,0\d\d routes/)]);
});
