import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import {
  ControlTowerControl,
  EnabledControls,
  LandingZone,
  LandingZoneServiceRoles,
  LifecycleEvents,
  RegisteredOrganizationalUnit,
} from '../../../constructs/control-tower';

interface Finding {
  readonly ruleName: string;
  readonly violatingConstructs: { readonly constructPath: string }[];
}

interface Report {
  readonly pluginReports: { readonly violations?: Finding[]; readonly suppressedViolations?: Finding[] }[];
}

function everything(context: Record<string, unknown> = {}): Stack {
  const app = new App({ context });
  const stack = new Stack(app, 'ControlTower', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  new LandingZone(stack, 'LandingZone', {
    manifest: {
      version: '4.0',
      accessManagement: { enabled: false },
      backup: { enabled: false },
      centralizedLogging: { enabled: false },
      config: { enabled: false },
      securityRoles: { enabled: false },
    },
    serviceRoles: new LandingZoneServiceRoles(stack, 'Roles', { landingZoneVersion: '4.0' }),
  });
  const ou = new RegisteredOrganizationalUnit(stack, 'Workloads', {
    organizationId: 'o-exampleorgid',
    organizationalUnitId: 'ou-exam-example1',
    baselineVersion: '5.0',
  });
  const control = ControlTowerControl.regionDeny({ allowedRegions: ['ap-northeast-2'] });
  new EnabledControls(stack, 'Controls', { assignments: [{ control, targets: [ou] }] });
  new LifecycleEvents(stack, 'Lifecycle', {
    github: { githubRepository: 'example-org/governance', token: Secret.fromSecretNameV2(stack, 'Token', 'github') },
  });
  return stack;
}

function nagReport(stack: Stack): Report {
  const app = stack.node.root as App;
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  return JSON.parse(readFileSync(join(app.synth().directory, 'validation-report.json'), 'utf8'));
}

const findings = (list: (Finding[] | undefined)[]) =>
  list
    .flatMap((found) => found ?? [])
    .flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${constructPath} ${ruleName}`),
    )
    .sort();

test.each<[string, Record<string, unknown>]>([
  ['<AWS::Partition>', {}],
  ['aws', { '@aws-cdk/core:enablePartitionLiterals': true }],
])(
  'is clean under AwsSolutions and NIST 800-53 R5 but for these acknowledgements (partition %s)',
  (partition, context) => {
    const { pluginReports } = nagReport(everything(context));
    const managed = `AwsSolutions-IAM4[Policy::arn:${partition}:iam::aws:policy/service-role`;
    expect(findings(pluginReports.map(({ violations }) => violations))).toEqual([]);
    expect(findings(pluginReports.map(({ suppressedViolations }) => suppressedViolations))).toEqual([
      'ControlTower/Lifecycle/DeadLetters/Resource AwsSolutions-SQS3',
      'ControlTower/Lifecycle/Undelivered/Resource NIST.800.53.R5-CloudWatchAlarmAction',
      `ControlTower/Roles/AWSControlTowerAdmin ${managed}/AWSControlTowerServiceRolePolicy]`,
      'ControlTower/Roles/AWSControlTowerAdmin AwsSolutions-IAM5[Resource::*]',
      'ControlTower/Roles/AWSControlTowerAdmin NIST.800.53.R5-IAMNoInlinePolicy',
      `ControlTower/Roles/AWSControlTowerCloudTrailRole ${managed}/AWSControlTowerCloudTrailRolePolicy]`,
      `ControlTower/Roles/AWSControlTowerConfigAggregatorRoleForOrganizations ${managed}/AWSConfigRoleForOrganizations]`,
      `ControlTower/Roles/AWSControlTowerStackSetRole AwsSolutions-IAM5[Resource::arn:${partition}:iam::*:role/AWSControlTowerExecution]`,
      'ControlTower/Roles/AWSControlTowerStackSetRole NIST.800.53.R5-IAMNoInlinePolicy',
    ]);
  },
);

test('acknowledges the log policy of landing zone 3.3', () => {
  const stack = new Stack(new App(), 'ControlTower');
  new LandingZoneServiceRoles(stack, 'Roles', { landingZoneVersion: '3.3' });
  const { pluginReports } = nagReport(stack);
  expect(findings(pluginReports.map(({ violations }) => violations))).toEqual([]);
  expect(findings(pluginReports.map(({ suppressedViolations }) => suppressedViolations))).toEqual(
    expect.arrayContaining([
      'ControlTower/Roles/AWSControlTowerCloudTrailRole AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:*:*:log-group:aws-controltower/CloudTrailLogs:*]',
      'ControlTower/Roles/AWSControlTowerCloudTrailRole NIST.800.53.R5-IAMNoInlinePolicy',
    ]),
  );
});

test('has nothing to acknowledge on the alarm once it has a topic', () => {
  const stack = new Stack(new App(), 'ControlTower');
  const alarmTopic = Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:ap-northeast-2:111122223333:operations');
  const targets = [{ bind: () => ({ arn: 'arn:aws:events:ap-northeast-2:666677778888:event-bus/pipeline' }) }];
  new LifecycleEvents(stack, 'Lifecycle', { alarmTopic, targets });
  const { pluginReports } = nagReport(stack);
  expect(findings(pluginReports.map(({ violations }) => violations))).toEqual([]);
  expect(findings(pluginReports.map(({ suppressedViolations }) => suppressedViolations))).toEqual([
    'ControlTower/Lifecycle/DeadLetters/Resource AwsSolutions-SQS3',
  ]);
});

test('needs no custom resource and no function', () => {
  const resources: Record<string, { Type: string }> = Template.fromStack(everything()).toJSON().Resources;
  const types = Object.values(resources).map(({ Type }) => Type);
  expect(types.filter((type) => /^Custom::|^AWS::(Lambda|CloudFormation)::/.test(type))).toEqual([]);
});
