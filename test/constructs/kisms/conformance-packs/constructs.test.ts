import { App, Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  ConformancePackServiceLinkedRole,
  type ConformancePackTemplate,
  conformancePackTemplates,
  KismsAccountConformancePack,
  KismsConformancePackStackSet,
  type KismsConformancePackStackSetProps,
  KismsConformancePacks,
  type KismsConformancePacksProps,
} from '../../../../constructs/kisms/conformance-packs';
import { OPTIONS, rule, SEOUL } from './fixtures';

const OU = 'ou-abcd-11111111';

function stackIn(region?: string): Stack {
  return new Stack(new App(), 'Compliance', region === undefined ? {} : { env: { account: '111122223333', region } });
}

function packs(props: Partial<KismsConformancePacksProps>, stack = stackIn(SEOUL)): Template {
  new KismsConformancePacks(stack, 'Packs', { ...OPTIONS, ...props });
  return Template.fromStack(stack);
}

describe('organization packs', () => {
  test('reach every account with the templates of the options', () => {
    const stack = stackIn(SEOUL);
    const { templates } = new KismsConformancePacks(stack, 'Packs', OPTIONS);
    expect(templates).toEqual(conformancePackTemplates(OPTIONS));
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::Config::OrganizationConformancePack', templates.length);
    for (const { name, body } of templates) {
      template.hasResourceProperties('AWS::Config::OrganizationConformancePack', {
        OrganizationConformancePackName: name,
        TemplateBody: body,
        ExcludedAccounts: Match.absent(),
      });
    }
  });

  test('keep their logical ids when another purpose goes', () => {
    const ids = (props: Partial<KismsConformancePacksProps>) => Object.keys(packs(props).toJSON().Resources);
    expect(ids({ purposes: ['operate'] })).toEqual([ids({})[2]]);
  });

  test('leave accounts out, sorted and once each', () => {
    packs({
      purposes: ['access'],
      excludedAccounts: ['444455556666', '111122223333', '444455556666'],
    }).hasResourceProperties('AWS::Config::OrganizationConformancePack', {
      ExcludedAccounts: ['111122223333', '444455556666'],
    });
  });

  test('of us-east-1 hold what evaluates there alone', () => {
    const stack = stackIn('us-east-1');
    const { templates } = new KismsConformancePacks(stack, 'Packs', { ...OPTIONS, region: 'us-east-1' });
    const rules = templates.flatMap((template) => template.rules.map((selection) => selection.rule));
    expect(rules.length).toBeGreaterThan(0);
    expect(new Set(rules.map(({ availability }) => availability))).toEqual(new Set(['us-east-1']));
  });

  test('are for the Region of the stack', () => {
    expect(() => packs({ region: 'us-east-1' })).toThrow(
      `'region' is "us-east-1" in a stack of "ap-northeast-2": make a stack in each Region that has packs`,
    );
    expect(() => packs({}, stackIn())).not.toThrow();
  });

  test.each([
    [['prod'], `'excludedAccounts' must hold account ids of 12 digits, got "prod"`],
    [Array.from({ length: 1001 }, (_, index) => String(100000000000 + index)), `'excludedAccounts' has 1001 accounts`],
  ])('refuse %#', (excludedAccounts, message) => {
    expect(() => packs({ excludedAccounts })).toThrow(message);
  });

  test('take a thousand excluded accounts', () => {
    const excludedAccounts = Array.from({ length: 1000 }, (_, index) => String(100000000000 + index));
    expect(() => packs({ excludedAccounts })).not.toThrow();
  });

  test('are too large at construction, not at deployment', () => {
    const catalogue = [rule('LARGE', { parameters: { text: 'x'.repeat(51_200) } })];
    expect(() => new KismsConformancePacks(stackIn(SEOUL), 'Packs', { ...OPTIONS, catalogue })).toThrow(/bytes/);
  });
});

const RETENTION: ConformancePackTemplate[] = conformancePackTemplates({
  ...OPTIONS,
  namePrefix: 'kisms-prod',
  onlyRules: ['CW_LOGGROUP_RETENTION_PERIOD_CHECK'],
  legal: { accessRecordRetentionDays: 731 },
});

