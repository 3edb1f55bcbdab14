import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { BreakGlassAlarm, type BreakGlassAlarmProps } from '../../../constructs/identity-center';

const TOPIC = 'arn:aws:sns:ap-northeast-2:111122223333:security';

function template(props: (stack: Stack) => Partial<BreakGlassAlarmProps> = () => ({})): Template {
  const stack = new Stack(new App(), 'Test', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  new BreakGlassAlarm(stack, 'BreakGlass', { permissionSetNames: ['BreakGlass'], ...props(stack) });
  return Template.fromStack(stack);
}

test('hears of console and command line use, which CloudTrail calls read-only', () => {
  template(() => ({ permissionSetNames: ['RootHelp', 'BreakGlass'] })).hasResourceProperties('AWS::Events::Rule', {
    State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
    EventPattern: Match.exact({
      source: ['aws.sso', 'aws.signin'],
      'detail-type': ['AWS Service Event via CloudTrail', 'AWS API Call via CloudTrail'],
      detail: {
        eventName: ['Federate', 'GetRoleCredentials'],
        serviceEventDetails: { role_name: ['BreakGlass', 'RootHelp'] },
      },
    }),
  });
});

test('sends the event and raises an alarm, both to its topic', () => {
  const made = template();
  const topic = { Ref: Match.stringLikeRegexp('^BreakGlassTopic') };
  made.hasResourceProperties('AWS::Events::Rule', { Targets: [Match.objectLike({ Arn: topic })] });
  made.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/Events',
    MetricName: 'TriggeredRules',
    Dimensions: [{ Name: 'RuleName', Value: { Ref: Match.stringLikeRegexp('^BreakGlassUse') } }],
    Threshold: 1,
    Period: 300,
    Statistic: 'Sum',
    TreatMissingData: 'notBreaching',
    AlarmActions: [topic],
  });
});

test('encrypts its topic with a rotating key that both publishers may use', () => {
  const made = template();
  made.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  made.hasResourceProperties('AWS::KMS::Key', {
    EnableKeyRotation: true,
    KeyPolicy: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          Principal: { Service: ['cloudwatch.amazonaws.com', 'events.amazonaws.com'] },
        }),
      ]),
    },
  });
  for (const Service of ['cloudwatch.amazonaws.com', 'events.amazonaws.com']) {
    made.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: 'sns:Publish', Effect: 'Allow', Principal: { Service } }),
        ]),
      },
    });
  }
});

test('publishes to a given topic and makes none', () => {
  const made = template((stack) => ({ topic: Topic.fromTopicArn(stack, 'Given', TOPIC) }));
  made.hasResourceProperties('AWS::Events::Rule', { Targets: [Match.objectLike({ Arn: TOPIC })] });
  made.hasResourceProperties('AWS::CloudWatch::Alarm', { AlarmActions: [TOPIC] });
  made.resourceCountIs('AWS::SNS::Topic', 0);
  made.resourceCountIs('AWS::KMS::Key', 0);
});

test('encrypts its topic with a given key', () => {
  const arn = 'arn:aws:kms:ap-northeast-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const made = template((stack) => ({ encryptionKey: Key.fromKeyArn(stack, 'Given', arn) }));
  made.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: arn });
  made.resourceCountIs('AWS::KMS::Key', 0);
});

test.each<[string, (stack: Stack) => Partial<BreakGlassAlarmProps>]>([
  ["'permissionSetNames' [] leaves nothing to hear of", () => ({ permissionSetNames: [] })],
  [
    "'encryptionKey' is for a new topic",
    (stack) => ({
      topic: Topic.fromTopicArn(stack, 'Topic', TOPIC),
      encryptionKey: Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:ap-northeast-2:111122223333:key/x'),
    }),
  ],
])('fails: %s', (message, props) => {
  expect(() => template(props)).toThrow(message);
});
