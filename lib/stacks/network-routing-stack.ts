import { createHash } from 'node:crypto';
import { NestedStack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AttachmentRouting, type ISegment, Segment, SegmentRouting } from '../../constructs';
import { groupBy } from '../group-by';
import type { NetworkModel } from '../model/network-model';
import type { OrganizationModel } from '../model/organization-model';
import { addAnchor } from './add-anchor';
import { GovernanceStack } from './governance-stack';
import { attachmentOutput, type NetworkHubStack } from './network-hub-stack';

/** At 1,000 VPCs that six segments reach, the fullest of 32 shards holds less than 350 resources. */
const SHARDS = 32;

/** What the routing is made of. */
export interface NetworkRoutingProps {
  readonly model: OrganizationModel;
  readonly network: NetworkModel;
  readonly hub: NetworkHubStack;
  /** Stack that publishes the attachment of a VPC, by the name of its account. */
  readonly stackOf: (account: string) => GovernanceStack;
}

/**
 * Wave 4: which route table each attachment uses, which tables it propagates to, and the static and blackhole routes.
 *
 * Nested stacks by segment and by attachment, so that no template grows with the organization; the shard of an attachment
 * follows from its name alone, so that nothing ever moves to another stack, which would cut it off.
 */
export class NetworkRoutingStack extends GovernanceStack {
  private readonly segments = new Map<string, ISegment>();

  constructor(
    scope: Construct,
    private readonly props: NetworkRoutingProps,
  ) {
    const { model, hub, network } = props;
    super(scope, 'NetworkRouting', {
      account: hub.account,
      region: hub.region,
      bootstrapQualifier: model.bootstrapQualifier,
      description: 'Associations, propagations and routes of the transit gateway',
    });
    addAnchor(this);
    this.addStackDependency(hub);
    for (const { name } of network.segments) this.addRoutes(name);
    for (let shard = 0; shard < SHARDS; shard++) this.addAttachments(shard);
  }

  private addRoutes(name: string): void {
    const routes = this.props.network.routing.routes.filter(({ segment }) => segment === name);
    if (routes.length === 0) return;
    const nested = new NestedStack(this, `Routes ${name}`, { description: `Static routes of the segment ${name}` });
    new SegmentRouting(nested, 'Routes', {
      routeTableId: this.segment(name).routeTableId,
      staticRoutes: routes.flatMap(({ cidr, attachment }) =>
        attachment === undefined ? [] : [{ cidr, attachmentId: this.attachmentId(attachment) }],
      ),
      blackholeCidrs: routes.flatMap(({ cidr, attachment }) => (attachment === undefined ? [cidr] : [])),
    });
  }

  private addAttachments(shard: number): void {
    const { associations, propagations } = this.props.network.routing;
    const here = associations.filter(({ attachment }) => routingShard(attachment) === shard);
    if (here.length === 0) return;
    const propagatedTo = groupBy(propagations, ({ attachment }) => attachment);
    const nested = new NestedStack(this, `Attachments${shard}`, {
      description: `Routing of attachments, shard ${shard + 1} of ${SHARDS}`,
    });
    for (const { attachment, segment } of here) {
      new AttachmentRouting(nested, attachment, {
        attachmentId: this.attachmentId(attachment),
        associateWith: this.segment(segment),
        propagateTo: (propagatedTo.get(attachment) ?? []).map((row) => this.segment(row.segment)),
      });
    }
  }

  private segment(name: string): ISegment {
    const before = this.segments.get(name);
    if (before) return before;
    const routeTableId = this.props.hub.routeTableId(name, this);
    const segment = Segment.fromRouteTableId(this, `Segment ${name}`, { segmentName: name, routeTableId });
    this.segments.set(name, segment);
    return segment;
  }

  /** A VPC's attachment is published by the stack of its account, the firewall's by the hub; a site's stands in the config. */
  private attachmentId(name: string): string {
    const { network, hub, stackOf } = this.props;
    const site = network.sites.find((row) => row.name === name);
    if (site) return site.attachmentId as string;
    const vpc = network.vpcs.find((row) => row.name === name);
    const publisher = vpc === undefined || vpc.account === network.account ? hub : stackOf(vpc.account);
    return this.read(publisher, attachmentOutput(name));
  }
}

/** Shard of an attachment: a function of its name alone. */
export function routingShard(attachment: string): number {
  return createHash('sha256').update(attachment).digest().readUInt8(0) % SHARDS;
}
