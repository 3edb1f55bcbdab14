import type { OrganizationConfig } from '../config/schema/organization';
import { type ProblemList, quote } from './model-problem';
import type { OrganizationModel } from './organization-model';

/** Roles that AWS Control Tower and CloudFormation StackSets govern an account with. */
const AWS_ROLES = ['AWSControlTowerExecution', 'aws-controltower-*', 'stacksets-exec-*'];

/** A pattern with fewer characters that are no wildcard exempts roles that nobody meant. */
const MIN_LITERAL_CHARACTERS = 3;

/** What the CDK takes when nobody names a qualifier. */
const DEFAULT_QUALIFIER = 'hnb659fds';

/** Qualifier of the CDK bootstrap. */
export const bootstrapQualifier = (config: OrganizationConfig): string =>
  config.deployment.bootstrapQualifier ?? DEFAULT_QUALIFIER;

function faultOf(role: string): { en: string; ko: string } | undefined {
  if (/^\/|\/\/|\/$/.test(role)) {
    return {
      en: `${quote(role)} matches no role: write NAME or PATH/NAME, without a slash at either end`,
      ko: `${quote(role)}에 맞는 역할이 없습니다: 앞뒤 슬래시 없이 NAME 또는 PATH/NAME으로 적으세요`,
    };
  }
  if (role.replace(/[*/]/g, '').length < MIN_LITERAL_CHARACTERS) {
    return {
      en: `${quote(role)} would exempt nearly every role from the guardrails: name the role, or a path of its own such as "break-glass/*"`,
      ko: `${quote(role)}은(는) 거의 모든 역할을 가드레일에서 제외합니다: 역할 이름이나 "break-glass/*" 같은 전용 경로를 적으세요`,
    };
  }
  return undefined;
}

/** Reports role patterns that exempt everybody, or nobody, and bootstrap roles that are not ours alone. */
export function checkExemptRoles(config: OrganizationConfig, list: ProblemList): void {
  const qualifier = bootstrapQualifier(config);
  if (qualifier === DEFAULT_QUALIFIER && config.guardrails !== undefined) {
    list.warning(
      ['deployment', ...(config.deployment.bootstrapQualifier === undefined ? [] : ['bootstrapQualifier'])],
      {
        en: `guardrails exempt the bootstrap roles of ${quote(qualifier)}, which everybody who uses the CDK shares; bootstrap this repository with a qualifier of its own and write it as bootstrapQualifier`,
        ko: `가드레일이 ${quote(qualifier)}의 부트스트랩 역할을 예외로 두는데, CDK를 쓰는 누구나 이 역할을 함께 씁니다: 이 저장소 전용 한정자로 부트스트랩하고 bootstrapQualifier에 적으세요`,
      },
    );
  }
  for (const key of ['deployment', 'breakGlass'] as const) {
    for (const [index, role] of (config[key].roles ?? []).entries()) {
      const fault = faultOf(role);
      if (fault) list.error([key, 'roles', index], fault);
    }
  }
}

/** ARN patterns of the roles that no guardrail binds; patterns with a fault are left out. */
export function exemptRoles(
  config: OrganizationConfig,
  partition: string,
): Pick<OrganizationModel, 'deploymentPrincipalArns' | 'exemptPrincipalArns'> {
  const arns = (roles: readonly string[]): string[] =>
    roles.filter((role) => !faultOf(role)).map((role) => `arn:${partition}:iam::*:role/${role}`);
  const deployment = arns([`cdk-${bootstrapQualifier(config)}-*`, ...(config.deployment.roles ?? [])]);
  return {
    deploymentPrincipalArns: deployment,
    exemptPrincipalArns: [...deployment, ...arns([...AWS_ROLES, ...config.breakGlass.roles])],
  };
}
