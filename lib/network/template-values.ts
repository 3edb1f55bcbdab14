import { ipv4Block, ipv4Cidr, ipv4Size } from '../../constructs';

/** A synthesized template, and where it is deployed. */
export interface NetworkTemplate {
  /** Unique; of a nested stack any unique text, such as `Governance-NetworkRouting/Segments`. */
  readonly stackName: string;
  /** Account name. */
  readonly account: string;
  /** CloudFormation template as JSON. */
  readonly template: object;
  /** The `AWS::CloudFormation::Stack` that deploys it: its parameters are those of the template. @default - not nested */
  readonly nestedIn?: { readonly stackName: string; readonly logicalId: string };
}

/** Every template that holds a part of the network; order does not matter. */
export type NetworkTemplates = readonly NetworkTemplate[];

/** A resource of a template. */
export interface TemplateResource {
  readonly stackName: string;
  readonly account: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** What `Ref` to it resolves to, in whatever stack: stands for the id that CloudFormation would give. */
  readonly key: string;
}

interface Stack {
  readonly source: NetworkTemplate;
  readonly resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Record<string, unknown> }>
  >;
  readonly parameters: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>;
  readonly outputs: Readonly<Record<string, { readonly Value: unknown }>>;
}

/** Attributes that are the id of their resource, as `Ref` is; that of a firewall is the id of its attachment. */
const ID_ATTRIBUTES = new Set([
  'Id',
  'InternetGatewayId',
  'NatGatewayId',
  'RouteTableId',
  'SubnetId',
  'TransitGatewayAttachmentId',
  'TransitGatewayRouteTableId',
  'VpcId',
]);

const PLAIN_PARAMETERS = new Set(['String', 'Number', 'CommaDelimitedList']);

/** Reads the values of templates as far as they are known before the deployment; ids become keys. */
export class TemplateValues {
  private readonly stacks = new Map<string, Stack>();
  private readonly nested = new Map<string, Stack>();

  /**
   * @param templates - all templates, so that references from one to the other are found
   * @param cidrOf - block of a VPC or subnet, for `Fn::GetAtt` of its CidrBlock
   * @throws Error when two stacks have the same name
   */
  constructor(
    templates: NetworkTemplates,
    private readonly cidrOf: (resource: TemplateResource) => string,
  ) {
    for (const source of templates) {
      const { Resources, Parameters, Outputs } = source.template as Record<string, never>;
      const stack = { source, resources: Resources ?? {}, parameters: Parameters ?? {}, outputs: Outputs ?? {} };
      if (this.stacks.has(source.stackName))
        throw new Error(`two templates are of stack ${JSON.stringify(source.stackName)}; names are unique`);
      this.stacks.set(source.stackName, stack);
      if (source.nestedIn) this.nested.set(keyOf(source.nestedIn.stackName, source.nestedIn.logicalId), stack);
    }
  }

  /** Every resource of every template. */
  *resources(): Generator<TemplateResource> {
    for (const stack of this.stacks.values())
      for (const logicalId of Object.keys(stack.resources)) yield resourceOf(stack, logicalId);
  }

  /**
   * Value of a property; `undefined` when the resource has none.
   *
   * @throws Error when only the deployment tells it
   */
  value(resource: TemplateResource, property: string): unknown {
    const value = resource.properties[property];
    return value === undefined ? undefined : this.resolve(value, resource);
  }

  /**
   * Text, number or id that a property must have.
   *
   * @throws Error when it has none, or only the deployment tells it
   */
  text(resource: TemplateResource, property: string): string {
    const value = this.value(resource, property);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw problemWith(resource, `${property} is ${JSON.stringify(value)} and not a text`);
  }

  /**
   * Name tag.
   *
   * @throws Error when it has none
   */
  name(resource: TemplateResource): string {
    const tags = this.value(resource, 'Tags');
    const tag = Array.isArray(tags) ? tags.find(({ Key }) => Key === 'Name') : undefined;
    if (typeof tag?.Value === 'string') return tag.Value;
    throw problemWith(resource, 'it has no Name tag');
  }

  private resolve(value: unknown, at: TemplateResource): unknown {
    if (Array.isArray(value)) return value.map((one) => this.resolve(one, at));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? [''];
    if (entries.length !== 1 || (name !== 'Ref' && !name.startsWith('Fn::')))
      return Object.fromEntries(entries.map(([key, one]) => [key, this.resolve(one, at)]));
    const resolved = this.intrinsic(name, argument, at);
    if (resolved === undefined) throw problemWith(at, `only the deployment tells ${JSON.stringify(value)}`);
    return resolved;
  }

