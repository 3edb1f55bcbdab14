import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { EventBus as EventBusTarget } from 'aws-cdk-lib/aws-events-targets';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LifecycleEvents, type LifecycleEventsProps } from '../../../constructs/control-tower';

const BUS = 'arn:aws:events:ap-northeast-2:666677778888:event-bus/pipeline';

function template(props: (stack: Stack) => LifecycleEventsProps, region = 'ap-northeast-2'): Template {
  const stack = new Stack(new App(), 'Lifecycle', { env: { account: '111122223333', region } });
  new LifecycleEvents(stack, 'Lifecycle', props(stack));
  return Template.fromStack(stack);
}

const toGitHub = (stack: Stack, github: object = {}): LifecycleEventsProps => ({
  github: {
    githubRepository: 'example-org/governance',
    token: Secret.fromSecretNameV2(stack, 'Token', 'github'),
    ...github,
  },
});
const toBus = (stack: Stack) => [new EventBusTarget(EventBus.fromEventBusArn(stack, 'Bus', BUS))];
const undelivered = { DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('DeadLetters'), 'Arn'] } } };

describe('events', () => {
  test.each([
    ['CreateManagedAccount', 'createManagedAccountStatus'],
    ['UpdateManagedAccount', 'updateManagedAccountStatus'],
  ])('hears of %s from AWS Control Tower once it succeeded', (name, status) => {
    template(toGitHub).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: Match.exact({
        source: ['aws.controltower'],
        'detail-type': ['AWS Service Event via CloudTrail'],
        detail: { eventName: [name], serviceEventDetails: { [status]: { state: ['SUCCEEDED'] } } },
      }),
    });
  });

  test.each([
    [
      'CreateAccountResult',
      'AWS Service Event via CloudTrail',
      { serviceEventDetails: { createAccountStatus: { state: ['SUCCEEDED'] } } },
    ],
    ['MoveAccount', 'AWS API Call via CloudTrail', { errorCode: [{ exists: false }] }],
  ])('hears of %s from AWS Organizations in us-east-1', (name, detailType, detail) => {
    template((stack) => ({ sources: ['aws.organizations'], ...toGitHub(stack) }), 'us-east-1').hasResourceProperties(
      'AWS::Events::Rule',
      {
        EventPattern: Match.exact({
          source: ['aws.organizations'],
          'detail-type': [detailType],
          detail: { eventName: [name], ...detail },
        }),
      },
    );
  });

  test.each<[NonNullable<LifecycleEventsProps['sources']>, number]>([
    [['aws.controltower'], 2],
    [['aws.organizations'], 2],
    [['aws.controltower', 'aws.organizations'], 4],
  ])('hears of nothing but %j', (sources, count) => {
    template((stack) => ({ sources, ...toGitHub(stack) }), 'us-east-1').resourceCountIs('AWS::Events::Rule', count);
  });

  test('fails for AWS Organizations outside us-east-1', () => {
    expect(() => template((stack) => ({ sources: ['aws.organizations'], ...toGitHub(stack) }))).toThrow(
      `'sources' "aws.organizations" is never heard of in "ap-northeast-2"`,
    );
  });

  test.each<[string, LifecycleEventsProps]>([
    ['nothing to hear of', { sources: [], targets: [] }],
    ['nobody to tell', { targets: [] }],
  ])('fails with %s', (message, props) => {
    expect(() => template(() => props)).toThrow(message);
  });
});

