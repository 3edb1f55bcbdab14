import { ipv4Block, ipv4Size } from '../../constructs';

/**
 * Longest prefix match: the route that decides where a packet to an address goes.
 *
 * @param routes - the routes of one table; of two with the same block the first counts
 * @param prefers - whether a route counts before an earlier one with the same block. @default - never
 * @returns finds the route of an address, 0 to 2^32 - 1; `undefined` when none matches
 */
export function routeLookup<Route extends { readonly cidr: string }>(
  routes: readonly Route[],
  prefers: (route: Route, earlier: Route) => boolean = () => false,
): (address: number) => Route | undefined {
  const byLength = new Map<number, Map<number, Route>>();
  for (const route of routes) {
    const { first, netmask } = ipv4Block(route.cidr);
    const bucket = byLength.get(netmask) ?? new Map<number, Route>();
    byLength.set(netmask, bucket);
    const earlier = bucket.get(first);
    if (!earlier || prefers(route, earlier)) bucket.set(first, route);
  }
  const buckets = [...byLength]
    .sort(([a], [b]) => b - a)
    .map(([netmask, found]) => ({ size: ipv4Size(netmask), found }));
  return (address) => {
    for (const { size, found } of buckets) {
      const route = found.get(address - (address % size));
      if (route) return route;
    }
    return undefined;
  };
}
