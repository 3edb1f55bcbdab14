import type { Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnConfigurationAggregator, CfnConfigurationRecorder } from 'aws-cdk-lib/aws-config';
import { CfnRule, Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { FilterPattern, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { configAggregatorAllRegions } from '../../../../../constructs/kisms-checks/rules/detection/config-aggregator-all-regions';
import { configRecorderAllTypes } from '../../../../../constructs/kisms-checks/rules/detection/config-recorder-all-types';
import { configRecorderGlobalTypes } from '../../../../../constructs/kisms-checks/rules/detection/config-recorder-global-types';
import { rootUseAlarm } from '../../../../../constructs/kisms-checks/rules/detection/root-use-alarm';
import { securityEventRule } from '../../../../../constructs/kisms-checks/rules/detection/security-event-rule';
import { trailInsights } from '../../../../../constructs/kisms-checks/rules/detection/trail-insights';
import { COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

function recorder(stack: Stack, recordingGroup?: CfnConfigurationRecorder['recordingGroup']): CfnConfigurationRecorder {
  return new CfnConfigurationRecorder(stack, 'Recorder', { roleArn: 'arn', recordingGroup });
}

const strategy = (useOnly: string) => ({ recordingStrategy: { useOnly } });

describeRule(configRecorderAllTypes, [
  [COMPLIANT, 'nothing is said', (stack) => recorder(stack)],
  [COMPLIANT, 'everything is recorded', (stack) => recorder(stack, { allSupported: true })],
  [COMPLIANT, 'the strategy is everything', (stack) => recorder(stack, strategy('ALL_SUPPORTED_RESOURCE_TYPES'))],
  [NON_COMPLIANT, 'types are listed', (stack) => recorder(stack, { resourceTypes: ['AWS::EC2::Instance'] })],
  [NON_COMPLIANT, 'the strategy is a list', (stack) => recorder(stack, strategy('INCLUSION_BY_RESOURCE_TYPES'))],
  [NON_COMPLIANT, 'types are excluded', (stack) => recorder(stack, strategy('EXCLUSION_BY_RESOURCE_TYPES'))],
  [UNKNOWN, 'a parameter decides', (stack, p) => recorder(stack, { allSupported: p.value })],
  [UNKNOWN, 'the strategy is a parameter', (stack, p) => recorder(stack, strategy(p.valueAsString))],
  [UNKNOWN, 'the group is a function', (stack, p) => recorder(stack, p.value)],
]);

describeRule(configRecorderGlobalTypes, [
  [
    COMPLIANT,
    'they are included',
    (stack) => recorder(stack, { allSupported: true, includeGlobalResourceTypes: true }),
  ],
  [NON_COMPLIANT, 'they are not', (stack) => recorder(stack, { allSupported: true })],
  [NON_COMPLIANT, 'nothing is said', (stack) => recorder(stack)],
  [
    NOT_APPLICABLE,
    'types are excluded one by one',
    (stack) => recorder(stack, strategy('EXCLUSION_BY_RESOURCE_TYPES')),
  ],
  [UNKNOWN, 'a parameter decides', (stack, p) => recorder(stack, { includeGlobalResourceTypes: p.value })],
]);

function aggregator(stack: Stack, source: object): CfnConfigurationAggregator {
  const organizationAggregationSource = { roleArn: 'arn', ...source };
  return new CfnConfigurationAggregator(stack, 'Aggregator', { organizationAggregationSource });
}

describeRule(configAggregatorAllRegions, [
  [COMPLIANT, 'it covers every region', (stack) => aggregator(stack, { allAwsRegions: true })],
  [NON_COMPLIANT, 'it covers one region', (stack) => aggregator(stack, { awsRegions: ['ap-northeast-2'] })],
  [
    NON_COMPLIANT,
    'it covers accounts in one region',
    (stack) =>
      new CfnConfigurationAggregator(stack, 'Aggregator', {
        accountAggregationSources: [{ accountIds: ['111122223333'], awsRegions: ['ap-northeast-2'] }],
      }),
  ],
  [UNKNOWN, 'a parameter decides', (stack, p) => aggregator(stack, { allAwsRegions: p.value })],
]);

const FINDINGS = { source: ['aws.guardduty'] };

function rule(
  stack: Stack,
  eventPattern: unknown,
  props: Partial<ConstructorParameters<typeof CfnRule>[2]> = {},
): CfnRule {
  return new CfnRule(stack, 'Rule', { eventPattern, targets: [{ id: 'x', arn: 'arn' }], ...props });
}

describeRule(securityEventRule, [
  [COMPLIANT, 'somebody is told', (stack) => rule(stack, FINDINGS)],
  [
    COMPLIANT,
    'an L2 rule tells a topic',
    (stack) => {
      const targets = [new SnsTopic(new Topic(stack, 'Topic'))];
      return new Rule(stack, 'L2', { eventPattern: { source: ['aws.securityhub'] }, targets }).node
        .defaultChild as CfnRule;
    },
  ],
  [['NoTarget'], 'nobody is told', (stack) => rule(stack, FINDINGS, { targets: undefined })],
  [
    ['Disabled', 'NoTarget'],
    'it is disabled too',
    (stack) => rule(stack, FINDINGS, { state: 'DISABLED', targets: [] }),
  ],
  [NOT_APPLICABLE, 'it is for other events', (stack) => rule(stack, { source: ['aws.ec2'] }, { state: 'DISABLED' })],
  [
    NOT_APPLICABLE,
    'it is a schedule',
    (stack) => rule(stack, undefined, { scheduleExpression: 'rate(1 day)', state: 'DISABLED' }),
  ],
  [UNKNOWN, 'its state is a parameter', (stack, p) => rule(stack, FINDINGS, { state: p.valueAsString })],
  [UNKNOWN, 'its pattern is a function', (stack, p) => rule(stack, p.value)],
]);

function trail(stack: Stack, ...insights: string[]): CfnTrail {
  const insightSelectors = insights.map((insightType) => ({ insightType }));
  return new CfnTrail(stack, 'Trail', { isLogging: true, s3BucketName: 'example-logs', insightSelectors });
}

describeRule(trailInsights, [
  [COMPLIANT, 'rates are watched', (stack) => trail(stack, 'ApiErrorRateInsight', 'ApiCallRateInsight')],
  [NON_COMPLIANT, 'errors are watched only', (stack) => trail(stack, 'ApiErrorRateInsight')],
  [NON_COMPLIANT, 'nothing is watched', (stack) => trail(stack)],
  [UNKNOWN, 'a parameter decides', (stack, p) => trail(stack, p.valueAsString)],
]);

describeRule(rootUseAlarm, [
  [
    COMPLIANT,
    'a rule tells',
    (stack) => {
      rule(stack, { detail: { userIdentity: { type: ['Root'] } } });
      return trail(stack);
    },
  ],
  [
    COMPLIANT,
    'a metric counts',
    (stack) => {
      new LogGroup(stack, 'Events').addMetricFilter('Root', {
        filterPattern: FilterPattern.stringValue('$.userIdentity.type', '=', 'Root'),
        metricNamespace: 'Example',
        metricName: 'RootUse',
      });
      return trail(stack);
    },
  ],
  [
    NON_COMPLIANT,
    'a rule tells of users',
    (stack) => {
      rule(stack, { detail: { userIdentity: { type: ['IAMUser'] } } });
      return trail(stack);
    },
  ],
  [NON_COMPLIANT, 'nothing tells', (stack) => trail(stack)],
]);
