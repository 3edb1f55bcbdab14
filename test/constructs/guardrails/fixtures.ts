import {
  type AuthorizationGuardrail,
  GUARDRAILS,
  type GuardrailContext,
  type GuardrailParameterValues,
  type SettingsGuardrail,
} from '../../../constructs/guardrails';

/** The organization that the guardrails of these tests protect. */
export const CONTEXT: GuardrailContext = {
  partition: 'aws',
  organizationId: 'o-exampleorgid',
  homeRegion: 'ap-northeast-2',
  bootstrapQualifier: 'hnb659fds',
  deploymentAccountId: '666677778888',
  governedRegions: ['ap-northeast-2', 'us-east-1'],
  exemptPrincipalArns: [
    'arn:aws:iam::*:role/AWSControlTowerExecution',
    'arn:aws:iam::*:role/break-glass/emergency-access',
    'arn:aws:iam::*:role/cdk-hnb659fds-*-111122223333-*',
  ],
};

/** Values of the parameters that have no default. */
export const REQUIRED: Record<string, Partial<GuardrailParameterValues>> = {
  'rcp-oidc-tenants': { subjects: ['repo:example-org/*'] },
};

export const isAuthorization = (guardrail: object): guardrail is AuthorizationGuardrail => 'statements' in guardrail;

export const AUTHORIZATION: AuthorizationGuardrail[] = GUARDRAILS.filter(isAuthorization);
export const SETTINGS = GUARDRAILS.filter((guardrail): guardrail is SettingsGuardrail => !isAuthorization(guardrail));
