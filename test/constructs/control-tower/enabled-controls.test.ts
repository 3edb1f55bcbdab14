import { App, Lazy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  type ControlAssignment,
  ControlTowerControl,
  EnabledControls,
  type EnabledControlsProps,
  type IRegisteredOrganizationalUnit,
  RegisteredOrganizationalUnit,
  type RegisteredOrganizationalUnitProps,
} from '../../../constructs/control-tower';

const ORGANIZATION = { organizationId: 'o-exampleorgid', organizationalUnitId: 'ou-exam-example1' };
const PATHS = ['Infrastructure', 'Workloads', 'Workloads/Prod', 'Data', 'Sandbox'];
const CONTROLS = ['AWS-GR_RESTRICT_ROOT_USER', 'AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS', 'AWS-GR_ENCRYPTED_VOLUMES'];

interface Resource {
  readonly Type: string;
  readonly DependsOn?: string[];
  readonly Properties: Record<string, unknown>;
}

const seoul = () =>
  new Stack(new App(), 'ControlTower', { env: { account: '111122223333', region: 'ap-northeast-2' } });

function registered(stack: Stack, paths: string[]): Map<string, RegisteredOrganizationalUnit> {
  const ous = new Map<string, RegisteredOrganizationalUnit>();
  let after: RegisteredOrganizationalUnit | undefined;
  for (const path of paths) {
    after = new RegisteredOrganizationalUnit(stack, path, { ...ORGANIZATION, baselineVersion: '5.0', after });
    ous.set(path, after);
  }
  return ous;
}

/** Every control on every OU. */
function synthesize(
  paths: string[],
  controls: string[],
  props: Partial<EnabledControlsProps> = {},
): Record<string, Resource> {
  const stack = seoul();
  const targets = [...registered(stack, paths).values()];
  const assignments = controls.map((name) => ({ control: ControlTowerControl.legacy(name), targets }));
  new EnabledControls(stack, 'Controls', { assignments, ...props });
  return Template.fromStack(stack).toJSON().Resources;
}

const idsOf = (resources: Record<string, Resource>, type: string) =>
  Object.keys(resources).filter((id) => resources[id]?.Type === `AWS::ControlTower::${type}`);

describe('RegisteredOrganizationalUnit', () => {
  const template = (props: Partial<RegisteredOrganizationalUnitProps> = {}) => {
    const stack = seoul();
    new RegisteredOrganizationalUnit(stack, 'Workloads/Prod', { ...ORGANIZATION, baselineVersion: '5.0', ...props });
    return Template.fromStack(stack);
  };

  test('enables the baseline of AWS Control Tower in the home region on the OU', () => {
    template().hasResourceProperties('AWS::ControlTower::EnabledBaseline', {
      BaselineIdentifier: {
        'Fn::Join': [
          '',
          ['arn:', { Ref: 'AWS::Partition' }, ':controltower:ap-northeast-2::baseline/17BSJV3IGJ2QSGA2'],
        ],
      },
      BaselineVersion: '5.0',
      TargetIdentifier: {
        'Fn::Join': [
          '',
          ['arn:', { Ref: 'AWS::Partition' }, ':organizations::111122223333:ou/o-exampleorgid/ou-exam-example1'],
        ],
      },
      Parameters: Match.absent(),
    });
  });

  test('takes an OU that is made in the same deployment', () => {
    template({ organizationalUnitId: Lazy.string({ produce: () => 'ou-exam-example2' }) }).hasResourceProperties(
      'AWS::ControlTower::EnabledBaseline',
      { TargetIdentifier: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('/ou-exam-example2$')])] } },
    );
  });

  test('names the Identity Center baseline when AWS Control Tower manages access', () => {
    const arn = 'arn:aws:controltower:ap-northeast-2:111122223333:enabledbaseline/XAEXAMPLE';
    template({ identityCenterEnabledBaselineArn: arn }).hasResourceProperties('AWS::ControlTower::EnabledBaseline', {
      Parameters: [{ Key: 'IdentityCenterEnabledBaselineArn', Value: arn }],
    });
  });

  test('registers one OU at a time', () => {
    const resources = synthesize(PATHS, []);
    const ids = idsOf(resources, 'EnabledBaseline');
    expect(ids.map((id) => resources[id]?.DependsOn)).toEqual([undefined, ...ids.slice(0, -1).map((id) => [id])]);
  });

  test.each([
    ['organizationId', 'exampleorgid'],
    ['organizationalUnitId', 'Workloads/Prod'],
    ['organizationalUnitId', 'r-exam'],
    ['managementAccountId', '1111'],
    ['baselineVersion', 'latest'],
    ['baselineVersion', '5'],
  ])('fails when %s is %j', (prop, value) => {
    expect(() => template({ [prop]: value })).toThrow(`'${prop}' ${JSON.stringify(value)}`);
  });
});