describe('GitHub', () => {
  test('starts the workflow of the repository with a token that the template does not hold', () => {
    const result = template(toGitHub);
    result.hasResourceProperties('AWS::Events::ApiDestination', {
      HttpMethod: 'POST',
      InvocationEndpoint: 'https://api.github.com/repos/example-org/governance/dispatches',
      InvocationRateLimitPerSecond: 1,
    });
    result.hasResourceProperties('AWS::Events::Connection', {
      AuthorizationType: 'API_KEY',
      AuthParameters: {
        ApiKeyAuthParameters: {
          ApiKeyName: 'Authorization',
          ApiKeyValue: { 'Fn::Join': ['', Match.arrayWith(['Bearer {{resolve:secretsmanager:arn:'])] },
        },
      },
    });
  });

  test.each([
    ['CreateManagedAccount', '$.detail.serviceEventDetails.createManagedAccountStatus.account.accountId'],
    ['UpdateManagedAccount', '$.detail.serviceEventDetails.updateManagedAccountStatus.account.accountId'],
    ['CreateAccountResult', '$.detail.serviceEventDetails.createAccountStatus.accountId'],
    ['MoveAccount', '$.detail.requestParameters.accountId'],
  ])('tells the workflow which account %s is about', (name, path) => {
    const result = template(
      (stack) => ({ sources: ['aws.controltower', 'aws.organizations'], ...toGitHub(stack, { eventType: 'account' }) }),
      'us-east-1',
    );
    const [rule] = Object.values(
      result.findResources('AWS::Events::Rule', { Properties: { EventPattern: { detail: { eventName: [name] } } } }),
    );
    const [target] = rule?.Properties.Targets ?? [];
    const [[variable, actualPath]] = Object.entries(target.InputTransformer.InputPathsMap) as [[string, string]];

    expect(actualPath).toBe(path);
    // EventBridge puts a string in quotes where the variable stands.
    expect(JSON.parse(target.InputTransformer.InputTemplate.replace(`<${variable}>`, '"111122223333"'))).toEqual({
      event_type: 'account',
      client_payload: { account_id: '111122223333', event_name: name },
    });
    expect(target.HttpParameters).toEqual({ HeaderParameters: { Accept: 'application/vnd.github+json' } });
  });

  test('may invoke its own destination and nothing else', () => {
    template(toGitHub).hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'events:InvokeApiDestination',
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('GitHubDestination'), 'Arn'] },
          },
        ],
      },
    });
  });

  test.each([
    ['githubRepository', 'https://github.com/example-org/governance'],
    ['githubRepository', 'governance'],
    ['eventType', ''],
    ['eventType', 'x'.repeat(101)],
  ])('fails when %s is %j', (prop, value) => {
    expect(() => template((stack) => toGitHub(stack, { [prop]: value }))).toThrow(`'${prop}' ${JSON.stringify(value)}`);
  });

  test('takes an event type of 100 characters', () => {
    expect(() => template((stack) => toGitHub(stack, { eventType: 'x'.repeat(100) }))).not.toThrow();
  });
});

describe('delivery', () => {
  test('retries for a day and then keeps the event, for GitHub and for any other target', () => {
    template((stack) => ({ ...toGitHub(stack), targets: toBus(stack) })).allResourcesProperties('AWS::Events::Rule', {
      Targets: [
        { ...undelivered, RetryPolicy: { MaximumEventAgeInSeconds: 86400, MaximumRetryAttempts: 185 } },
        { Arn: BUS, ...undelivered, RetryPolicy: { MaximumEventAgeInSeconds: 86400, MaximumRetryAttempts: 185 } },
      ].map((target) => Match.objectLike(target)),
    });
  });

  test('leaves a target its own dead-letter queue', () => {
    const own = {
      bind: () => ({ arn: BUS, deadLetterConfig: { arn: 'arn:aws:sqs:ap-northeast-2:111122223333:own' } }),
    };
    template(() => ({ targets: [own] })).allResourcesProperties('AWS::Events::Rule', {
      Targets: [Match.objectLike({ DeadLetterConfig: { Arn: 'arn:aws:sqs:ap-northeast-2:111122223333:own' } })],
    });
  });

  test('keeps undelivered events for 14 days, encrypted', () => {
    template(toGitHub).hasResourceProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: 1209600,
      SqsManagedSseEnabled: true,
    });
  });

  test('encrypts with the given key', () => {
    template((stack) => ({ ...toGitHub(stack), encryptionKey: new Key(stack, 'Key') })).hasResourceProperties(
      'AWS::SQS::Queue',
      {
        KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
        SqsManagedSseEnabled: Match.absent(),
      },
    );
  });

  test('lets only its own rules fill the queue, over TLS', () => {
    template(toGitHub).hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [
          { Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          {
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Principal: { Service: 'events.amazonaws.com' },
            Condition: {
              ArnEquals: {
                'aws:SourceArn': ['CreateManagedAccount', 'UpdateManagedAccount'].map((name) => ({
                  'Fn::GetAtt': [Match.stringLikeRegexp(name), 'Arn'],
                })),
              },
            },
          },
        ],
      },
    });
  });

  test.each<[string, (stack: Stack) => Partial<LifecycleEventsProps>, unknown]>([
    ['the topic', (stack) => ({ alarmTopic: new Topic(stack, 'Topic') }), [{ Ref: Match.stringLikeRegexp('^Topic') }]],
    ['CloudWatch alone', () => ({}), Match.absent()],
  ])('raises an alarm at the first undelivered event: %s', (_, props, actions) => {
    template((stack) => ({ ...toGitHub(stack), ...props(stack) })).hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Statistic: 'Maximum',
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      EvaluationPeriods: 1,
      TreatMissingData: 'notBreaching',
      AlarmActions: actions,
    });
  });
});
