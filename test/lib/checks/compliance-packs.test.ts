import { KismsChecks } from '../../../constructs/kisms-checks';
import { createCompliancePacks } from '../../../lib/checks/compliance-packs';
import { createApp } from '../../../lib/create-app';
import { Governance } from '../../../lib/governance';
import { loadConfig } from '../../../lib/load-config';
import { nagReport } from '../../support/nag-report';
import { SAMPLE, sampleWith } from '../stacks/synthesized';

const organization = loadConfig(SAMPLE);
const app = createApp({ templateValidation: false });
new Governance(app, { organization });
const packs = createCompliancePacks(app, organization.model);
const report = nagReport(app, ...packs);

test('checks with AwsSolutions, NIST 800-53 R5, our own rules and K-ISMS', () => {
  expect(packs.map(({ name }) => name)).toEqual(['AwsSolutions', 'NIST.800.53.R5', 'Governance', 'Kisms']);
});

test('leaves K-ISMS out where the organization is not held to it', () => {
  const { compliance: _, ...model } = organization.model;
  const others = createCompliancePacks(createApp({ templateValidation: false }), model);
  expect(others.map(({ name }) => name)).not.toContain('Kisms');
});

test('tells the K-ISMS checks what the organization is', () => {
  const { model } = sampleWith(({ compliance, organization: written }) => {
    written.governedRegions = ['ap-northeast-2'];
    Object.assign(compliance ?? {}, {
      profile: 'isms',
      checks: {
        disabled: [
          {
            check: 'S3BucketReplicationEnabled',
            reason: 'Copies abroad need a legal ground',
            approver: 'ciso@example.com',
            expires: '2027-03-31',
          },
        ],
      },
    });
  });
  const other = createApp({ templateValidation: false });
  new Governance(other, { organization: { ...organization, model } });
  const checks = createCompliancePacks(other, model).find((pack) => pack instanceof KismsChecks) as KismsChecks;
  checks.validateScope(other);
  expect(checks.coverage()).toMatchObject({
    profile: 'isms',
    options: { accessRecordRetentionDays: 731, allowedRegions: ['ap-northeast-2'] },
    disabledRules: [
      {
        id: 'Kisms-S3BucketReplicationEnabled',
        reason: 'Copies abroad need a legal ground (approver: ciso@example.com, expires: 2027-03-31)',
      },
    ],
  });
  expect(checks.coverage().options.trustedAccounts).toContain('888899990000');
});

test('finds nothing in the sample that is not acknowledged', () => {
  expect(report.open).toEqual([]);
});

test('finds nothing in the security services that the sample leaves off', () => {
  const all = sampleWith(({ compliance }) => {
    const securityServices = {
      securityHub: true,
      detective: true,
      inspector: true,
      macie: true,
      configAggregator: true,
    };
    Object.assign(compliance ?? {}, { securityServices, managementServiceLinkedRole: true });
  });
  const other = createApp({ templateValidation: false });
  new Governance(other, { organization: all });
  expect(nagReport(other, ...createCompliancePacks(other, all.model)).open).toEqual([]);
});

test('finds exactly these acknowledgements', () => {
  const wildcardRules = ['AwsSolutions-IAM5', 'Kisms-IAMNoWildcardPermissions'];
  const reader = ({ name, id }: { name: string; id?: string }) =>
    wildcardRules.map(
      (rule) =>
        `Account-${name}/Baseline/OutputReader/Policy ${rule}[Resource::arn:aws:cloudformation:*:${id}:stack/Governance-*]`,
    );
  const lifecycle = (stack: string) => [
    `${stack}/LifecycleEvents/DeadLetters/Resource AwsSolutions-SQS3`,
    `${stack}/LifecycleEvents/DeadLetters/Resource Kisms-SQSQueueDLQ`,
    `${stack}/LifecycleEvents/DeadLetters/Resource Kisms-SQSRedrivePolicy`,
    `${stack}/LifecycleEvents/Undelivered/Resource Kisms-CloudWatchAlarmAction`,
    `${stack}/LifecycleEvents/Undelivered/Resource NIST.800.53.R5-CloudWatchAlarmAction`,
  ];
  const inVpc = (vpc: string) => [
    `${vpc}/Resource Kisms-VPCDefaultSecurityGroupClosed`,
    `${vpc}/Resource NIST.800.53.R5-VPCDefaultSecurityGroupClosed`,
    ...['Resource', 'egress-100', 'ingress-100'].map(
      (part) => `${vpc}/attachment/NetworkAcl/${part} AwsSolutions-VPC3`,
    ),
  ];
  const egress = 'NetworkHub/Vpc internet-egress/Vpc internet-egress/Vpc';
  const hubVpcs = [egress, 'NetworkHub/Vpc shared-services/Vpc shared-services'];
  const { vpcs = [], account: hub } = organization.model.network ?? {};
  const network = [
    ...vpcs
      .filter(({ account }) => account !== hub)
      .flatMap(({ account, name }) => inVpc(`Account-${account}/Vpc ${name}`)),
    ...hubVpcs.flatMap((vpc) => [...inVpc(vpc), `${vpc}/Resource Kisms-VpcDnsQueryLogging`]),
    ...['apne2-az1', 'apne2-az3'].flatMap((zone) =>
      ['Kisms', 'NIST.800.53.R5'].map(
        (pack) => `${egress}/public/${zone}/Route-0.0.0.0-0 ${pack}-VPCNoUnrestrictedRouteToIGW`,
      ),
    ),
    'NetworkHub/Firewall/Resource Kisms-NetworkFirewallLogging[FLOW]',
    'NetworkHub/Firewall/Resource Kisms-NetworkFirewallProtection[FirewallPolicyChangeProtection]',
    'NetworkHub/Firewall/Resource Kisms-NetworkFirewallProtection[SubnetChangeProtection]',
  ];
  expect(report.acknowledged.map(({ finding }) => finding)).toEqual(
    [
      ...organization.model.accounts.filter(({ id }) => id !== undefined).flatMap(reader),
      ...lifecycle('ControlTower'),
      ...lifecycle('OrganizationsEvents'),
      ...network,
      'IdentityCenterManagement/BreakGlassAlarm/Use/Resource Kisms-EventBusDLQ',
      ...['shop-dev', 'shop-stage'].flatMap((name) =>
        ['Action::*', 'Resource::*'].flatMap((wildcard) =>
          wildcardRules.map((rule) => `Account-${name}/Policy developer-boundary/Resource ${rule}[${wildcard}]`),
        ),
      ),
    ].sort(),
  );
});

test.each(report.acknowledged.map(({ finding, acknowledgedId, reason }) => [finding, acknowledgedId, reason]))(
  'keeps the acknowledgement of %s in the report, with a reason',
  (finding, acknowledgedId, reason) => {
    const rule = finding?.slice(finding.lastIndexOf(' ') + 1) ?? '';
    const pack = packs.map(({ name }) => name).find((name) => rule.startsWith(`${name}-`));
    expect(acknowledgedId).toBe(`${pack}::${rule}`);
    expect(reason).toMatch(/\w+ \w+/);
  },
);
