import { CfnGraph, CfnOrganizationAdmin } from 'aws-cdk-lib/aws-detective';
import { Construct } from 'constructs';
import { checkAccountIds } from '../conformance-packs/check-accounts';

/** Settings of a {@link DetectiveAdministrator}. */
export interface DetectiveAdministratorProps {
  /**
   * Id of the account that administers Detective.
   *
   * **CAUTION**: another account replaces the administrator, and with it the behavior graph of the organization.
   */
  readonly accountId: string;
}

/**
 * Makes an account the administrator of Amazon Detective for the organization in this Region, and gives it a behavior
 * graph if it has none. Belongs in the management account, and goes before {@link DetectiveOrganization}.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-detective-organizationadmin.html
 */
export class DetectiveAdministrator extends Construct {
  /** ARN of the behavior graph of the organization. */
  readonly graphArn: string;

  /** @throws Error when the account id is not 12 digits */
  constructor(scope: Construct, id: string, { accountId }: DetectiveAdministratorProps) {
    super(scope, id);
    checkAccountIds('accountId', [accountId]);
    this.graphArn = new CfnOrganizationAdmin(this, 'Resource', { accountId }).attrGraphArn;
  }
}

/** Settings of a {@link DetectiveOrganization}. */
export interface DetectiveOrganizationProps {
  /**
   * Whether accounts that join the organization become members; only the administrator of the organization can set it.
   *
   * @default true
   */
  readonly autoEnableMembers?: boolean;
}

/**
 * The behavior graph in which Amazon Detective joins what the accounts of the organization do, for the analysis of
 * incidents (ISMS-P 2.11.3). Belongs in the account that administers Detective.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-detective-graph.html
 */
export class DetectiveOrganization extends Construct {
  /** ARN of the behavior graph. */
  readonly graphArn: string;

  constructor(scope: Construct, id: string, { autoEnableMembers = true }: DetectiveOrganizationProps = {}) {
    super(scope, id);
    this.graphArn = new CfnGraph(this, 'Resource', { autoEnableMembers }).attrArn;
  }
}
