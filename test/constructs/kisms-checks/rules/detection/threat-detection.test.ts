import type { Stack } from 'aws-cdk-lib';
import { CfnAnalyzer } from 'aws-cdk-lib/aws-accessanalyzer';
import { CfnGraph } from 'aws-cdk-lib/aws-detective';
import { CfnDetector, CfnFilter } from 'aws-cdk-lib/aws-guardduty';
import { CfnFilter as CfnInspectorFilter } from 'aws-cdk-lib/aws-inspectorv2';
import { CfnSession } from 'aws-cdk-lib/aws-macie';
import { CfnOrganizationConfiguration } from 'aws-cdk-lib/aws-securityhub';
import { accessAnalyzerZone } from '../../../../../constructs/kisms-checks/rules/detection/access-analyzer-zone';
import { detectiveNewAccounts } from '../../../../../constructs/kisms-checks/rules/detection/detective-new-accounts';
import { guardDutyDetectorEnabled } from '../../../../../constructs/kisms-checks/rules/detection/guardduty-detector-enabled';
import { guardDutyProtectionPlans } from '../../../../../constructs/kisms-checks/rules/detection/guardduty-protection-plans';
import { guardDutySuppression } from '../../../../../constructs/kisms-checks/rules/detection/guardduty-suppression';
import { inspectorSuppression } from '../../../../../constructs/kisms-checks/rules/detection/inspector-suppression';
import { macieSessionEnabled } from '../../../../../constructs/kisms-checks/rules/detection/macie-session-enabled';
import { securityHubNewAccounts } from '../../../../../constructs/kisms-checks/rules/detection/security-hub-new-accounts';
import { COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

function detector(stack: Stack, features?: Record<string, string>, enable = true): CfnDetector {
  const list = features && Object.entries(features).map(([name, status]) => ({ name, status }));
  return new CfnDetector(stack, 'Detector', { enable, features: list });
}

describeRule(guardDutyDetectorEnabled, [
  [COMPLIANT, 'it is enabled', (stack) => detector(stack)],
  [NON_COMPLIANT, 'it is suspended', (stack) => detector(stack, {}, false)],
  [UNKNOWN, 'a parameter decides', (stack, p) => new CfnDetector(stack, 'Detector', { enable: p.value })],
]);

describeRule(guardDutyProtectionPlans, [
  [
    COMPLIANT,
    'runtime monitoring joins the default plans',
    (stack) => detector(stack, { RUNTIME_MONITORING: 'ENABLED' }),
  ],
  [['RUNTIME_MONITORING'], 'only the default plans are on', (stack) => detector(stack)],
  [
    ['S3_DATA_EVENTS', 'EBS_MALWARE_PROTECTION', 'RUNTIME_MONITORING'],
    'plans are turned off',
    (stack) =>
      detector(stack, {
        S3_DATA_EVENTS: 'DISABLED',
        EBS_MALWARE_PROTECTION: 'DISABLED',
        LAMBDA_NETWORK_LOGS: 'ENABLED',
        RUNTIME_MONITORING: 'DISABLED',
      }),
  ],
  [
    ['RUNTIME_MONITORING'],
    'only the runtime of EKS is watched',
    (stack) => detector(stack, { EKS_RUNTIME_MONITORING: 'ENABLED' }),
  ],
  [UNKNOWN, 'a status is a parameter', (stack, p) => detector(stack, { RUNTIME_MONITORING: p.valueAsString })],
  [UNKNOWN, 'the list is a function', (stack, p) => new CfnDetector(stack, 'D', { enable: true, features: p.value })],
]);

function filter(stack: Stack, criterion: unknown, action: string | undefined = 'ARCHIVE'): CfnFilter {
  return new CfnFilter(stack, 'Filter', { name: 'f', detectorId: 'd', action, findingCriteria: { criterion } });
}

describeRule(guardDutySuppression, [
  [
    COMPLIANT,
    'it names a type',
    (stack) =>
      filter(stack, { type: { Eq: ['Recon:EC2/PortProbeUnprotectedPort'] }, region: { Eq: ['ap-northeast-2'] } }),
  ],
  [
    COMPLIANT,
    'it names a type by the long word',
    (stack) => filter(stack, { type: { Equals: ['Recon:EC2/Portscan'] } }),
  ],
  [NON_COMPLIANT, 'it names every type but one', (stack) => filter(stack, { type: { Neq: ['Recon:EC2/Portscan'] } })],
  [NON_COMPLIANT, 'it names an account', (stack) => filter(stack, { accountId: { Eq: ['111122223333'] } })],
  [NON_COMPLIANT, 'it names a severity', (stack) => filter(stack, { severity: { Lt: 9 } })],
  [NOT_APPLICABLE, 'it is a view', (stack) => filter(stack, { severity: { Lt: 9 } }, 'NOOP')],
  [UNKNOWN, 'the action is a parameter', (stack, p) => filter(stack, {}, p.valueAsString)],
  [UNKNOWN, 'the criteria are a function', (stack, p) => filter(stack, p.value)],
]);

function suppression(
  stack: Stack,
  filterCriteria: CfnInspectorFilter.FilterCriteriaProperty,
  filterAction = 'SUPPRESS',
): CfnInspectorFilter {
  return new CfnInspectorFilter(stack, 'Filter', { name: 'f', filterAction, filterCriteria });
}

const equals = (value: string) => [{ comparison: 'EQUALS', value }];

describeRule(inspectorSuppression, [
  [COMPLIANT, 'it names a vulnerability', (stack) => suppression(stack, { vulnerabilityId: equals('CVE-2021-44228') })],
  [
    COMPLIANT,
    'it names a package',
    (stack) => suppression(stack, { vulnerablePackages: [{ name: equals('log4j')[0] }] }),
  ],
  [
    COMPLIANT,
    'it names a resource by its severe findings',
    (stack) => suppression(stack, { severity: equals('LOW'), resourceId: equals('i-0123456789abcdef0') }),
  ],
  [NON_COMPLIANT, 'it names a severity', (stack) => suppression(stack, { severity: equals('CRITICAL') })],
  [NON_COMPLIANT, 'it names an account', (stack) => suppression(stack, { awsAccountId: equals('111122223333') })],
  [
    NON_COMPLIANT,
    'it names the vulnerability that is not meant',
    (stack) => suppression(stack, { vulnerabilityId: [{ comparison: 'NOT_EQUALS', value: 'CVE-2021-44228' }] }),
  ],
  [NOT_APPLICABLE, 'it is a view', (stack) => suppression(stack, { severity: equals('LOW') }, 'NONE')],
  [UNKNOWN, 'the action is a parameter', (stack, p) => suppression(stack, {}, p.valueAsString)],
  [UNKNOWN, 'a criterion is a function', (stack, p) => suppression(stack, { resourceId: p.value })],
]);

describeRule(macieSessionEnabled, [
  [COMPLIANT, 'it says nothing', (stack) => new CfnSession(stack, 'Macie')],
  [COMPLIANT, 'it is enabled', (stack) => new CfnSession(stack, 'Macie', { status: 'ENABLED' })],
  [NON_COMPLIANT, 'it is paused', (stack) => new CfnSession(stack, 'Macie', { status: 'PAUSED' })],
  [UNKNOWN, 'a parameter decides', (stack, p) => new CfnSession(stack, 'Macie', { status: p.valueAsString })],
]);

function hub(stack: Stack, autoEnable: boolean, configurationType?: string): CfnOrganizationConfiguration {
  return new CfnOrganizationConfiguration(stack, 'Hub', { autoEnable, configurationType });
}

describeRule(securityHubNewAccounts, [
  [COMPLIANT, 'it is configured centrally', (stack) => hub(stack, false, 'CENTRAL')],
  [COMPLIANT, 'new accounts are enabled', (stack) => hub(stack, true)],
  [NON_COMPLIANT, 'neither is so', (stack) => hub(stack, false, 'LOCAL')],
  [NON_COMPLIANT, 'nothing is said of the type', (stack) => hub(stack, false)],
  [UNKNOWN, 'the type is a parameter', (stack, p) => hub(stack, false, p.valueAsString)],
  [COMPLIANT, 'the type is a parameter and new accounts are enabled', (stack, p) => hub(stack, true, p.valueAsString)],
]);

describeRule(accessAnalyzerZone, [
  [COMPLIANT, 'it trusts the organization', (stack) => new CfnAnalyzer(stack, 'A', { type: 'ORGANIZATION' })],
  [
    COMPLIANT,
    'it finds what is unused',
    (stack) => new CfnAnalyzer(stack, 'A', { type: 'ORGANIZATION_UNUSED_ACCESS' }),
  ],
  [NON_COMPLIANT, 'it trusts an account', (stack) => new CfnAnalyzer(stack, 'A', { type: 'ACCOUNT' })],
  [UNKNOWN, 'a parameter decides', (stack, p) => new CfnAnalyzer(stack, 'A', { type: p.valueAsString })],
]);

describeRule(detectiveNewAccounts, [
  [COMPLIANT, 'they are enabled', (stack) => new CfnGraph(stack, 'Graph', { autoEnableMembers: true })],
  [NON_COMPLIANT, 'nothing is said', (stack) => new CfnGraph(stack, 'Graph')],
  [UNKNOWN, 'a parameter decides', (stack, p) => new CfnGraph(stack, 'Graph', { autoEnableMembers: p.value })],
]);
