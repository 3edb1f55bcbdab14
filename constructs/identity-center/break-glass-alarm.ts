import { Duration, Stack, Validations } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** Settings of a {@link BreakGlassAlarm}. */
export interface BreakGlassAlarmProps {
  /** Names of the permission sets that are for emergencies, at least one. */
  readonly permissionSetNames: string[];
  /**
   * Topic that hears of every use; its policy, and that of its key, must let `events.amazonaws.com` and
   * `cloudwatch.amazonaws.com` publish.
   *
   * @default - a new topic that lets them
   */
  readonly topic?: ITopic;
  /** Key of the new topic; its policy must let both services use it. @default - a new key that lets them */
  readonly encryptionKey?: IKey;
}

const PUBLISHERS = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'];

/**
 * Tells people that somebody uses emergency access: at once, with the CloudTrail event (who, from where, which account),
 * and as an alarm, so that a message that was lost does not hide the use.
 *
 * A person takes a role from the access portal (`Federate`) or with the command line (`GetRoleCredentials`). IAM Identity
 * Center records both in the account that owns the instance, the **management account**, and in the Region of the instance:
 * the construct belongs there, also when another account administers the instance. A trail must record management events,
 * as that of AWS Control Tower does.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/logging-using-cloudtrail.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
 */
export class BreakGlassAlarm extends Construct {
  /** Hears of every use; subscribe the people on duty. */
  readonly topic: ITopic;
  /** In alarm for five minutes after a use. */
  readonly alarm: cloudwatch.Alarm;

  /** @throws Error when there is no permission set, or both a topic and a key for a new one */
  constructor(scope: Construct, id: string, props: BreakGlassAlarmProps) {
    super(scope, id);
    const { permissionSetNames, topic, encryptionKey } = props;
    if (permissionSetNames.length === 0) {
      throw new Error(`'permissionSetNames' [] leaves nothing to hear of: name the permission sets for emergencies`);
    }
    if (topic && encryptionKey) {
      throw new Error(`'encryptionKey' is for a new topic: leave it out, since 'topic' has its own`);
    }
    this.topic = topic ?? this.makeTopic(encryptionKey ?? this.makeKey());

    const rule = new events.Rule(this, 'Use', {
      description: 'Emergency access through IAM Identity Center',
      eventPattern: {
        source: ['aws.sso', 'aws.signin'],
        detailType: ['AWS Service Event via CloudTrail', 'AWS API Call via CloudTrail'],
        detail: {
          eventName: ['Federate', 'GetRoleCredentials'],
          serviceEventDetails: { role_name: [...permissionSetNames].sort() },
        },
      },
      targets: [new SnsTopic(this.topic)],
    });
    // CloudTrail calls these events read-only, which a rule that is merely enabled never sees.
    (rule.node.defaultChild as events.CfnRule).state = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
    Validations.of(rule).acknowledge({
      id: 'Kisms::Kisms-EventBusDLQ',
      reason: 'An event that is not delivered is not lost: the alarm on TriggeredRules beside it tells of the same use',
    });

    this.alarm = new cloudwatch.Metric({
      namespace: 'AWS/Events',
      metricName: 'TriggeredRules',
      dimensionsMap: { RuleName: rule.ruleName },
      period: Duration.minutes(5),
      statistic: cloudwatch.Stats.SUM,
    }).createAlarm(this, 'Used', {
      alarmDescription: 'Somebody uses emergency access: confirm with them, and review what they do afterwards',
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    this.alarm.addAlarmAction(new SnsAction(this.topic));
  }

  private makeKey(): Key {
    const key = new Key(this, 'Key', {
      description: 'Messages on the use of emergency access',
      enableKeyRotation: true,
    });
    // As AWS documents it: EventBridge names no source to KMS, so that a condition would silence the alarm.
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'Publishers',
        principals: PUBLISHERS.map((service) => new iam.ServicePrincipal(service)),
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );
    return key;
  }

  private makeTopic(masterKey: IKey): Topic {
    const topic = new Topic(this, 'Topic', { masterKey, enforceSSL: true });
    // The target of the rule lets EventBridge publish.
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'Alarm',
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    return topic;
  }
}
