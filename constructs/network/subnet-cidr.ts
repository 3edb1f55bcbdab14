import { Fn } from 'aws-cdk-lib';
import { ipv4Block, ipv4Cidr, ipv4Size, type PlannedSubnet } from '../ipv4';

/** Blocks that one `Fn::Cidr` lists at most. */
const FN_CIDR_LIMIT = 256;

/** Block of a planned subnet in a VPC whose block is known. */
export function literalSubnetCidr(vpcCidr: string, { offset, netmask }: PlannedSubnet): string {
  return ipv4Cidr({ first: ipv4Block(vpcCidr).first + offset, netmask });
}

/**
 * Block of a planned subnet in a VPC whose block is known at deployment only: the same place as
 * {@link literalSubnetCidr} gives, cut out in two steps where the list would be too long for one.
 *
 * @param vpcCidr - attribute `CidrBlock` of the VPC
 * @param vpcNetmask - prefix length of the VPC
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export function deployTimeSubnetCidr(vpcCidr: string, vpcNetmask: number, { offset, netmask }: PlannedSubnet): string {
  const index = offset / ipv4Size(netmask);
  if (index < FN_CIDR_LIMIT) return nthBlock(vpcCidr, index, netmask);
  const step = vpcNetmask + Math.log2(FN_CIDR_LIMIT);
  const inStep = (offset % ipv4Size(step)) / ipv4Size(netmask);
  return nthBlock(nthBlock(vpcCidr, Math.floor(offset / ipv4Size(step)), step), inStep, netmask);
}

function nthBlock(cidr: string, index: number, netmask: number): string {
  // As short a list as will do: it stays the same when subnets are added after this one.
  return Fn.select(index, Fn.cidr(cidr, index + 1, String(32 - netmask)));
}
