import { CfnOutput, CfnResource, DefaultStackSynthesizer, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { OutputReaderRole, STACK_NAME_PREFIX } from '../../constructs';

/** Resources that one stack may have: CloudFormation stops at 500, and a stack that is full cannot be mended. */
export const MAX_RESOURCES = 400;

/**
 * Outputs that CloudFormation takes in one template.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const MAX_OUTPUTS = 200;

/** Where a {@link GovernanceStack} goes. */
export interface GovernanceStackProps {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  /** Qualifier of the CDK bootstrap whose roles deploy the stack. */
  readonly bootstrapQualifier: string;
  readonly description: string;
}

/** A stack of this product: named `Governance-<id>`, protected from deletion, and never too full to be updated. */
export class GovernanceStack extends Stack {
  constructor(scope: Construct, id: string, props: GovernanceStackProps) {
    super(scope, id, {
      stackName: `${STACK_NAME_PREFIX}-${id}`,
      description: props.description,
      env: { account: props.account, region: props.region },
      terminationProtection: true,
      // Named, so that the roles are the very ones that the guardrails exempt.
      synthesizer: new DefaultStackSynthesizer({ qualifier: props.bootstrapQualifier }),
    });
    this.node.addValidation({ validate: () => this.checkBudget() });
  }

  /** Publishes a value under a fixed output name, for stacks that are deployed later. */
  publish(outputName: string, value: string): void {
    new CfnOutput(this, outputName, { value }).overrideLogicalId(outputName);
  }

  /**
   * Reads an output that another stack publishes, and makes this stack wait for it; one of another account is read through
   * the reader role that the `Account-…` stack there carries.
   */
  read(from: GovernanceStack, outputName: string): string {
    this.addStackDependency(from);
    const { account, region, stackName } = from;
    if (account === this.account) return Fn.getStackOutput(stackName, outputName, region);
    return OutputReaderRole.read(this, { accountId: account, region, stackName, outputName });
  }

  /** Every template counts by itself: that of the stack and those of the stacks nested in it. */
  private checkBudget(): string[] {
    const resources = new Map<Stack, number>();
    const outputs = new Map<Stack, number>();
    for (const node of this.node.findAll()) {
      if (CfnResource.isCfnResource(node)) {
        const stack = Stack.of(node);
        resources.set(stack, (resources.get(stack) ?? 0) + 1);
      }
      if (node instanceof CfnOutput) outputs.set(Stack.of(node), (outputs.get(Stack.of(node)) ?? 0) + 1);
    }
    const full = [...resources].filter(([, count]) => count > MAX_RESOURCES);
    return [
      ...full.map(
        ([stack, count]) =>
          `stack ${stack === this ? this.stackName : stack.node.path} has ${count} resources but may have ${MAX_RESOURCES}; spread its targets over more OUs`,
      ),
      ...[...outputs]
        .filter(([, count]) => count > MAX_OUTPUTS)
        .map(
          ([stack, count]) =>
            `stack ${stack === this ? this.stackName : stack.node.path} has ${count} outputs but may have ${MAX_OUTPUTS}; write the ids of OUs that exist into organization.yaml`,
        ),
    ];
  }
}
