import { Stack, Token, Validations } from 'aws-cdk-lib';
import { CfnConfigurationAggregator } from 'aws-cdk-lib/aws-config';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** Settings of an {@link OrganizationConfigAggregator}. */
export interface OrganizationConfigAggregatorProps {
  /**
   * Name of the aggregator that the account has already, as from AWS Control Tower 4: none is made then.
   *
   * @default - a new aggregator of every account and Region
   */
  readonly existingAggregatorName?: string;
}

/**
 * Gathers what AWS Config records and finds in every account and Region of the organization, for queries and reports.
 * Belongs in the account that administers AWS Config for the organization.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configurationaggregator.html
 */
export class OrganizationConfigAggregator extends Construct {
  /** Name of the aggregator, whoever made it. */
  readonly aggregatorName: string;

  constructor(scope: Construct, id: string, { existingAggregatorName }: OrganizationConfigAggregatorProps = {}) {
    super(scope, id);
    if (existingAggregatorName !== undefined) {
      this.aggregatorName = existingAggregatorName;
      return;
    }
    const role = this.makeRole();
    const aggregator = new CfnConfigurationAggregator(this, 'Resource', {
      organizationAggregationSource: { allAwsRegions: true, roleArn: role.attrArn },
    });
    this.aggregatorName = aggregator.ref;
  }

  private makeRole(): CfnRole {
    const { partition } = Stack.of(this);
    const policyPath = ':iam::aws:policy/service-role/AWSConfigRoleForOrganizations';
    const role = new CfnRole(this, 'Role', {
      description: 'Lets AWS Config list the accounts of the organization',
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'config.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      managedPolicyArns: [`arn:${partition}${policyPath}`],
    });
    const policy = `arn:${Token.isUnresolved(partition) ? '<AWS::Partition>' : partition}${policyPath}`;
    for (const rule of ['AwsSolutions::AwsSolutions-IAM4', 'Kisms::Kisms-IAMNoManagedPolicies']) {
      Validations.of(role).acknowledge({
        id: `${rule}[Policy::${policy}]`,
        reason:
          'AWS keeps the policy for this very purpose: four read-only actions of AWS Organizations, which know no resources',
      });
    }
    return role;
  }
}
