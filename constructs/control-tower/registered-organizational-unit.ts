import { Stack, Token } from 'aws-cdk-lib';
import { CfnEnabledBaseline } from 'aws-cdk-lib/aws-controltower';
import { Construct, type IConstruct } from 'constructs';

/** An OU that AWS Control Tower governs, so that controls can be enabled on it. */
export interface IRegisteredOrganizationalUnit extends IConstruct {
  /** `arn:<partition>:organizations::<management account>:ou/<organization id>/<OU id>`. */
  readonly organizationalUnitArn: string;
}

/** Which OU is meant. */
export interface OrganizationalUnitIdentity {
  /** For example `o-exampleorgid`. */
  readonly organizationId: string;
  /** `ou-…`; may be the attribute of an OU of the same template. */
  readonly organizationalUnitId: string;
  /** 12 digits. @default - the account of the stack */
  readonly managementAccountId?: string;
}

/** Settings of a {@link RegisteredOrganizationalUnit}. */
export interface RegisteredOrganizationalUnitProps extends OrganizationalUnitIdentity {
  /**
   * Version of AWSControlTowerBaseline; the landing zone decides which one fits. It cannot be lowered again.
   *
   * | landing zone | baseline |
   * |---|---|
   * | 2.0 to 2.7 | 1.0 |
   * | 2.8 to 2.9 | 2.0 |
   * | 3.0 to 3.1 | 3.0 |
   * | 3.2 to 3.3 | 4.0 |
   * | 4.0 | 5.0 |
   *
   * @see https://docs.aws.amazon.com/controltower/latest/userguide/table-of-baselines.html
   */
  readonly baselineVersion: string;
  /** ARN of the enabled Identity Center baseline. @default - AWS Control Tower does not manage Identity Center access */
  readonly identityCenterEnabledBaselineArn?: string;
  /**
   * OU to register before this one. AWS Control Tower works on one OU at a time, a quota that cannot be raised: make
   * one chain of all OUs, parents before their nested OUs.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/controltower/latest/userguide/request-an-increase.html
   */
  readonly after?: RegisteredOrganizationalUnit;
}

/** The same in every Region: the identifier of AWSControlTowerBaseline. */
const CONTROL_TOWER_BASELINE = '17BSJV3IGJ2QSGA2';

/**
 * Registers an OU with AWS Control Tower by enabling AWSControlTowerBaseline on it; accounts that join the OU are
 * enrolled. Goes into a stack of the management account in the home Region. Use the OU's path as construct id: it is the
 * only thing that the logical id derives from.
 *
 * **CAUTION** Another `organizationalUnitId` or construct id replaces the registration. The OU with the log archive and
 * audit accounts cannot be registered: adopt it with `fromOrganizationalUnit`.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-controltower-enabledbaseline.html
 */
export class RegisteredOrganizationalUnit extends Construct implements IRegisteredOrganizationalUnit {
  /** Adopts an OU that AWS Control Tower governs already. Use the OU's path as construct id. */
  static fromOrganizationalUnit(
    scope: Construct,
    id: string,
    identity: OrganizationalUnitIdentity,
  ): IRegisteredOrganizationalUnit {
    class AdoptedOrganizationalUnit extends Construct implements IRegisteredOrganizationalUnit {
      readonly organizationalUnitArn = organizationalUnitArn(scope, identity);
    }
    return new AdoptedOrganizationalUnit(scope, id);
  }

  readonly organizationalUnitArn: string;

  /** @throws Error when an id or the version is malformed */
  constructor(scope: Construct, id: string, props: RegisteredOrganizationalUnitProps) {
    super(scope, id);
    const { partition, region } = Stack.of(this);
    if (!Token.isUnresolved(props.baselineVersion) && !/^\d+\.\d+$/.test(props.baselineVersion)) {
      throw new Error(
        `'baselineVersion' ${JSON.stringify(props.baselineVersion)} is not a version like "5.0": take the one that fits the landing zone from https://docs.aws.amazon.com/controltower/latest/userguide/table-of-baselines.html`,
      );
    }
    this.organizationalUnitArn = organizationalUnitArn(this, props);
    new CfnEnabledBaseline(this, 'Resource', {
      baselineIdentifier: `arn:${partition}:controltower:${region}::baseline/${CONTROL_TOWER_BASELINE}`,
      baselineVersion: props.baselineVersion,
      targetIdentifier: this.organizationalUnitArn,
      ...(props.identityCenterEnabledBaselineArn && {
        parameters: [{ key: 'IdentityCenterEnabledBaselineArn', value: props.identityCenterEnabledBaselineArn }],
      }),
    });
    if (props.after) this.node.addDependency(props.after);
  }
}

function organizationalUnitArn(scope: IConstruct, identity: OrganizationalUnitIdentity): string {
  const stack = Stack.of(scope);
  const { organizationId, organizationalUnitId, managementAccountId = stack.account } = identity;
  for (const [prop, value, pattern, example] of [
    ['organizationId', organizationId, /^o-[a-z0-9]{10,32}$/, 'o-exampleorgid'],
    ['organizationalUnitId', organizationalUnitId, /^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/, 'ou-exam-example1'],
    ['managementAccountId', managementAccountId, /^\d{12}$/, '111122223333'],
  ] as const) {
    if (!Token.isUnresolved(value) && !pattern.test(value)) {
      throw new Error(
        `'${prop}' ${JSON.stringify(value)} must look like "${example}": take it from the AWS Organizations console`,
      );
    }
  }
  return `arn:${stack.partition}:organizations::${managementAccountId}:ou/${organizationId}/${organizationalUnitId}`;
}
