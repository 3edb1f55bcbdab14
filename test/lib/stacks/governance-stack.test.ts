import { CfnOutput, CfnResource, NestedStack } from 'aws-cdk-lib';
import { createApp } from '../../../lib/create-app';
import { GovernanceStack, MAX_RESOURCES } from '../../../lib/stacks/governance-stack';

function make(): GovernanceStack {
  return new GovernanceStack(createApp({ templateValidation: false }), 'Full', {
    account: '111122223333',
    region: 'ap-northeast-2',
    bootstrapQualifier: 'gov01',
    description: 'A stack that is full',
  });
}

const synth = (stack: GovernanceStack) => createdIn(stack).synth();
const createdIn = (stack: GovernanceStack) => stack.node.root as ReturnType<typeof createApp>;

test(`takes ${MAX_RESOURCES} resources and says what to do about one more`, () => {
  const stack = make();
  for (let index = 0; index < MAX_RESOURCES; index++) new CfnResource(stack, `R${index}`, { type: 'AWS::SNS::Topic' });
  expect(() => synth(stack)).not.toThrow();

  const full = make();
  for (let index = 0; index <= MAX_RESOURCES; index++) new CfnResource(full, `R${index}`, { type: 'AWS::SNS::Topic' });
  expect(() => synth(full)).toThrow(
    'stack Governance-Full has 401 resources but may have 400; spread its targets over more OUs',
  );
});

test('takes 200 outputs and says what to do about one more', () => {
  const stack = make();
  for (let index = 0; index < 200; index++) stack.publish(`O${index}`, 'value');
  expect(() => synth(stack)).not.toThrow();

  const full = make();
  for (let index = 0; index <= 200; index++) new CfnOutput(full, `O${index}`, { value: 'value' });
  expect(() => synth(full)).toThrow(
    'stack Governance-Full has 201 outputs but may have 200; write the ids of OUs that exist into organization.yaml',
  );
});

test('outputs of nested stacks count against their own template', () => {
  const stack = make();
  for (const id of ['One', 'Two']) {
    const nested = new NestedStack(stack, id);
    new CfnResource(nested, 'Topic', { type: 'AWS::SNS::Topic' });
    for (let index = 0; index < 150; index++) new CfnOutput(nested, `O${index}`, { value: 'value' });
  }
  expect(() => synth(stack)).not.toThrow();
});

test('is named, protected and deployed by the roles of the qualifier', () => {
  const [stack] = synth(make()).stacks;
  expect(stack).toMatchObject({
    stackName: 'Governance-Full',
    terminationProtection: true,
    assumeRoleArn: 'arn:${AWS::Partition}:iam::111122223333:role/cdk-gov01-deploy-role-111122223333-ap-northeast-2',
  });
});

test('reads an output of another stack of the account after that stack', () => {
  const producer = make();
  const consumer = new GovernanceStack(createdIn(producer), 'Reader', {
    account: '111122223333',
    region: 'ap-northeast-2',
    bootstrapQualifier: 'gov01',
    description: 'A stack that reads',
  });
  producer.publish('Id', 'value');
  expect(consumer.resolve(consumer.read(producer, 'Id'))).toEqual({
    'Fn::GetStackOutput': { StackName: 'Governance-Full', OutputName: 'Id', Region: 'ap-northeast-2' },
  });
  expect(consumer.dependencies).toEqual([producer]);
});
