import type { AuthorizationGuardrail } from '../guardrail';

/**
 * Nobody but an exempt role creates, changes, passes or deletes a role with an exempt name.
 *
 * The exemption of every other guardrail goes by the role's name; this guardrail is what makes the name trustworthy.
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
  },
  statements: ({ partition, exemptPrincipalArns }, { additionalRoles }) => [
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
          ...(additionalRoles as string[]).map((role) => `arn:${partition}:iam::*:role/${role}`),
        ]),
      ].sort(),
    },
  ],
};
