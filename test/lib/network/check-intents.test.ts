import type { IntentRow, NetworkModel } from '../../../lib/model/network-model';
import { checkIntents } from '../../../lib/network/check-intents';
import { reachability } from '../../../lib/network/reachability';
import type { NetworkPlan } from '../../support/generate-network';
import { modelOf, vpcRow } from './network-rows';
import { graphOf, SAMPLE, withSegment } from './sample-network';

type Intent = Omit<IntentRow, 'name' | 'source'>;

/** Problems as `severity path: English`, of one intent over a network. */
function check(intents: readonly Intent[], plan: NetworkPlan = SAMPLE, rows: Partial<NetworkModel> = {}): string[] {
  const model = { ...modelOf(plan), ...rows };
  const all = intents.map((one, index) => ({
    ...one,
    name: 'rule',
    source: { file: 'network.yaml', path: ['intents', index] },
  }));
  return checkIntents(reachability(graphOf(plan)), all, model).map(
    ({ severity, path, message }) => `${severity} ${path.join('.')}: ${message.en}`,
  );
}

test.each<Intent>([
  { from: 'prod', to: 'nonprod', expect: 'deny' },
  { from: 'sandbox', to: 'sandbox', expect: 'deny' },
  { from: 'prod', to: 'prod', expect: 'via', via: 'firewall' },
  { from: 'prod', to: 'internet', expect: 'via', via: 'firewall' },
  { from: 'prod', to: 'internet', expect: 'via', via: 'internet-egress' },
  { from: 'onprem', to: 'prod', expect: 'via', via: 'firewall' },
  { from: 'internet', to: 'data', expect: 'deny' },
  { from: 'prod', to: 'shared', expect: 'allow' },
  { from: 'shop-prod', to: 'payments-prod', expect: 'allow' },
  { from: 'seoul-office', to: 'shared-services', expect: 'allow' },
])('$from to $to, expected $expect, holds', (intent) => {
  expect(check([intent])).toEqual([]);
});

test.each<[string, Intent, string]>([
  [
    'a way that must not be',
    { from: 'prod', to: 'shared', expect: 'deny' },
    'error intents.0: intent "rule" does not hold: shop-prod must not reach shared-services, but it does, directly. Path: shop-prod/app (0.0.0.0/0 transit-gateway) -> prod (10.0.4.0/22 propagated) -> shared-services/attachment (10.0.4.0/22 local) -> shared-services/app; 1 more pair',
  ],
  [
    'a way that is missing',
    { from: 'nonprod', to: 'prod', expect: 'allow' },
    'error intents.0: intent "rule" does not hold: shop-stage should reach shop-prod, but segment nonprod drops 10.16.0.0/14 (blackhole). Path: shop-stage/app (0.0.0.0/0 transit-gateway) -> nonprod (10.16.0.0/14 blackhole); 3 more pairs',
  ],
  [
    'a way round the firewall',
    { from: 'shop-prod', to: 'shared', expect: 'via', via: 'firewall' },
    'error intents.0: intent "rule" does not hold: shop-prod should reach shared-services by firewall only, but it does, directly. Path: shop-prod/app (0.0.0.0/0 transit-gateway) -> prod (10.0.4.0/22 propagated) -> shared-services/attachment (10.0.4.0/22 local) -> shared-services/app',
  ],
  [
    'a side without endpoints',
    { from: 'inspection', to: 'prod', expect: 'deny' },
    'warning intents.0: intent "rule" says nothing: inspection has no VPC and no attached site',
  ],
  [
    'a segment of one endpoint against itself',
    { from: 'data', to: 'data', expect: 'deny' },
    'warning intents.0: intent "rule" says nothing: data and data are one and the same endpoint',
  ],
])('reports %s', (_what, intent, expected) => {
  expect(check([intent])).toEqual([expected]);
});

/** Nothing is dropped on the way from production to the test environments; their replies are. */
const LEAK = withSegment('prod', ({ routes = [] }) => ({ routes: routes.filter(([, to]) => to !== undefined) }));
const LEAK_PATH =
  'shop-prod/app (0.0.0.0/0 transit-gateway) -> prod (0.0.0.0/0 static) -> firewall -> inspection (10.32.0.0/20 propagated)' +
  ' -> shop-stage/attachment (10.32.0.0/20 local) -> shop-stage/app; 3 more pairs';

