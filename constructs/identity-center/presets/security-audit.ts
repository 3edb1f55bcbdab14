import type { PermissionSetPreset } from '../permission-set-preset';

/** Reviews how accounts are secured, and changes and reads nothing of what is in them. */
export const securityAudit: PermissionSetPreset = {
  id: 'security-audit',
  title: { en: 'Security auditor', ko: '보안 감사' },
  description: 'Reviews security configuration and findings; reading data and secrets is denied',
  managedPolicies: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
  statements: [
    {
      Sid: 'NoData',
      Effect: 'Deny',
      Action: [
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:Scan',
        'kms:Decrypt',
        's3:GetObject*',
        'secretsmanager:BatchGetSecretValue',
        'secretsmanager:GetSecretValue',
        'ssm:GetParameter',
        'ssm:GetParameters',
        'ssm:GetParametersByPath',
      ],
      Resource: '*',
    },
  ],
  sessionDuration: 'PT8H',
  privilege: 'read',
  criteria: ['2.2.2', '2.5.1', '2.5.6', '2.9.5', '2.11.3'],
  source: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecurityAudit.html',
};
