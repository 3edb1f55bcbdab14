import { createHash } from 'node:crypto';
import { Token } from 'aws-cdk-lib';
import { CfnAssignment } from 'aws-cdk-lib/aws-sso';
import { Construct } from 'constructs';
import { checkInstanceArn } from './identifiers';
import type { IIdentityGroup } from './identity-group';
import type { IPermissionSet } from './permission-set';

/** One group may use one permission set in one account. */
export interface AccessAssignment {
  readonly group: IIdentityGroup;
  readonly permissionSet: IPermissionSet;
  /** 12 digits. */
  readonly accountId: string;
  /** Name of the account; a part of the assignment's identity, unlike the id, which may be a token. */
  readonly accountName: string;
}

/** Settings of {@link AccessGrants}. */
export interface AccessGrantsProps {
  /** ARN of the IAM Identity Center instance. */
  readonly instanceArn: string;
  readonly assignments: AccessAssignment[];
  /**
   * How many assignments are made or removed at the same time, 1 to 20: AWS fails some of them when many more run at
   * once, and updates one role of an account at a time.
   *
   * @default 2
   * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
   */
  readonly lanes?: number;
}

/**
 * Logical id of an assignment, made of these three names alone: an id that changes would make AWS create the same
 * assignment again, which fails, or remove it after that, which takes access away.
 */
export function assignmentLogicalId(groupName: string, permissionSetName: string, accountName: string): string {
  const names = [groupName, permissionSetName, accountName];
  const hash = createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 12).toUpperCase();
  return ['Access', ...names.map((name) => name.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)), hash].join('');
}

/**
 * Gives groups permission sets in accounts, and takes away what is no longer listed. Principals are groups only. The
 * assignments of one account or of many; never more than `lanes` at a time.
 *
 * A logical id derives from the names of the group, the set and the account: not from this construct's place, not from
 * the order of the list. **CAUTION** The stack is a part of the identity too: keep an account's assignments in one stack.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sso-assignment.html
 */
export class AccessGrants extends Construct {
  /** @throws Error when an assignment is listed twice, an account id is malformed, or `lanes` is out of range */
  constructor(scope: Construct, id: string, props: AccessGrantsProps) {
    super(scope, id);
    const { instanceArn, assignments, lanes = 2 } = props;
    checkInstanceArn(instanceArn);
    if (!Number.isInteger(lanes) || lanes < 1 || lanes > 20) {
      throw new Error(`'lanes' ${JSON.stringify(lanes)} is not an integer from 1 to 20: leave it out to get 2`);
    }
    const resources: CfnAssignment[] = [];
    for (const [logicalId, assignment] of sortedAssignments(assignments)) {
      const { group, permissionSet, accountId } = assignment;
      const resource = new CfnAssignment(this, logicalId, {
        instanceArn,
        permissionSetArn: permissionSet.permissionSetArn,
        principalId: group.groupId,
        principalType: 'GROUP',
        targetId: accountId,
        targetType: 'AWS_ACCOUNT',
      });
      resource.overrideLogicalId(logicalId);
      // The edges of the lanes order the work and are no part of an assignment's identity: they may change freely.
      const predecessor = resources.at(-lanes);
      if (predecessor) resource.node.addDependency(predecessor);
      resources.push(resource);
    }
  }
}

function sortedAssignments(assignments: AccessAssignment[]): [string, AccessAssignment][] {
  const byId = new Map<string, AccessAssignment>();
  for (const assignment of assignments) {
    const { group, permissionSet, accountId, accountName } = assignment;
    if (!Token.isUnresolved(accountId) && !/^\d{12}$/.test(accountId)) {
      throw new Error(`'accountId' must be 12 digits, got ${JSON.stringify(accountId)}`);
    }
    const id = assignmentLogicalId(group.groupName, permissionSet.permissionSetName, accountName);
    if (byId.has(id)) {
      throw new Error(
        `group ${JSON.stringify(group.groupName)} gets permission set ${JSON.stringify(permissionSet.permissionSetName)} in account ${JSON.stringify(accountName)} twice: keep one of the two assignments`,
      );
    }
    byId.set(id, assignment);
  }
  // Code-unit order: the same on every machine, unlike a locale's.
  return [...byId].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
}
