import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnServiceLinkedRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/**
 * The role through which AWS Config makes conformance packs in an account. The management account needs it before the
 * packs of a delegated administrator reach it; in other accounts AWS Config makes the role by itself.
 *
 * Only for an account that lacks `AWSServiceRoleForConfigConforms`: the deployment fails where it exists.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/conformance-pack-organization-apis.html
 */
export class ConformancePackServiceLinkedRole extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new CfnServiceLinkedRole(this, 'Resource', {
      awsServiceName: 'config-conforms.amazonaws.com',
      description: 'Lets AWS Config make the conformance packs of the organization in this account',
    }).applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
