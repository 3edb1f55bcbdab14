import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps threat detection on; filters and trusted address lists would hide findings, so they are denied too. */
export const denyGuarddutyDisable: AuthorizationGuardrail = {
  id: 'deny-guardduty-disable',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect Amazon GuardDuty', ko: 'Amazon GuardDuty 비활성화 및 탐지 회피 금지' },
  source:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_guardduty.html',
  criteria: ['2.10.1', '2.10.2', '2.10.9', '2.11.3'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'guardduty:CreateFilter',
        'guardduty:CreateIPSet',
        'guardduty:CreateTrustedEntitySet',
        'guardduty:DeleteDetector',
        'guardduty:DeleteMalwareProtectionPlan',
        'guardduty:DeleteMembers',
        'guardduty:DeletePublishingDestination',
        'guardduty:Disassociate*',
        'guardduty:StopMonitoringMembers',
        'guardduty:UpdateDetector',
        'guardduty:UpdateFilter',
        'guardduty:UpdateIPSet',
        'guardduty:UpdateMalwareProtectionPlan',
        'guardduty:UpdateMalwareScanSettings',
        'guardduty:UpdateMemberDetectors',
        'guardduty:UpdateOrganizationConfiguration',
        'guardduty:UpdatePublishingDestination',
        'guardduty:UpdateTrustedEntitySet',
      ],
      Resource: '*',
    },
  ],
};
