import type { PermissionSetPreset } from '../permission-set-preset';

/** Runs VPCs, transit gateways, DNS and firewalls, and leaves their logs alone. */
export const networkOps: PermissionSetPreset = {
  id: 'network-ops',
  title: { en: 'Network operations', ko: '네트워크 운영' },
  description: 'VPCs, transit gateways, DNS and network firewalls; deleting their logs is denied',
  managedPolicies: [
    'AWSNetworkFirewallFullAccess',
    'AmazonRoute53ResolverFullAccess',
    'job-function/NetworkAdministrator',
  ],
  statements: [
    {
      Sid: 'KeepEvidence',
      Effect: 'Deny',
      Action: [
        'ec2:DeleteFlowLogs',
        'logs:DeleteLogGroup',
        'logs:DeleteLogStream',
        'logs:DeleteRetentionPolicy',
        'logs:PutRetentionPolicy',
        'network-firewall:DeleteResourcePolicy',
        'route53resolver:DeleteResolverQueryLogConfig',
        'route53resolver:DisassociateResolverQueryLogConfig',
      ],
      Resource: '*',
    },
  ],
  sessionDuration: 'PT4H',
  privilege: 'write',
  criteria: ['2.2.2', '2.5.1', '2.6.1', '2.9.4', '2.10.1'],
  source: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/NetworkAdministrator.html',
};
