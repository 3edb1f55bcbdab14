import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { CfnAccountCustomization } from 'aws-cdk-lib/aws-uxc';
import { Construct } from 'constructs';
import { OutputReaderRole } from './output-reader-role';

/** Colours that the AWS console can show an account in. */
export type AccountColor =
  | 'none'
  | 'pink'
  | 'purple'
  | 'darkBlue'
  | 'lightBlue'
  | 'teal'
  | 'green'
  | 'yellow'
  | 'orange'
  | 'red';

/** Settings of an {@link AccountBaseline}. */
export interface AccountBaselineProps {
  /** Organization id, `o-…`. */
  readonly organizationId: string;
  /** Facts of the account (name, owner, data classification …) that its workloads may read; no secrets. */
  readonly facts: Record<string, unknown>;
  /** Colour of the account in the console, so that people see where they are. @default - the colour is left alone */
  readonly color?: AccountColor;
  /** Qualifier of the CDK bootstrap. @default 'hnb659fds' */
  readonly bootstrapQualifier?: string;
}

/**
 * What every governed account carries: the role that lets other accounts read stack outputs, the account's facts as the
 * parameter `/governance/account` (JSON), and its colour in the console.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-uxc-accountcustomization.html
 */
export class AccountBaseline extends Construct {
  constructor(scope: Construct, id: string, props: AccountBaselineProps) {
    super(scope, id);
    new OutputReaderRole(this, 'OutputReader', {
      organizationId: props.organizationId,
      ...(props.bootstrapQualifier !== undefined && { bootstrapQualifier: props.bootstrapQualifier }),
    });
    new CfnParameter(this, 'Facts', {
      name: '/governance/account',
      type: 'String',
      description: 'Who this account is: written by cdk-org-governance, read by its workloads',
      value: JSON.stringify(props.facts),
    });
    if (props.color !== undefined) new CfnAccountCustomization(this, 'Customization', { accountColor: props.color });
  }
}
