import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { OutputReaderRole, STACK_NAME_PREFIX } from '../../../constructs/account-baseline';
import { createApp } from '../../../lib/create-app';

const ENV = { account: '111122223333', region: 'ap-northeast-2' };

function make(bootstrapQualifier?: string): Template {
  const stack = new Stack(createApp({ templateValidation: false }), 'Stack', { env: ENV });
  new OutputReaderRole(stack, 'Reader', {
    organizationId: 'o-exampleorgid',
    ...(bootstrapQualifier !== undefined && { bootstrapQualifier }),
  });
  return Template.fromStack(stack);
}

test.each([
  [undefined, 'hnb659fds'],
  ['gov01', 'gov01'],
])('trusts only the CloudFormation execution roles of the organization (qualifier %s)', (given, qualifier) => {
  make(given).hasResourceProperties('AWS::IAM::Role', {
    RoleName: 'GovernanceOutputReader',
    AssumeRolePolicyDocument: Match.exact({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
            ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/cdk-${qualifier}-cfn-exec-role-*` },
          },
        },
      ],
    }),
  });
});

test('allows nothing but to describe the stacks of this product', () => {
  const template = make();
  template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: Match.exact({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'cloudformation:DescribeStacks',
          Resource: `arn:aws:cloudformation:*:111122223333:stack/${STACK_NAME_PREFIX}-*`,
        },
      ],
    }),
    Roles: [{ Ref: Object.keys(template.findResources('AWS::IAM::Role'))[0] }],
  });
  expect(STACK_NAME_PREFIX).toBe('Governance');
  template.hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent(), Policies: Match.absent() });
});

test('reads an output through the role of the account that holds it', () => {
  const stack = new Stack(createApp({ templateValidation: false }), 'Consumer', { env: ENV });
  const value = OutputReaderRole.read(stack, {
    accountId: '444455556666',
    region: 'us-east-1',
    stackName: 'Governance-NetworkHub',
    outputName: 'TransitGatewayId',
  });
  expect(stack.resolve(value)).toEqual({
    'Fn::GetStackOutput': {
      StackName: 'Governance-NetworkHub',
      OutputName: 'TransitGatewayId',
      Region: 'us-east-1',
      RoleArn: 'arn:aws:iam::444455556666:role/GovernanceOutputReader',
    },
  });
});
