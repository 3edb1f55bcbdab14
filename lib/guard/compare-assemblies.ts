import { groupBy } from '../group-by';
import {
  allResources,
  compareTemplates,
  type PlacedResource,
  type RemovedResource,
  type ReplacedResource,
  type TemplateComparison,
} from './compare-templates';
import { DELETE_FIRST_TYPES } from './delete-first-types';
import type { GuardChange, GuardReport } from './guard-report';
import { PROTECTED_TYPES } from './protected-types';
import type { AssemblyStack } from './read-assembly';
import { canonical } from './template';

/** What is meant, and how strict the guard is. */
export interface GuardOptions {
  /** Resources that are meant to go, as stack name and logical id with `/` between. @default - none */
  readonly allow?: readonly string[];
  /** Whether types that are not protected fail as well. @default false */
  readonly all?: boolean;
}

interface ComparedStack extends TemplateComparison {
  readonly stack: string;
  readonly environment: string;
}

const NOTHING: AssemblyStack['tree'] = { template: {}, nested: new Map() };

/**
 * What the deployment of one cloud assembly over another would replace or delete.
 *
 * Stacks are the same when their name and environment are. A stack that only the base has is left behind: `cdk deploy` does
 * not delete it.
 *
 * @param base - what is deployed
 * @param head - what is to be deployed
 */
export function compareAssemblies(
  base: readonly AssemblyStack[],
  head: readonly AssemblyStack[],
  options: GuardOptions = {},
): GuardReport {
  const old = new Map(base.map((stack) => [keyOf(stack), stack]));
  const current = new Set(head.map(keyOf));
  const compared = sorted(head).map(
    (stack): ComparedStack => ({
      stack: stack.name,
      environment: stack.environment,
      ...compareTemplates(old.get(keyOf(stack))?.tree ?? NOTHING, stack.tree),
    }),
  );
  const changes = changesOf(compared, options);
  const named = new Set(changes.map(({ id }) => id));
  return {
    ok: !changes.some(({ fails }) => fails),
    changes,
    stacks: compared
      .map(({ stack, environment, created, updated, replaced, removed }) => ({
        stack,
        environment,
        created: created.length,
        updated,
        replaced: replaced.length,
        deleted: removed.length,
      }))
      .filter(({ created, updated, replaced, deleted }) => created + updated + replaced + deleted > 0),
    leftBehind: sorted(base)
      .filter((stack) => !current.has(keyOf(stack)))
      .map(({ name, environment, tree }) => {
        const resources = allResources(tree);
        return {
          stack: name,
          environment,
          resources: resources.length,
          protected: resources.filter(({ resource }) => PROTECTED_TYPES.has(resource.Type)).length,
        };
      }),
    unusedAllow: (options.allow ?? []).filter((id) => !named.has(id)),
  };
}

function keyOf({ name, environment }: AssemblyStack): string {
  return `${name} ${environment}`;
}

function sorted(stacks: readonly AssemblyStack[]): AssemblyStack[] {
  return [...stacks].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function changesOf(compared: readonly ComparedStack[], { allow = [], all = false }: GuardOptions): GuardChange[] {
  const findMoved = movedFinder(compared);
  return compared.flatMap(({ stack, environment, removed, replaced }) => {
    const changed = [
      ...removed.map((resource) => ({ resource, facts: removalFacts(resource, findMoved(stack, resource)) })),
      ...replaced.map((resource) => ({ resource, facts: replacementFacts(resource) })),
    ];
    return changed
      .map(({ resource, facts }): GuardChange => {
        const type = resource.resource.Type;
        const id = `${stack}/${resource.id}`;
        const protectedBecause = PROTECTED_TYPES.get(type);
        const allowed = allow.includes(id);
        return {
          id,
          stack,
          environment,
          type,
          ...facts,
          ...(protectedBecause && { protectedBecause }),
          allowed,
          fails: (all || protectedBecause !== undefined) && !allowed && facts.action !== 'retained',
        };
      })
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  });
}

type Facts = Pick<GuardChange, 'action' | 'properties' | 'because' | 'becomes' | 'deletedFirst' | 'movedTo'>;

function removalFacts({ retained, becomes }: RemovedResource, movedTo: string | undefined): Facts {
  return {
    action: retained ? 'retained' : 'deleted',
    properties: [],
    because: [],
    ...(becomes !== undefined && { becomes }),
    deletedFirst: false,
    ...(movedTo !== undefined && { movedTo }),
  };
}

function replacementFacts({ resource: { Type }, properties }: ReplacedResource): Facts {
  return {
    action: properties.some(({ certain }) => certain) ? 'replaced' : 'mayBeReplaced',
    properties: properties.map(({ property }) => property),
    because: [...new Set(properties.flatMap(({ because = [] }) => because))],
    deletedFirst: DELETE_FIRST_TYPES.has(Type),
  };
}

/** Finds what comes with the same type and properties as something that goes, in the same stack if there is one. */
function movedFinder(compared: readonly ComparedStack[]): (stack: string, gone: PlacedResource) => string | undefined {
  const come = groupBy(
    compared.flatMap(({ stack, created }) => created.map(({ id, resource }) => ({ stack, id, resource }))),
    ({ resource }) => contentOf(resource),
  );
  return (stack, { resource }) => {
    const same = come.get(contentOf(resource)) ?? [];
    const found = same.find((candidate) => candidate.stack === stack) ?? same[0];
    return found && `${found.stack}/${found.id}`;
  };
}

function contentOf({ Type, Properties }: PlacedResource['resource']): string {
  return `${Type} ${canonical(Properties)}`;
}
