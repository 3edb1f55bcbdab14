import { compareAssemblies, type GuardOptions } from '../../../lib/guard/compare-assemblies';
import type { GuardChange } from '../../../lib/guard/guard-report';
import type { TemplateResource, TemplateTree } from '../../../lib/guard/template';
import { resource, stack, tree } from './assembly';

export type Resources = Readonly<Record<string, TemplateResource>>;

export const compare = (before: TemplateTree, after: TemplateTree, options?: GuardOptions) =>
  compareAssemblies([stack('Net', before)], [stack('Net', after)], options);
export const told = ({ id, action, fails }: GuardChange): string => `${action} ${id}${fails ? ' !' : ''}`;
export const changes = (before: Resources, after: Resources, options?: GuardOptions): string[] =>
  compare(tree(before), tree(after), options).changes.map(told);

export const tgw = (properties = {}): TemplateResource => resource('AWS::EC2::TransitGateway', properties);
export const vpc = (properties = {}): TemplateResource =>
  resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16', ...properties });
export const subnet = (vpcId: unknown): TemplateResource =>
  resource('AWS::EC2::Subnet', { CidrBlock: '10.0.0.0/24', VpcId: vpcId });
export const table = (name: string): TemplateResource =>
  resource('AWS::EC2::TransitGatewayRouteTable', {
    TransitGatewayId: { Ref: 'Tgw' },
    Tags: [{ Key: 'Name', Value: name }],
  });
export const association = (routeTable: string): TemplateResource =>
  resource('AWS::EC2::TransitGatewayRouteTableAssociation', {
    TransitGatewayAttachmentId: 'tgw-attach-0123456789abcdef0',
    TransitGatewayRouteTableId: { Ref: routeTable },
  });
export const bucket = (rest = {}): TemplateResource =>
  resource('AWS::S3::Bucket', { BucketName: 'logs-example' }, rest);
