import { prove } from './proof';

const CENTRAL_ROOT = { 'aws:AssumedRoot': 'true' };

prove('deny-leave-org', [
  ['developer', 'deny', 'organizations:LeaveOrganization'],
  ['root', 'deny', 'organizations:LeaveOrganization'],
  // An invitation that a member accepts moves the account, without leaving first.
  ['administrator', 'deny', 'organizations:AcceptHandshake'],
  ['administrator', 'allow', 'organizations:DeclineHandshake'],
  ['management', 'allow', 'organizations:AcceptHandshake'],
  ['developer', 'allow', 'organizations:DescribeOrganization'],
  ['management', 'allow', 'organizations:RemoveAccountFromOrganization'],
]);

prove('deny-root-user', [
  ['root', 'deny', 's3:ListAllMyBuckets'],
  ['root', 'deny', 'iam:CreateAccessKey'],
  ['root', 'deny', 'account:CloseAccount'],
  ['root', 'allow', 's3:DeleteBucketPolicy', 'arn:aws:s3:::locked', CENTRAL_ROOT],
  ['root', 'allow', 'sqs:SetQueueAttributes', 'arn:aws:sqs:ap-northeast-2:111122223333:locked', CENTRAL_ROOT],
  ['developer', 'allow', 's3:ListAllMyBuckets'],
  ['user', 'allow', 's3:ListAllMyBuckets'],
  ['serviceLinkedRole', 'allow', 'config:PutEvaluations'],
]);
prove('deny-root-user', [['root', 'deny', 's3:DeleteBucketPolicy', 'arn:aws:s3:::locked', CENTRAL_ROOT]], {
  allowCentralRootAccess: false,
});

prove('deny-root-access-keys', [
  ['root', 'deny', 'iam:CreateAccessKey'],
  ['root', 'deny', 'iam:CreateAccessKey', 'arn:aws:iam::111122223333:user/lee', CENTRAL_ROOT],
  ['root', 'allow', 'iam:DeleteAccessKey'],
  ['root', 'allow', 'iam:EnableMFADevice'],
  ['developer', 'allow', 'iam:CreateAccessKey'],
]);

prove('deny-account-change', [
  ['developer', 'deny', 'account:DisableRegion'],
  ['administrator', 'deny', 'account:PutAlternateContact'],
  ['administrator', 'deny', 'account:DeleteAlternateContact'],
  ['administrator', 'deny', 'account:StartPrimaryEmailUpdate'],
  ['administrator', 'deny', 'payments:UpdatePaymentInstrument'],
  ['administrator', 'deny', 'billing:UpdateIAMAccessPreference'],
  ['administrator', 'allow', 'account:GetAlternateContact'],
  ['administrator', 'allow', 'account:ListRegions'],
  ['administrator', 'allow', 'billing:GetBillingData'],
  ['breakGlass', 'allow', 'account:PutAlternateContact'],
]);

prove('deny-marketplace', [
  ['developer', 'deny', 'aws-marketplace:AcceptAgreementRequest'],
  ['developer', 'deny', 'aws-marketplace:CreateAgreementRequest'],
  ['developer', 'allow', 'aws-marketplace:ViewSubscriptions'],
  ['developer', 'allow', 'aws-marketplace:MeterUsage'],
]);
