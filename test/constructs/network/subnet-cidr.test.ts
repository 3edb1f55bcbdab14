import { Stack } from 'aws-cdk-lib';
import fc from 'fast-check';
import { ipv4Size, type PlannedSubnet } from '../../../constructs/ipv4';
import { deployTimeSubnetCidr, literalSubnetCidr } from '../../../constructs/network/subnet-cidr';
import { fnCidrCounts, resolveCidr } from './fn-cidr';

const VPC = '10.64.0.0';

function resolved(vpcNetmask: number, subnet: PlannedSubnet): unknown {
  return new Stack().resolve(deployTimeSubnetCidr(`${VPC}/${vpcNetmask}`, vpcNetmask, subnet));
}

test('a block from a pool is cut up like one that is written down', () => {
  const size = fc.integer({ min: 16, max: 28 });
  fc.assert(
    fc.property(size, size, fc.nat(), (one, other, place) => {
      const [vpcNetmask, netmask] = [Math.min(one, other), Math.max(one, other)];
      const offset = (place % (ipv4Size(vpcNetmask) / ipv4Size(netmask))) * ipv4Size(netmask);
      const subnet = { tier: 'app', zone: 'apne2-az1', offset, netmask };
      const value = resolved(vpcNetmask, subnet);
      expect(resolveCidr(value)).toBe(literalSubnetCidr(`${VPC}/${vpcNetmask}`, subnet));
      expect(Math.max(...fnCidrCounts(value))).toBeLessThanOrEqual(256);
    }),
  );
});

test.each([
  [0, 28, [1], '10.64.0.0/28'],
  [255 * 16, 28, [256], '10.64.15.240/28'],
  [256 * 16, 28, [17, 1], '10.64.16.0/28'],
  [32768, 28, [129, 1], '10.64.128.0/28'],
  [32768, 24, [129], '10.64.128.0/24'],
])('address %i of a /16 is cut out as a /%i in lists of %j', (offset, netmask, counts, block) => {
  const value = resolved(16, { tier: 'app', zone: 'apne2-az1', offset, netmask });
  expect(fnCidrCounts(value).reverse()).toEqual(counts);
  expect(resolveCidr(value)).toBe(block);
});
