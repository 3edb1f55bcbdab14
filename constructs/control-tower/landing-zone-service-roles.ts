import { RemovalPolicy, Stack, Token, Validations } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { LandingZoneManifest } from './landing-zone-manifest';

/** Settings of the service roles. */
export interface LandingZoneServiceRolesProps {
  /** Version of the landing zone that the roles serve. */
  readonly landingZoneVersion: LandingZoneManifest['version'];
}

interface ServiceRole {
  readonly name: string;
  readonly service: string;
  /** AWS managed policy under `service-role/`. */
  readonly managedPolicy?: string;
  readonly inlinePolicy?: { readonly actions: string[]; readonly resource: string; readonly why: string };
}

function serviceRoles(partition: string, version: LandingZoneManifest['version']): ServiceRole[] {
  return [
    {
      name: 'AWSControlTowerAdmin',
      service: 'controltower',
      managedPolicy: 'AWSControlTowerServiceRolePolicy',
      inlinePolicy: {
        actions: ['ec2:DescribeAvailabilityZones'],
        resource: '*',
        why: 'ec2:DescribeAvailabilityZones has no resource level',
      },
    },
    {
      name: 'AWSControlTowerStackSetRole',
      service: 'cloudformation',
      inlinePolicy: {
        actions: ['sts:AssumeRole'],
        resource: `arn:${partition}:iam::*:role/AWSControlTowerExecution`,
        why: 'StackSets of AWS Control Tower reach every enrolled account, always through this one role name',
      },
    },
    {
      name: 'AWSControlTowerCloudTrailRole',
      service: 'cloudtrail',
      // Landing zone 4.0 refuses the inline policy that earlier versions want.
      ...(version === '4.0'
        ? { managedPolicy: 'AWSControlTowerCloudTrailRolePolicy' }
        : {
            inlinePolicy: {
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resource: `arn:${partition}:logs:*:*:log-group:aws-controltower/CloudTrailLogs:*`,
              why: 'CloudTrail names the log streams of this one log group itself',
            },
          }),
    },
    {
      name: 'AWSControlTowerConfigAggregatorRoleForOrganizations',
      service: 'config',
      managedPolicy: 'AWSConfigRoleForOrganizations',
    },
  ];
}

/**
 * The four roles that AWS Control Tower finds by name when a landing zone is created through an API: the console makes
 * them, CloudFormation does not. They belong in the management account and stay in AWS when they leave the template.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/lz-apis-cfn-setup.html
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/access-control-managing-permissions.html
 */
export class LandingZoneServiceRoles extends Construct {
  constructor(scope: Construct, id: string, props: LandingZoneServiceRolesProps) {
    super(scope, id);
    const { partition } = Stack.of(this);
    for (const role of serviceRoles(partition, props.landingZoneVersion)) this.addRole(role, partition);
  }

  private addRole({ name, service, managedPolicy, inlinePolicy }: ServiceRole, partition: string): void {
    const role = new CfnRole(this, name, {
      roleName: name,
      path: '/service-role/',
      assumeRolePolicyDocument: policy({
        Principal: { Service: `${service}.amazonaws.com` },
        Action: 'sts:AssumeRole',
      }),
      ...(managedPolicy && { managedPolicyArns: [`arn:${partition}:iam::aws:policy/service-role/${managedPolicy}`] }),
      ...(inlinePolicy && {
        policies: [
          {
            policyName: `${name}Policy`,
            policyDocument: policy({ Action: inlinePolicy.actions, Resource: inlinePolicy.resource }),
          },
        ],
      }),
    });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);

    // cdk-nag writes a partition that only the deployment knows in this way.
    const nagPartition = Token.isUnresolved(partition) ? '<AWS::Partition>' : partition;
    if (managedPolicy) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions::AwsSolutions-IAM4[Policy::arn:${nagPartition}:iam::aws:policy/service-role/${managedPolicy}]`,
        reason: `AWS Control Tower documents ${managedPolicy} as the policy of ${name} and updates it with the service`,
      });
    }
    if (inlinePolicy) {
      Validations.of(role).acknowledge(
        {
          id: `AwsSolutions::AwsSolutions-IAM5[Resource::${inlinePolicy.resource.replace(partition, nagPartition)}]`,
          reason: inlinePolicy.why,
        },
        {
          id: 'NIST.800.53.R5::NIST.800.53.R5-IAMNoInlinePolicy',
          reason: `AWS Control Tower documents the policy of ${name} as inline`,
        },
      );
    }
  }
}

function policy(statement: Record<string, unknown>): Record<string, unknown> {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
}
