import { CfnResource, Stack } from 'aws-cdk-lib';

/** Resources of a type in the template of a resource: what a rule may know of the surroundings. */
export function siblings<T extends CfnResource>(node: CfnResource, type: string): T[] {
  const stack = Stack.of(node);
  return stack.node
    .findAll()
    .filter(
      (found): found is T =>
        CfnResource.isCfnResource(found) && found.cfnResourceType === type && Stack.of(found) === stack,
    );
}

/** Whether a value refers to a resource of the same template by `Ref` or `Fn::GetAtt`, inside other functions too. */
export function refersTo(value: unknown, resource: CfnResource): boolean {
  const stack = Stack.of(resource);
  const text = JSON.stringify(stack.resolve(value)) ?? '';
  return text.includes(JSON.stringify(stack.resolve(resource.logicalId)));
}
