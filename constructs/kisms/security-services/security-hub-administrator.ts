import { CfnDelegatedAdmin } from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';
import { checkAccountIds } from '../conformance-packs/check-accounts';

/** Settings of a {@link SecurityHubAdministrator}. */
export interface SecurityHubAdministratorProps {
  /**
   * Id of the account that administers Security Hub, never that of the management account.
   *
   * **CAUTION**: another account replaces the administrator and ends the central configuration of the former one.
   */
  readonly accountId: string;
}

/**
 * Makes an account the administrator of AWS Security Hub CSPM for the organization. Belongs in the management account, in
 * the home Region of the central configuration.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-securityhub-delegatedadmin.html
 */
export class SecurityHubAdministrator extends Construct {
  /** @throws Error when the account id is not 12 digits */
  constructor(scope: Construct, id: string, { accountId }: SecurityHubAdministratorProps) {
    super(scope, id);
    checkAccountIds('accountId', [accountId]);
    new CfnDelegatedAdmin(this, 'Resource', { adminAccountId: accountId });
  }
}
