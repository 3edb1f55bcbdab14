import { Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { IdentityGroup, type IdentityGroupProps } from '../../../constructs/identity-center';
import { GROUP_ID, IDENTITY_STORE_ID, OTHER_USER_ID, USER_ID } from './fixtures';

function make(props: Partial<IdentityGroupProps> = {}): { stack: Stack; group: IdentityGroup } {
  const stack = new Stack();
  const group = new IdentityGroup(stack, 'Group', {
    identityStoreId: IDENTITY_STORE_ID,
    groupName: 'network-ops',
    ...props,
  });
  return { stack, group };
}

test('creates the group and nothing that was not asked for', () => {
  const template = Template.fromStack(make().stack);
  template.hasResourceProperties('AWS::IdentityStore::Group', {
    DisplayName: 'network-ops',
    IdentityStoreId: IDENTITY_STORE_ID,
    Description: Match.absent(),
  });
  template.resourceCountIs('AWS::IdentityStore::GroupMembership', 0);
});

test('puts members in, each under a logical id of its own that another member does not change', () => {
  const ids = (memberUserIds: string[]) =>
    Object.entries(
      Template.fromStack(make({ memberUserIds }).stack).findResources('AWS::IdentityStore::GroupMembership'),
    ).map(([id, { Properties }]) => [Properties.MemberId.UserId, id]);
  const alone = ids([USER_ID]);
  expect(ids([OTHER_USER_ID, USER_ID])).toEqual(expect.arrayContaining(alone));
  expect(alone).toHaveLength(1);
});

test('is identified by its name and the id that AWS gives it', () => {
  const { stack, group } = make();
  expect(group.groupName).toBe('network-ops');
  expect(stack.resolve(group.groupId)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Group/), 'GroupId'] });
});

test.each(['a', '보안 감사', 'x'.repeat(1024)])('accepts the name %p', (groupName) => {
  expect(make({ groupName }).group.groupName).toBe(groupName);
});

test.each(['', 'x'.repeat(1025), 'bell\u0007'])('fails on the name %p', (groupName) => {
  expect(() => make({ groupName })).toThrow(`'groupName' must have 1 to 1024 characters`);
});

test.each(['Administrator', 'awsadministrators'])('fails on the reserved name %p', (groupName) => {
  expect(() => make({ groupName })).toThrow(`'groupName' "${groupName}" is reserved by AWS`);
});

test.each(['x', 'x'.repeat(1024)])('accepts a description (%#)', (description) => {
  Template.fromStack(make({ description }).stack).hasResourceProperties('AWS::IdentityStore::Group', {
    Description: description,
  });
});

test.each(['', 'x'.repeat(1025)])('fails on a description (%#)', (description) => {
  expect(() => make({ description })).toThrow(`'description' must have 1 to 1024 characters`);
});

test.each(['d-123456789', 'd-12345678901', 'D-1234567890', 'x d-1234567890', 'd-1234567890\n'])(
  'fails on the identity store %p',
  (identityStoreId) => {
    expect(() => make({ identityStoreId })).toThrow(`'identityStoreId' must look like "d-1234567890"`);
  },
);

test.each([
  [['kim@example.com'], `'memberUserIds' must look like`],
  [[USER_ID, USER_ID], `'memberUserIds' of group "network-ops" lists "${USER_ID}" twice`],
])('fails on the members %j', (memberUserIds, message) => {
  expect(() => make({ memberUserIds })).toThrow(message);
});

test.each([GROUP_ID, `1234567890-${GROUP_ID}`])('refers to the group %s and creates nothing', (groupId) => {
  const stack = new Stack();
  const group = IdentityGroup.fromGroupId(stack, 'Group', { groupName: 'billing', groupId });
  expect([group.groupName, group.groupId]).toEqual(['billing', groupId]);
  expect(Template.fromStack(stack).toJSON().Resources).toBeUndefined();
});

test('refers to a group whose id only the deployment knows', () => {
  const stack = new Stack();
  const groupId = Fn.importValue('GroupId');
  expect(IdentityGroup.fromGroupId(stack, 'Group', { groupName: 'billing', groupId }).groupId).toBe(groupId);
});

test.each(['billing', `${GROUP_ID}0`, GROUP_ID.slice(1), `123456789-${GROUP_ID}`])(
  'fails to refer to the group %p',
  (groupId) => {
    const make = () => IdentityGroup.fromGroupId(new Stack(), 'Group', { groupName: 'billing', groupId });
    expect(make).toThrow(`'groupId' must look like`);
  },
);
