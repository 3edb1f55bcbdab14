import { prove } from './proof';

const OBJECT = 'arn:aws:s3:::shop-images/a';
const ROLE = 'arn:aws:iam::111122223333:role/shop';
const CENTRAL = 'arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-ap-northeast-2';
const ORGANIZATION = { 'aws:SourceAccount': '111122223333', 'aws:SourceOrgID': 'o-exampleorgid' };
const sub = (subject: string) => ({ 'token.actions.githubusercontent.com:sub': subject });

prove('rcp-restrict-to-org', [
  ['outsider', 'deny', 's3:GetObject', OBJECT],
  ['outsider', 'deny', 's3:GetObject', OBJECT, { 'aws:PrincipalOrgID': 'o-anotherorgid' }],
  ['anonymous', 'deny', 's3:GetObject', OBJECT],
  ['outsider', 'deny', 'kms:Decrypt', 'arn:aws:kms:ap-northeast-2:111122223333:key/1'],
  ['outsider', 'deny', 'sqs:SendMessage', 'arn:aws:sqs:ap-northeast-2:111122223333:orders'],
  ['outsider', 'deny', 'secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:ap-northeast-2:111122223333:secret:db'],
  ['outsider', 'deny', 'sts:AssumeRole', ROLE],
  // The name of an exempt role is free to take in an account outside the organization.
  ['lookalike', 'deny', 's3:GetObject', OBJECT],
  ['lookalike', 'deny', 'sts:AssumeRole', ROLE],
  ['developer', 'allow', 's3:GetObject', OBJECT],
  ['networkAdmin', 'allow', 's3:GetObject', OBJECT],
  ['management', 'allow', 's3:GetObject', OBJECT],
  ['root', 'allow', 's3:GetObject', OBJECT],
  ['deployment', 'allow', 'sts:AssumeRole', ROLE],
  ['cloudtrail', 'allow', 's3:PutObject', OBJECT],
  ['serviceLinkedRole', 'allow', 's3:GetObject', OBJECT],
  ['anonymous', 'allow', 'sts:AssumeRoleWithSAML', ROLE],
  ['outsider', 'allow', 'dynamodb:GetItem', 'arn:aws:dynamodb:ap-northeast-2:111122223333:table/orders'],
]);
prove(
  'rcp-restrict-to-org',
  [
    ['outsider', 'allow', 's3:GetObject', OBJECT],
    ['anonymous', 'deny', 's3:GetObject', OBJECT],
  ],
  { trustedAccountIds: ['999988887777'] },
);
prove(
  'rcp-restrict-to-org',
  [
    ['outsider', 'allow', 's3:GetObject', OBJECT, { 'aws:ResourceTag/public': 'true' }],
    ['outsider', 'deny', 's3:GetObject', OBJECT, { 'aws:ResourceTag/public': 'false' }],
    ['outsider', 'allow', 'sqs:SendMessage', 'arn:aws:sqs:ap-northeast-2:111122223333:orders'],
  ],
  { services: ['s3'], exemptTagKeys: ['public'] },
);

prove('rcp-confused-deputy', [
  [
    'cloudtrail',
    'deny',
    's3:PutObject',
    OBJECT,
    { 'aws:SourceAccount': '999988887777', 'aws:SourceOrgID': 'o-anotherorgid' },
  ],
  ['cloudtrail', 'deny', 's3:PutObject', OBJECT, { 'aws:SourceAccount': '999988887777' }],
  ['cloudtrail', 'allow', 's3:PutObject', OBJECT, ORGANIZATION],
  ['cloudtrail', 'allow', 's3:PutObject', OBJECT],
  ['cloudtrail', 'allow', 'kms:GenerateDataKey', 'arn:aws:kms:ap-northeast-2:111122223333:key/1', ORGANIZATION],
  ['developer', 'allow', 's3:PutObject', OBJECT, { 'aws:SourceAccount': '999988887777' }],
  ['outsider', 'allow', 's3:PutObject', OBJECT],
]);
prove(
  'rcp-confused-deputy',
  [['cloudtrail', 'allow', 's3:PutObject', OBJECT, { 'aws:SourceAccount': '999988887777' }]],
  {
    trustedAccountIds: ['999988887777'],
  },
);

const PLAIN = { 'aws:SecureTransport': 'false' };
prove('rcp-require-tls', [
  ['developer', 'deny', 's3:GetObject', OBJECT, PLAIN],
  ['outsider', 'deny', 'sqs:SendMessage', 'arn:aws:sqs:ap-northeast-2:111122223333:orders', PLAIN],
  ['anonymous', 'deny', 's3:GetObject', OBJECT, PLAIN],
  ['root', 'deny', 's3:GetObject', OBJECT, PLAIN],
  ['developer', 'allow', 's3:GetObject', OBJECT],
  ['outsider', 'allow', 's3:GetObject', OBJECT],
  ['breakGlass', 'allow', 's3:GetObject', OBJECT, PLAIN],
  ['serviceLinkedRole', 'allow', 's3:GetObject', OBJECT, PLAIN],
]);

prove('rcp-oidc-tenants', [
  ['anonymous', 'allow', 'sts:AssumeRoleWithWebIdentity', ROLE, sub('repo:example-org/shop:ref:refs/heads/main')],
  [
    'anonymous',
    'deny',
    'sts:AssumeRoleWithWebIdentity',
    ROLE,
    sub('repo:example-organization/shop:ref:refs/heads/main'),
  ],
  ['anonymous', 'deny', 'sts:AssumeRoleWithWebIdentity', ROLE, sub('repo:attacker/shop:ref:refs/heads/main')],
  ['anonymous', 'allow', 'sts:AssumeRoleWithWebIdentity', CENTRAL, sub('repo:attacker/shop:ref:refs/heads/main')],
  [
    'anonymous',
    'allow',
    'sts:AssumeRoleWithWebIdentity',
    ROLE,
    { 'oidc.eks.ap-northeast-2.amazonaws.com/id/1:sub': 'system:serviceaccount:a:b' },
  ],
  ['developer', 'allow', 'sts:AssumeRole', ROLE],
]);
