import { Token } from 'aws-cdk-lib';
import { CfnGroup, CfnGroupMembership } from 'aws-cdk-lib/aws-identitystore';
import { Construct } from 'constructs';
import { checkIdentityStoreId, checkPrincipalId } from './identifiers';

/** A group of the identity store that can be given access. */
export interface IIdentityGroup {
  /** Display name: together with the permission set and the account it identifies an assignment. */
  readonly groupName: string;
  /** Id of the group in the identity store. */
  readonly groupId: string;
}

/** A group that exists already. */
export interface IdentityGroupAttributes {
  /** Display name, as the identity provider writes it. */
  readonly groupName: string;
  /** Id of the group in the identity store: a UUID, in some stores behind ten digits and a dash. */
  readonly groupId: string;
}

/** Settings of a new {@link IdentityGroup}. */
export interface IdentityGroupProps {
  /**
   * Identity store, `d-…`.
   *
   * **CAUTION**: another one replaces the group.
   */
  readonly identityStoreId: string;
  /** Display name, 1 to 1,024 characters, unique in the identity store. */
  readonly groupName: string;
  /** What the group is for, 1 to 1,024 characters. @default - no description */
  readonly description?: string;
  /** User ids of the identity store. @default - members are managed elsewhere */
  readonly memberUserIds?: string[];
}

const TEXT = /^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r \u3000\u00A0]{1,1024}$/u;
const RESERVED = ['administrator', 'awsadministrators'];

/**
 * Creates a group of people with one purpose, and the memberships that are known. A group that an identity provider
 * provisions is not created but referred to by {@link IdentityGroup.fromGroupId}: SCIM owns it.
 *
 * Leaving the template deletes the group and with it the access of its members.
 *
 * @throws if the name or the description is not acceptable, an id is malformed, or a member is listed twice
 * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroup.html
 */
export class IdentityGroup extends Construct implements IIdentityGroup {
  /**
   * Refers to a group that exists already.
   *
   * @throws if the id is not that of a group
   */
  static fromGroupId(scope: Construct, id: string, attributes: IdentityGroupAttributes): IIdentityGroup {
    checkPrincipalId('groupId', attributes.groupId);
    class Import extends Construct implements IIdentityGroup {
      readonly groupName = attributes.groupName;
      readonly groupId = attributes.groupId;
    }
    return new Import(scope, id);
  }

  readonly groupName: string;
  readonly groupId: string;

  constructor(scope: Construct, id: string, props: IdentityGroupProps) {
    super(scope, id);
    const { identityStoreId, groupName, description, memberUserIds = [] } = props;
    checkIdentityStoreId(identityStoreId);
    checkText('groupName', groupName);
    if (description !== undefined) checkText('description', description);
    if (RESERVED.includes(groupName.toLowerCase())) {
      throw new Error(`'groupName' ${JSON.stringify(groupName)} is reserved by AWS: choose another name`);
    }
    const twice = memberUserIds.find((member, index) => memberUserIds.indexOf(member) !== index);
    if (twice !== undefined) {
      throw new Error(`'memberUserIds' of group ${JSON.stringify(groupName)} lists ${JSON.stringify(twice)} twice`);
    }

    const resource = new CfnGroup(this, 'Resource', {
      identityStoreId,
      displayName: groupName,
      ...(description !== undefined && { description }),
    });
    for (const userId of memberUserIds) {
      checkPrincipalId('memberUserIds', userId);
      new CfnGroupMembership(this, `Member ${userId}`, {
        identityStoreId,
        groupId: resource.attrGroupId,
        memberId: { userId },
      });
    }
    this.groupName = groupName;
    this.groupId = resource.attrGroupId;
  }
}

function checkText(property: string, value: string): void {
  if (Token.isUnresolved(value) || TEXT.test(value)) return;
  throw new Error(
    `'${property}' must have 1 to 1024 characters and no control characters, got ${JSON.stringify(value.slice(0, 64))}`,
  );
}
