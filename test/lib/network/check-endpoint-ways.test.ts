import type { TierRow, VpcRow } from '../../../lib/model/network-model';
import { checkEndpointWays } from '../../../lib/network/check-endpoint-ways';
import { reachability } from '../../../lib/network/reachability';
import { modelOf } from './network-rows';
import { graphOf, SAMPLE } from './sample-network';

const tier = (type: TierRow['type']): TierRow => ({ name: 'app', type, netmask: 24 });

/** English messages about the sample, whose VPCs all have a private tier unless a change says otherwise. */
function check(change: (row: VpcRow) => Partial<VpcRow> = () => ({}), vpc = 'shared-services'): string[] {
  const model = modelOf(SAMPLE);
  const vpcs = model.vpcs.map((row) => ({ ...row, tiers: [tier('private')], ...change(row) }));
  const network = { ...model, vpcs, centralEndpoints: { vpc, services: ['sts', 'ssm'] } };
  return checkEndpointWays(reachability(graphOf(SAMPLE)), network).map(
    ({ severity, path, message }) => `${severity} ${path.join('.')}: ${message.en}`,
  );
}

const egress = ({ name }: VpcRow): Partial<VpcRow> => (name === 'internet-egress' ? { role: 'egress' } : {});

test('VPCs that resolve the names of central endpoints and do not reach them are told', () => {
  expect(check(egress)).toEqual([
    'warning centralEndpoints.vpc: "sandbox-a", "sandbox-b" resolve sts, ssm to the endpoints in "shared-services" and do not reach them on port 443, so these services fail there; let their segments reach it, in both directions',
  ]);
});

test('many are counted', () => {
  expect(check(egress, 'sandbox-a')[0]).toMatch(
    /^warning centralEndpoints.vpc: ("[a-z-]+", ){4}"[a-z-]+" and 2 more resolve/,
  );
});

test('a VPC whose tiers have no way out has nothing to lose', () => {
  expect(check((row) => (row.segment === 'sandbox' ? { tiers: [tier('isolated')] } : egress(row)))).toEqual([]);
});

test('a network without central endpoints has no such problem', () => {
  expect(checkEndpointWays(reachability(graphOf(SAMPLE)), modelOf(SAMPLE))).toEqual([]);
});
