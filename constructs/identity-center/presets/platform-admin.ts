import type { PermissionSetPreset } from '../permission-set-preset';

/** Administers accounts in short sessions, without making credentials that outlive them. */
export const platformAdmin: PermissionSetPreset = {
  id: 'platform-admin',
  title: { en: 'Platform administrator', ko: '플랫폼 관리자' },
  description: 'Administers accounts; long-lived credentials and leaving the organization are denied',
  managedPolicies: ['AdministratorAccess'],
  statements: [
    {
      Sid: 'NoLongLivedCredentials',
      Effect: 'Deny',
      Action: [
        'iam:CreateAccessKey',
        'iam:CreateLoginProfile',
        'iam:CreateServiceSpecificCredential',
        'iam:CreateUser',
        'iam:UploadSSHPublicKey',
        'iam:UploadSigningCertificate',
      ],
      Resource: '*',
    },
    {
      Sid: 'StayInTheOrganization',
      Effect: 'Deny',
      Action: ['account:CloseAccount', 'organizations:LeaveOrganization'],
      Resource: '*',
    },
  ],
  sessionDuration: 'PT4H',
  privilege: 'admin',
  criteria: ['2.2.1', '2.5.1', '2.5.5', '2.10.2'],
  source: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html',
};
