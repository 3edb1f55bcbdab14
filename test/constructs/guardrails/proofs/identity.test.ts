import { STACK_NAME_PREFIX } from '../../../../constructs/account-baseline';
import { DEPLOYMENT, MEMBER, prove } from './proof';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

prove('deny-iam-user-creation', [
  ['administrator', 'deny', 'iam:CreateLoginProfile'],
  ['administrator', 'deny', 'iam:UpdateLoginProfile'],
  ['administrator', 'deny', 'iam:AttachUserPolicy'],
  ['developer', 'allow', 'iam:CreateRole', role('shop')],
  ['administrator', 'allow', 'iam:DeleteUser'],
  ['user', 'allow', 'iam:ChangePassword'],
]);

prove('deny-iam-user-access-keys', [
  ['user', 'deny', 'iam:CreateAccessKey'],
  ['administrator', 'deny', 'iam:CreateServiceSpecificCredential'],
  ['user', 'deny', 'iam:UploadSSHPublicKey'],
  ['administrator', 'allow', 'iam:UpdateAccessKey'],
  ['administrator', 'allow', 'iam:DeleteAccessKey'],
  ['developer', 'allow', 'sts:AssumeRole', role('shop')],
]);

prove('deny-identity-provider-change', [
  ['administrator', 'deny', 'iam:CreateOpenIDConnectProvider'],
  ['administrator', 'deny', 'iam:UpdateSAMLProvider'],
  ['administrator', 'deny', 'rolesanywhere:CreateTrustAnchor'],
  ['administrator', 'deny', 'rolesanywhere:EnableTrustAnchor'],
  ['administrator', 'allow', 'rolesanywhere:DisableTrustAnchor'],
  ['administrator', 'allow', 'iam:ListSAMLProviders'],
  ['deployment', 'allow', 'iam:CreateOpenIDConnectProvider'],
]);

prove('protect-platform-roles', [
  ['administrator', 'deny', 'iam:CreateRole', role('AWSControlTowerExecution')],
  ['administrator', 'deny', 'iam:CreateRole', role('cdk-hnb659fds-fake-111122223333-x')],
  ['administrator', 'deny', 'iam:PassRole', role('cdk-hnb659fds-cfn-exec-role-111122223333-ap-northeast-2')],
  ['administrator', 'deny', 'iam:AttachRolePolicy', role('break-glass/emergency-access')],
  ['administrator', 'deny', 'iam:PutRolePolicy', role('break-glass/emergency-access')],
  ['administrator', 'deny', 'iam:PutRolePermissionsBoundary', role('break-glass/emergency-access')],
  ['administrator', 'deny', 'iam:DeleteRole', role('stacksets-exec-0123')],
  ['administrator', 'deny', 'iam:DeleteRolePolicy', role('aws-controltower-ConfigRecorderRole')],
  ['administrator', 'deny', 'iam:UpdateRole', role('AWSControlTowerAdmin')],
  ['root', 'deny', 'iam:DeleteRole', role('AWSControlTowerExecution')],
  ['administrator', 'allow', 'iam:GetRole', role('AWSControlTowerExecution')],
  ['developer', 'allow', 'iam:CreateRole', role('shop')],
  ['developer', 'allow', 'iam:PassRole', role('shop')],
  ['developer', 'allow', 'iam:CreateRole', role('emergency-access')],
  ['controlTower', 'allow', 'iam:UpdateAssumeRolePolicy', role('AWSControlTowerExecution')],
  ['deployment', 'allow', 'iam:PassRole', role('cdk-hnb659fds-cfn-exec-role-111122223333-ap-northeast-2')],
]);
prove('protect-platform-roles', [['administrator', 'deny', 'iam:DeleteRole', role('security/scanner')]], {
  additionalRoles: ['security/*'],
});

const bootstrapRole = (name: string, account = MEMBER) =>
  `arn:aws:iam::${account}:role/cdk-hnb659fds-${name}-${account}-ap-northeast-2`;
const stack = (name: string) => `arn:aws:cloudformation:ap-northeast-2:${MEMBER}:stack/${name}/0a1b2c3d`;
const asset = (bucket: string) => `arn:aws:s3:::${bucket}-${MEMBER}-ap-northeast-2/0a1b2c3d.json`;

// Whoever works through an exempt role is exempt: by its session, by its stacks, or by the templates that it deploys.
prove('protect-platform-roles', [
  ['administrator', 'deny', 'sts:AssumeRole', bootstrapRole('deploy-role')],
  ['administrator', 'deny', 'sts:AssumeRole', bootstrapRole('file-publishing-role')],
  ['administrator', 'allow', 'sts:AssumeRole', role('shop')],
  ['administrator', 'allow', 'sts:AssumeRole', role('break-glass/emergency-access')],
  ['pipeline', 'allow', 'sts:AssumeRole', bootstrapRole('deploy-role')],
  ['pipeline', 'allow', 'sts:AssumeRole', bootstrapRole('deploy-role', DEPLOYMENT)],
  ['administrator', 'deny', 'cloudformation:UpdateStack', stack(`${STACK_NAME_PREFIX}-Account-shop`)],
  ['administrator', 'deny', 'cloudformation:CreateChangeSet', stack(`${STACK_NAME_PREFIX}-Account-shop`)],
  ['administrator', 'deny', 'cloudformation:UpdateTerminationProtection', stack(`${STACK_NAME_PREFIX}-Account-shop`)],
  ['administrator', 'deny', 'cloudformation:UpdateStack', stack('StackSet-AWSControlTowerBP-BASELINE-ROLES-0a1b')],
  ['administrator', 'allow', 'cloudformation:DescribeStacks', stack(`${STACK_NAME_PREFIX}-Account-shop`)],
  ['developer', 'allow', 'cloudformation:UpdateStack', stack('shop')],
  ['deployment', 'allow', 'cloudformation:CreateChangeSet', stack(`${STACK_NAME_PREFIX}-Account-shop`)],
  ['administrator', 'deny', 's3:PutObject', asset('cdk-hnb659fds-assets')],
  ['administrator', 'deny', 's3:ReplicateObject', asset('cdk-hnb659fds-assets')],
  ['administrator', 'deny', 's3:DeleteBucketPolicy', `arn:aws:s3:::cdk-hnb659fds-assets-${MEMBER}-ap-northeast-2`],
  ['developer', 'allow', 's3:GetObject', asset('cdk-hnb659fds-assets')],
  ['developer', 'allow', 's3:PutObject', asset('cdk-shop-assets')],
]);
prove(
  'protect-platform-roles',
  [
    ['administrator', 'deny', 'cloudformation:UpdateStack', stack('StackSet-security-tools-0a1b')],
    ['administrator', 'allow', 'cloudformation:UpdateStack', stack('StackSet-shop-0a1b')],
  ],
  { stackNames: ['StackSet-security-*'] },
);
