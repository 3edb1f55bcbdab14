import type { VpcTier } from './vpc-options';

/** How a private tier gets to the internet. */
export type VpcInternet = 'central' | 'local' | 'none';

/** A route of a tier; the local route of the VPC's own block is implied. */
export interface VpcTierRoute {
  readonly cidr: string;
  readonly target: 'transit-gateway' | 'internet-gateway' | 'nat-gateway';
}

/** Every IPv4 address. */
export const EVERYWHERE = '0.0.0.0/0';

/** Routes of every subnet of a tier. */
export function tierRoutes(
  type: VpcTier['type'],
  internet: VpcInternet,
  transitGatewayCidrs: readonly string[],
): VpcTierRoute[] {
  const inside = transitGatewayCidrs.map((cidr): VpcTierRoute => ({ cidr, target: 'transit-gateway' }));
  if (type === 'isolated') return [];
  if (type === 'public') return [{ cidr: EVERYWHERE, target: 'internet-gateway' }, ...inside];
  if (internet === 'central') return [{ cidr: EVERYWHERE, target: 'transit-gateway' }];
  if (internet === 'local') return [{ cidr: EVERYWHERE, target: 'nat-gateway' }, ...inside];
  return inside;
}
