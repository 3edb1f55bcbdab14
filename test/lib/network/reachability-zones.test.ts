import { ATTACHMENT_TIER } from '../../../constructs';
import { checkIntents } from '../../../lib/network/check-intents';
import type { NetworkGraph, SubnetRoute } from '../../../lib/network/network-graph';
import { reachability } from '../../../lib/network/reachability';
import { modelOf } from './network-rows';
import { graphOf, SAMPLE, withVpc } from './sample-network';

const [FIRST, SECOND] = ['apne2-az1', 'apne2-az3'];
const DEFAULT = '0.0.0.0/0';

/** The graph with other routes for the workloads of a VPC in one zone. */
function withRoutes(graph: NetworkGraph, name: string, zone: string | undefined, routes: SubnetRoute[]): NetworkGraph {
  return {
    ...graph,
    vpcs: graph.vpcs.map((vpc) => ({
      ...vpc,
      subnets: vpc.subnets.map((subnet) =>
        vpc.name === name && subnet.tier === 'app' && subnet.zone === zone ? { ...subnet, routes } : subnet,
      ),
    })),
  };
}

const shut = withRoutes(graphOf(SAMPLE), 'shop-prod', FIRST, []);

test('a pair is one-way when packets arrive in any zone, and the reason names the zones', () => {
  // No reply leaves shop-prod; in its second zone nothing comes in either.
  const closed = withRoutes(shut, 'shop-prod', SECOND, []);
  const vpcs = closed.vpcs.map((vpc) => ({
    ...vpc,
    subnets: vpc.subnets.map((subnet) =>
      vpc.name === 'shop-prod' && subnet.tier !== ATTACHMENT_TIER && subnet.zone === SECOND
        ? { ...subnet, networkAcl: [] }
        : subnet,
    ),
  }));
  const reach = reachability({ ...closed, vpcs }).reach('shared-services', 'shop-prod');
  expect(reach).toMatchObject({
    verdict: 'one-way',
    reason: {
      en: `only between some zones: from ${FIRST} to ${FIRST}, the reply is lost: shop-prod/app has no route to 10.0.4.64`,
      ko: expect.stringMatching(
        `^일부 가용 영역에서만 그렇습니다. ${FIRST}에서 ${FIRST}\\(으\\)로는 응답이 사라집니다: .*니다$`,
      ),
    },
  });
  expect(reach.path.at(-1)).toEqual({ kind: 'subnet', name: 'shop-prod/app' });
  expect(reach.returnPath).toEqual([{ kind: 'subnet', name: 'shop-prod/app' }]);
});

test('zones that are one-way beside others that connect are not all zones', () => {
  expect(reachability(shut).reach('shared-services', 'shop-prod')).toMatchObject({
    verdict: 'asymmetric',
    reason: {
      en: `not between all zones: from ${FIRST} to ${FIRST}, the reply is lost: shop-prod/app has no route to 10.0.4.64`,
    },
  });
});

describe('a zone that goes round the firewall', () => {
  const local = withRoutes(graphOf(withVpc('shop-dev', { local: true })), 'shop-dev', SECOND, [
    { cidr: DEFAULT, target: 'transit-gateway' },
  ]);
  // The public tier would go round the firewall in every zone.
  const graph = {
    ...local,
    vpcs: local.vpcs.map((vpc) =>
      vpc.name === 'shop-dev'
        ? {
            ...vpc,
            subnets: vpc.subnets.filter(({ tier, zone }) => tier !== 'public' || zone === FIRST),
          }
        : vpc,
    ),
  };
  const matrix = reachability(graph);

  test('is named although both get through', () => {
    expect(matrix.reach('shop-dev', 'internet')).toMatchObject({
      verdict: 'allow',
      via: [],
      reason: {
        en: `the way differs between zones: from ${FIRST} to internet directly, from ${SECOND} to internet by firewall, internet-egress`,
        ko: `가용 영역마다 길이 다릅니다. ${FIRST}에서 internet(으)로는 바로, ${SECOND}에서 internet(으)로는 firewall, internet-egress을(를) 거쳐 닿습니다`,
      },
    });
    expect(matrix.verdict('shop-dev', 'internet')).toEqual({ verdict: 'allow', via: [] });
  });

  test.each([
    ['via', 'shop-dev should reach internet by firewall only, but the way differs between zones: from apne2-az1'],
    ['deny', 'shop-dev must not reach internet, but it does, directly. Path'],
  ] as const)('breaks an intent of %s, which says so', (expect_, en) => {
    const intent = { name: 'rule', from: 'shop-dev', to: 'internet', source: { file: 'network.yaml', path: [] } };
    const [problem] = checkIntents(matrix, [{ ...intent, expect: expect_, via: 'firewall' }], modelOf(SAMPLE));
    expect(problem?.message.en).toContain(en);
  });
});
