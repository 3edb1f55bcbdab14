import { prove } from './proof';

const LOGS = 'arn:aws:s3:::aws-controltower-logs-777788889999-ap-northeast-2';
const OTHER = 'arn:aws:s3:::shop-images';

prove('deny-cloudtrail-tampering', [
  ['administrator', 'deny', 'cloudtrail:DeleteTrail'],
  ['administrator', 'deny', 'cloudtrail:UpdateTrail'],
  ['administrator', 'deny', 'cloudtrail:PutEventSelectors'],
  ['administrator', 'deny', 'cloudtrail:DeleteEventDataStore'],
  ['administrator', 'deny', 'cloudtrail:DeleteChannel'],
  ['administrator', 'deny', 'cloudtrail:PutEventConfiguration'],
  ['administrator', 'allow', 'cloudtrail:CreateTrail'],
  ['administrator', 'allow', 'cloudtrail:StartLogging'],
  ['developer', 'allow', 'cloudtrail:LookupEvents'],
]);

prove('deny-config-tampering', [
  ['administrator', 'deny', 'config:PutConfigurationRecorder'],
  ['administrator', 'deny', 'config:DeleteDeliveryChannel'],
  ['administrator', 'deny', 'config:DeleteConformancePack'],
  ['administrator', 'deny', 'config:DisassociateResourceTypes'],
  ['administrator', 'deny', 'config:DeleteServiceLinkedConfigurationRecorder'],
  ['administrator', 'deny', 'config:DeleteOrganizationConfigRule'],
  ['administrator', 'deny', 'config:DeleteOrganizationConformancePack'],
  ['serviceLinkedRole', 'allow', 'config:DeleteConfigRule'],
  ['developer', 'allow', 'config:DeleteResourceConfig'],
  ['developer', 'allow', 'config:PutEvaluations'],
  ['developer', 'allow', 'config:SelectResourceConfig'],
]);

prove('deny-guardduty-disable', [
  ['administrator', 'deny', 'guardduty:UpdateDetector'],
  ['administrator', 'deny', 'guardduty:CreateFilter'],
  ['administrator', 'deny', 'guardduty:CreateIPSet'],
  ['administrator', 'deny', 'guardduty:DeleteMalwareProtectionPlan'],
  ['administrator', 'deny', 'guardduty:UpdateOrganizationConfiguration'],
  ['administrator', 'deny', 'guardduty:DisassociateFromAdministratorAccount'],
  ['developer', 'allow', 'guardduty:GetFindings'],
  ['controlTower', 'allow', 'guardduty:UpdateDetector'],
]);

prove('deny-securityhub-disable', [
  ['administrator', 'deny', 'securityhub:DisableSecurityHubV2'],
  ['administrator', 'deny', 'securityhub:BatchDisableStandards'],
  ['administrator', 'deny', 'securityhub:DisassociateMembers'],
  ['administrator', 'deny', 'securityhub:BatchUpdateStandardsControlAssociations'],
  ['administrator', 'deny', 'securityhub:StartConfigurationPolicyDisassociation'],
  ['administrator', 'deny', 'securityhub:UpdateOrganizationConfiguration'],
  ['administrator', 'deny', 'securityhub:DisableImportFindingsForProduct'],
  ['administrator', 'allow', 'securityhub:BatchEnableStandards'],
  ['developer', 'allow', 'securityhub:BatchUpdateFindings'],
  ['developer', 'allow', 'securityhub:GetFindings'],
]);

prove('deny-macie-disable', [
  ['administrator', 'deny', 'macie2:UpdateMacieSession'],
  ['administrator', 'deny', 'macie2:DisassociateFromAdministratorAccount'],
  ['administrator', 'deny', 'macie2:UpdateAutomatedDiscoveryConfiguration'],
  ['administrator', 'deny', 'macie2:UpdateClassificationJob'],
  ['administrator', 'deny', 'macie2:UpdateOrganizationConfiguration'],
  ['developer', 'allow', 'macie2:CreateClassificationJob'],
]);

prove('deny-inspector-disable', [
  ['administrator', 'deny', 'inspector2:CreateFilter'],
  ['administrator', 'allow', 'inspector2:Enable'],
  ['developer', 'allow', 'inspector2:ListFindings'],
]);

prove('deny-access-analyzer-delete', [
  ['administrator', 'deny', 'access-analyzer:CreateArchiveRule'],
  ['administrator', 'allow', 'access-analyzer:CreateAnalyzer'],
  ['developer', 'allow', 'access-analyzer:ValidatePolicy'],
]);

prove('deny-log-archive-delete', [
  ['administrator', 'deny', 's3:DeleteBucket', LOGS],
  ['administrator', 'deny', 's3:DeleteObject', `${LOGS}/AWSLogs/1`],
  ['administrator', 'deny', 's3:DeleteObjectVersion', `${LOGS}/AWSLogs/1`],
  ['administrator', 'deny', 's3:PutBucketPolicy', LOGS],
  ['administrator', 'deny', 's3:PutLifecycleConfiguration', LOGS],
  ['administrator', 'deny', 's3:PutBucketVersioning', 'arn:aws:s3:::example-log-archive-vault'],
  ['administrator', 'deny', 's3:BypassGovernanceRetention', 'arn:aws:s3:::example-log-archive-vault/1'],
  [
    'administrator',
    'deny',
    'logs:DeleteLogGroup',
    'arn:aws:logs:ap-northeast-2:111122223333:log-group:aws-controltower/CloudTrailLogs:*',
  ],
  ['administrator', 'deny', 'ec2:DeleteFlowLogs'],
  ['administrator', 'deny', 'route53resolver:DeleteResolverQueryLogConfig'],
  ['developer', 'allow', 's3:GetObject', `${LOGS}/AWSLogs/1`],
  ['developer', 'allow', 's3:PutObject', `${LOGS}/AWSLogs/1`],
  ['cloudtrail', 'allow', 's3:PutObject', `${LOGS}/AWSLogs/1`],
  ['developer', 'allow', 's3:DeleteObject', `${OTHER}/a.png`],
  ['developer', 'allow', 's3:DeleteBucket', OTHER],
  [
    'developer',
    'allow',
    'logs:DeleteLogGroup',
    'arn:aws:logs:ap-northeast-2:111122223333:log-group:/aws/lambda/shop:*',
  ],
  ['deployment', 'allow', 's3:PutBucketPolicy', LOGS],
]);
prove(
  'deny-log-archive-delete',
  [
    ['administrator', 'deny', 's3:DeleteBucket', 'arn:aws:s3:::audit-2026'],
    ['administrator', 'allow', 's3:DeleteBucket', LOGS],
  ],
  { bucketNames: ['audit-*'] },
);
prove(
  'deny-log-archive-delete',
  ['', ':*', ':log-stream:2026'].map((end) => [
    'administrator',
    'deny',
    end.startsWith(':log') ? 'logs:DeleteLogStream' : 'logs:DeleteLogGroup',
    `arn:aws:logs:ap-northeast-2:111122223333:log-group:audit${end}`,
  ]),
  { logGroupNames: ['audit'] },
);
