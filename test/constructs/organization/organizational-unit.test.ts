import { Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { OrganizationalUnit } from '../../../constructs/organization';

const ROOT = 'r-examplerootid111';

function make(props: { name?: string; parentId?: string; tags?: Record<string, string> } = {}): Template {
  const stack = new Stack();
  const parent = OrganizationalUnit.fromOrganizationalUnitId(stack, 'Root', props.parentId ?? ROOT);
  new OrganizationalUnit(stack, 'Workloads', {
    name: props.name ?? 'Workloads',
    parent,
    ...(props.tags && { tags: props.tags }),
  });
  return Template.fromStack(stack);
}

test('creates the OU under its parent and keeps it when it leaves the template', () => {
  make().hasResource('AWS::Organizations::OrganizationalUnit', {
    Properties: { Name: 'Workloads', ParentId: ROOT, Tags: Match.absent() },
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
});

test('lists tags by key, whatever order they were written in', () => {
  make({ tags: { team: 'shop', 'cost-center': '2100' } }).hasResourceProperties(
    'AWS::Organizations::OrganizationalUnit',
    {
      Tags: [
        { Key: 'cost-center', Value: '2100' },
        { Key: 'team', Value: 'shop' },
      ],
    },
  );
});

test('is a parent for a nested OU', () => {
  const stack = new Stack();
  const parent = new OrganizationalUnit(stack, 'Workloads', {
    name: 'Workloads',
    parent: { organizationalUnitId: ROOT },
  });
  new OrganizationalUnit(stack, 'Prod', { name: 'Prod', parent });
  Template.fromStack(stack).hasResourceProperties('AWS::Organizations::OrganizationalUnit', {
    Name: 'Prod',
    ParentId: stack.resolve(parent.organizationalUnitId),
  });
});

test('takes values that only the deployment knows', () => {
  make({ name: Fn.importValue('Name'), parentId: Fn.importValue('Parent') }).hasResourceProperties(
    'AWS::Organizations::OrganizationalUnit',
    { Name: { 'Fn::ImportValue': 'Name' }, ParentId: { 'Fn::ImportValue': 'Parent' } },
  );
});

test.each([['a'], ['개발'], ['x'.repeat(128)]])('accepts the name %p', (name) => {
  make({ name }).resourceCountIs('AWS::Organizations::OrganizationalUnit', 1);
});

test.each([[''], ['x'.repeat(129)]])('fails on the name %p', (name) => {
  expect(() => make({ name })).toThrow(`'name' must have 1 to 128 characters, got ${JSON.stringify(name)}`);
});

test.each([['r-exam'], [`r-${'a'.repeat(32)}`], ['ou-exam-example1'], [`ou-${'a'.repeat(32)}-${'0'.repeat(32)}`]])(
  'adopts %s and creates nothing',
  (id) => {
    const stack = new Stack();
    expect(OrganizationalUnit.fromOrganizationalUnitId(stack, 'Adopted', id).organizationalUnitId).toBe(id);
    expect(Template.fromStack(stack).toJSON().Resources).toBeUndefined();
  },
);

test.each([
  ['r-exa'],
  [`r-${'a'.repeat(33)}`],
  ['ou-exam-example'],
  ['ou-exa-example1'],
  ['ou-exam-Example1'],
  ['x r-exam'],
  ['r-exam\n'],
  ['Workloads'],
])('fails to adopt %p', (id) => {
  expect(() => OrganizationalUnit.fromOrganizationalUnitId(new Stack(), 'Adopted', id)).toThrow(
    `'organizationalUnitId' must look like "r-examplerootid" or "ou-examplerootid-exampleouid", got ${JSON.stringify(id)}`,
  );
});
