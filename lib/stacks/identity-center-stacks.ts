import { Duration } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import {
  AccessControlAttributes,
  BreakGlassAlarm,
  IdentityGroup,
  type IIdentityGroup,
  type IPermissionSet,
  PermissionSet,
} from '../../constructs';
import type { GroupRow, IdentityCenterModel, PermissionSetRow } from '../model/identity-center-model';
import type { OrganizationModel } from '../model/organization-model';
import { grantAccess } from './access-stacks';
import { addAnchor } from './add-anchor';
import { GovernanceStack, type GovernanceStackProps } from './governance-stack';
import { managementAccount } from './management-account';
import { outputNameOf } from './output-name';

/** What the stacks of IAM Identity Center are made of. */
interface Access {
  readonly model: OrganizationModel;
  readonly identityCenter: IdentityCenterModel;
}

/**
 * Wave 5: groups, permission sets and assignments in the administrator's account, and apart from them what only the
 * management account may administer. Both are there even when they have nothing to hold: no deployment deletes a stack
 * that left the app, so what its last line granted would stay in force.
 *
 * @param after - stacks that hold what permission sets name in the accounts
 */
export function createIdentityCenterStacks(
  scope: Construct,
  model: OrganizationModel,
  after: readonly GovernanceStack[],
): GovernanceStack[] {
  const { identityCenter } = model;
  if (!identityCenter) return [];
  const access = { model, identityCenter };
  const main = new IdentityCenterStack(scope, access);
  for (const before of after) main.addStackDependency(before);
  const management = new IdentityCenterManagementStack(scope, access, main);
  management.addStackDependency(main);
  return [main, management];
}

/** Whether a delegated administrator, and not the management account, administers the instance. */
function administersApart({ model, identityCenter }: Access): boolean {
  return identityCenter.administrator !== model.managementAccount;
}

/** Sets that are granted in the management account, which a delegated administrator cannot manage. */
function managementSets({ model, identityCenter }: Access): ReadonlySet<string> {
  const there = identityCenter.assignments.filter(({ account }) => account === model.managementAccount);
  return new Set(there.map(({ permissionSet }) => permissionSet));
}

function administratorAccount({ model, identityCenter }: Access): Omit<GovernanceStackProps, 'description'> {
  const account = model.accounts.find(({ name }) => name === identityCenter.administrator)?.id;
  if (account === undefined)
    throw new Error(
      `the administrator of IAM Identity Center, ${JSON.stringify(identityCenter.administrator)}, has no id`,
    );
  return { account, region: identityCenter.region, bootstrapQualifier: model.bootstrapQualifier };
}

/** Groups, permission sets, attributes, and the access to member accounts in nested stacks. */
class IdentityCenterStack extends GovernanceStack {
  constructor(scope: Construct, access: Access) {
    super(scope, 'IdentityCenter', {
      ...administratorAccount(access),
      description: 'Groups, permission sets and assignments of IAM Identity Center',
    });
    addAnchor(this);
    const { identityCenter, model } = access;
    const apart = administersApart(access) ? managementSets(access) : new Set<string>();
    const groups = new Map(identityCenter.groups.map((row) => [row.name, this.group(row, identityCenter)]));
    // A set that lost its last grant may be one that the management stack still has to delete under the same name.
    const granted = new Set(identityCenter.assignments.map(({ permissionSet }) => permissionSet));
    const sets = addPermissionSets(this, identityCenter, ({ name }) => granted.has(name) && !apart.has(name));
    const attributes = identityCenter.accessControlAttributes.map(({ key, source }) => ({ key, source: [...source] }));
    if (attributes.length > 0) {
      new AccessControlAttributes(this, 'AccessControlAttributes', {
        instanceArn: identityCenter.instanceArn,
        attributes,
      });
    }
    const assignments = identityCenter.assignments.filter(({ permissionSet }) => sets.has(permissionSet));
    grantAccess(this, { model, instanceArn: identityCenter.instanceArn, assignments, groups, sets });
  }

  private group(row: GroupRow, { identityStoreId }: IdentityCenterModel): IIdentityGroup {
    if (row.id !== undefined) return adopted(this, row, row.id);
    const group = new IdentityGroup(this, `Group ${row.name}`, {
      identityStoreId,
      groupName: row.name,
      description: row.description,
      ...(row.members.length > 0 && { memberUserIds: [...row.members] }),
    });
    this.publish(outputNameOf('Group', row.name), group.groupId);
    return group;
  }
}

/** What is granted in the management account, and the alarm on emergency access, which is recorded there. */
class IdentityCenterManagementStack extends GovernanceStack {
  constructor(scope: Construct, access: Access, main: IdentityCenterStack) {
    const { identityCenter, model } = access;
    super(scope, 'IdentityCenterManagement', {
      ...managementAccount(model),
      region: identityCenter.region,
      description: 'Access to the management account, and the alarm on emergency access',
    });
    addAnchor(this);
    const breakGlass = identityCenter.permissionSets.filter((set) => set.breakGlass);
    if (breakGlass.length > 0) {
      const { breakGlassAlarmTopicArn: topicArn } = identityCenter;
      new BreakGlassAlarm(this, 'BreakGlassAlarm', {
        permissionSetNames: breakGlass.map((set) => set.name),
        ...(topicArn !== undefined && { topic: Topic.fromTopicArn(this, 'AlarmTopic', topicArn) }),
      });
    }
    if (!administersApart(access)) return;
    const names = managementSets(access);
    const assignments = identityCenter.assignments.filter(({ permissionSet }) => names.has(permissionSet));
    const groups = new Map(
      identityCenter.groups
        .filter((row) => assignments.some(({ group }) => group === row.name))
        .map((row) => [row.name, adopted(this, row, row.id ?? this.read(main, outputNameOf('Group', row.name)))]),
    );
    const sets = addPermissionSets(this, identityCenter, (row) => names.has(row.name));
    grantAccess(this, { model, instanceArn: identityCenter.instanceArn, assignments, groups, sets });
  }
}

function adopted(stack: GovernanceStack, row: GroupRow, groupId: string): IIdentityGroup {
  return IdentityGroup.fromGroupId(stack, `Group ${row.name}`, { groupName: row.name, groupId });
}

function addPermissionSets(
  stack: GovernanceStack,
  { instanceArn, permissionSets }: IdentityCenterModel,
  belongsHere: (row: PermissionSetRow) => boolean,
): Map<string, IPermissionSet> {
  return new Map(permissionSets.filter(belongsHere).map((row) => [row.name, permissionSet(stack, instanceArn, row)]));
}

function permissionSet(stack: GovernanceStack, instanceArn: string, row: PermissionSetRow): IPermissionSet {
  const { inlinePolicy, permissionsBoundary, relayState } = row;
  return new PermissionSet(stack, `PermissionSet ${row.name}`, {
    instanceArn,
    permissionSetName: row.name,
    description: row.description,
    managedPolicies: [...row.managedPolicies],
    customerManagedPolicies: [...row.customerManagedPolicies],
    ...(inlinePolicy !== undefined && { inlinePolicy }),
    ...(permissionsBoundary !== undefined && { permissionsBoundary }),
    sessionDuration: Duration.parse(row.sessionDuration),
    ...(relayState !== undefined && { relayState }),
    ...(Object.keys(row.tags).length > 0 && { tags: { ...row.tags } }),
  });
}
