import type { AclEntry } from '../../../lib/network/network-graph';
import { pathText } from '../../../lib/network/path-text';
import { reachability } from '../../../lib/network/reachability';
import type { Reach } from '../../../lib/network/reachability-matrix';
import type { NetworkPlan } from '../../support/generate-network';
import { graphOf, SAMPLE, withVpc } from './sample-network';

describe('a changed VPC', () => {
  const reach = (plan: NetworkPlan, from: string, to: string, port?: number): Reach =>
    reachability(graphOf(plan)).reach(from, to, port);

  test('subnets of a zone without attachment subnet do not get out', () => {
    const plan = withVpc('shop-prod', { attachmentZones: ['apne2-az1'] });
    expect(reach(plan, 'shop-prod', 'shared-services')).toMatchObject({
      verdict: 'asymmetric',
      reason: {
        en: 'not between all zones: from apne2-az3 to apne2-az1, VPC shop-prod has no attachment subnet in apne2-az3',
      },
    });
  });

  test('a VPC that lacks a zone of another one is reached from it all the same', () => {
    const plan = withVpc('shared-services', { zones: ['apne2-az1'] });
    expect(reach(plan, 'shop-prod', 'shared-services')).toMatchObject({ verdict: 'allow' });
  });

  test('with NAT gateways of its own it reaches the internet by itself, and is not reached by it in its private tier', () => {
    const plan = withVpc('shop-dev', { local: true });
    expect(reach(plan, 'shop-dev', 'internet')).toMatchObject({ verdict: 'allow', via: [] });
    expect(pathText(reach(plan, 'internet', 'shop-dev').path)).toBe(
      'internet -> internet-gateway shop-dev -> shop-dev/public',
    );
  });

  // Without an ACL the isolated tier takes packets from everywhere; it has no route for replies.
  test.each<[string, NonNullable<NetworkPlan['vpcs'][number]['networkAcl']>, number | undefined, string]>([
    [
      'everything',
      [
        [true, 'allow', -1, '0.0.0.0/0'],
        [false, 'allow', -1, '0.0.0.0/0'],
      ],
      443,
      'allow shop-prod/app',
    ],
    [
      'HTTPS in, replies out: HTTPS',
      [
        [true, 'allow', 6, '0.0.0.0/0', [1024, 65535]],
        [false, 'allow', 6, '10.0.0.0/8', [443, 443]],
      ],
      443,
      'allow shop-prod/app',
    ],
    [
      'HTTPS in, replies out: SSH',
      [
        [true, 'allow', 6, '0.0.0.0/0', [1024, 65535]],
        [false, 'allow', 6, '10.0.0.0/8', [443, 443]],
      ],
      22,
      'one-way shop-prod/db',
    ],
    [
      'HTTPS in, replies out: any port',
      [
        [true, 'allow', 6, '0.0.0.0/0', [1024, 65535]],
        [false, 'allow', 6, '10.0.0.0/8', [443, 443]],
      ],
      undefined,
      'allow shop-prod/app',
    ],
    ['no replies', [[false, 'allow', -1, '0.0.0.0/0']], 443, 'one-way shop-prod/app'],
    [
      'other addresses',
      [
        [true, 'allow', -1, '0.0.0.0/0'],
        [false, 'deny', -1, '10.0.4.0/22'],
        [false, 'allow', -1, '0.0.0.0/0'],
      ],
      443,
      'one-way shop-prod/db',
    ],
  ])('a network ACL that allows %s', (_what, networkAcl, port, arrives) => {
    const { verdict, path } = reach(withVpc('shop-prod', { networkAcl }), 'shared-services', 'shop-prod', port);
    expect(`${verdict} ${path.at(-1)?.name}`).toBe(arrives);
  });

  test.each<[string, AclEntry[], number | undefined, string]>([
    ['UDP', [{ egress: false, allow: true, protocol: 17, cidr: '0.0.0.0/0' }], undefined, 'UDP'],
    ['ICMP', [{ egress: false, allow: true, protocol: 1, cidr: '0.0.0.0/0' }], undefined, 'ICMP'],
    [
      'everything but TCP, UDP and ICMP',
      [
        ...[6, 17, 1].map((protocol) => ({ egress: false, allow: false, protocol, cidr: '0.0.0.0/0' })),
        { egress: false, allow: true, protocol: -1, cidr: '0.0.0.0/0' },
      ],
      undefined,
      'another protocol',
    ],
    ['UDP, asked for a port of TCP', [{ egress: false, allow: true, protocol: 17, cidr: '0.0.0.0/0' }], 443, ''],
    ['nothing', [{ egress: false, allow: false, protocol: -1, cidr: '0.0.0.0/0' }], undefined, ''],
  ])('network ACLs of every tier that allow %s', (_what, networkAcl, port, protocol) => {
    const graph = graphOf(SAMPLE);
    const vpcs = graph.vpcs.map((vpc) => ({
      ...vpc,
      subnets: vpc.subnets.map((one) =>
        vpc.name === 'shop-prod' && one.tier !== 'attachment' ? { ...one, networkAcl } : one,
      ),
    }));
    const { verdict, reason } = reachability({ ...graph, vpcs }).reach('shared-services', 'shop-prod', port);
    expect(verdict).toBe(protocol === '' ? 'deny' : 'one-way');
    if (protocol !== '') expect(reason?.en).toBe(`network ACLs let no TCP through, but ${protocol}`);
  });

  test('of two VPCs with the same addresses only the first is reached, and neither reaches the other', () => {
    const plan = withVpc('shop-dev', { cidr: '10.32.0.0/20' });
    expect(reach(plan, 'shared-services', 'shop-dev').verdict).toBe('allow');
    expect(reach(plan, 'shared-services', 'shop-stage')).toMatchObject({
      verdict: 'deny',
      reason: { en: '10.32.0.64 arrives at VPC shop-dev, which is not its target' },
    });
    expect(reach(plan, 'shop-dev', 'shop-stage').verdict).toBe('deny');
  });
});
