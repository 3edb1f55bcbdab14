import type { NetworkModel } from '../../../lib/model/network-model';
import { networkFacts } from '../../../lib/network/network-facts';
import { networkModel, vpcRow } from './network-rows';

const POOL = { name: 'pool', cidrs: ['10.64.0.0/22', '10.72.0.0/22'], source: { file: 'network.yaml', path: [] } };
const pooled = (name: string, netmask: number) => vpcRow({ name, pool: { name: 'pool', netmask } });
const model = (vpcs: NetworkModel['vpcs']): NetworkModel => networkModel({ addressPools: [POOL], vpcs });

test.each<[string, NetworkModel['vpcs'], Record<string, string>]>([
  ['by name, whatever the order', [pooled('b', 24), pooled('a', 24)], { a: '10.64.0.0/24', b: '10.64.1.0/24' }],
  ['the largest first', [pooled('a', 25), pooled('b', 23)], { b: '10.64.0.0/23', a: '10.64.2.0/25' }],
  [
    'none that a VPC has already',
    [vpcRow({ name: 'a', cidr: '10.64.0.0/23' }), pooled('b', 24)],
    { b: '10.64.2.0/24' },
  ],
  ['from the next block of the pool', [pooled('a', 22), pooled('b', 22)], { a: '10.64.0.0/22', b: '10.72.0.0/22' }],
])('gives blocks of the pool %s', (_what, vpcs, blocks) => {
  expect(networkFacts(model(vpcs)).blocks).toEqual(blocks);
});

test('a pool that is too small is an error', () => {
  expect(() => networkFacts(model([pooled('a', 22), pooled('b', 22), pooled('c', 28)]))).toThrow(
    'pool "pool" has no /28 left for VPC "c"',
  );
});

test('tells the sites that are attached and the route tables that are adopted', () => {
  const source = POOL.source;
  const facts = networkFacts(
    networkModel({
      sites: [
        { name: 'seoul', segment: 'onprem', cidrs: ['192.168.0.0/16'], attachmentId: 'tgw-attach-1', source },
        { name: 'busan', segment: 'onprem', cidrs: ['192.169.0.0/16'], source },
      ],
      segments: [
        { name: 'onprem', routeTableId: 'tgw-rtb-1', cidrs: [], source },
        { name: 'prod', cidrs: [], source },
      ],
    }),
  );
  expect(facts.sites).toEqual([{ name: 'seoul', attachmentId: 'tgw-attach-1', cidrs: ['192.168.0.0/16'] }]);
  expect(facts.routeTables).toEqual([{ id: 'tgw-rtb-1', name: 'onprem' }]);
});
