import { CfnResource, NestedStack, Stack } from 'aws-cdk-lib';
import { CfnAssignment } from 'aws-cdk-lib/aws-sso';
import fc from 'fast-check';
import { Governance } from '../../../lib/governance';
import { type LoadedOrganization, loadConfig } from '../../../lib/load-config';
import type { AssignmentRow, IdentityCenterModel } from '../../../lib/model/identity-center-model';
import { MAX_RESOURCES } from '../../../lib/stacks/governance-stack';
import { withApp } from '../../support/with-app';
import { ofType, SAMPLE, sampleWith, synthesized } from './synthesized';

const ASSIGNMENT = 'AWS::SSO::Assignment';
const organization = loadConfig(SAMPLE);
const identityCenter = organization.model.identityCenter as IdentityCenterModel;

/** The sample with other assignments, groups and sets. */
function withAccess(change: Partial<IdentityCenterModel>): LoadedOrganization {
  return { ...organization, model: { ...organization.model, identityCenter: { ...identityCenter, ...change } } };
}

/** Every resource of the stacks of IAM Identity Center, nested ones included: `template/logical id` to type. */
function resources(loaded: LoadedOrganization): Map<string, string> {
  return withApp((app) => {
    const { identityCenterStacks } = new Governance(app, { organization: loaded });
    const all = identityCenterStacks
      .flatMap((stack) => stack.node.findAll())
      .filter((node) => CfnResource.isCfnResource(node));
    return new Map(
      all.map((node) => {
        const stack = Stack.of(node);
        return [`${stack.node.path}/${stack.getLogicalId(node as CfnResource)}`, (node as CfnResource).cfnResourceType];
      }),
    );
  });
}

const assignmentsOf = (loaded: LoadedOrganization): string[] =>
  [...resources(loaded)].filter(([, type]) => type === ASSIGNMENT).map(([place]) => place);

describe('the sample', () => {
  const stacks = synthesized(organization);

  test('the delegated administrator administers in its own account and in the Region of the instance', () => {
    expect(stacks.IdentityCenter).toMatchObject({
      account: '777788889999',
      region: 'ap-northeast-2',
      terminationProtection: true,
    });
    expect(stacks.IdentityCenterManagement).toMatchObject({ account: '111122223333', region: 'ap-northeast-2' });
  });

  test('every account stack comes first, since it holds the policies that permission sets name', () => {
    expect(stacks.IdentityCenter?.dependencies).toEqual(
      expect.arrayContaining(['Account-shop-dev', 'Account-shop-prod']),
    );
    expect(stacks.IdentityCenterManagement?.dependencies).toContain('IdentityCenter');
    const policies = (id: string) =>
      ofType(stacks[id], 'AWS::IAM::ManagedPolicy').map(([, { Properties }]) => Properties.ManagedPolicyName);
    expect(policies('Account-shop-dev')).toContain('developer-boundary');
    expect(policies('Account-shop-prod')).not.toContain('developer-boundary');
  });

  test('a set that is granted in the management account lives there and nowhere else', () => {
    const names = (id: string) =>
      ofType(stacks[id], 'AWS::SSO::PermissionSet')
        .map(([, { Properties }]) => Properties.Name)
        .sort();
    expect(names('IdentityCenterManagement')).toEqual(['ManagementAdmin', 'ManagementBilling']);
    expect(names('IdentityCenter')).not.toContain('ManagementAdmin');
    expect(names('IdentityCenter')).toContain('Developer');
  });

  test('only the break-glass group is created; the others are those of the identity provider', () => {
    const groups = ofType(stacks.IdentityCenter, 'AWS::IdentityStore::Group').map(
      ([, { Properties }]) => Properties.DisplayName,
    );
    expect(groups).toEqual(['break-glass']);
  });

  test('the use of emergency access is heard of where it is recorded', () => {
    const [rule] = ofType(stacks.IdentityCenterManagement, 'AWS::Events::Rule');
    expect(rule?.[1].Properties.EventPattern.detail.serviceEventDetails.role_name).toEqual(['BreakGlass']);
  });

  test('every triple of the model is one assignment, and nothing else is', () => {
    expect(assignmentsOf(organization)).toHaveLength(identityCenter.assignments.length);
  });

  test('without the file there is no stack', () => {
    const without = synthesized(sampleWith((files) => delete files.identityCenter));
    expect(Object.keys(without).filter((id) => id.startsWith('IdentityCenter'))).toEqual([]);
  });

  test('without a delegated administrator everything is in the management account, and one stack holds the access', () => {
    const stacks = synthesized(sampleWith((files) => delete files.identityCenter?.delegatedAdministrator));
    expect(stacks.IdentityCenter?.account).toBe('111122223333');
    expect(
      ofType(stacks.IdentityCenter, 'AWS::SSO::PermissionSet').map(([, { Properties }]) => Properties.Name),
    ).toContain('ManagementAdmin');
    expect(ofType(stacks.IdentityCenterManagement, 'AWS::SSO::PermissionSet')).toEqual([]);
  });

  test('a created group that is granted in the management account is read through the reader role of the administrator', () => {
    const created = sampleWith(({ identityCenter }) => {
      const finance = identityCenter?.groups.find(({ name }) => name === 'finance');
      if (finance) delete finance.id;
    });
    const principals = withApp((app) => {
      const [, management] = new Governance(app, { organization: created }).identityCenterStacks;
      return (management?.node.findAll() ?? [])
        .filter((node) => CfnAssignment.isCfnAssignment(node))
        .map((node) => Stack.of(node).resolve((node as CfnAssignment).principalId));
    });
    expect(principals).toContainEqual({
      'Fn::GetStackOutput': expect.objectContaining({
        StackName: 'Governance-IdentityCenter',
        RoleArn: 'arn:aws:iam::777788889999:role/GovernanceOutputReader',
      }),
    });
  });
});

