/** Type of a property in the service specification, as far as the way to nested properties goes. */
interface SpecType {
  readonly type: string;
  readonly reference?: { readonly $ref: string };
  readonly element?: SpecType;
  readonly types?: readonly SpecType[];
}

interface SpecProperty {
  readonly type: SpecType;
  readonly causesReplacement?: 'yes' | 'no' | 'maybe';
}

type SpecProperties = Readonly<Record<string, SpecProperty>>;

/** What is read of the database of `@aws-cdk/aws-service-spec`. */
export interface ServiceSpec {
  all(entity: 'resource'): readonly {
    readonly cloudFormationType: string;
    readonly properties: SpecProperties;
    readonly additionalReplacementProperties?: readonly (readonly string[])[];
  }[];
  get(entity: 'typeDefinition', id: string): { readonly properties: SpecProperties };
}

/**
 * The properties of every resource type that replace the resource when they change: what `create-only.json` holds.
 *
 * A value lists paths with spaces between, elements of lists and maps as `*`; a path that ends in `?` replaces under
 * conditions. A type that is never replaced has an empty value, so that it differs from one that is not known.
 *
 * @param spec - the database of `@aws-cdk/aws-service-spec`
 * @see https://github.com/cdklabs/awscdk-service-spec
 */
export function compileCreateOnly(spec: ServiceSpec): Readonly<Record<string, string>> {
  return Object.fromEntries(
    spec
      .all('resource')
      .map(({ cloudFormationType, properties, additionalReplacementProperties = [] }): [string, string] => {
        const paths = [
          ...pathsOf(spec, properties, [], []),
          ...additionalReplacementProperties.map((path) => path.join('/')),
        ];
        return [cloudFormationType, [...new Set(paths)].sort().join(' ')];
      })
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** @param above - type definitions on the way here, because some contain themselves */
function pathsOf(
  spec: ServiceSpec,
  properties: SpecProperties,
  prefix: readonly string[],
  above: readonly string[],
): string[] {
  return Object.entries(properties).flatMap(([name, { type, causesReplacement }]) => {
    const path = [...prefix, name];
    if (causesReplacement === 'yes') return [path.join('/')];
    return [...(causesReplacement === 'maybe' ? [`${path.join('/')}?`] : []), ...pathsInside(spec, type, path, above)];
  });
}

function pathsInside(
  spec: ServiceSpec,
  { reference, element, types = [] }: SpecType,
  path: readonly string[],
  above: readonly string[],
): string[] {
  if (reference) {
    const { $ref } = reference;
    return above.includes($ref)
      ? []
      : pathsOf(spec, spec.get('typeDefinition', $ref).properties, path, [...above, $ref]);
  }
  if (element) return pathsInside(spec, element, [...path, '*'], above);
  return types.flatMap((type) => pathsInside(spec, type, path, above));
}
