import type { Hop } from './reachability-matrix';

/** A path as one line, such as `shop-prod/app (0.0.0.0/0 transit-gateway) -> prod (10.0.0.0/8 static) -> firewall`. */
export function pathText(path: readonly Hop[]): string {
  return path.map(({ kind, name, route }) => `${LABELS[kind] ?? ''}${name}${route ? ` (${route})` : ''}`).join(' -> ');
}

/** The names of others say what they are. */
const LABELS: Partial<Record<Hop['kind'], string>> = {
  'internet-gateway': 'internet-gateway ',
  'nat-gateway': 'nat-gateway ',
};
