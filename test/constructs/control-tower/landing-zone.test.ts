import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  LandingZone,
  type LandingZoneManifestV40,
  type LandingZoneProps,
  LandingZoneServiceRoles,
} from '../../../constructs/control-tower';

const MANIFEST: LandingZoneManifestV40 = {
  version: '4.0',
  accessManagement: { enabled: false },
  backup: { enabled: false },
  centralizedLogging: { enabled: true, accountId: '222233334444' },
  config: { enabled: true, accountId: '333344445555' },
  governedRegions: ['ap-northeast-2'],
  securityRoles: { enabled: true, accountId: '333344445555' },
};

const seoul = () => new Stack(new App(), 'LandingZone', { env: { account: '111122223333', region: 'ap-northeast-2' } });

function template(props: Partial<LandingZoneProps> = {}): Template {
  const stack = seoul();
  new LandingZone(stack, 'LandingZone', { manifest: MANIFEST, ...props });
  return Template.fromStack(stack);
}

describe('LandingZone', () => {
  test('says the version beside the manifest, not inside it, and keeps what is disabled', () => {
    const { version, ...manifest } = MANIFEST;
    template().hasResourceProperties('AWS::ControlTower::LandingZone', {
      Version: version,
      Manifest: Match.exact(manifest),
    });
  });

  test('stays in AWS when it leaves the template', () => {
    template().hasResource('AWS::ControlTower::LandingZone', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test.each<[string, LandingZoneProps['remediationTypes'], unknown]>([
    ['by default', undefined, ['INHERITANCE_DRIFT']],
    ['unless it is told not to', [], Match.absent()],
  ])('enrolls accounts that move into a registered OU %s', (_, remediationTypes, expected) => {
    template({ remediationTypes }).hasResourceProperties('AWS::ControlTower::LandingZone', {
      RemediationTypes: expected,
    });
  });

  test('refuses a manifest with every broken rule in one error', () => {
    expect(() =>
      template({ manifest: { ...MANIFEST, config: { enabled: false }, governedRegions: ['Seoul'] } }),
    ).toThrow(
      /^'manifest\.governedRegions\.0' "Seoul" is not a region code.*; 'manifest\.securityRoles\.enabled' securityRoles is enabled while config is disabled/,
    );
  });

  test('adopts a landing zone without a resource', () => {
    const stack = seoul();
    const arn = 'arn:aws:controltower:ap-northeast-2:111122223333:landingzone/1A2B3C4D5E6F7G8H';
    expect(LandingZone.fromLandingZoneArn(stack, 'LandingZone', arn).landingZoneArn).toBe(arn);
    Template.fromStack(stack).resourceCountIs('AWS::ControlTower::LandingZone', 0);
  });

  test.each(['1A2B3C4D5E6F7G8H', 'arn:aws:controltower:ap-northeast-2:111122223333:enabledcontrol/1A2B', ''])(
    'fails to adopt %j',
    (arn) => {
      expect(() => LandingZone.fromLandingZoneArn(seoul(), 'LandingZone', arn)).toThrow(
        `'landingZoneArn' ${JSON.stringify(arn)} is not the ARN of a landing zone`,
      );
    },
  );
});

describe('LandingZoneServiceRoles', () => {
  const roles = (landingZoneVersion: '3.3' | '4.0') => {
    const stack = seoul();
    const serviceRoles = new LandingZoneServiceRoles(stack, 'Roles', { landingZoneVersion });
    new LandingZone(stack, 'LandingZone', { manifest: MANIFEST, serviceRoles });
    return Template.fromStack(stack);
  };

  test.each([
    ['AWSControlTowerAdmin', 'controltower.amazonaws.com'],
    ['AWSControlTowerStackSetRole', 'cloudformation.amazonaws.com'],
    ['AWSControlTowerCloudTrailRole', 'cloudtrail.amazonaws.com'],
    ['AWSControlTowerConfigAggregatorRoleForOrganizations', 'config.amazonaws.com'],
  ])('makes %s for %s, where AWS Control Tower looks for it', (name, service) => {
    roles('4.0').hasResource('AWS::IAM::Role', {
      Properties: {
        RoleName: name,
        Path: '/service-role/',
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
        },
      },
      DeletionPolicy: 'Retain',
    });
  });

  test.each([
    ['3.3', Match.absent(), [Match.objectLike({ PolicyName: 'AWSControlTowerCloudTrailRolePolicy' })]],
    [
      '4.0',
      [{ 'Fn::Join': ['', Match.arrayWith([':iam::aws:policy/service-role/AWSControlTowerCloudTrailRolePolicy'])] }],
      Match.absent(),
    ],
  ] as const)('gives CloudTrail the policy that landing zone %s wants', (version, ManagedPolicyArns, Policies) => {
    roles(version).hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'AWSControlTowerCloudTrailRole',
      ManagedPolicyArns,
      Policies,
    });
  });

  test('lets StackSets assume no role but the one of AWS Control Tower', () => {
    roles('4.0').hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'AWSControlTowerStackSetRole',
      ManagedPolicyArns: Match.absent(),
      Policies: [
        {
          PolicyDocument: {
            Statement: [
              {
                Action: ['sts:AssumeRole'],
                Resource: {
                  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::*:role/AWSControlTowerExecution']],
                },
              },
            ],
          },
        },
      ],
    });
  });

  test('come before the landing zone', () => {
    const [landingZone] = Object.values(roles('4.0').findResources('AWS::ControlTower::LandingZone'));
    expect(landingZone?.DependsOn).toHaveLength(4);
  });
});
