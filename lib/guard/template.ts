/** Properties of a resource as a template has them. */
export type Properties = Readonly<Record<string, unknown>>;

/** A resource of a template, as far as the guard reads it. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Properties;
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
}

/** A CloudFormation template, as far as the guard reads it. */
export interface Template {
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Mappings?: Readonly<Record<string, unknown>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value?: unknown }>>;
}

/** A template with those of its nested stacks, by their logical id in it. */
export interface TemplateTree {
  readonly template: Template;
  readonly nested: ReadonlyMap<string, TemplateTree>;
}

/** Text that is the same for values that mean the same: the order of keys and `AWS::NoValue` do not count. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) => {
      if (isNoValue(inner)) return undefined;
      if (Array.isArray(inner)) return inner.filter((item) => !isNoValue(item));
      if (!isObject(inner)) return inner;
      return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
    }) ?? ''
  );
}

/** Whether a value is `{ "Ref": … }` or `{ "Fn::…": … }`, so that only the deployment knows what it is. */
export function isIntrinsic(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) return false;
  const [key, ...rest] = Object.keys(value);
  return rest.length === 0 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'));
}

/** Whether any part of a value is known at deployment only. */
export function isDynamic(value: unknown): boolean {
  return isIntrinsic(value) || (typeof value === 'object' && value !== null && Object.values(value).some(isDynamic));
}

/** Whether a value is an object that is no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value says that the property is absent. */
export function isNoValue(value: unknown): boolean {
  return isObject(value) && value.Ref === 'AWS::NoValue';
}

/**
 * What an expression is made of: logical ids and parameters by name, `Nested.Outputs.Name`, `condition:Name` and
 * `mapping:Name`.
 */
export function mentions(value: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  collectMentions(value, names);
  return names;
}

function collectMentions(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const [first] = Array.isArray(inner) ? inner : [inner];
    if (key === 'Ref' && typeof inner === 'string') names.add(inner);
    else if (key === 'Fn::GetAtt') addAttribute(Array.isArray(inner) ? inner.join('.') : String(inner), names);
    else if (key === 'Fn::Sub' && typeof first === 'string')
      for (const [, name = ''] of first.matchAll(/\$\{([^!][^}]*)\}/g)) addAttribute(name, names);
    else if (key === 'Condition' && typeof inner === 'string') names.add(`condition:${inner}`);
    else if (key === 'Fn::If' && typeof first === 'string') names.add(`condition:${first}`);
    else if (key === 'Fn::FindInMap' && typeof first === 'string') names.add(`mapping:${first}`);
    collectMentions(inner, names);
  }
}

function addAttribute(text: string, names: Set<string>): void {
  const [name = '', attribute] = text.split('.');
  names.add(attribute === 'Outputs' ? text : name);
}
