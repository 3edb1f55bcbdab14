import { SecretValue } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/** Settings of a {@link GitHubDispatch}. */
export interface GitHubDispatchProps {
  /** `owner/name`. */
  readonly githubRepository: string;
  /**
   * Secret whose whole value is a token that may write the contents of the repository. CloudFormation reads it at
   * deployment: after a rotation, deploy again.
   */
  readonly token: ISecret;
  /** Type that the workflow lists under `on.repository_dispatch.types`, 1 to 100 characters. @default 'control-tower-account' */
  readonly eventType?: string;
}

/**
 * Starts a GitHub Actions workflow from EventBridge, without a function in between.
 *
 * @see https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html
 */
export class GitHubDispatch extends Construct {
  private readonly destination: events.ApiDestination;
  private readonly role: iam.Role;
  private readonly eventType: string;

  /** @throws Error when the repository or the event type is malformed */
  constructor(scope: Construct, id: string, props: GitHubDispatchProps) {
    super(scope, id);
    const { githubRepository, eventType = 'control-tower-account' } = props;
    if (!/^[\w.-]+\/[\w.-]+$/.test(githubRepository)) {
      throw new Error(
        `'githubRepository' ${JSON.stringify(githubRepository)} must look like "example-org/governance": leave out the host and ".git"`,
      );
    }
    if (eventType.length < 1 || eventType.length > 100) {
      throw new Error(`'eventType' ${JSON.stringify(eventType)} does not have 1 to 100 characters: shorten it`);
    }
    this.eventType = eventType;
    this.destination = new events.ApiDestination(this, 'Destination', {
      connection: new events.Connection(this, 'Connection', {
        // The template holds a dynamic reference to the secret, never the token.
        authorization: events.Authorization.apiKey(
          'Authorization',
          SecretValue.unsafePlainText(`Bearer ${props.token.secretValue.unsafeUnwrap()}`),
        ),
      }),
      endpoint: `https://api.github.com/repos/${githubRepository}/dispatches`,
      // GitHub limits requests that create content to 80 a minute; EventBridge keeps the rest for later.
      rateLimitPerSecond: 1,
    });
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
    new iam.ManagedPolicy(this, 'Policy', {
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({
          actions: ['events:InvokeApiDestination'],
          resources: [this.destination.apiDestinationArn],
        }),
      ],
    });
  }

  /**
   * Target that reports one kind of event.
   *
   * @param eventName name of the event, for the workflow to tell events apart
   * @param accountIdPath JSON path of the account id in the event
   */
  target(eventName: string, accountIdPath: string): events.IRuleTarget {
    return {
      bind: () => ({
        arn: this.destination.apiDestinationArn,
        role: this.role,
        targetResource: this.destination,
        httpParameters: { headerParameters: { Accept: 'application/vnd.github+json' } },
        input: events.RuleTargetInput.fromObject({
          event_type: this.eventType,
          client_payload: { account_id: events.EventField.fromPath(accountIdPath), event_name: eventName },
        }),
      }),
    };
  }
}