describe('EnabledControls', () => {
  test('enables a control on an OU, parameters sorted by name', () => {
    const stack = seoul();
    const targets = [RegisteredOrganizationalUnit.fromOrganizationalUnit(stack, 'Security', ORGANIZATION)];
    const control = ControlTowerControl.legacy('AWS-GR_ENCRYPTED_VOLUMES', { b: { nested: [1] }, a: true });
    new EnabledControls(stack, 'Controls', { assignments: [{ control, targets }] });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::ControlTower::EnabledBaseline', 0);
    template.hasResource('AWS::ControlTower::EnabledControl', {
      Properties: {
        ControlIdentifier: {
          'Fn::Join': [
            '',
            ['arn:', { Ref: 'AWS::Partition' }, ':controltower:ap-northeast-2::control/AWS-GR_ENCRYPTED_VOLUMES'],
          ],
        },
        TargetIdentifier: {
          'Fn::Join': [
            '',
            ['arn:', { Ref: 'AWS::Partition' }, ':organizations::111122223333:ou/o-exampleorgid/ou-exam-example1'],
          ],
        },
        Parameters: [
          { Key: 'a', Value: true },
          { Key: 'b', Value: { nested: [1] } },
        ],
      },
      DependsOn: Match.absent(),
    });
  });

  test.each([
    [undefined, 8],
    [1, 1],
    [3, 3],
    [100, 15],
  ])('enables %j or fewer at a time, each lane after every OU', (lanes, heads) => {
    const resources = synthesize(PATHS, CONTROLS, { lanes });
    const controls = idsOf(resources, 'EnabledControl');
    const ous = idsOf(resources, 'EnabledBaseline').sort();
    const predecessors = controls.map((id) => [...(resources[id]?.DependsOn ?? [])].sort());

    expect(controls).toHaveLength(15);
    expect(predecessors.slice(0, heads)).toEqual(Array(heads).fill(ous));
    expect(predecessors.slice(heads)).toEqual(controls.slice(0, -heads).map((id) => [id]));
  });

  test.each([0, 101, 1.5, Number.NaN])('fails for %j lanes', (lanes) => {
    expect(() => synthesize(PATHS, CONTROLS, { lanes })).toThrow(
      `'lanes' ${JSON.stringify(lanes)} is not an integer from 1 to 100`,
    );
  });

  test('gives the same template whatever the order of the config', () => {
    const bySource = (controls: string[], reverse: boolean) => {
      const stack = seoul();
      const targets = [...registered(stack, PATHS).values()];
      const assignments = controls.map((name) => ({
        control: ControlTowerControl.legacy(name),
        targets: reverse ? [...targets].reverse() : targets,
      }));
      new EnabledControls(stack, 'Controls', { assignments });
      return JSON.stringify(Template.fromStack(stack).toJSON());
    };
    expect(bySource([...CONTROLS].reverse(), true)).toBe(bySource(CONTROLS, false));
  });

  test('keeps the logical ids and properties of all others when a control or an OU leaves', () => {
    const propertiesOf = (resources: Record<string, Resource>) =>
      Object.fromEntries(Object.entries(resources).map(([id, { Properties }]) => [id, Properties]));
    const all = propertiesOf(synthesize(PATHS, CONTROLS));
    expect(all).toMatchObject(propertiesOf(synthesize(PATHS.slice(1), CONTROLS)));
    expect(all).toMatchObject(propertiesOf(synthesize(PATHS, CONTROLS.slice(1))));
  });

  test('pins the logical ids', () => {
    expect(Object.keys(synthesize(['Workloads/Prod'], ['AWS-GR_RESTRICT_ROOT_USER']))).toEqual([
      'WorkloadsProd9040CB53',
      'ControlsAWSGRRESTRICTROOTUSERonWorkloadsProd3C064676',
    ]);
  });

  test.each<[string, (ou: IRegisteredOrganizationalUnit) => ControlAssignment[]]>([
    ['in one assignment', (ou) => [{ control: ControlTowerControl.legacy(CONTROLS[0] ?? ''), targets: [ou, ou] }]],
    [
      'in two assignments, by name and by ARN',
      (ou) => [
        { control: ControlTowerControl.legacy('AWS-GR_RESTRICT_ROOT_USER'), targets: [ou] },
        {
          control: ControlTowerControl.fromIdentifier(
            'arn:aws:controltower:ap-northeast-2::control/AWS-GR_RESTRICT_ROOT_USER',
            { a: 1 },
          ),
          targets: [ou],
        },
      ],
    ],
  ])('fails when a control meets an OU twice %s', (_, assignments) => {
    const stack = seoul();
    const ou = RegisteredOrganizationalUnit.fromOrganizationalUnit(stack, 'Sandbox', ORGANIZATION);
    expect(() => new EnabledControls(stack, 'Controls', { assignments: assignments(ou) })).toThrow(
      'control "AWS-GR_RESTRICT_ROOT_USER" is enabled twice on OU "Sandbox"',
    );
  });
});
