import { App, Stack } from 'aws-cdk-lib';
import { ControlTowerControl } from '../../../constructs/control-tower';

const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'ap-northeast-2' } });
const ROOT_USER = '5kvme4m5d2b4d7if2fs5yg2ui';
const identifier = (control: ControlTowerControl) => stack.resolve(control.controlIdentifier(stack));
const inPartition = (rest: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:${rest}`]] });

test.each([
  [
    'a catalog id, in no region',
    ControlTowerControl.catalog(ROOT_USER),
    inPartition(`controlcatalog:::control/${ROOT_USER}`),
  ],
  [
    'a legacy name, in the home region',
    ControlTowerControl.legacy('AWS-GR_ENCRYPTED_VOLUMES'),
    inPartition('controltower:ap-northeast-2::control/AWS-GR_ENCRYPTED_VOLUMES'),
  ],
  [
    'a catalog id of a config',
    ControlTowerControl.fromIdentifier(ROOT_USER),
    inPartition(`controlcatalog:::control/${ROOT_USER}`),
  ],
  [
    'a legacy name of a config',
    ControlTowerControl.fromIdentifier('AWS-GR_ENCRYPTED_VOLUMES'),
    inPartition('controltower:ap-northeast-2::control/AWS-GR_ENCRYPTED_VOLUMES'),
  ],
  [
    'a global ARN',
    ControlTowerControl.fromIdentifier(`arn:aws-us-gov:controlcatalog:::control/${ROOT_USER}`),
    `arn:aws-us-gov:controlcatalog:::control/${ROOT_USER}`,
  ],
  [
    'a regional ARN',
    ControlTowerControl.fromIdentifier('arn:aws:controltower:ap-northeast-2::control/WTDSMKDKDNLE'),
    'arn:aws:controltower:ap-northeast-2::control/WTDSMKDKDNLE',
  ],
])('names a control by %s', (_, control, expected) => {
  expect(identifier(control)).toEqual(expected);
});

test('fails when the ARN belongs to another region than the home region', () => {
  const control = ControlTowerControl.fromIdentifier('arn:aws:controltower:us-east-1::control/WTDSMKDKDNLE');
  expect(() => identifier(control)).toThrow('belongs to another Region than the home Region "ap-northeast-2"');
});

test.each(['CT.MULTISERVICE.PV.1', 'SH.SecretsManager.3', '', 'arn:aws:controlcatalog:::objective/abc'])(
  'fails for %j',
  (text) => {
    expect(() => ControlTowerControl.fromIdentifier(text)).toThrow(`control catalog id ${JSON.stringify(text)} is not`);
  },
);

test.each([
  ['aws-gr_encrypted_volumes', 'must look like "AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS"'],
  ['AWS-GR_', 'must look like "AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS"'],
  ['AWS-GR_REGION_DENY', 'use the Region deny control of an OU'],
])('fails for the legacy name %j', (name, message) => {
  expect(() => ControlTowerControl.legacy(name)).toThrow(message);
});

describe('region deny', () => {
  test('is the control of an OU with the parameters that AWS documents', () => {
    const control = ControlTowerControl.regionDeny({
      allowedRegions: ['ap-northeast-2'],
      exemptedPrincipalArns: ['arn:aws:iam::*:role/ReadOnly', 'arn:aws:sts::*:assumed-role/ReadOnly/*'],
      exemptedActions: ['logs:StartQuery'],
    });
    expect(control.name).toBe('ka8e3pkqefnjsxuyc26ji580');
    expect(control.parameters).toEqual({
      AllowedRegions: ['ap-northeast-2'],
      ExemptedPrincipalArns: ['arn:aws:iam::*:role/ReadOnly', 'arn:aws:sts::*:assumed-role/ReadOnly/*'],
      ExemptedActions: ['logs:StartQuery'],
    });
  });

  test('leaves out exemptions that are not given', () => {
    const { parameters } = ControlTowerControl.regionDeny({ allowedRegions: ['ap-northeast-2'], exemptedActions: [] });
    expect(parameters).toStrictEqual({ AllowedRegions: ['ap-northeast-2'] });
  });

  test('fails without a region', () => {
    expect(() => ControlTowerControl.regionDeny({ allowedRegions: [] })).toThrow(
      "'allowedRegions' [] would deny every Region",
    );
  });

  test.each(['cdk-*', 'arn:aws:s3:::bucket', 'arn:aws:iam::role/ReadOnly'])('fails for the principal %j', (arn) => {
    expect(() =>
      ControlTowerControl.regionDeny({ allowedRegions: ['ap-northeast-2'], exemptedPrincipalArns: [arn] }),
    ).toThrow(`'exemptedPrincipalArns' ${JSON.stringify(arn)} is not an IAM or STS principal`);
  });
});
