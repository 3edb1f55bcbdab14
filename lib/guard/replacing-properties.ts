import type { ChangingNames } from './changing-names';
import { type CreateOnlyPath, createOnlyPaths } from './create-only';
import { canonical, isDynamic, isIntrinsic, isNoValue, isObject, mentions, type Properties } from './template';

/** A property that replaces its resource. */
export interface ReplacingProperty {
  /** Path with `/` between names. */
  readonly property: string;
  readonly certain: boolean;
  /** Names behind an unchanged expression whose value changes. @default - the expression itself changed */
  readonly because?: readonly string[];
}

/** Two versions of the properties of one resource. */
export interface ChangedResource {
  readonly type: string;
  readonly before: Properties;
  readonly after: Properties;
  /** Whether a name is a resource of both versions, of which the physical id is then its own. */
  isResource(name: string): boolean;
}

/** The properties for which a resource is or may be replaced. */
export function replacingProperties(resource: ChangedResource, changing: ChangingNames): ReplacingProperty[] {
  const { type, before, after } = resource;
  const paths = createOnlyPaths(type);
  if (paths === undefined) return unknownType(resource);
  return paths.flatMap(({ names, certain }) => {
    const property = names.join('/');
    const [old, current] = [valuesAt(before, names), valuesAt(after, names)];
    const difference = names.includes('*') ? itemsDiffer(old, current) : differ(old[0], current[0], resource);
    if (difference !== 'no') return [{ property, certain: certain && difference === 'yes' }];
    const because = [...mentions(current)].filter((name) => changing.has(name));
    if (because.length === 0) return [];
    return [{ property, certain: certain && because.some((name) => changing.get(name) === true), because }];
  });
}

/** A custom resource decides itself by the id that it returns; an unknown type may do anything. */
function unknownType({ type, before, after }: ChangedResource): ReplacingProperty[] {
  if (type.startsWith('Custom::') || canonical(before) === canonical(after)) return [];
  const properties = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return properties
    .filter((property) => canonical(before[property]) !== canonical(after[property]))
    .map((property) => ({ property, certain: false }));
}

/** The values at a path; an intrinsic function on the way is the value, since what is in it is not known. */
function valuesAt(value: unknown, [name, ...rest]: CreateOnlyPath['names']): unknown[] {
  if (value === undefined || isNoValue(value)) return [];
  if (name === undefined || isIntrinsic(value)) return [value];
  if (name === '*')
    return typeof value === 'object' && value !== null
      ? Object.values(value).flatMap((item) => valuesAt(item, rest))
      : [];
  return isObject(value) ? valuesAt(value[name], rest) : [];
}

type Difference = 'no' | 'maybe' | 'yes';

/** Items that only come, or only go, change no other item. */
function itemsDiffer(before: readonly unknown[], after: readonly unknown[]): Difference {
  const [had, has] = [new Set(before.map(canonical)), new Set(after.map(canonical))];
  const gone = before.filter((item) => !has.has(canonical(item)));
  const come = after.filter((item) => !had.has(canonical(item)));
  if (gone.length === 0 || come.length === 0) return 'no';
  return isDynamic([gone, come]) ? 'maybe' : 'yes';
}

function differ(before: unknown, after: unknown, resource: ChangedResource): Difference {
  if (canonical(before) === canonical(after)) return 'no';
  if (before === undefined || after === undefined) return isConditional(before ?? after) ? 'maybe' : 'yes';
  if (isIntrinsic(before) || isIntrinsic(after)) {
    const [one, other] = [before, after].map((value) => resourceIn(value, resource));
    return one !== undefined && other !== undefined && one !== other ? 'yes' : 'maybe';
  }
  if (Array.isArray(before) && Array.isArray(after)) return listsDiffer(before, after, resource);
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return most([...keys].map((key) => differ(given(before[key]), given(after[key]), resource)));
  }
  // CloudFormation takes 64512 and "64512", true and "true" for the same.
  return String(before) === String(after) ? 'no' : 'yes';
}

/** The order of a list often does not count; only the resource type knows. */
function listsDiffer(before: readonly unknown[], after: readonly unknown[], resource: ChangedResource): Difference {
  const [old = [], current = []] = [before, after].map((list) => list.filter((item) => !isNoValue(item)));
  if (old.length !== current.length) return [...old, ...current].some(isConditional) ? 'maybe' : 'yes';
  if (canonical(old.map(canonical).sort()) === canonical(current.map(canonical).sort())) return 'maybe';
  return most(old.map((item, index) => differ(item, current[index], resource)));
}

function given(value: unknown): unknown {
  return isNoValue(value) ? undefined : value;
}

function isConditional(value: unknown): boolean {
  return isObject(value) && 'Fn::If' in value;
}

/** The resource of which an expression is the id; other attributes of two resources may well be the same. */
function resourceIn(value: unknown, { isResource }: ChangedResource): string | undefined {
  if (!isObject(value)) return undefined;
  const isId = 'Ref' in value || /(Id|Arn)$/.test([value['Fn::GetAtt']].flat().join('.'));
  return isId ? [...mentions(value)].find(isResource) : undefined;
}

function most(differences: readonly Difference[]): Difference {
  return differences.includes('yes') ? 'yes' : differences.includes('maybe') ? 'maybe' : 'no';
}
