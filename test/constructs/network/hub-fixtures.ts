import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

export const TRANSIT_GATEWAY = { transitGatewayId: 'tgw-0123456789abcdef0' };
export const ATTACHMENT_ID = 'tgw-attach-0123456789abcdef0';
export const OTHER_ATTACHMENT_ID = 'tgw-attach-0fedcba9876543210';
export const PROD = { segmentName: 'prod', routeTableId: 'tgw-rtb-0123456789abcdef0' };
export const SHARED = { segmentName: 'shared', routeTableId: 'tgw-rtb-0fedcba9876543210' };
export const ORGANIZATIONAL_UNIT = 'arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-exam-example1';
export const OTHER_ORGANIZATIONAL_UNIT = 'arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-exam-example2';

interface Resource {
  readonly Properties: Record<string, unknown>;
}

/** Template of a stack of the network account with what `add` puts into it. */
export function synthesize(add: (stack: Stack) => void): Template {
  const stack = new Stack(new App(), 'Network', { env: { account: '444455556666', region: 'ap-northeast-2' } });
  add(stack);
  return Template.fromStack(stack);
}

type Change = 'added' | 'removed' | string[];

/** What a deployment changes: logical ids with what happens to them, and for a changed one the properties. */
export function changes(before: Template, after: Template): Record<string, Change> {
  const [old, now] = [resources(before), resources(after)];
  const ids = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return Object.fromEntries(
    ids.map((id) => [id, change(old[id], now[id])] as const).filter(([, { length }]) => length > 0),
  );
}

function resources(template: Template): Record<string, Resource> {
  return template.toJSON().Resources ?? {};
}

function change(from: Resource | undefined, to: Resource | undefined): Change {
  if (!from) return 'added';
  if (!to) return 'removed';
  return [...new Set([...Object.keys(from.Properties), ...Object.keys(to.Properties)])].filter(
    (key) => JSON.stringify(from.Properties[key]) !== JSON.stringify(to.Properties[key]),
  );
}

/** Logical ids of the resources of a type, sorted. */
export function logicalIds(template: Template, type: string): string[] {
  return Object.keys(template.findResources(type)).sort();
}
