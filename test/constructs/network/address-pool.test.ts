import { App, Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { type AddressPoolOptions, AddressPools } from '../../../constructs/network';
import { changes, ORGANIZATIONAL_UNIT, synthesize } from './hub-fixtures';

const SANDBOX = { poolName: 'sandbox', cidrs: ['10.64.0.0/14', '10.80.0.0/14'] };
const PROD = { poolName: 'prod', cidrs: ['10.16.0.0/14'], organizationalUnitArns: [ORGANIZATIONAL_UNIT] };

function pools(...options: AddressPoolOptions[]): Template {
  return synthesize((stack) => void new AddressPools(stack, 'Addresses', { pools: options }));
}

test('one IPAM works in the Region of the stack and stays in AWS', () => {
  const template = pools(SANDBOX, PROD);
  template.resourceCountIs('AWS::EC2::IPAM', 1);
  template.hasResource('AWS::EC2::IPAM', {
    Properties: Match.exact({ OperatingRegions: [{ RegionName: 'ap-northeast-2' }] }),
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
});

test('a pool gives private IPv4 addresses to VPCs of its Region and stays in AWS', () => {
  const template = pools(SANDBOX);
  const [ipam] = Object.keys(template.findResources('AWS::EC2::IPAM'));
  template.hasResource('AWS::EC2::IPAMPool', {
    Properties: Match.exact({
      AddressFamily: 'ipv4',
      IpamScopeId: { 'Fn::GetAtt': [ipam, 'PrivateDefaultScopeId'] },
      Locale: 'ap-northeast-2',
      Tags: [{ Key: 'Name', Value: 'sandbox' }],
    }),
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
});

test('every block of a pool is provisioned to it', () => {
  const template = pools(SANDBOX);
  const [pool] = Object.keys(template.findResources('AWS::EC2::IPAMPool'));
  template.resourceCountIs('AWS::EC2::IPAMPoolCidr', SANDBOX.cidrs.length);
  for (const Cidr of SANDBOX.cidrs) {
    template.hasResourceProperties('AWS::EC2::IPAMPoolCidr', { IpamPoolId: { Ref: pool }, Cidr });
  }
});

test('only the pool that says so is shared, with its OUs and nobody outside', () => {
  const template = pools(SANDBOX, PROD);
  const [pool] = Object.keys(
    template.findResources('AWS::EC2::IPAMPool', { Properties: { Tags: [{ Key: 'Name', Value: 'prod' }] } }),
  );
  template.resourceCountIs('AWS::RAM::ResourceShare', 1);
  template.hasResourceProperties('AWS::RAM::ResourceShare', {
    Name: 'prod',
    ResourceArns: [{ 'Fn::GetAtt': [pool, 'Arn'] }],
    Principals: [ORGANIZATIONAL_UNIT],
    AllowExternalPrincipals: false,
  });
});

test('more pools and blocks, in any order, leave the others as they are', () => {
  const before = pools({ ...SANDBOX, cidrs: ['10.64.0.0/14'] });
  const after = pools(PROD, { ...SANDBOX, cidrs: ['10.80.0.0/14', '10.64.0.0/14'] });
  expect(new Set(Object.values(changes(before, after)))).toEqual(new Set(['added']));
});

test('tells the id of a pool by its name', () => {
  const stack = new Stack(new App());
  const made = new AddressPools(stack, 'Addresses', { pools: [SANDBOX, PROD] });
  const [pool] = Object.keys(
    Template.fromStack(stack).findResources('AWS::EC2::IPAMPool', {
      Properties: { Tags: [{ Key: 'Name', Value: 'prod' }] },
    }),
  );
  expect(stack.resolve(made.poolId('prod'))).toEqual({ Ref: pool });
  expect(() => made.poolId('data')).toThrow('no pool is called "data": choose one of sandbox, prod');
});

test.each<[string, AddressPoolOptions[]]>([
  ["'pools' must have at least one pool, got []", []],
  ['\'pools\' lists "sandbox" twice', [SANDBOX, SANDBOX]],
  ['\'cidrs\' of pool "sandbox" must have at least one block, got []', [{ ...SANDBOX, cidrs: [] }]],
  ['\'cidrs\' "10.64.0.0/14" and "10.65.0.0/16" overlap', [SANDBOX, { poolName: 'prod', cidrs: ['10.65.0.0/16'] }]],
  ['\'cidrs\' "10.64.1.0/14" has host bits: write "10.64.0.0/14"', [{ ...SANDBOX, cidrs: ['10.64.1.0/14'] }]],
  ["'cidrs' must be written out", [{ ...SANDBOX, cidrs: [Fn.importValue('Cidr')] }]],
  ["'organizationalUnitArns' must look like", [{ ...SANDBOX, organizationalUnitArns: ['ou-exam-example1'] }]],
])('fails: %s', (message, options) => {
  expect(() => pools(...options)).toThrow(message);
});