function stackSet(props: Partial<KismsConformancePackStackSetProps>): Template {
  const stack = stackIn(SEOUL);
  for (const template of RETENTION) {
    new KismsConformancePackStackSet(stack, 'Set', { template, organizationalUnitIds: [OU], ...props });
  }
  return Template.fromStack(stack);
}

describe('the StackSet of a pack', () => {
  test('gives the accounts of an OU values of their own', () => {
    const [set] = Object.values(stackSet({}).findResources('AWS::CloudFormation::StackSet'));
    expect(set?.Properties).toMatchObject({
      StackSetName: 'kisms-prod-operate',
      PermissionModel: 'SERVICE_MANAGED',
      CallAs: 'DELEGATED_ADMIN',
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
      StackInstancesGroup: [{ DeploymentTargets: { OrganizationalUnitIds: [OU] }, Regions: [SEOUL] }],
    });
    const { Resources: inner } = JSON.parse(set?.Properties.TemplateBody);
    expect(Object.values(inner)).toMatchObject([
      { Type: 'AWS::Config::ConformancePack', Properties: { ConformancePackName: 'kisms-prod-operate' } },
    ]);
    expect(JSON.parse(inner.ConformancePack.Properties.TemplateBody)).toMatchObject({
      Resources: { CwLoggroupRetentionPeriodCheck: { Properties: { InputParameters: { MinRetentionTime: '731' } } } },
    });
  });

  test('leaves accounts of the OU out', () => {
    stackSet({ excludedAccounts: ['111122223333'], callAs: 'SELF' }).hasResourceProperties(
      'AWS::CloudFormation::StackSet',
      {
        CallAs: 'SELF',
        StackInstancesGroup: [
          {
            DeploymentTargets: {
              AccountFilterType: 'DIFFERENCE',
              Accounts: ['111122223333'],
              OrganizationalUnitIds: [OU],
            },
          },
        ],
      },
    );
  });

  test('takes an OU that another stack makes', () => {
    stackSet({ organizationalUnitIds: [Fn.importValue('OuId')] }).resourceCountIs('AWS::CloudFormation::StackSet', 1);
  });

  test.each([
    [
      { organizationalUnitIds: [] },
      `'organizationalUnitIds' must hold ids such as "ou-examplerootid-exampleouid", got []`,
    ],
    [{ organizationalUnitIds: ['Prod'] }, `got "Prod"`],
    [{ excludedAccounts: ['1'] }, `'excludedAccounts' must hold account ids of 12 digits, got "1"`],
  ])('refuses %j', (props, message) => expect(() => stackSet(props)).toThrow(message));

  test('has room for the packs of the real catalogue, and counts the quotes that they need', () => {
    const stack = stackIn(SEOUL);
    for (const template of conformancePackTemplates(OPTIONS)) {
      new KismsConformancePackStackSet(stack, template.name, { template, organizationalUnitIds: [OU] });
    }
    const body = JSON.stringify('"'.repeat(25_000));
    const template = { ...(RETENTION[0] as ConformancePackTemplate), body };
    expect(() => stackSet({ template })).toThrow(
      /^StackSet of conformance pack "kisms-prod-operate" has \d{6} bytes, and an inline template must have fewer than 51200/,
    );
  });
});

test('one account has a pack of its own', () => {
  const stack = stackIn(SEOUL);
  const template = RETENTION[0] as ConformancePackTemplate;
  new KismsAccountConformancePack(stack, 'Pack', { template });
  Template.fromStack(stack).hasResourceProperties('AWS::Config::ConformancePack', {
    ConformancePackName: 'kisms-prod-operate',
    TemplateBody: template.body,
  });
});

test('the service-linked role outlives the stack', () => {
  const stack = stackIn(SEOUL);
  new ConformancePackServiceLinkedRole(stack, 'Role');
  Template.fromStack(stack).hasResource('AWS::IAM::ServiceLinkedRole', {
    Properties: { AWSServiceName: 'config-conforms.amazonaws.com' },
    DeletionPolicy: 'Retain',
  });
});
