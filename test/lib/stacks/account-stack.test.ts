import { loadConfig } from '../../../lib/load-config';
import { ofType, SAMPLE, sampleWith, synthesized } from './synthesized';

const stacks = synthesized(loadConfig(SAMPLE));

test.each([
  ['management', '111122223333', 'red'],
  ['shop-prod', '888899990000', 'red'],
  ['shop-stage', '999900001111', 'orange'],
  ['shop-dev', '000011112222', 'green'],
  ['sandbox-1', '012345678901', 'lightBlue'],
])('deploys the baseline of %s to %s, coloured %s', (name, account, color) => {
  const stack = stacks[`Account-${name}`];
  expect(stack).toMatchObject({
    stackName: `Governance-Account-${name}`,
    account,
    region: 'ap-northeast-2',
    terminationProtection: true,
  });
  expect(ofType(stack, 'AWS::UXC::AccountCustomization').map(([, { Properties }]) => Properties)).toEqual([
    { AccountColor: color },
  ]);
});

test('tells the workloads of an account who they are', () => {
  const [[, facts] = []] = ofType(stacks['Account-shop-prod'], 'AWS::SSM::Parameter');
  expect(JSON.parse(facts?.Properties.Value)).toEqual({
    name: 'shop-prod',
    ou: 'Workloads/Prod',
    purpose: 'workload',
    environment: 'prod',
    owner: 'shop@example.com',
    data: {
      classification: 'restricted',
      personalData: true,
      dataSubjects: 120000,
      uniqueIdentifiers: true,
      sensitive: false,
    },
  });
});

test('follows the qualifier of the CDK bootstrap in its roles and in its trust', () => {
  const qualified = synthesized(
    sampleWith(({ organization, controlTower }) => {
      organization.deployment.bootstrapQualifier = 'gov01';
      // The Region deny and a proof of the sample name the roles of the default qualifier.
      controlTower?.controls?.pop();
      organization.proofs = [];
    }),
  );
  for (const { account, region, deployRoleArn } of Object.values(qualified)) {
    expect(deployRoleArn).toBe(
      `arn:\${AWS::Partition}:iam::${account}:role/cdk-gov01-deploy-role-${account}-${region}`,
    );
  }
  const [[, role] = []] = ofType(qualified['Account-audit'], 'AWS::IAM::Role');
  expect(JSON.stringify(role?.Properties.AssumeRolePolicyDocument)).toContain('role/cdk-gov01-cfn-exec-role-*');
});
