import { groupBy } from '../group-by';
import type { NetworkFacts } from './network-facts';
import { type NetworkTemplates, problemWith, type TemplateResource, TemplateValues } from './template-values';

/** Types that move packets in ways which the model of the network does not know. */
const UNKNOWN_WAYS = [
  'AWS::EC2::ClientVpnEndpoint',
  'AWS::EC2::TransitGatewayConnect',
  'AWS::EC2::TransitGatewayPeeringAttachment',
  'AWS::EC2::TransitGatewayVpcAttachment',
  'AWS::EC2::VPCPeeringConnection',
  'AWS::EC2::VPNGatewayRoutePropagation',
];

/** Finds the resources of the network in the templates, by type and by id. */
export class TemplateReader {
  readonly values: TemplateValues;
  private readonly types: ReadonlyMap<string, TemplateResource[]>;
  private readonly names = new Map<string, string>();

  /**
   * @throws Error when a template holds a resource that moves packets in a way which is not modelled
   */
  constructor(
    templates: NetworkTemplates,
    readonly facts: NetworkFacts,
  ) {
    this.values = new TemplateValues(templates, (resource) => this.cidr(resource));
    this.types = groupBy([...this.values.resources()], ({ type }) => type);
    for (const type of UNKNOWN_WAYS) {
      const [resource] = this.all(type);
      if (resource)
        throw problemWith(resource, `reachability does not know ${type}; use AWS::EC2::TransitGatewayAttachment`);
    }
  }

  /** Resources of a type. */
  all(type: string): readonly TemplateResource[] {
    return this.types.get(type) ?? [];
  }

  /** Name tag. */
  name(resource: TemplateResource): string {
    const name = this.names.get(resource.key) ?? this.values.name(resource);
    this.names.set(resource.key, name);
    return name;
  }

  /** Block of a VPC or subnet. */
  cidr(resource: TemplateResource): string {
    if (resource.properties.Ipv4IpamPoolId === undefined) return this.values.text(resource, 'CidrBlock');
    const block = this.facts.blocks[this.name(resource)];
    if (block === undefined) throw problemWith(resource, 'no block of its IPAM pool is known');
    return block;
  }

  /**
   * What the id in a property stands for.
   *
   * @param found - what is known, by id
   * @throws Error when the id is none of these
   */
  target<Node>(resource: TemplateResource, property: string, found: ReadonlyMap<string, Node>): Node {
    const id = this.values.text(resource, property);
    const node = found.get(id);
    if (node === undefined) throw problemWith(resource, `${property} ${JSON.stringify(id)} is in no template`);
    return node;
  }
}
