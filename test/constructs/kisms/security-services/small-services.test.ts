import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  DetectiveAdministrator,
  DetectiveOrganization,
  type InspectorPolicyOptions,
  inspectorPolicyContent,
  MacieSession,
  OrganizationConfigAggregator,
} from '../../../../constructs/kisms/security-services';
import { OrganizationPolicy } from '../../../../constructs/organization';

describe('Detective', () => {
  test('has an administrator and takes accounts in that join', () => {
    const stack = new Stack();
    const administrator = new DetectiveAdministrator(stack, 'Administrator', { accountId: '444455556666' });
    const organization = new DetectiveOrganization(stack, 'Organization');
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::Detective::OrganizationAdmin', { AccountId: '444455556666' });
    template.hasResourceProperties('AWS::Detective::Graph', { AutoEnableMembers: true });
    expect([administrator.graphArn, organization.graphArn].map((arn) => stack.resolve(arn))).toEqual([
      { 'Fn::GetAtt': [expect.any(String), 'GraphArn'] },
      { 'Fn::GetAtt': [expect.any(String), 'Arn'] },
    ]);
  });

  test('refuses a name for an account', () => {
    expect(() => new DetectiveAdministrator(new Stack(), 'Bad', { accountId: 'audit' })).toThrow(`got "audit"`);
  });
});

describe('Inspector', () => {
  const both = { enable_in_regions: { '@@assign': ['ap-northeast-2'] }, disable_in_regions: { '@@assign': [] } };

  test('scans what runs, by a policy that an organization takes', () => {
    const content = inspectorPolicyContent({ regions: ['ap-northeast-2', 'ap-northeast-2'] });
    expect(content).toEqual({
      inspector: { enablement: { ec2_scanning: both, ecr_scanning: both, lambda_standard_scanning: both } },
    });
    const stack = new Stack();
    new OrganizationPolicy(stack, 'Policy', { policyName: 'inspector', type: 'INSPECTOR_POLICY', content });
    Template.fromStack(stack).hasResourceProperties('AWS::Organizations::Policy', { Content: content });
  });

  test('scans what is asked', () => {
    expect(inspectorPolicyContent({ regions: ['ap-northeast-2'], scans: ['code_repository_scanning'] })).toEqual({
      inspector: { enablement: { code_repository_scanning: both } },
    });
  });

  test.each<[InspectorPolicyOptions, string]>([
    [{ regions: [] }, `'regions' is []: name the Regions to scan in`],
    [
      { regions: ['ap-northeast-2'], scans: [] },
      `'scans' is []: choose of ec2_scanning, ecr_scanning, lambda_standard_scanning, code_repository_scanning`,
    ],
  ])('refuses %j', (options, message) => expect(() => inspectorPolicyContent(options)).toThrow(new Error(message)));
});

test.each([
  [undefined, 'FIFTEEN_MINUTES'],
  ['ONE_HOUR' as const, 'ONE_HOUR'],
])('Macie is on and publishes (%s)', (findingPublishingFrequency, expected) => {
  const stack = new Stack();
  new MacieSession(stack, 'Macie', findingPublishingFrequency && { findingPublishingFrequency });
  Template.fromStack(stack).hasResourceProperties('AWS::Macie::Session', {
    Status: 'ENABLED',
    FindingPublishingFrequency: expected,
  });
});

describe('aggregation', () => {
  test('covers every account and Region', () => {
    const stack = new Stack();
    const { aggregatorName } = new OrganizationConfigAggregator(stack, 'Aggregator');
    const template = Template.fromStack(stack);
    const [role] = Object.keys(template.findResources('AWS::IAM::Role'));
    template.hasResourceProperties('AWS::Config::ConfigurationAggregator', {
      OrganizationAggregationSource: {
        AllAwsRegions: true,
        AwsRegions: Match.absent(),
        RoleArn: { 'Fn::GetAtt': [role, 'Arn'] },
      },
    });
    const [aggregator] = Object.keys(template.findResources('AWS::Config::ConfigurationAggregator'));
    expect(stack.resolve(aggregatorName)).toEqual({ Ref: aggregator });
  });

  test('is left to whoever provides it already', () => {
    const stack = new Stack();
    const existingAggregatorName = 'of-control-tower';
    const { aggregatorName } = new OrganizationConfigAggregator(stack, 'Aggregator', { existingAggregatorName });
    expect(aggregatorName).toBe(existingAggregatorName);
    expect(Template.fromStack(stack).toJSON()).not.toHaveProperty('Resources');
  });
});
