import { Duration, Stack, Token, Validations } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { GitHubDispatch, type GitHubDispatchProps } from './github-dispatch';

/**
 * Who reports that an account came or moved: AWS Control Tower in the home Region, when the account is enrolled; AWS
 * Organizations in us-east-1 only, as soon as it is created or moved.
 */
export type LifecycleEventSource = 'aws.controltower' | 'aws.organizations';

/** Settings of {@link LifecycleEvents}. */
export interface LifecycleEventsProps {
  /**
   * An account that AWS Control Tower enrolls by itself after a move may be reported by AWS Organizations alone: to see
   * every account, make one `LifecycleEvents` in the home Region and one in us-east-1. Consumers must bear duplicates.
   *
   * @default ['aws.controltower']
   */
  readonly sources?: LifecycleEventSource[];
  /** Workflow to start. @default - none; then `targets` is required */
  readonly github?: GitHubDispatchProps;
  /** Further targets; they get the whole event. @default - none; then `github` is required */
  readonly targets?: events.IRuleTarget[];
  /** Key of the dead-letter queue; its policy must let `events.amazonaws.com` use it. @default - SSE-SQS */
  readonly encryptionKey?: IKey;
  /** Topic that hears of undelivered events. @default - the alarm is seen in CloudWatch only */
  readonly alarmTopic?: ITopic;
}

interface LifecycleEvent {
  readonly name: string;
  readonly detailType: string;
  readonly detail: Record<string, unknown>;
  readonly accountIdPath: string;
}

const SERVICE_EVENT = 'AWS Service Event via CloudTrail';
const API_CALL = 'AWS API Call via CloudTrail';

/** An event that ends an operation carries its outcome and its account in an object of its own. */
function completion(name: string, status: string, account: string): LifecycleEvent {
  return {
    name,
    detailType: SERVICE_EVENT,
    detail: { serviceEventDetails: { [status]: { state: ['SUCCEEDED'] } } },
    accountIdPath: `$.detail.serviceEventDetails.${status}.${account}`,
  };
}

/**
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/lifecycle-events.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html
 */
const EVENTS: Record<LifecycleEventSource, LifecycleEvent[]> = {
  'aws.controltower': [
    completion('CreateManagedAccount', 'createManagedAccountStatus', 'account.accountId'),
    // A repeated or later enrollment is reported as an update.
    completion('UpdateManagedAccount', 'updateManagedAccountStatus', 'account.accountId'),
  ],
  'aws.organizations': [
    completion('CreateAccountResult', 'createAccountStatus', 'accountId'),
    {
      name: 'MoveAccount',
      detailType: API_CALL,
      detail: { errorCode: events.Match.doesNotExist() },
      accountIdPath: '$.detail.requestParameters.accountId',
    },
  ],
};

/**
 * Tells a pipeline that an account came or moved, so that its stacks can be deployed. Goes into the management account.
 * What cannot be delivered for 24 hours is kept for 14 days in `deadLetterQueue`, and an alarm says so.
 */
export class LifecycleEvents extends Construct {
  /** Events that no target took. */
  readonly deadLetterQueue: sqs.Queue;
  /** In alarm while an undelivered event waits. */
  readonly alarm: cloudwatch.Alarm;

  /** @throws Error when there is nothing to hear of or nobody to tell, or AWS Organizations is heard of outside us-east-1 */
  constructor(scope: Construct, id: string, props: LifecycleEventsProps) {
    super(scope, id);
    const { sources = ['aws.controltower'], targets = [] } = props;
    checkSources(sources, Stack.of(this));
    if (!props.github && targets.length === 0) {
      throw new Error(`'targets' [] and no 'github' leave nobody to tell: give one of them`);
    }

    this.deadLetterQueue = this.makeDeadLetterQueue(props.encryptionKey);
    this.alarm = this.makeAlarm(props.alarmTopic);
    const github = props.github && new GitHubDispatch(this, 'GitHub', props.github);

    const rules = sources.flatMap((source) =>
      EVENTS[source].map(({ name, detailType, detail, accountIdPath }) => {
        const rule = new events.Rule(this, name, {
          eventPattern: { source: [source], detailType: [detailType], detail: { eventName: [name], ...detail } },
        });
        const all = github ? [github.target(name, accountIdPath), ...targets] : targets;
        for (const target of all) rule.addTarget(this.withRetry(target));
        return rule;
      }),
    );
    this.deadLetterQueue.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'UndeliveredEvents',
        principals: [new iam.ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.deadLetterQueue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': rules.map((rule) => rule.ruleArn) } },
      }),
    );
  }

  private makeDeadLetterQueue(encryptionKey?: IKey): sqs.Queue {
    const queue = new sqs.Queue(this, 'DeadLetters', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      ...(encryptionKey
        ? { encryption: sqs.QueueEncryption.KMS, encryptionMasterKey: encryptionKey }
        : { encryption: sqs.QueueEncryption.SQS_MANAGED }),
    });
    for (const id of ['AwsSolutions::AwsSolutions-SQS3', 'Kisms::Kisms-SQSQueueDLQ', 'Kisms::Kisms-SQSRedrivePolicy']) {
      Validations.of(queue).acknowledge({
        id,
        reason: 'This queue is the dead-letter queue of the EventBridge targets beside it',
      });
    }
    return queue;
  }

  private makeAlarm(topic?: ITopic): cloudwatch.Alarm {
    const alarm = this.deadLetterQueue
      .metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: cloudwatch.Stats.MAXIMUM })
      .createAlarm(this, 'Undelivered', {
        alarmDescription:
          'An account event reached no pipeline: read the dead-letter queue, then deploy the account by hand',
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      });
    if (topic) {
      alarm.addAlarmAction(new SnsAction(topic));
    } else {
      for (const pack of ['NIST.800.53.R5', 'Kisms']) {
        Validations.of(alarm).acknowledge({
          id: `${pack}::${pack}-CloudWatchAlarmAction`,
          reason: "No 'alarmTopic' was given; the alarm is watched in CloudWatch",
        });
      }
    }
    return alarm;
  }

  /** Adds what every target needs and its author may have left out. */
  private withRetry(target: events.IRuleTarget): events.IRuleTarget {
    return {
      bind: (rule, id) => {
        const config = target.bind(rule, id);
        return {
          ...config,
          deadLetterConfig: config.deadLetterConfig ?? { arn: this.deadLetterQueue.queueArn },
          retryPolicy: config.retryPolicy ?? {
            maximumEventAgeInSeconds: Duration.hours(24).toSeconds(),
            maximumRetryAttempts: 185,
          },
        };
      },
    };
  }
}

function checkSources(sources: LifecycleEventSource[], { region }: Stack): void {
  if (sources.length === 0) {
    throw new Error(`'sources' [] leaves nothing to hear of: leave it out to get ["aws.controltower"]`);
  }
  const isElsewhere = !Token.isUnresolved(region) && region !== 'us-east-1' && !/^(us-gov|cn|us-iso)/.test(region);
  if (sources.includes('aws.organizations') && isElsewhere) {
    throw new Error(
      `'sources' "aws.organizations" is never heard of in ${JSON.stringify(region)}: make a LifecycleEvents in a us-east-1 stack for it`,
    );
  }
}
