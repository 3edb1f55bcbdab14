import type { CfnTag } from 'aws-cdk-lib';

/** Tags as CloudFormation lists them; the CDK sorts them by key, so that the order in a config file never shows as a change. */
export function cfnTags(tags: Record<string, string>): CfnTag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
