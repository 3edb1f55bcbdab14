import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import type { ResolvedKismsCheckOptions } from '../../options';
import { UNKNOWN } from '../../tokens';
import type { Finding } from './findings';

const OWN_REGION = 'AWS::Region';
// No colon: it must stay inside its part of an ARN.
const OWN_REGION_MARK = '@own-region';
const UNKNOWN_MARK = '@unknown';

/** Whether data may go to a region: an allowed one or, with no list of them, the one of the stack itself. */
export function regionFault(
  node: CfnResource,
  region: unknown,
  { allowedRegions }: ResolvedKismsCheckOptions,
): Finding {
  const named: unknown = Stack.of(node).resolve(region);
  if (named === undefined) return undefined;
  const own = Stack.of(node).region;
  const target = isOwnRegion(named) ? own : named;
  if (allowedRegions === undefined && target === own) return undefined;
  if (typeof target !== 'string' || Token.isUnresolved(target)) return UNKNOWN;
  if (allowedRegions === undefined && Token.isUnresolved(own)) return UNKNOWN;
  return allowedRegions?.includes(target) ? undefined : `Region::${target}`;
}

/** Whether data may go to the region that an ARN names; an attribute of the stack's own is where the stack is. */
export function arnRegionFault(node: CfnResource, arn: unknown, options: ResolvedKismsCheckOptions): Finding {
  const value: unknown = Stack.of(node).resolve(arn);
  if (isOfStack(node, value)) return regionFault(node, { Ref: OWN_REGION }, options);
  const region = textOf(value).split(':')[3];
  if (region === undefined || region.includes(UNKNOWN_MARK)) return UNKNOWN;
  return regionFault(node, region === OWN_REGION_MARK ? { Ref: OWN_REGION } : region, options);
}

/** Whether a resolved value is an attribute of a resource of the same stack, which is in the same region. */
export function isOfStack(node: CfnResource, value: unknown): boolean {
  if (!isFunction(value, 'Fn::GetAtt')) return false;
  const [logicalId] = [value['Fn::GetAtt']].flat();
  const stack = Stack.of(node);
  return (
    stack.node
      .findAll()
      .filter((child) => CfnResource.isCfnResource(child))
      .filter((child) => child.stack === stack && stack.resolve(child.logicalId) === logicalId)
      // A custom resource may fetch what another region exports.
      .some(
        (child) =>
          child.cfnResourceType.startsWith('AWS::') && child.cfnResourceType !== 'AWS::CloudFormation::CustomResource',
      )
  );
}

/** A resolved text with marks without colons and slashes in place of what only the deployment knows. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isOwnRegion(value)) return OWN_REGION_MARK;
  if (isFunction(value, 'Fn::Join')) {
    const [separator, parts] = value['Fn::Join'] as [string, unknown];
    if (Array.isArray(parts)) return parts.map(textOf).join(separator);
  }
  return UNKNOWN_MARK;
}

function isOwnRegion(value: unknown): boolean {
  return isFunction(value, 'Ref') && value.Ref === OWN_REGION;
}

function isFunction<K extends string>(value: unknown, name: K): value is Readonly<Record<K, unknown>> {
  return typeof value === 'object' && value !== null && name in value;
}
