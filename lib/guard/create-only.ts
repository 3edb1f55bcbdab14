import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CREATE_ONLY_CORRECTIONS } from './create-only-corrections';

/** A property that replaces its resource when it changes. */
export interface CreateOnlyPath {
  /** Names on the way to it; `*` stands for every element of a list or map. */
  readonly names: readonly string[];
  /** `false` when it depends on the values, or on the rest of the resource, whether the resource is replaced. */
  readonly certain: boolean;
}

/** Beside this file in a checkout, and three folders up from its compiled form. */
const PLACES = [join(__dirname, 'create-only.json'), join(__dirname, '../../../lib/guard/create-only.json')];

let table: Readonly<Record<string, string>> | undefined;

/**
 * The properties of a resource type that replace the resource; `undefined` for a type that the data do not know.
 *
 * The data are made from AWS's service specification (`npm run generate`) and ship with the package, so that nothing is
 * fetched; {@link CREATE_ONLY_CORRECTIONS} come on top.
 *
 * @param type - CloudFormation type, for example `AWS::EC2::VPC`
 */
export function createOnlyPaths(type: string): readonly CreateOnlyPath[] | undefined {
  table ??= JSON.parse(readFileSync(PLACES.find(existsSync) as string, 'utf8')) as Record<string, string>;
  const known = table[type];
  if (known === undefined) return undefined;
  const added = CREATE_ONLY_CORRECTIONS.filter((correction) => correction.type === type).flatMap(({ paths }) => paths);
  return [...new Set([...known.split(' '), ...added])]
    .filter((path) => path !== '')
    .map((path) => ({ names: path.replace(/\?$/, '').split('/'), certain: !path.endsWith('?') }));
}