describe('access that leaves the config leaves AWS, and no other access moves', () => {
  const before = new Set(assignmentsOf(organization));
  const mention = (place: string, row: AssignmentRow): boolean =>
    place.includes(`Access ${row.account}/`) &&
    place.includes(`Access${row.group.replace(/\W/g, '').replaceAll('-', '')}`);

  test('removing any assignments removes exactly their resources', () => {
    fc.assert(
      fc.property(fc.subarray([...identityCenter.assignments]), (kept) => {
        const after = new Set(assignmentsOf(withAccess({ assignments: kept })));
        expect(after.size).toBe(kept.length);
        for (const place of after) expect(before).toContain(place);
        for (const row of kept) expect([...after].some((place) => mention(place, row))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  test('both stacks stay in the app when nothing is left to grant, since no deployment deletes a stack that is gone', () => {
    const none = withAccess({ assignments: [], groups: [], permissionSets: [], accessControlAttributes: [] });
    for (const administrator of ['identity', 'management']) {
      const { model } = none;
      const empty = {
        ...none,
        model: { ...model, identityCenter: { ...(model.identityCenter as IdentityCenterModel), administrator } },
      };
      const stacks = synthesized(empty);
      for (const id of ['IdentityCenter', 'IdentityCenterManagement']) {
        // The CDK CLI refuses to deploy a template without any resource.
        expect(Object.values(stacks[id]?.resources ?? {}).map(({ Type }) => Type)).toEqual([
          'AWS::CloudFormation::WaitConditionHandle',
        ]);
      }
    }
  });

  test('a permission set that nobody has any more is made nowhere: elsewhere its name would collide with the one to delete', () => {
    const kept = identityCenter.assignments.filter(({ permissionSet }) => permissionSet !== 'ManagementAdmin');
    const stacks = synthesized(withAccess({ assignments: kept }));
    const names = Object.values(stacks).flatMap((stack) =>
      ofType(stack, 'AWS::SSO::PermissionSet').map(([, { Properties }]) => Properties.Name),
    );
    expect(names).not.toContain('ManagementAdmin');
    expect(names).toContain('ManagementBilling');
  });

  test('the order of lines changes no logical id', () => {
    const reversed = withAccess({
      assignments: [...identityCenter.assignments].reverse(),
      groups: [...identityCenter.groups].reverse(),
      permissionSets: [...identityCenter.permissionSets].reverse(),
    });
    expect([...resources(reversed)].sort()).toEqual([...resources(organization)].sort());
  });

  test('an assignment is in a stack nested in that of its permission set, which CloudFormation updates before it deletes the set', () => {
    withApp((app) => {
      const { identityCenterStacks } = new Governance(app, { organization });
      for (const stack of identityCenterStacks) {
        for (const node of stack.node.findAll()) {
          if (!CfnResource.isCfnResource(node) || node.cfnResourceType !== ASSIGNMENT) continue;
          const holder = Stack.of(node);
          expect(holder).toBeInstanceOf(NestedStack);
          expect(holder.node.path.startsWith(`${stack.node.id}/AccessShard`)).toBe(true);
        }
      }
    });
  });
});

test('no template passes the budget at 300 accounts, 12 groups and 8 permission sets, all granted', () => {
  const [row] = organization.model.accounts.filter(({ name }) => name === 'shop-dev');
  const accounts = Array.from({ length: 300 }, (_, index) => ({
    ...(row as NonNullable<typeof row>),
    name: `team-${index}`,
    id: String(100000000000 + index),
  }));
  const [group] = identityCenter.groups;
  const [set] = identityCenter.permissionSets.filter(({ name }) => name === 'ReadOnly');
  const groups = Array.from({ length: 12 }, (_, index) => ({
    ...(group as NonNullable<typeof group>),
    name: `group-${index}`,
  }));
  const permissionSets = Array.from({ length: 8 }, (_, index) => ({
    ...(set as NonNullable<typeof set>),
    name: `Set${index}`,
  }));
  const assignments = accounts.flatMap(({ name }) =>
    groups.flatMap((g) =>
      permissionSets.map((s) => ({ account: name, group: g.name, permissionSet: s.name, source: g.source })),
    ),
  );
  const dense = withAccess({
    groups,
    permissionSets,
    assignments,
    customerManagedPolicies: [],
    accessControlAttributes: [],
  });
  const loaded = { ...dense, model: { ...dense.model, accounts: [...organization.model.accounts, ...accounts] } };
  const perTemplate = new Map<string, number>();
  for (const place of resources(loaded).keys()) {
    const template = place.slice(0, place.lastIndexOf('/'));
    perTemplate.set(template, (perTemplate.get(template) ?? 0) + 1);
  }
  expect(Math.max(...perTemplate.values())).toBeLessThanOrEqual(MAX_RESOURCES);
  expect([...perTemplate.values()].reduce((a, b) => a + b)).toBeGreaterThan(28_800);
});
