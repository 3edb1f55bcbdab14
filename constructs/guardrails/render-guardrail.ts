import type { PolicyStatement } from '../policy-evaluator';
import { bindsExemptRoles, checkExemptPrincipals, exempt } from './exemption';
import type {
  AuthorizationGuardrail,
  Guardrail,
  GuardrailContext,
  GuardrailParameterValues,
  SettingsGuardrail,
} from './guardrail';
import { resolveParameters } from './parameter-values';

const SID = /^[A-Za-z0-9]{1,64}$/;

const pascalCase = (id: string): string =>
  id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function renderStatement(
  guardrail: AuthorizationGuardrail,
  context: GuardrailContext,
  written: PolicyStatement,
): PolicyStatement {
  const { Sid: suffix = '', Effect, ...rest } = written;
  const sid = `${pascalCase(guardrail.id)}${suffix}`;
  if (!SID.test(sid))
    throw new Error(
      `guardrail ${JSON.stringify(guardrail.id)} has the Sid ${JSON.stringify(sid)}, which does not match ${SID}`,
    );
  const principal = guardrail.policyType === 'RESOURCE_CONTROL_POLICY' ? { Principal: '*' } : {};
  const statement = exempt({ Sid: sid, Effect, ...principal, ...rest }, guardrail.policyType, context);
  if (bindsExemptRoles(statement, guardrail.policyType, context)) {
    throw new Error(
      `statement ${JSON.stringify(sid)} of guardrail ${JSON.stringify(guardrail.id)} has Effect ${JSON.stringify(Effect)} and could bind an exempt role: guardrails only deny, and only others than ${JSON.stringify(context.exemptPrincipalArns)}`,
    );
  }
  return statement;
}

/**
 * Renders one use of an authorization guardrail as policy statements that never bind the exempt roles.
 *
 * @throws if a parameter is unknown, missing or invalid, if no usable exempt role is named, or if a statement could bind one
 */
export function renderGuardrail(
  guardrail: AuthorizationGuardrail,
  context: GuardrailContext,
  parameters?: Partial<GuardrailParameterValues>,
): PolicyStatement[];
/**
 * Renders one use of a settings guardrail as policy content.
 *
 * @throws if a parameter is unknown, missing or invalid
 */
export function renderGuardrail(
  guardrail: SettingsGuardrail,
  context: GuardrailContext,
  parameters?: Partial<GuardrailParameterValues>,
): Record<string, unknown>;
export function renderGuardrail(
  guardrail: Guardrail,
  context: GuardrailContext,
  parameters?: Partial<GuardrailParameterValues>,
): PolicyStatement[] | Record<string, unknown> {
  const values = resolveParameters(guardrail, parameters);
  if ('content' in guardrail) return guardrail.content(context, values);
  checkExemptPrincipals(context);
  return guardrail.statements(context, values).map((statement) => renderStatement(guardrail, context, statement));
}
