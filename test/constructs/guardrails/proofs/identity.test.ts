import { prove } from './proof';

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
