import type { OrganizationNetwork } from '../../network/organization-network';
import type { Endpoint } from '../../network/reachability-matrix';
import { UserError } from '../../user-error';
import type { CommandCall } from '../command';
import { checkOptionName } from './identity-center';

/** Names on the two sides that are asked for; `undefined` is everything. */
export interface Sides {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** How the answer is printed. */
export type Format = 'csv' | 'md' | 'table';

/** Whether an endpoint is the named one or lies in the named segment; without a name each is. */
export function isMeant(name: string | undefined): (endpoint: Endpoint) => boolean {
  return (endpoint) => name === undefined || endpoint.name === name || endpoint.segment === name;
}

/**
 * The two sides that are asked for; a name must be known to one of the networks.
 *
 * @throws UserError with the nearest name, or when both sides are the same endpoint
 */
export function sidesOf({ options }: CommandCall, networks: readonly OrganizationNetwork[]): Sides {
  const endpoints = networks.flatMap(({ matrix }) => matrix.endpoints);
  const segments = networks.flatMap(({ graph }) => graph.routeTables);
  const [from, to] = (['from', 'to'] as const).map((option) => {
    const word = options[option];
    if (typeof word !== 'string') return undefined;
    checkOptionName(option, word, [...endpoints, ...segments]);
    return word;
  });
  if (from !== undefined && from === to && endpoints.some(({ name }) => name === from)) {
    throw new UserError({
      en: `--from and --to are both ${JSON.stringify(from)}; give two different places, or a segment`,
      ko: `--from과 --to가 모두 ${JSON.stringify(from)}입니다. 서로 다른 두 곳이나 세그먼트를 적으세요`,
    });
  }
  return { from, to };
}

/**
 * The port that is asked for. @default - `undefined`: any
 *
 * @throws UserError when it is no port
 */
export function portOf({ options: { port, diff } }: CommandCall): number | undefined {
  if (port === undefined) return undefined;
  if (diff !== undefined) {
    throw new UserError({
      en: '--port cannot be combined with --diff, which compares what reaches at all',
      ko: '--port는 도달 여부만 비교하는 --diff와 함께 쓸 수 없습니다',
    });
  }
  const number = Number(port);
  if (typeof port === 'string' && /^\d+$/.test(port) && number >= 1 && number <= 65535) return number;
  throw new UserError({
    en: `--port must be a number from 1 to 65535, got ${JSON.stringify(port)}`,
    ko: `--port는 1~65535의 숫자여야 합니다: ${JSON.stringify(port)}`,
  });
}

/**
 * The format that is asked for.
 *
 * @throws UserError when there is no such format, or it says twice how to print
 */
export function formatOf({ options: { format, diff }, json }: CommandCall): Format {
  if (format === undefined) return 'table';
  if (json || diff !== undefined) {
    throw new UserError({
      en: '--format cannot be combined with --json or --diff, which is Markdown',
      ko: '--format은 --json이나 --diff(Markdown으로 출력)와 함께 쓸 수 없습니다',
    });
  }
  if (format === 'csv' || format === 'md') return format;
  throw new UserError({
    en: `--format must be csv or md, got ${JSON.stringify(format)}`,
    ko: `--format은 csv나 md여야 합니다: ${JSON.stringify(format)}`,
  });
}
