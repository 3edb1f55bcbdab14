import { Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { AccountBaseline, type AccountBaselineProps } from '../../../constructs/account-baseline';
import { createApp } from '../../../lib/create-app';
import { nagReport } from '../../support/nag-report';

const FACTS = { name: 'shop-prod', owner: '쇼핑팀', data: { personalData: true, dataSubjects: 120000 } };

function make(props: Partial<AccountBaselineProps> = {}, env: StackProps['env'] = {}): Stack {
  const stack = new Stack(createApp({ templateValidation: false }), 'Stack', { env });
  new AccountBaseline(stack, 'Baseline', { organizationId: 'o-exampleorgid', facts: FACTS, ...props });
  return stack;
}

test('writes the facts of the account as JSON', () => {
  const [parameter] = Object.values(Template.fromStack(make()).findResources('AWS::SSM::Parameter'));
  expect(parameter?.Properties).toMatchObject({ Name: '/governance/account', Type: 'String' });
  expect(JSON.parse(parameter?.Properties.Value)).toEqual(FACTS);
});

test('leaves the colour of the account alone unless one is given', () => {
  Template.fromStack(make()).resourceCountIs('AWS::UXC::AccountCustomization', 0);
  Template.fromStack(make({ color: 'red' })).hasResourceProperties('AWS::UXC::AccountCustomization', {
    AccountColor: 'red',
  });
});

test('hands the organization and the qualifier to the reader role', () => {
  const [role] = Object.values(
    Template.fromStack(make({ bootstrapQualifier: 'gov01' }, { region: 'ap-northeast-2' })).findResources(
      'AWS::IAM::Role',
    ),
  );
  expect(role?.Properties.AssumeRolePolicyDocument.Statement[0].Condition).toEqual({
    StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/cdk-gov01-cfn-exec-role-*' },
  });
});

test.each<[string, StackProps['env'], string, string]>([
  ['known', { account: '111122223333', region: 'ap-northeast-2' }, 'aws', '111122223333'],
  ['partly known', { account: '111122223333' }, '<AWS::Partition>', '111122223333'],
  ['unknown', {}, '<AWS::Partition>', '<AWS::AccountId>'],
])('has one wildcard to acknowledge where account and Region are %s', (_, env, partition, account) => {
  const stack = make({ color: 'red' }, env);
  const app = stack.node.root as ReturnType<typeof createApp>;
  const { open, acknowledged } = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  const rule = `AwsSolutions-IAM5[Resource::arn:${partition}:cloudformation:*:${account}:stack/Governance-*]`;
  expect(open).toEqual([]);
  expect(acknowledged).toEqual([
    {
      finding: `Stack/Baseline/OutputReader/Policy ${rule}`,
      acknowledgedId: `AwsSolutions::${rule}`,
      reason: 'The wildcard covers the stacks of this product alone (name prefix Governance-) and one read action',
    },
  ]);
});
