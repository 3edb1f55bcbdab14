import { ArnFormat, Fn, Stack, Token, Validations } from 'aws-cdk-lib';
import { CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** Prefix of the names of all stacks whose outputs other accounts may read. */
export const STACK_NAME_PREFIX = 'Governance';

const ROLE_NAME = 'GovernanceOutputReader';

/** Settings of an {@link OutputReaderRole}. */
export interface OutputReaderRoleProps {
  /** Organization id, `o-…`; nobody outside it may read. */
  readonly organizationId: string;
  /** Qualifier of the CDK bootstrap whose CloudFormation execution roles may read. @default 'hnb659fds' */
  readonly bootstrapQualifier?: string;
}

/**
 * Role through which stacks of other accounts read the outputs of this account's `Governance-*` stacks by
 * `Fn::GetStackOutput`, so that no export, parameter or custom resource is needed for a value that crosses accounts.
 *
 * Trusts the CloudFormation execution roles of the CDK bootstrap in the organization and allows
 * `cloudformation:DescribeStacks` on those stacks only.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html
 */
export class OutputReaderRole extends Construct {
  /** ARN of the role in a given account; the same name everywhere, so that both sides can compute it. */
  static arn(scope: Construct, accountId: string): string {
    return Stack.of(scope).formatArn({
      service: 'iam',
      region: '',
      account: accountId,
      resource: 'role',
      resourceName: ROLE_NAME,
    });
  }

  /** Reads an output of a stack of another account through that account's reader role. */
  static read(
    scope: Construct,
    from: { accountId: string; region: string; stackName: string; outputName: string },
  ): string {
    return Fn.getStackOutput(from.stackName, from.outputName, from.region, OutputReaderRole.arn(scope, from.accountId));
  }

  constructor(scope: Construct, id: string, props: OutputReaderRoleProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const qualifier = props.bootstrapQualifier ?? 'hnb659fds';
    const stacks = stack.formatArn({
      service: 'cloudformation',
      region: '*',
      resource: 'stack',
      resourceName: `${STACK_NAME_PREFIX}-*`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const role = new CfnRole(this, 'Resource', {
      roleName: ROLE_NAME,
      description: 'Lets deployments of this organization read the outputs of Governance stacks',
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: '*' },
            Action: 'sts:AssumeRole',
            Condition: {
              StringEquals: { 'aws:PrincipalOrgID': props.organizationId },
              ArnLike: { 'aws:PrincipalArn': `arn:${stack.partition}:iam::*:role/cdk-${qualifier}-cfn-exec-role-*` },
            },
          },
        ],
      },
    });
    const policy = new CfnManagedPolicy(this, 'Policy', {
      description: 'Reads the outputs of Governance stacks',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'cloudformation:DescribeStacks', Resource: stacks }],
      },
      roles: [role.ref],
    });
    const partition = nagName(stack.partition, 'AWS::Partition');
    const account = nagName(stack.account, 'AWS::AccountId');
    for (const rule of ['AwsSolutions::AwsSolutions-IAM5', 'Kisms::Kisms-IAMNoWildcardPermissions']) {
      Validations.of(policy).acknowledge({
        id: `${rule}[Resource::arn:${partition}:cloudformation:*:${account}:stack/${STACK_NAME_PREFIX}-*]`,
        reason: `The wildcard covers the stacks of this product alone (name prefix ${STACK_NAME_PREFIX}-) and one read action`,
      });
    }
  }
}

/** How cdk-nag writes a value that perhaps only the deployment knows. */
function nagName(value: string, pseudoParameter: string): string {
  return Token.isUnresolved(value) ? `<${pseudoParameter}>` : value;
}