test.each<[Intent['expect'], string]>([
  [
    'deny',
    'must not reach shop-stage, but packets arrive, which is enough for what needs no reply; the reply is lost: segment nonprod drops 10.16.0.0/14 (blackhole)',
  ],
  ['allow', 'should reach shop-stage, but the reply is lost: segment nonprod drops 10.16.0.0/14 (blackhole)'],
  [
    'via',
    'should reach shop-stage by firewall only, but the reply is lost: segment nonprod drops 10.16.0.0/14 (blackhole)',
  ],
])('a way without return breaks an intent of %s', (expected, en) => {
  expect(check([{ from: 'prod', to: 'nonprod', expect: expected, via: 'firewall' }], LEAK)).toEqual([
    `error intents.0: intent "rule" does not hold: shop-prod ${en}. Path: ${LEAK_PATH}`,
  ]);
});

test('a way without return is no error by itself', () => {
  expect(check([], LEAK)).toEqual([]);
});

test('pairs that connect and pairs that only send break the same intent', () => {
  const plan = withSegment('sandbox', ({ routes = [] }) => ({
    routes: [...routes.filter(([cidr]) => cidr !== '10.0.4.0/22'), ['10.0.4.0/22', 'firewall']],
  }));
  const back = withSegment(
    'shared',
    ({ routes = [] }) => ({ routes: [...routes, ['10.64.4.0/22', 'firewall']] }),
    plan,
  );
  expect(check([{ from: 'sandbox', to: 'shared', expect: 'deny' }], back)).toEqual([
    expect.stringMatching('sandbox-a must not reach shared-services, but packets arrive.*; 1 more pair$'),
  ]);
});

test('a site that is not attached yet is no endpoint', () => {
  const plan = { ...SAMPLE, sites: [] };
  const sites = modelOf(SAMPLE).sites;
  expect(check([{ from: 'onprem', to: 'prod', expect: 'allow' }], plan, { sites })).toEqual([
    'warning intents.0: intent "rule" says nothing: onprem has no VPC and no attached site',
  ]);
});

test('a VPC of the model that no template has is an error of the program', () => {
  const vpcs = [...modelOf(SAMPLE).vpcs, vpcRow({ name: 'lost', segment: 'data' })];
  expect(() => check([{ from: 'data', to: 'prod', expect: 'allow' }], SAMPLE, { vpcs })).toThrow('no endpoint "lost"');
});

test('connections that break are reported once for each two segments, intents or not', () => {
  const plan = withSegment('onprem', () => ({ reaches: ['prod'] }));
  expect(check([], plan)).toEqual([
    'error segments.prod: connections from payments-prod to seoul-office break: firewall sees one direction of the connection only;' +
      ' the reply goes seoul-office -> onprem (10.16.16.0/20 propagated) -> payments-prod/attachment (10.16.16.0/20 local) -> payments-prod/app.' +
      ' Path: payments-prod/app (0.0.0.0/0 transit-gateway) -> prod (192.168.0.0/16 static) -> firewall' +
      ' -> inspection (192.168.0.0/16 propagated) -> seoul-office; 3 more pairs',
  ]);
});

test.each([
  [
    'shared',
    SAMPLE,
    /^의도 "rule"이\(가\) 지켜지지 않습니다\. shop-prod에서 shared-services\(으\)로는 닿으면 안 됩니다\. 그러나 바로 닿습니다\. 경로: .* \(이 밖에 1쌍\)$/,
  ],
  [
    'nonprod',
    LEAK,
    /닿으면 안 됩니다\. 그러나 패킷이 도착하므로 응답이 필요 없는 트래픽은 들어갑니다\. 응답이 사라집니다: 세그먼트 nonprod.*\. 경로: /,
  ],
])('says the same of %s in Korean', (to, plan, ko) => {
  const intents = [{ name: 'rule', from: 'prod', to, expect: 'deny' as const, source: { file: 'f', path: [] } }];
  const [problem] = checkIntents(reachability(graphOf(plan)), intents, modelOf(plan));
  expect(problem?.message.ko).toMatch(ko);
});
