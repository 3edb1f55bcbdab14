import { RemovalPolicy, Token } from 'aws-cdk-lib';
import { CfnLandingZone } from 'aws-cdk-lib/aws-controltower';
import { Construct, type IConstruct } from 'constructs';
import { checkLandingZoneManifest } from './check-landing-zone-manifest';
import type { LandingZoneManifest } from './landing-zone-manifest';
import type { LandingZoneServiceRoles } from './landing-zone-service-roles';

/** A landing zone, made here or adopted. */
export interface ILandingZone extends IConstruct {
  /** For example `arn:aws:controltower:ap-northeast-2:111122223333:landingzone/1A2B3C4D5E6F7G8H`. */
  readonly landingZoneArn: string;
}

/** Drift that AWS Control Tower mends by itself. `INHERITANCE_DRIFT` enrolls an account when it moves into a registered OU. */
export type RemediationType = 'INHERITANCE_DRIFT';

/** Settings of a landing zone. */
export interface LandingZoneProps {
  readonly manifest: LandingZoneManifest;
  /**
   * An empty list makes a landing zone without auto-enrollment. CloudFormation refuses to send an empty list, so that
   * auto-enrollment, once on, is turned off in the settings of the landing zone.
   *
   * @default ['INHERITANCE_DRIFT']
   * @see https://docs.aws.amazon.com/controltower/latest/userguide/account-auto-enrollment.html
   */
  readonly remediationTypes?: RemediationType[];
  /** Roles to create before the landing zone. @default - the roles exist already */
  readonly serviceRoles?: LandingZoneServiceRoles;
}

/**
 * Sets up AWS Control Tower. Takes an hour or more, once per organization, in the home region of the management account:
 * give it a stack of its own. To use a landing zone that exists, call `fromLandingZoneArn`.
 *
 * **CAUTION** The landing zone is retained when it leaves the stack; decommission it in the console.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/lz-apis-cfn-setup.html
 */
export class LandingZone extends Construct implements ILandingZone {
  /**
   * Adopts a landing zone that exists.
   *
   * @throws Error when `landingZoneArn` is not the ARN of a landing zone
   */
  static fromLandingZoneArn(scope: Construct, id: string, landingZoneArn: string): ILandingZone {
    if (
      !Token.isUnresolved(landingZoneArn) &&
      !/^arn:aws[a-z-]*:controltower:[a-z0-9-]+:\d{12}:landingzone\/\w+$/.test(landingZoneArn)
    ) {
      throw new Error(
        `'landingZoneArn' ${JSON.stringify(landingZoneArn)} is not the ARN of a landing zone: take it from 'aws controltower list-landing-zones' in the home region`,
      );
    }
    class AdoptedLandingZone extends Construct implements ILandingZone {
      readonly landingZoneArn = landingZoneArn;
    }
    return new AdoptedLandingZone(scope, id);
  }

  readonly landingZoneArn: string;
  /** Whether the landing zone has drifted from its manifest. */
  readonly driftStatus: string;
  /** Version to raise the manifest to; a landing zone is updated only at this version. */
  readonly latestAvailableVersion: string;

  /** @throws Error with every broken rule of the manifest */
  constructor(scope: Construct, id: string, props: LandingZoneProps) {
    super(scope, id);

    const problems = checkLandingZoneManifest(props.manifest);
    if (problems.length > 0) {
      throw new Error(problems.map(({ path, message }) => `'manifest.${path.join('.')}' ${message.en}`).join('; '));
    }

    const { version, ...manifest } = props.manifest;
    const remediationTypes = props.remediationTypes ?? ['INHERITANCE_DRIFT'];
    const landingZone = new CfnLandingZone(this, 'Resource', {
      version,
      manifest,
      ...(remediationTypes.length > 0 && { remediationTypes }),
    });
    landingZone.applyRemovalPolicy(RemovalPolicy.RETAIN);
    if (props.serviceRoles) this.node.addDependency(props.serviceRoles);

    this.landingZoneArn = landingZone.attrArn;
    this.driftStatus = landingZone.attrDriftStatus;
    this.latestAvailableVersion = landingZone.attrLatestAvailableVersion;
  }
}
