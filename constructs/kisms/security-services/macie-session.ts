import { CfnSession } from 'aws-cdk-lib/aws-macie';
import { Construct } from 'constructs';

/** Settings of a {@link MacieSession}. */
export interface MacieSessionProps {
  /** How often changes of policy findings go to Security Hub and EventBridge. @default 'FIFTEEN_MINUTES' */
  readonly findingPublishingFrequency?: 'FIFTEEN_MINUTES' | 'ONE_HOUR' | 'SIX_HOURS';
}

/**
 * Turns Amazon Macie on in one account and Region, to find where personal data lies in Amazon S3 (ISMS-P 3.2.1).
 *
 * CloudFormation knows neither an administrator nor automatic members of Macie.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-macie-session.html
 */
export class MacieSession extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { findingPublishingFrequency = 'FIFTEEN_MINUTES' }: MacieSessionProps = {},
  ) {
    super(scope, id);
    new CfnSession(this, 'Resource', { status: 'ENABLED', findingPublishingFrequency });
  }
}
