import { Stack, Token } from 'aws-cdk-lib';
import {
  CfnConfigurationPolicy,
  CfnFindingAggregator,
  CfnOrganizationConfiguration,
  CfnPolicyAssociation,
} from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';

/** A part of the organization that follows a policy. */
export interface SecurityHubTarget {
  /**
   * Name that stays, such as the path of the OU.
   *
   * **CAUTION**: another name replaces the association, and Security Hub falls back to the policy above in between.
   */
  readonly name: string;
  /** `r-…`, `ou-…-…` or 12 digits. */
  readonly id: string;
  readonly type: 'ROOT' | 'ORGANIZATIONAL_UNIT' | 'ACCOUNT';
}

/** What Security Hub does in some accounts. */
export interface SecurityHubPolicy {
  /** Name of the policy: 1 to 128 letters, digits and `-.!*` or `/`; it names the construct too. */
  readonly name: string;
  /** Root, OUs and accounts that the policy holds for; the nearest policy above an account counts. */
  readonly targets: readonly SecurityHubTarget[];
  /** ARNs of the enabled standards. @default - AWS Foundational Security Best Practices */
  readonly standardArns?: readonly string[];
  /**
   * Controls to turn off, for example `securityHubTwins()` of the conformance packs; all others are on, those to come too.
   *
   * @default - none
   */
  readonly disabledControls?: readonly string[];
  /** Own values of the controls' parameters. @default - the values of AWS */
  readonly controlParameters?: readonly CfnConfigurationPolicy.SecurityControlCustomParameterProperty[];
}

/** Settings of a {@link SecurityHubCentralConfiguration}. */
export interface SecurityHubCentralConfigurationProps {
  /** Policies, at least one. */
  readonly policies: readonly SecurityHubPolicy[];
  /** Regions that the policies hold in, beside this one, and whose findings are gathered here. @default - every Region, future ones too */
  readonly linkedRegions?: readonly string[];
}

const TARGET_ID = {
  ROOT: /^r-[a-z0-9]{4,32}$/,
  ORGANIZATIONAL_UNIT: /^ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$/,
  ACCOUNT: /^\d{12}$/,
};

/**
 * Configures AWS Security Hub CSPM for the whole organization from one account: gathers the findings of all Regions,
 * takes central control, and sets what is on for which accounts.
 *
 * Belongs in the administrator account, in the home Region. Controls that are turned off are off in the linked Regions
 * too: turn off what the conformance packs cover only where the packs are.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/central-configuration-intro.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-securityhub-configurationpolicy.html
 */
export class SecurityHubCentralConfiguration extends Construct {
  /** @throws Error when there is no policy, a name or target is malformed, or a target has two policies */
  constructor(scope: Construct, id: string, { policies, linkedRegions }: SecurityHubCentralConfigurationProps) {
    super(scope, id);
    checkPolicies(policies);
    const aggregator = new CfnFindingAggregator(
      this,
      'Aggregator',
      linkedRegions === undefined
        ? { regionLinkingMode: 'ALL_REGIONS' }
        : { regionLinkingMode: 'SPECIFIED_REGIONS', regions: [...linkedRegions].sort() },
    );
    // Central configuration fixes both settings: policies decide on new accounts.
    const organization = new CfnOrganizationConfiguration(this, 'Organization', {
      autoEnable: false,
      autoEnableStandards: 'NONE',
      configurationType: 'CENTRAL',
    });
    organization.addResourceDependency(aggregator);
    for (const policy of policies) {
      const resource = new CfnConfigurationPolicy(this, `Policy ${policy.name}`, {
        name: policy.name,
        configurationPolicy: { securityHub: this.securityHub(policy) },
      });
      resource.addResourceDependency(organization);
      for (const target of policy.targets) {
        new CfnPolicyAssociation(this, `Target ${target.name}`, {
          configurationPolicyId: resource.attrId,
          targetId: target.id,
          targetType: target.type,
        });
      }
    }
  }

  private securityHub(policy: SecurityHubPolicy): CfnConfigurationPolicy.SecurityHubPolicyProperty {
    const { partition, region } = Stack.of(this);
    const bestPractices = `arn:${partition}:securityhub:${region}::standards/aws-foundational-security-best-practices/v/1.0.0`;
    return {
      serviceEnabled: true,
      enabledStandardIdentifiers: [...(policy.standardArns ?? [bestPractices])].sort(),
      securityControlsConfiguration: {
        disabledSecurityControlIdentifiers: [...new Set(policy.disabledControls ?? [])].sort(),
        ...(policy.controlParameters !== undefined && {
          securityControlCustomParameters: [...policy.controlParameters],
        }),
      },
    };
  }
}

function checkPolicies(policies: readonly SecurityHubPolicy[]): void {
  if (policies.length === 0) {
    throw new Error(`'policies' is []: central configuration without a policy leaves Security Hub off; name one`);
  }
  const badName = policies.find(({ name }) => !/^[a-zA-Z0-9.!*/-]{1,128}$/.test(name));
  if (badName !== undefined) {
    throw new Error(
      `'name' of a policy must have 1 to 128 letters, digits and -.!*/, got ${JSON.stringify(badName.name)}; rename it`,
    );
  }
  const targets = policies.flatMap((policy) => policy.targets);
  const badId = targets.find(({ id, type }) => !Token.isUnresolved(id) && !TARGET_ID[type].test(id));
  if (badId !== undefined) {
    throw new Error(
      `'id' of target ${JSON.stringify(badId.name)} is not that of type ${badId.type}: ${JSON.stringify(badId.id)}; take it from the AWS Organizations console`,
    );
  }
  const twice = targets.find(({ id }, index) => targets.findIndex((target) => target.id === id) !== index);
  if (twice !== undefined) {
    throw new Error(
      `'targets' has ${JSON.stringify(twice.name)} twice, and a target follows one policy: leave it in one of them`,
    );
  }
}
