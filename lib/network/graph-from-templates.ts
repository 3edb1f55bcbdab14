import { type Ipv4Block, ipv4Block } from '../../constructs';
import type { NetworkFacts } from './network-facts';
import type { AttachmentNode, NetworkGraph, TransitRoute } from './network-graph';
import { TemplateReader } from './template-reader';
import { type NetworkTemplates, problemWith } from './template-values';
import { readVpcs, type VpcDrafts, zonesOf } from './vpc-nodes';

type AttachmentDraft = { -readonly [Key in keyof AttachmentNode]: AttachmentNode[Key] };

/**
 * Reads the network from the synthesized templates: what will be deployed, not what was meant.
 *
 * @param templates - every template that holds a part of it, nested ones as well
 * @param facts - what the templates do not tell
 * @throws Error that names stack and logical id when a value that decides a path is not known, or is not modelled
 */
export function graphFromTemplates(templates: NetworkTemplates, facts: NetworkFacts): NetworkGraph {
  const reader = new TemplateReader(templates, facts);
  const vpcs = readVpcs(reader);
  const attachments = readAttachments(reader, vpcs);
  const tables = readSegments(reader);
  for (const association of reader.all('AWS::EC2::TransitGatewayRouteTableAssociation')) {
    const attachment = reader.target(association, 'TransitGatewayAttachmentId', attachments);
    const { name } = reader.target(association, 'TransitGatewayRouteTableId', tables);
    if (attachment.routeTable !== undefined)
      throw problemWith(
        association,
        `attachment ${JSON.stringify(attachment.name)} is associated with ${JSON.stringify(attachment.routeTable)} already`,
      );
    attachment.routeTable = name;
  }
  readRoutes(reader, attachments, tables);
  return {
    vpcs: [...vpcs.vpcs.values()].map(({ key: _key, ...vpc }) => vpc).sort(byName),
    attachments: [...attachments.values()].sort(byName),
    routeTables: [...tables.values()].sort(byName),
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** Attachments by id. */
function readAttachments(reader: TemplateReader, drafts: VpcDrafts): Map<string, AttachmentDraft> {
  const { values, facts } = reader;
  const attachments = new Map<string, AttachmentDraft>();
  for (const attachment of reader.all('AWS::EC2::TransitGatewayAttachment')) {
    const { name, cidrs } = reader.target(attachment, 'VpcId', drafts.vpcs);
    const options = values.value(attachment, 'Options') as { ApplianceModeSupport?: unknown } | undefined;
    const applianceMode = options?.ApplianceModeSupport === 'enable';
    attachments.set(attachment.key, {
      name,
      kind: 'vpc',
      cidrs,
      zones: zonesOf(reader, attachment, drafts),
      applianceMode,
    });
  }
  for (const firewall of reader.all('AWS::NetworkFirewall::Firewall')) {
    if (firewall.properties.TransitGatewayId === undefined)
      throw problemWith(firewall, 'reachability knows firewalls that are attached to the transit gateway only');
    const zones = values.value(firewall, 'AvailabilityZoneMappings') as { AvailabilityZone: string }[];
    attachments.set(firewall.key, {
      name: values.text(firewall, 'FirewallName'),
      kind: 'firewall',
      cidrs: [],
      zones: zones.map(({ AvailabilityZone }) => AvailabilityZone),
      // Assumed: the type has no such option, and a firewall that lost flows between zones would be of no use.
      applianceMode: true,
    });
  }
  for (const { name, attachmentId, cidrs } of facts.sites)
    attachments.set(attachmentId, { name, kind: 'site', cidrs, zones: [], applianceMode: false });
  return attachments;
}

interface TableDraft {
  readonly name: string;
  readonly routes: TransitRoute[];
}

/** Route tables of the transit gateway by id. */
function readSegments(reader: TemplateReader): Map<string, TableDraft> {
  const tables = new Map<string, TableDraft>();
  for (const table of reader.all('AWS::EC2::TransitGatewayRouteTable'))
    tables.set(table.key, { name: reader.name(table), routes: [] });
  for (const { id, name } of reader.facts.routeTables) tables.set(id, { name, routes: [] });
  return tables;
}

function readRoutes(
  reader: TemplateReader,
  attachments: ReadonlyMap<string, AttachmentDraft>,
  tables: ReadonlyMap<string, TableDraft>,
): void {
  const { values } = reader;
  for (const route of reader.all('AWS::EC2::TransitGatewayRoute')) {
    const { routes } = reader.target(route, 'TransitGatewayRouteTableId', tables);
    const cidr = values.text(route, 'DestinationCidrBlock');
    const isBlackhole = values.value(route, 'Blackhole') === true;
    const attachment = isBlackhole ? undefined : reader.target(route, 'TransitGatewayAttachmentId', attachments).name;
    routes.push({ cidr, kind: 'static', ...(attachment !== undefined && { attachment }) });
  }
  const propagated = new Map<TableDraft, AttachmentDraft[]>();
  for (const propagation of reader.all('AWS::EC2::TransitGatewayRouteTablePropagation')) {
    const table = reader.target(propagation, 'TransitGatewayRouteTableId', tables);
    const attachment = reader.target(propagation, 'TransitGatewayAttachmentId', attachments);
    propagated.set(table, [...(propagated.get(table) ?? []), attachment]);
  }
  for (const [{ routes }, sources] of propagated) {
    const isFree = firstComers();
    for (const { name: attachment, kind, cidrs } of sources.sort(byName))
      for (const cidr of cidrs)
        if (kind !== 'vpc' || isFree(ipv4Block(cidr))) routes.push({ cidr, kind: 'propagated', attachment });
  }
}

/**
 * Whether no earlier VPC has an address of the block: a VPC that overlaps one that is attached does not propagate. Which one
 * came first only AWS knows; here it is the first by name.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
function firstComers(): (block: Ipv4Block) => boolean {
  const taken: Ipv4Block[] = [];
  return (block) => {
    let index = 0;
    for (let high = taken.length; index < high; ) {
      const middle = (index + high) >> 1;
      if ((taken[middle] as Ipv4Block).first < block.first) index = middle + 1;
      else high = middle;
    }
    const [before, after] = [taken[index - 1], taken[index]];
    if ((before && before.last >= block.first) || (after && after.first <= block.last)) return false;
    taken.splice(index, 0, block);
    return true;
  };
}
