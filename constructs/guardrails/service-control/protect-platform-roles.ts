import type { AuthorizationGuardrail } from '../guardrail';

const asList = (value: unknown): string[] => value as string[];

/**
 * Nobody but an exempt role creates, changes, passes or deletes a role with an exempt name, or works through one.
 *
 * The exemption of every other guardrail goes by the role's name; this guardrail is what makes the name trustworthy. Three
 * ways lead through a role without touching it: the bootstrap roles trust their whole account; a stack keeps the role it
 * was deployed with, for everybody who may update it; and a published asset is deployed as it lies in the bucket.
 *
 * @see https://github.com/aws/aws-cdk-cli/blob/main/packages/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
 */
export const protectPlatformRoles: AuthorizationGuardrail = {
  id: 'protect-platform-roles',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect governance roles', ko: '거버넌스 역할 보호' },
  source: 'https://docs.aws.amazon.com/controltower/latest/controlreference/mandatory-controls.html',
  criteria: ['2.2.2', '2.5.5', '2.9.1', '2.10.2'],
  parameters: {
    additionalRoles: {
      type: 'string-list',
      description: {
        en: 'Role names (or path/name, `*` allowed) protected besides the exempt ones.',
        ko: '예외 역할 외에 보호할 역할 이름(또는 경로/이름, `*` 사용 가능).',
      },
      pattern: '^[\\w+=,.@*?/-]{3,576}$',
      defaultValue: ['aws-controltower-*', 'AWSControlTower*', 'stacksets-exec-*'],
    },
    stackNames: {
      type: 'string-list',
      description: {
        en: 'Name patterns of stacks that exempt roles deploy; add those of your own service-managed StackSets.',
        ko: '예외 역할이 배포하는 스택 이름 패턴. 직접 만든 서비스 관리형 StackSet의 스택도 추가한다.',
      },
      pattern: '^[A-Za-z][A-Za-z0-9*-]{2,127}$',
      defaultValue: ['Governance-*', 'StackSet-AWSControlTower*'],
    },
  },
  statements: (
    { partition, exemptPrincipalArns, bootstrapQualifier, deploymentAccountId },
    { additionalRoles, stackNames },
  ) => [
    {
      Effect: 'Deny',
      Action: [
        'iam:AttachRolePolicy',
        'iam:CreateRole',
        'iam:DeleteRole*',
        'iam:DetachRolePolicy',
        'iam:PassRole',
        'iam:PutRole*',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole*',
      ],
      Resource: [
        ...new Set([
          ...exemptPrincipalArns,
          ...asList(additionalRoles).map((role) => `arn:${partition}:iam::*:role/${role}`),
        ]),
      ].sort(),
    },
    {
      Sid: 'Sessions',
      Effect: 'Deny',
      Action: 'sts:AssumeRole',
      // The name of a bootstrap role ends in its account and Region: this is the caller's own account.
      Resource: `arn:${partition}:iam::*:role/cdk-${bootstrapQualifier}-*-\${aws:PrincipalAccount}-*`,
      ...(deploymentAccountId !== undefined && {
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': deploymentAccountId } },
      }),
    },
    {
      Sid: 'Stacks',
      Effect: 'Deny',
      Action: [
        'cloudformation:CancelUpdateStack',
        'cloudformation:ContinueUpdateRollback',
        'cloudformation:CreateChangeSet',
        'cloudformation:DeleteStack',
        'cloudformation:ExecuteChangeSet',
        'cloudformation:RollbackStack',
        'cloudformation:SetStackPolicy',
        'cloudformation:UpdateStack',
        'cloudformation:UpdateTerminationProtection',
      ],
      Resource: asList(stackNames).map((name) => `arn:${partition}:cloudformation:*:*:stack/${name}/*`),
    },
    {
      Sid: 'Assets',
      Effect: 'Deny',
      Action: ['s3:DeleteBucket*', 's3:DeleteObject*', 's3:PutBucketPolicy', 's3:PutObject*', 's3:Replicate*'],
      Resource: ['', '/*'].map((end) => `arn:${partition}:s3:::cdk-${bootstrapQualifier}-assets-*${end}`),
    },
  ],
};
