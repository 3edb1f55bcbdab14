import {
  type ChangingNames,
  changingDeclarations,
  changingOutputs,
  mark,
  markMentioned,
  weight,
} from './changing-names';
import { NESTED_STACK } from './protected-types';
import { type ReplacingProperty, replacingProperties } from './replacing-properties';
import { canonical, type Template, type TemplateResource, type TemplateTree } from './template';

/** A resource of one version of a stack. */
export interface PlacedResource {
  /** Logical id; inside nested stacks those of the stacks come first, with `/` between. */
  readonly id: string;
  readonly resource: TemplateResource;
}

/** A resource that an update deletes, or takes out of the stack. */
export interface RemovedResource extends PlacedResource {
  /** Whether it stays in the account, managed by nobody. */
  readonly retained: boolean;
  /** Type that comes under the same logical id. @default - nothing does */
  readonly becomes?: string;
}

/** A resource that an update replaces, or may replace. */
export interface ReplacedResource extends PlacedResource {
  readonly properties: readonly ReplacingProperty[];
}

/** What the update of one stack does, nested stacks included. */
export interface TemplateComparison {
  readonly created: readonly PlacedResource[];
  readonly removed: readonly RemovedResource[];
  readonly replaced: readonly ReplacedResource[];
  /** Resources that change in place. */
  readonly updated: number;
  /** Outputs whose value changes though their expression may not. */
  readonly changingOutputs: ChangingNames;
}

/**
 * Compares two versions of a stack as CloudFormation would update the one to the other.
 *
 * A replaced resource has another id: what has that id in a create-only property is replaced as well.
 *
 * @param before - the version that is deployed
 * @param after - the version to come
 * @param changingParameters - parameters whose value changes; for nested stacks
 */
export function compareTemplates(
  before: TemplateTree,
  after: TemplateTree,
  changingParameters: ChangingNames = new Map(),
): TemplateComparison {
  const [old, current] = [resourcesOf(before.template), resourcesOf(after.template)];
  const kept = Object.keys(current).filter((id) => old[id]?.Type === current[id]?.Type);
  const created = Object.keys(current).filter((id) => !kept.includes(id));
  const removed = Object.keys(old).filter((id) => !kept.includes(id));

  const changing = changingDeclarations(before.template, after.template, changingParameters);
  for (const id of removed) if (current[id]) changing.set(id, true);
  let replaced = new Map<string, readonly ReplacingProperty[]>();
  let nested = new Map<string, TemplateComparison>();
  let known = -1;
  while (known !== weight(changing)) {
    known = weight(changing);
    nested = new Map(kept.flatMap((id) => compareNested(id, before, after, changing)));
    replaced = new Map(
      kept.flatMap((id) => {
        const pair = [old[id] as TemplateResource, current[id] as TemplateResource] as const;
        const properties = replacing(...pair, changing, (name) => Boolean(old[name] && current[name]));
        // What a nested stack holds whose template is no asset cannot be seen, so it may be anything.
        const isUnseen = pair[1].Type === NESTED_STACK && !nested.has(id) && hasChanged(...pair);
        if (isUnseen) properties.push({ property: 'TemplateURL', certain: false });
        return properties.length > 0 ? [[id, properties]] : [];
      }),
    );
    for (const [id, comparison] of nested)
      for (const [output, certain] of comparison.changingOutputs) mark(changing, `${id}.Outputs.${output}`, certain);
    for (const [id, properties] of replaced)
      mark(
        changing,
        id,
        properties.some(({ certain }) => certain),
      );
  }

  const inside = [...nested].map(([id, comparison]) => under(id, comparison));
  return {
    created: [...created.flatMap((id) => withNested(id, after)), ...inside.flatMap((comparison) => comparison.created)],
    removed: [
      ...removed.flatMap((id) => removals(id, before, current[id]?.Type)),
      ...inside.flatMap((comparison) => comparison.removed),
    ],
    replaced: [
      ...[...replaced].map(([id, properties]) => ({ id, resource: current[id] as TemplateResource, properties })),
      ...inside.flatMap((comparison) => comparison.replaced),
    ],
    updated:
      kept.filter(
        (id) =>
          !replaced.has(id) &&
          !nested.has(id) &&
          hasChanged(old[id] as TemplateResource, current[id] as TemplateResource),
      ).length + inside.reduce((sum, { updated }) => sum + updated, 0),
    changingOutputs: changingOutputs(before.template, after.template, changing),
  };
}

