import { App, Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { conformancePackTemplates, securityHubTwins } from '../../../../constructs/kisms/conformance-packs';
import {
  SecurityHubAdministrator,
  SecurityHubCentralConfiguration,
  type SecurityHubCentralConfigurationProps,
  type SecurityHubPolicy,
  type SecurityHubTarget,
} from '../../../../constructs/kisms/security-services';

const ROOT: SecurityHubTarget = { name: 'Root', id: 'r-abcd', type: 'ROOT' };
const BASE: SecurityHubPolicy = { name: 'base', targets: [ROOT] };

function make(
  policies: readonly SecurityHubPolicy[],
  more: Partial<SecurityHubCentralConfigurationProps> = {},
): Template {
  const env = { account: '111122223333', region: 'ap-northeast-2' };
  const stack = new Stack(new App(), 'Compliance', { env });
  new SecurityHubCentralConfiguration(stack, 'SecurityHub', { policies, ...more });
  return Template.fromStack(stack);
}

/** The policy of the only policy resource. */
function policyOf(policy: Partial<SecurityHubPolicy>): unknown {
  const [resource] = Object.values(
    make([{ ...BASE, ...policy }]).findResources('AWS::SecurityHub::ConfigurationPolicy'),
  );
  return resource?.Properties.ConfigurationPolicy.SecurityHub;
}

test('one account administers Security Hub', () => {
  const stack = new Stack();
  new SecurityHubAdministrator(stack, 'Administrator', { accountId: '444455556666' });
  Template.fromStack(stack).hasResourceProperties('AWS::SecurityHub::DelegatedAdmin', {
    AdminAccountId: '444455556666',
  });
  expect(() => new SecurityHubAdministrator(stack, 'Bad', { accountId: 'audit' })).toThrow(
    `'accountId' must hold account ids of 12 digits, got "audit"`,
  );
});

test('central control comes after the aggregation that it needs, and policies after it', () => {
  const template = make([BASE]);
  const id = (type: string) => Object.keys(template.findResources(type))[0];
  template.hasResource('AWS::SecurityHub::OrganizationConfiguration', {
    Properties: { AutoEnable: false, AutoEnableStandards: 'NONE', ConfigurationType: 'CENTRAL' },
    DependsOn: [id('AWS::SecurityHub::FindingAggregator')],
  });
  template.hasResource('AWS::SecurityHub::ConfigurationPolicy', {
    DependsOn: [id('AWS::SecurityHub::OrganizationConfiguration')],
  });
  template.hasResourceProperties('AWS::SecurityHub::PolicyAssociation', {
    ConfigurationPolicyId: { 'Fn::GetAtt': [id('AWS::SecurityHub::ConfigurationPolicy'), 'Id'] },
    TargetId: 'r-abcd',
    TargetType: 'ROOT',
  });
});

test.each([
  [undefined, { RegionLinkingMode: 'ALL_REGIONS', Regions: Match.absent() }],
  [
    ['us-east-1', 'ap-northeast-1'],
    { RegionLinkingMode: 'SPECIFIED_REGIONS', Regions: ['ap-northeast-1', 'us-east-1'] },
  ],
])('gathers findings of the Regions %j', (linkedRegions, expected) => {
  make([BASE], linkedRegions && { linkedRegions }).hasResourceProperties(
    'AWS::SecurityHub::FindingAggregator',
    expected,
  );
});

test('turns the best practices of AWS on, with every control', () => {
  const path = ':securityhub:ap-northeast-2::standards/aws-foundational-security-best-practices/v/1.0.0';
  expect(policyOf({})).toEqual({
    ServiceEnabled: true,
    EnabledStandardIdentifiers: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, path]] }],
    SecurityControlsConfiguration: { DisabledSecurityControlIdentifiers: [] },
  });
});

test('turns the controls off that the conformance packs cover', () => {
  const legal = { accessRecordRetentionDays: 731 };
  const region = 'ap-northeast-2';
  const disabledControls = securityHubTwins(
    conformancePackTemplates({ region, homeRegion: region, detectiveSource: 'config', legal }),
  );
  expect(disabledControls).toContain('IAM.3');
  expect(policyOf({ disabledControls })).toMatchObject({
    SecurityControlsConfiguration: { DisabledSecurityControlIdentifiers: disabledControls },
  });
});

test('gives controls and standards of the organization', () => {
  const parameter = {
    securityControlId: 'ACM.1',
    parameters: { daysToExpiration: { valueType: 'CUSTOM', value: { integer: 30 } } },
  };
  expect(policyOf({ standardArns: ['arn:b', 'arn:a'], controlParameters: [parameter] })).toMatchObject({
    EnabledStandardIdentifiers: ['arn:a', 'arn:b'],
    SecurityControlsConfiguration: {
      SecurityControlCustomParameters: [
        {
          SecurityControlId: 'ACM.1',
          Parameters: { daysToExpiration: { ValueType: 'CUSTOM', Value: { Integer: 30 } } },
        },
      ],
    },
  });
});

test('holds an OU that another stack makes', () => {
  const target: SecurityHubTarget = { name: 'Workloads/Prod', id: Fn.importValue('Prod'), type: 'ORGANIZATIONAL_UNIT' };
  make([{ ...BASE, targets: [target] }]).hasResourceProperties('AWS::SecurityHub::PolicyAssociation', {
    TargetId: { 'Fn::ImportValue': 'Prod' },
    TargetType: 'ORGANIZATIONAL_UNIT',
  });
});

test.each<[string, SecurityHubPolicy[], string]>([
  ['no policy', [], `'policies' is []: central configuration without a policy leaves Security Hub off; name one`],
  [
    'a name with a space',
    [{ ...BASE, name: 'the base' }],
    `'name' of a policy must have 1 to 128 letters, digits and -.!*/, got "the base"; rename it`,
  ],
  [
    'an id of another type',
    [{ ...BASE, targets: [{ ...ROOT, type: 'ACCOUNT' }] }],
    `'id' of target "Root" is not that of type ACCOUNT: "r-abcd"; take it from the AWS Organizations console`,
  ],
  [
    'two policies for one target',
    [BASE, { ...BASE, name: 'more' }],
    `'targets' has "Root" twice, and a target follows one policy: leave it in one of them`,
  ],
])('refuses %s', (_, policies, message) => expect(() => make(policies)).toThrow(new Error(message)));
