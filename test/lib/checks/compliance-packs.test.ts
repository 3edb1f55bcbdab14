import { createCompliancePacks } from '../../../lib/checks/compliance-packs';
import { createApp } from '../../../lib/create-app';
import { Governance } from '../../../lib/governance';
import { loadConfig } from '../../../lib/load-config';
import { nagReport } from '../../support/nag-report';
import { SAMPLE } from '../stacks/synthesized';

const organization = loadConfig(SAMPLE);
const app = createApp({ templateValidation: false });
new Governance(app, { organization });
const packs = createCompliancePacks(app);
const report = nagReport(app, ...packs);

test('checks with AwsSolutions, NIST 800-53 R5 and our own rules', () => {
  expect(packs.map(({ name }) => name)).toEqual(['AwsSolutions', 'NIST.800.53.R5', 'Governance']);
});

test('finds nothing in the sample that is not acknowledged', () => {
  expect(report.open).toEqual([]);
});

test('finds exactly these acknowledgements', () => {
  const reader = ({ name, id }: { name: string; id?: string }) =>
    `Account-${name}/Baseline/OutputReader/Policy AwsSolutions-IAM5[Resource::arn:aws:cloudformation:*:${id}:stack/Governance-*]`;
  const lifecycle = (stack: string) => [
    `${stack}/LifecycleEvents/DeadLetters/Resource AwsSolutions-SQS3`,
    `${stack}/LifecycleEvents/Undelivered/Resource NIST.800.53.R5-CloudWatchAlarmAction`,
  ];
  const inVpc = (vpc: string) => [
    `${vpc}/Resource NIST.800.53.R5-VPCDefaultSecurityGroupClosed`,
    ...['Resource', 'egress-100', 'ingress-100'].map(
      (part) => `${vpc}/attachment/NetworkAcl/${part} AwsSolutions-VPC3`,
    ),
  ];
  const egress = 'NetworkHub/Vpc internet-egress/Vpc internet-egress/Vpc';
  const { vpcs = [], account: hub } = organization.model.network ?? {};
  const network = [
    ...vpcs
      .filter(({ account }) => account !== hub)
      .flatMap(({ account, name }) => inVpc(`Account-${account}/Vpc ${name}`)),
    ...[egress, 'NetworkHub/Vpc shared-services/Vpc shared-services'].flatMap(inVpc),
    ...['apne2-az1', 'apne2-az3'].map(
      (zone) => `${egress}/public/${zone}/Route-0.0.0.0-0 NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW`,
    ),
  ];
  expect(report.acknowledged.map(({ finding }) => finding)).toEqual(
    [
      ...organization.model.accounts.filter(({ id }) => id !== undefined).map(reader),
      ...lifecycle('ControlTower'),
      ...lifecycle('OrganizationsEvents'),
      ...network,
      ...['shop-dev', 'shop-stage'].flatMap((name) =>
        ['Action::*', 'Resource::*'].map(
          (wildcard) => `Account-${name}/Policy developer-boundary/Resource AwsSolutions-IAM5[${wildcard}]`,
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