/** Every resource of a stack, nested stacks included. */
export function allResources(tree: TemplateTree): PlacedResource[] {
  return Object.keys(resourcesOf(tree.template)).flatMap((id) => withNested(id, tree));
}

function resourcesOf({ Resources = {} }: Template): Readonly<Record<string, TemplateResource>> {
  return Resources;
}

function withNested(id: string, { template, nested }: TemplateTree): PlacedResource[] {
  const inner = nested.get(id);
  const resource = resourcesOf(template)[id] as TemplateResource;
  return [{ id, resource }, ...(inner ? allResources(inner).map((placed) => placeUnder(id, placed)) : [])];
}

/** A nested stack that goes takes with it what is not retained; it counts as retained when all in it is. */
function removals(id: string, { template, nested }: TemplateTree, becomes?: string): RemovedResource[] {
  const resource = resourcesOf(template)[id] as TemplateResource;
  const inner = nested.get(id);
  const removed = { id, resource, ...(becomes !== undefined && { becomes }) };
  if (isRetained(resource) || !inner) return [{ ...removed, retained: isRetained(resource) }];
  const within = Object.keys(resourcesOf(inner.template)).flatMap((innerId) => removals(innerId, inner));
  return [
    { ...removed, retained: within.every(({ retained }) => retained) },
    ...within.map((placed) => placeUnder(id, placed)),
  ];
}

/**
 * `AWS::Organizations::Account` is the one type that is retained by default.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
 */
function isRetained({ Type, DeletionPolicy }: TemplateResource): boolean {
  const policy = DeletionPolicy ?? (Type === 'AWS::Organizations::Account' ? 'Retain' : 'Delete');
  return policy === 'Retain' || policy === 'RetainExceptOnCreate';
}

function compareNested(
  id: string,
  before: TemplateTree,
  after: TemplateTree,
  changing: ChangingNames,
): [string, TemplateComparison][] {
  const [old, current] = [before.nested.get(id), after.nested.get(id)];
  if (!old || !current) return [];
  const given = ({ template }: TemplateTree) =>
    (resourcesOf(template)[id]?.Properties?.Parameters ?? {}) as Readonly<Record<string, unknown>>;
  const [had, has] = [given(before), given(after)];
  const parameters = new Map<string, boolean>();
  for (const name of Object.keys(has)) {
    if (name in had && canonical(had[name]) !== canonical(has[name])) mark(parameters, name, false);
    markMentioned(parameters, name, has[name], changing);
  }
  return [[id, compareTemplates(old, current, parameters)]];
}

function replacing(
  before: TemplateResource,
  after: TemplateResource,
  changing: ChangingNames,
  isResource: (name: string) => boolean,
): ReplacingProperty[] {
  const condition = after.Condition ?? before.Condition;
  const mayVanish =
    before.Condition !== after.Condition || (condition !== undefined && changing.has(`condition:${condition}`));
  return [
    ...(mayVanish ? [{ property: 'Condition', certain: false }] : []),
    ...replacingProperties(
      { type: after.Type, before: before.Properties ?? {}, after: after.Properties ?? {}, isResource },
      changing,
    ),
  ];
}

function hasChanged(before: TemplateResource, after: TemplateResource): boolean {
  return canonical(before.Properties) !== canonical(after.Properties);
}

function under(id: string, { created, removed, replaced, updated, changingOutputs }: TemplateComparison) {
  const place = <T extends PlacedResource>(placed: T): T => placeUnder(id, placed);
  return {
    created: created.map(place),
    removed: removed.map(place),
    replaced: replaced.map(place),
    updated,
    changingOutputs,
  };
}

function placeUnder<T extends PlacedResource>(stack: string, placed: T): T {
  return { ...placed, id: `${stack}/${placed.id}` };
}