  private intrinsic(name: string, argument: unknown, at: TemplateResource): unknown {
    switch (name) {
      case 'Ref':
        return this.reference(String(argument), at);
      case 'Fn::GetAtt': {
        const [logicalId = '', ...attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
        return this.attribute(String(logicalId), attribute.join('.'), at);
      }
      case 'Fn::GetStackOutput': {
        const { StackName, OutputName } = argument as Record<string, unknown>;
        const stack = this.stacks.get(String(this.resolve(StackName, at)));
        return stack && this.output(stack, String(this.resolve(OutputName, at)));
      }
      case 'Fn::Select': {
        const [index, list] = argument as [unknown, unknown];
        const all = Array.isArray(list) ? list : this.resolve(list, at);
        const chosen = Array.isArray(all) ? all[Number(this.resolve(index, at))] : undefined;
        return chosen === undefined ? undefined : this.resolve(chosen, at);
      }
      case 'Fn::Cidr': {
        const [block, count, hostBits] = this.resolve(argument, at) as [string, unknown, unknown];
        return subnetsOf(block, Number(count), Number(hostBits));
      }
      case 'Fn::Join': {
        const [separator, parts] = this.resolve(argument, at) as [string, unknown[]];
        return parts.join(separator);
      }
      case 'Fn::Sub':
        return this.substitute(argument, at);
      default:
        return undefined;
    }
  }

  private substitute(argument: unknown, at: TemplateResource): string {
    const [text, values = {}] = (Array.isArray(argument) ? argument : [argument]) as [string, object?];
    return text.replace(/\$\{([^}!]+)\}/g, (_match, name: string) => {
      const own = Object.entries(values).find(([key]) => key === name)?.[1];
      return String(this.resolve(own ?? (name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name }), at));
    });
  }

  private reference(name: string, at: TemplateResource): unknown {
    const stack = this.stacks.get(at.stackName) as Stack;
    if (stack.resources[name]) return keyOf(at.stackName, name);
    const parameter = stack.parameters[name];
    if (!parameter) return undefined;
    const given = this.givenParameter(stack.source.nestedIn, name);
    return given !== undefined ? given : PLAIN_PARAMETERS.has(parameter.Type) ? parameter.Default : undefined;
  }

  /** What the parent passes to a nested stack. */
  private givenParameter(nestedIn: NetworkTemplate['nestedIn'], name: string): unknown {
    const parent = nestedIn && this.stacks.get(nestedIn.stackName);
    if (!nestedIn || !parent) return undefined;
    const resource = resourceOf(parent, nestedIn.logicalId);
    const given = (resource.properties.Parameters as Record<string, unknown> | undefined)?.[name];
    return given === undefined ? undefined : this.resolve(given, resource);
  }

  private attribute(logicalId: string, attribute: string, at: TemplateResource): unknown {
    const stack = this.stacks.get(at.stackName) as Stack;
    if (!stack.resources[logicalId]) return undefined;
    const key = keyOf(at.stackName, logicalId);
    if (attribute.startsWith('Outputs.')) {
      const nested = this.nested.get(key);
      return nested && this.output(nested, attribute.slice('Outputs.'.length));
    }
    if (attribute === 'CidrBlock') return this.cidrOf(resourceOf(stack, logicalId));
    return ID_ATTRIBUTES.has(attribute) ? key : undefined;
  }

  private output(stack: Stack, name: string): unknown {
    const output = stack.outputs[name];
    return output && this.resolve(output.Value, { ...resourceOf(stack, name), logicalId: `Outputs.${name}` });
  }
}

/** Error about a resource that says where it is. */
export function problemWith({ stackName, logicalId }: TemplateResource, what: string): Error {
  return new Error(`stack ${JSON.stringify(stackName)}, logical id ${JSON.stringify(logicalId)}: ${what}`);
}

function keyOf(stackName: string, logicalId: string): string {
  return `${stackName}#${logicalId}`;
}

function resourceOf({ source, resources }: Stack, logicalId: string): TemplateResource {
  const { stackName, account } = source;
  const { Type: type = '', Properties: properties = {} } = resources[logicalId] ?? {};
  return { stackName, account, logicalId, type, properties, key: keyOf(stackName, logicalId) };
}

/** `Fn::Cidr`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html */
function subnetsOf(block: string, count: number, hostBits: number): string[] {
  const { first } = ipv4Block(block);
  const netmask = 32 - hostBits;
  return Array.from({ length: count }, (_, index) => ipv4Cidr({ first: first + index * ipv4Size(netmask), netmask }));
}
