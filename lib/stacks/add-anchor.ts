import { CfnWaitConditionHandle } from 'aws-cdk-lib';
import type { GovernanceStack } from './governance-stack';

/** A resource that does nothing: a stack without any cannot be deployed, and so could not give up the last that it grants. */
export function addAnchor(stack: GovernanceStack): void {
  new CfnWaitConditionHandle(stack, 'Anchor');
}
