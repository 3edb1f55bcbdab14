import { ipv4Block, ipv4Cidr, ipv4Size } from '../../../constructs/ipv4';

interface FnSelect {
  readonly 'Fn::Select': [
    index: number,
    list: { readonly 'Fn::Cidr': [block: unknown, count: number, hostBits: string] },
  ];
}

/** Value of `Fn::Select` of `Fn::Cidr`, with a block in place of the attribute of a VPC. */
export function resolveCidr(value: unknown, vpcCidr?: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'Fn::GetAtt' in value) return vpcCidr as string;
  const [index, { 'Fn::Cidr': list }] = (value as FnSelect)['Fn::Select'];
  const [block, count, hostBits] = list;
  const outer = ipv4Block(resolveCidr(block, vpcCidr));
  const netmask = 32 - Number(hostBits);
  const first = outer.first + index * ipv4Size(netmask);
  if (index >= count || first > outer.last) throw new Error(`there is no block ${index} in ${JSON.stringify(value)}`);
  return ipv4Cidr({ first, netmask });
}

/** Lengths of the lists that a value asks CloudFormation for. */
export function fnCidrCounts(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Fn::Cidr' in value ? [(value['Fn::Cidr'] as unknown[])[1] as number] : [];
  return [...own, ...Object.values(value).flatMap(fnCidrCounts)];
}
