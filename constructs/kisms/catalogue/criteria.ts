import data from './data/criteria.json';
import type { Criterion, Domain } from './types';

/**
 * The 21 domains of ISMS-P with the section that each belongs to, in the order of the standard.
 *
 * @see https://isms.kisa.or.kr/main/ispims/intro/
 */
export const DOMAINS = data.domains as readonly Domain[];

/**
 * The 101 criteria in force since 2023-10-31, in the order of the standard: 16 of the management system, 64 protection
 * measures, 21 on personal data. The Korean titles are the official ones; everything else is in our own words.
 */
export const CRITERIA = data.criteria as readonly Criterion[];

const BY_ID: ReadonlyMap<string, Criterion> = new Map(CRITERIA.map((row) => [row.id, row]));

/**
 * Finds a criterion by its id, for example `2.9.4`.
 *
 * @throws Error when there is none of that id
 */
export function criterion(id: string): Criterion {
  const found = BY_ID.get(id);
  if (found === undefined) {
    const siblings = CRITERIA.filter((row) => id.startsWith(`${row.domain}.`)).map((row) => row.id);
    throw new Error(
      `no criterion ${JSON.stringify(id)}: ${
        siblings.length > 0 ? `its domain has ${JSON.stringify(siblings)}` : 'the ids run from "1.1.1" to "3.5.3"'
      }`,
    );
  }
  return found;
}

/** Orders ids of criteria or domains as the standard does: `2.9` comes before `2.10`. */
export function compareCriterionIds(left: string, right: string): number {
  const [a, b] = [left, right].map((id) => id.split('.').map(Number)) as [number[], number[]];
  const differing = a.findIndex((part, index) => part !== b[index]);
  return differing === -1 ? a.length - b.length : (a[differing] ?? 0) - (b[differing] ?? 0);
}
