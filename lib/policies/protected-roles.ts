import type { OrganizationModel } from '../model/organization-model';

/** A role of one account that no policy may bind, with the pattern that says so. */
export interface ProtectedRole {
  readonly pattern: string;
  readonly arn: string;
}

/** An action that an account cannot be governed without, and what it acts on. */
export interface RequiredRequest {
  readonly action: string;
  readonly resource: string;
}

/** What a wildcard of a pattern stands for: a name that no policy exempts by accident. */
const ANY = 'any-role-0a1b2c3d';

/** Roles that the CDK makes when it bootstraps an account; all of them are needed to deploy. */
const BOOTSTRAP_ROLES = ['cfn-exec-role', 'deploy-role', 'file-publishing-role'] as const;

type BootstrapRole = (typeof BOOTSTRAP_ROLES)[number];

function bootstrapRoleArn(model: OrganizationModel, accountId: string, role: BootstrapRole): string {
  const { partition, bootstrapQualifier, homeRegion } = model;
  return `arn:${partition}:iam::${accountId}:role/cdk-${bootstrapQualifier}-${role}-${accountId}-${homeRegion}`;
}

/** A role of an account for each pattern; for the bootstrap roles, the ones that there are. */
export function protectedRoles(
  model: OrganizationModel,
  accountId: string,
  patterns: readonly string[],
): ProtectedRole[] {
  return patterns.flatMap((pattern) =>
    pattern.endsWith(`:role/cdk-${model.bootstrapQualifier}-*`)
      ? BOOTSTRAP_ROLES.map((role) => ({ pattern, arn: bootstrapRoleArn(model, accountId, role) }))
      : { pattern, arn: pattern.replace('::*:', `::${accountId}:`).replaceAll('*', ANY) },
  );
}

/**
 * What must always work in a governed account, so that a bad policy can be taken back: assume its roles, read and write
 * stacks, publish assets, pass and mend roles.
 *
 * @see https://github.com/aws/aws-cdk-cli/blob/main/packages/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml
 */
export function requiredRequests(model: OrganizationModel, accountId: string): RequiredRequest[] {
  const { partition, bootstrapQualifier: qualifier, homeRegion } = model;
  const arn = (service: string, resource: string) =>
    `arn:${partition}:${service}:${homeRegion}:${accountId}:${resource}`;
  const executionRole = bootstrapRoleArn(model, accountId, 'cfn-exec-role');
  const asset = `arn:${partition}:s3:::cdk-${qualifier}-assets-${accountId}-${homeRegion}/asset.json`;
  const on = (resource: string, ...actions: string[]): RequiredRequest[] =>
    actions.map((action) => ({ action, resource }));
  return [
    ...on('*', 'sts:GetCallerIdentity'),
    ...on(bootstrapRoleArn(model, accountId, 'deploy-role'), 'sts:AssumeRole'),
    ...on(executionRole, 'iam:CreateRole', 'iam:GetRole', 'iam:PassRole'),
    ...on(
      arn('cloudformation', `stack/Account/${ANY}`),
      'cloudformation:CreateChangeSet',
      'cloudformation:CreateStack',
      'cloudformation:DeleteStack',
      'cloudformation:DescribeStacks',
      'cloudformation:ExecuteChangeSet',
      'cloudformation:UpdateStack',
    ),
    ...on(asset, 's3:GetObject', 's3:PutObject'),
    ...on(arn('kms', `key/${ANY}`), 'kms:Decrypt', 'kms:GenerateDataKey'),
    ...on(arn('ssm', `parameter/cdk-bootstrap/${qualifier}/version`), 'ssm:GetParameter'),
    ...on(arn('lambda', `function:${ANY}`), 'lambda:CreateFunction'),
    ...on(arn('logs', `log-group:${ANY}`), 'logs:CreateLogGroup'),
  ];
}
