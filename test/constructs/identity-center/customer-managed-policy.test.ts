import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { CustomerManagedPolicy, type CustomerManagedPolicyProps, type PolicyDocument } from '../../../constructs';
import { nagReport } from '../../support/nag-report';

const READ: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Read', Effect: 'Allow', Action: ['eks:DescribeCluster', 'eks:List*'], Resource: '*' }],
};
const EVERYTHING: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Action: '*', Effect: 'Allow', Resource: '*' }],
};

function stackWith(props: Partial<CustomerManagedPolicyProps> = {}): { app: App; stack: Stack } {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  new CustomerManagedPolicy(stack, 'Policy', { policyName: 'eks-read', document: READ, ...props });
  return { app, stack };
}

const packs = () => [new AwsSolutionsChecks(), new NIST80053R5Checks()];

test('has the name and the path that permission sets say', () => {
  Template.fromStack(stackWith({ path: '/governance/', description: 'Reads clusters' }).stack).hasResourceProperties(
    'AWS::IAM::ManagedPolicy',
    {
      ManagedPolicyName: 'eks-read',
      Path: '/governance/',
      Description: 'Reads clusters',
      PolicyDocument: READ,
    },
  );
  const [plain] = Object.values(Template.fromStack(stackWith().stack).findResources('AWS::IAM::ManagedPolicy'));
  expect(plain?.Properties).toEqual({ ManagedPolicyName: 'eks-read', Path: '/', PolicyDocument: READ });
});

test('acknowledges its wildcards, one by one, and nothing else', () => {
  const { open, acknowledged } = nagReport(stackWith().app, ...packs());
  expect(open).toEqual([]);
  expect(acknowledged.map(({ acknowledgedId }) => acknowledgedId).sort()).toEqual([
    'AwsSolutions::AwsSolutions-IAM5[Action::eks:List*]',
    'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
  ]);
});

test('allowing everything is acknowledged in a boundary and in nothing else', () => {
  expect(nagReport(stackWith({ document: EVERYTHING, isBoundary: true }).app, ...packs()).open).toEqual([]);
  const { open } = nagReport(stackWith({ document: EVERYTHING }).app, ...packs());
  expect(open.map((finding) => finding.split(' ').at(-1))).toEqual([
    'NIST.800.53.R5-IAMPolicyNoStatementsWithAdminAccess',
    'NIST.800.53.R5-IAMPolicyNoStatementsWithFullAccess',
  ]);
});

test.each<[string, Partial<CustomerManagedPolicyProps>, string]>([
  ['an empty name', { policyName: '' }, "'policyName' must be 1 to 128"],
  ['a long name', { policyName: 'a'.repeat(129) }, "'policyName' must be 1 to 128"],
  ['a name with a space', { policyName: 'eks read' }, "'policyName' must be 1 to 128"],
  [
    'a path without a slash at the end',
    { path: '/governance' },
    `'path' must begin and end with "/", got "/governance"`,
  ],
  [
    'a document that IAM refuses',
    { document: { ...READ, Statement: [{ Effect: 'Allow', Resource: '*' }] } },
    '\'document\' of "eks-read"',
  ],
])('fails on %s', (_, props, message) => {
  expect(() => stackWith(props)).toThrow(message);
});

test('accepts a name of 128 characters', () => {
  expect(() => stackWith({ policyName: 'a'.repeat(128) })).not.toThrow();
});
