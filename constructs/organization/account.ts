import { RemovalPolicy, Token } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-organizations';
import { Construct } from 'constructs';
import type { IOrganizationalUnit } from './organizational-unit';
import { cfnTags } from './tags';

/** A member account of the organization. */
export interface IAccount {
  /** 12 digits. */
  readonly accountId: string;
}

/** Settings of a new {@link Account}. */
export interface AccountProps {
  /** Account name, 1 to 50 characters. AWS cannot change it through this resource. */
  readonly accountName: string;
  /** E-mail address of the root user, 6 to 64 characters, unique in all of AWS. AWS cannot change it through this resource. */
  readonly email: string;
  /** OU (or root) that holds the account; another one moves the account. */
  readonly organizationalUnit: IOrganizationalUnit;
  /** Name of the role through which the management account administers the new account. @default 'OrganizationAccountAccessRole' */
  readonly roleName?: string;
  /** @default - no tags */
  readonly tags?: Record<string, string>;
  /** Account that must be created before this one: AWS creates few at a time. @default - none */
  readonly after?: Account;
}

/**
 * Vends an account that stays in AWS when it leaves the template.
 *
 * @throws if the account name or the e-mail address is not acceptable
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-organizations-account.html
 */
export class Account extends Construct implements IAccount {
  /**
   * Refers to an account that exists already.
   *
   * @throws if the id is not 12 digits
   */
  static fromAccountId(scope: Construct, id: string, accountId: string): IAccount {
    if (!Token.isUnresolved(accountId) && !/^\d{12}$/.test(accountId)) {
      throw new Error(`'accountId' must be 12 digits, got ${JSON.stringify(accountId)}`);
    }
    class Import extends Construct implements IAccount {
      readonly accountId = accountId;
    }
    return new Import(scope, id);
  }

  readonly accountId: string;

  constructor(scope: Construct, id: string, props: AccountProps) {
    super(scope, id);
    if (!Token.isUnresolved(props.accountName) && !/^[\u0020-\u007E]{1,50}$/.test(props.accountName)) {
      throw new Error(`'accountName' must be 1 to 50 ASCII characters, got ${JSON.stringify(props.accountName)}`);
    }
    if (!Token.isUnresolved(props.email) && !/^(?=.{6,64}$)[^\s@]+@[^\s@]+\.[^\s@]+$/.test(props.email)) {
      throw new Error(`'email' must be an e-mail address of 6 to 64 characters, got ${JSON.stringify(props.email)}`);
    }
    const resource = new CfnAccount(this, 'Resource', {
      accountName: props.accountName,
      email: props.email,
      parentIds: [props.organizationalUnit.organizationalUnitId],
      ...(props.roleName !== undefined && { roleName: props.roleName }),
      ...(props.tags !== undefined && { tags: cfnTags(props.tags) }),
    });
    resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
    if (props.after) this.node.addDependency(props.after);
    this.accountId = resource.attrAccountId;
  }
}
