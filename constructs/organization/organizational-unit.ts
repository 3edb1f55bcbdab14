import { RemovalPolicy, Token } from 'aws-cdk-lib';
import { CfnOrganizationalUnit } from 'aws-cdk-lib/aws-organizations';
import { Construct } from 'constructs';
import { cfnTags } from './tags';

/** A place that accounts and policies can be put in: an organizational unit or the root. */
export interface IOrganizationalUnit {
  /** `ou-…`, or `r-…` for the root. */
  readonly organizationalUnitId: string;
}

/** Settings of a new {@link OrganizationalUnit}. */
export interface OrganizationalUnitProps {
  /** Friendly name, 1 to 128 characters; unique under its parent. */
  readonly name: string;
  /**
   * Parent OU or root.
   *
   * **CAUTION**: another parent replaces the OU.
   */
  readonly parent: IOrganizationalUnit;
  /** @default - no tags */
  readonly tags?: Record<string, string>;
}

const ID = /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/;

/**
 * Creates an organizational unit that stays in AWS when it leaves the template.
 *
 * @throws if the name is empty or longer than 128 characters
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-organizations-organizationalunit.html
 */
export class OrganizationalUnit extends Construct implements IOrganizationalUnit {
  /**
   * Adopts an OU, or the root, that exists already.
   *
   * @throws if the id is neither `r-…` nor `ou-…-…`
   */
  static fromOrganizationalUnitId(scope: Construct, id: string, organizationalUnitId: string): IOrganizationalUnit {
    if (!Token.isUnresolved(organizationalUnitId) && !ID.test(organizationalUnitId)) {
      throw new Error(
        `'organizationalUnitId' must look like "r-examplerootid" or "ou-examplerootid-exampleouid", got ${JSON.stringify(organizationalUnitId)}; take it from the AWS Organizations console`,
      );
    }
    class Import extends Construct implements IOrganizationalUnit {
      readonly organizationalUnitId = organizationalUnitId;
    }
    return new Import(scope, id);
  }

  readonly organizationalUnitId: string;

  constructor(scope: Construct, id: string, props: OrganizationalUnitProps) {
    super(scope, id);
    if (!Token.isUnresolved(props.name) && (props.name.length < 1 || props.name.length > 128)) {
      throw new Error(`'name' must have 1 to 128 characters, got ${JSON.stringify(props.name)}`);
    }
    const resource = new CfnOrganizationalUnit(this, 'Resource', {
      name: props.name,
      parentId: props.parent.organizationalUnitId,
      ...(props.tags !== undefined && { tags: cfnTags(props.tags) }),
    });
    resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.organizationalUnitId = resource.ref;
  }
}
