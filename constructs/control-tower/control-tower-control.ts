import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Parameters of a control: name to JSON value. */
export type ControlParameters = Record<string, unknown>;

/** What the Region deny control lets through. */
export interface RegionDenyOptions {
  /** Regions in which the accounts of the OU may work, for example `ap-northeast-2`. */
  readonly allowedRegions: string[];
  /** IAM or STS principals that the control does not bind, `*` allowed. @default - none */
  readonly exemptedPrincipalArns?: string[];
  /** IAM actions that the control does not bind, `*` allowed. @default - only the ones AWS exempts itself */
  readonly exemptedActions?: string[];
}

/**
 * CT.MULTISERVICE.PV.1 in the control catalog. AWS no longer prints a table of ids; this one is what public modules
 * enable. To check: `aws controlcatalog get-control --control-arn arn:aws:controlcatalog:::control/<id>`.
 */
const REGION_DENY = 'ka8e3pkqefnjsxuyc26ji580';

const IDENTIFIER_ARN = /^arn:aws[a-z-]*:(?:controlcatalog::|controltower:([a-z0-9-]+):):control\/([\w.-]+)$/;

/**
 * Names a control of AWS Control Tower and its parameters. Only strongly recommended and elective controls, and the
 * Region deny control of an OU, can be enabled; mandatory ones are always on.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/controlreference/control-identifiers.html
 */
export class ControlTowerControl {
  /**
   * A control by its global id, the same in every Region, for example `5kvme4m5d2b4d7if2fs5yg2ui`. AWS recommends this
   * form; `aws controlcatalog list-controls` prints the ids.
   *
   * @throws Error when the id is not lowercase letters and digits
   */
  static catalog(id: string, parameters?: ControlParameters): ControlTowerControl {
    if (!/^[0-9a-z]{20,32}$/.test(id)) {
      throw new Error(
        `control catalog id ${JSON.stringify(id)} is not 20 to 32 lowercase letters and digits: take the last part of the ARN that 'aws controlcatalog list-controls' prints, not the display id such as CT.S3.PR.1`,
      );
    }
    return new ControlTowerControl(
      id,
      ({ partition }) => `arn:${partition}:controlcatalog:::control/${id}`,
      parameters,
    );
  }

  /**
   * An older control by its name, for example `AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS`; its ARN follows the home Region.
   *
   * @throws Error when the name is not `AWS-GR_…`, or is the Region deny of the landing zone
   */
  static legacy(name: string, parameters?: ControlParameters): ControlTowerControl {
    if (!/^AWS-GR_[A-Z0-9_]+$/.test(name)) {
      throw new Error(
        `legacy control ${JSON.stringify(name)} must look like "AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS": name newer controls by their control catalog id`,
      );
    }
    if (name === 'AWS-GR_REGION_DENY') {
      throw new Error(
        `"AWS-GR_REGION_DENY" is a setting of the landing zone that no API enables: use the Region deny control of an OU`,
      );
    }
    return new ControlTowerControl(
      name,
      ({ partition, region }) => `arn:${partition}:controltower:${region}::control/${name}`,
      parameters,
    );
  }

  /**
   * The Region deny control of an OU (CT.MULTISERVICE.PV.1), for data residency.
   *
   * @throws Error when no Region is allowed, or a principal is not an IAM or STS ARN
   * @see https://docs.aws.amazon.com/controlcatalog/latest/APIReference/API_ControlParameter.html
   */
  static regionDeny(options: RegionDenyOptions): ControlTowerControl {
    if (options.allowedRegions.length === 0) {
      throw new Error(`'allowedRegions' [] would deny every Region: name at least the home Region`);
    }
    const badPrincipal = options.exemptedPrincipalArns?.find(
      (arn) => !Token.isUnresolved(arn) && !/^arn:(aws|aws-us-gov):(iam|sts)::.+:.+$/.test(arn),
    );
    if (badPrincipal !== undefined) {
      throw new Error(
        `'exemptedPrincipalArns' ${JSON.stringify(badPrincipal)} is not an IAM or STS principal: write it like "arn:aws:iam::*:role/ReadOnly"`,
      );
    }
    return ControlTowerControl.catalog(REGION_DENY, {
      AllowedRegions: options.allowedRegions,
      ...(options.exemptedPrincipalArns?.length && { ExemptedPrincipalArns: options.exemptedPrincipalArns }),
      ...(options.exemptedActions?.length && { ExemptedActions: options.exemptedActions }),
    });
  }

  /**
   * A control as a config file writes it: `AWS-GR_…`, a control catalog id, or the whole ARN of either kind.
   *
   * @throws Error when the text is none of these
   */
  static fromIdentifier(identifier: string, parameters?: ControlParameters): ControlTowerControl {
    const [, region, name] = IDENTIFIER_ARN.exec(identifier) ?? [];
    if (name !== undefined)
      return new ControlTowerControl(name, (stack) => inRegion(identifier, region, stack), parameters);
    return identifier.startsWith('AWS-GR_')
      ? ControlTowerControl.legacy(identifier, parameters)
      : ControlTowerControl.catalog(identifier, parameters);
  }

  private constructor(
    /** Last part of the ARN; identifies the control inside an organization. */
    readonly name: string,
    private readonly arnIn: (stack: Stack) => string,
    /** @default - the control takes none */
    readonly parameters?: ControlParameters,
  ) {}

  /**
   * ARN of the control for the stack of `scope`, which is in the home Region.
   *
   * @throws Error when the control was named by the ARN of another Region
   */
  controlIdentifier(scope: IConstruct): string {
    return this.arnIn(Stack.of(scope));
  }
}

function inRegion(arn: string, region: string | undefined, stack: Stack): string {
  if (region !== undefined && !Token.isUnresolved(stack.region) && region !== stack.region) {
    throw new Error(
      `control ${JSON.stringify(arn)} belongs to another Region than the home Region ${JSON.stringify(stack.region)}: name it by its control catalog id`,
    );
  }
  return arn;
}
