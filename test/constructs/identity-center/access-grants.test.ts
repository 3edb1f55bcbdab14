import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import {
  type AccessAssignment,
  AccessGrants,
  assignmentLogicalId,
  IdentityGroup,
  PermissionSet,
} from '../../../constructs/identity-center';
import { ACCOUNT_ID, GROUP_ID, INSTANCE_ARN, PERMISSION_SET_ARN } from './fixtures';

interface Resource {
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: string[];
}

type Triple = readonly [group: string, permissionSet: string, account: string];

function assignment([groupName, permissionSetName, accountName]: Triple): AccessAssignment {
  return {
    group: { groupName, groupId: GROUP_ID },
    permissionSet: { permissionSetName, permissionSetArn: PERMISSION_SET_ARN },
    accountId: ACCOUNT_ID,
    accountName,
  };
}

function resources(triples: readonly Triple[], lanes?: number, id = 'Grants'): Record<string, Resource> {
  const stack = new Stack();
  new AccessGrants(stack, id, {
    instanceArn: INSTANCE_ARN,
    assignments: triples.map(assignment),
    ...(lanes !== undefined && { lanes }),
  });
  return Template.fromStack(stack).findResources('AWS::SSO::Assignment') as unknown as Record<string, Resource>;
}

test('assigns a group, never a user, to an account', () => {
  const stack = new Stack();
  const group = new IdentityGroup(stack, 'Group', { identityStoreId: 'd-1234567890', groupName: 'audit' });
  const permissionSet = new PermissionSet(stack, 'Set', { instanceArn: INSTANCE_ARN, permissionSetName: 'Audit' });
  new AccessGrants(stack, 'Grants', {
    instanceArn: INSTANCE_ARN,
    assignments: [{ group, permissionSet, accountId: ACCOUNT_ID, accountName: 'prod' }],
  });
  Template.fromStack(stack).hasResourceProperties('AWS::SSO::Assignment', {
    InstanceArn: INSTANCE_ARN,
    PermissionSetArn: stack.resolve(permissionSet.permissionSetArn),
    PrincipalId: stack.resolve(group.groupId),
    PrincipalType: 'GROUP',
    TargetId: ACCOUNT_ID,
    TargetType: 'AWS_ACCOUNT',
  });
});

describe('logical ids', () => {
  test('are pinned: another id would take access away', () => {
    expect(assignmentLogicalId('platform-admin', 'PlatformAdmin', 'log-archive')).toMatchInlineSnapshot(
      `"AccessplatformadminPlatformAdminlogarchive1B1BA402682A"`,
    );
  });

  test('do not depend on where the construct is', () => {
    const triples: Triple[] = [['audit', 'Audit', 'prod']];
    expect(Object.keys(resources(triples, 2, 'Elsewhere'))).toEqual(Object.keys(resources(triples)));
  });

  test('differ for names that only look alike', () => {
    const triples: Triple[] = [
      ['a', 'bc', 'd'],
      ['ab', 'c', 'd'],
      ['a-b', 'c', 'd'],
      ['a b', 'c', 'd'],
      ['감사', 'c', 'd'],
      ['보안', 'c', 'd'],
    ];
    expect(Object.keys(resources(triples))).toHaveLength(triples.length);
  });

  const name = fc.constantFrom('audit', 'Audit', 'network-ops', 'dev', '개발', 'a b', `x${'y'.repeat(60)}`);
  const triple = fc.tuple(name, fc.constantFrom('Audit', 'Dev', 'Admin+1', 'R=O'), name);
  const grants = fc.uniqueArray(triple, { selector: (items) => JSON.stringify(items), maxLength: 12 });

  test('of an assignment stay what they are whatever else comes and goes, in any order', () => {
    fc.assert(
      fc.property(grants, grants, fc.constantFrom(1, 2, 8), (before, after, lanes) => {
        const old = Object.keys(resources(before));
        const next = Object.keys(resources([...after].reverse(), lanes));
        const kept = before.filter((one) => after.some((other) => JSON.stringify(one) === JSON.stringify(other)));
        const expected = kept.map((one) => assignmentLogicalId(...one)).sort();
        expect(old.filter((id) => next.includes(id)).sort()).toEqual(expected);
        expect(next.sort()).toEqual(after.map((one) => assignmentLogicalId(...one)).sort());
        expect(next.every((id) => /^[A-Za-z0-9]{1,255}$/.test(id))).toBe(true);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe('lanes', () => {
  const many = Array.from({ length: 9 }, (_, index): Triple => ['audit', 'Audit', `account-${index}`]);

  test.each([
    [undefined, 2],
    [1, 1],
    [2, 2],
    [20, 9],
  ])('of %p start %i assignments at once', (lanes, expected) => {
    const made = resources(many, lanes);
    const width = (waiting: string[], done: string[]): number => {
      const ready = waiting.filter((id) => (made[id]?.DependsOn ?? []).every((other) => done.includes(other)));
      expect(waiting.length === 0 || ready.length > 0).toBe(true);
      const rest = waiting.filter((id) => !ready.includes(id));
      return Math.max(ready.length, rest.length === 0 ? 0 : width(rest, [...done, ...ready]));
    };
    expect(width(Object.keys(made), [])).toBe(expected);
  });

  test.each([0, 21, 1.5, -1])('fails on %p', (lanes) => {
    expect(() => resources(many, lanes)).toThrow(`'lanes' ${lanes} is not an integer from 1 to 20`);
  });
});

test('fails on an assignment that is listed twice', () => {
  const one: Triple = ['audit', 'Audit', 'prod'];
  expect(() => resources([one, one])).toThrow(
    'group "audit" gets permission set "Audit" in account "prod" twice: keep one of the two assignments',
  );
});

test.each(['11112222333', '1111222233334', 'prod'])('fails on the account id %p', (accountId) => {
  const assignments = [{ ...assignment(['audit', 'Audit', 'prod']), accountId }];
  expect(() => new AccessGrants(new Stack(), 'Grants', { instanceArn: INSTANCE_ARN, assignments })).toThrow(
    `'accountId' must be 12 digits, got "${accountId}"`,
  );
});
