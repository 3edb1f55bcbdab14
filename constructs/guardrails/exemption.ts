import type { OneOrMany, PolicyConditions, PolicyStatement } from '../policy-evaluator';
import type { AuthorizationGuardrail, GuardrailContext } from './guardrail';

const PRINCIPAL_ARN = 'aws:PrincipalArn';

/** A pattern with fewer literal characters in the role's name exempts roles that nobody meant. */
const MIN_LITERAL_CHARACTERS = 3;

/** One value or several, as a list. */
export const listOf = (value: OneOrMany | undefined): string[] => (value === undefined ? [] : [value].flat());

/** Values of one condition key under one operator; condition keys are not case-sensitive. */
function valuesOf(conditions: PolicyConditions | undefined, operator: string, key: string): string[] {
  const wanted = key.toLowerCase();
  return Object.entries(conditions?.[operator] ?? {})
    .filter(([name]) => name.toLowerCase() === wanted)
    .flatMap(([, value]) => listOf(value));
}

/**
 * Checks the ARN patterns of the roles that no guardrail binds.
 *
 * @throws if there is none, or one that is not an IAM role ARN of the partition, or one that matches nearly every role
 */
export function checkExemptPrincipals({ partition, exemptPrincipalArns }: GuardrailContext): void {
  if (exemptPrincipalArns.length === 0) {
    throw new Error(
      "'exemptPrincipalArns' is [], so that nobody could undo a guardrail: name at least the deployment role",
    );
  }
  // A session's `aws:PrincipalArn` is the ARN of its role, never `arn:aws:sts::…:assumed-role/…`.
  const role = new RegExp(`^arn:${partition}:iam::(?:\\*|\\d{12}):role/([\\w+=,.@*?/-]+)$`);
  for (const arn of exemptPrincipalArns) {
    const name = role.exec(arn)?.[1];
    if (name === undefined) {
      const form = `arn:${partition}:iam::*:role/NAME`;
      throw new Error(
        `'exemptPrincipalArns' has ${JSON.stringify(arn)}, which is not the ARN of an IAM role: write ${form}`,
      );
    }
    if (name.replace(/[*?/]/g, '').length < MIN_LITERAL_CHARACTERS) {
      throw new Error(
        `'exemptPrincipalArns' has ${JSON.stringify(arn)}, which exempts nearly every role: name the role`,
      );
    }
  }
}

/** Whether the statement binds only principals outside the organization, or only AWS services: never one of our roles. */
function bindsOnlyOthers({ Condition }: PolicyStatement, { organizationId }: GuardrailContext): boolean {
  const outsiders = ['StringNotEquals', 'StringNotEqualsIfExists'].some((operator) =>
    valuesOf(Condition, operator, 'aws:PrincipalOrgID').includes(organizationId),
  );
  return outsiders || valuesOf(Condition, 'Bool', 'aws:PrincipalIsAWSService').includes('true');
}

/** A federated caller has no role yet when it assumes one, so only the role it asks for can be exempt. */
function bindsOnlyFederation({ Action }: PolicyStatement): boolean {
  const actions = listOf(Action);
  return actions.length > 0 && actions.every((action) => action === 'sts:AssumeRoleWithWebIdentity');
}

function withPrincipalExemption(statement: PolicyStatement, operator: string, arns: string[]): PolicyStatement {
  const present = valuesOf(statement.Condition, operator, PRINCIPAL_ARN);
  const others = Object.fromEntries(
    Object.entries(statement.Condition?.[operator] ?? {}).filter(
      ([key]) => key.toLowerCase() !== PRINCIPAL_ARN.toLowerCase(),
    ),
  );
  // A negated operator holds only when no value matches, so one longer list is the AND of both lists.
  const merged = [...new Set([...present, ...arns])].sort();
  return { ...statement, Condition: { ...statement.Condition, [operator]: { ...others, [PRINCIPAL_ARN]: merged } } };
}

/** Adds the exemption of the governance roles to one Deny statement, in the form that the policy type needs. */
export function exempt(
  statement: PolicyStatement,
  type: AuthorizationGuardrail['policyType'],
  context: GuardrailContext,
): PolicyStatement {
  const { exemptPrincipalArns: arns } = context;
  if (type === 'SERVICE_CONTROL_POLICY') return withPrincipalExemption(statement, 'ArnNotLike', arns);
  // An exemption by name here would also let in a role of that name from anybody's account.
  if (bindsOnlyOthers(statement, context)) return statement;
  if (bindsOnlyFederation(statement)) {
    const { Resource: _, ...rest } = statement;
    return { ...rest, NotResource: [...new Set([...listOf(statement.NotResource), ...arns])].sort() };
  }
  return withPrincipalExemption(statement, 'ArnNotLikeIfExists', arns);
}

/** Whether the statement could deny something to one of the exempt roles. */
export function bindsExemptRoles(
  statement: PolicyStatement,
  type: AuthorizationGuardrail['policyType'],
  context: GuardrailContext,
): boolean {
  if (statement.Effect !== 'Deny') return true;
  const exempts = (values: string[]) => context.exemptPrincipalArns.every((arn) => values.includes(arn));
  if (exempts(valuesOf(statement.Condition, 'ArnNotLike', PRINCIPAL_ARN))) return false;
  if (type === 'SERVICE_CONTROL_POLICY') return true;
  if (exempts(valuesOf(statement.Condition, 'ArnNotLikeIfExists', PRINCIPAL_ARN))) return false;
  if (bindsOnlyOthers(statement, context)) return false;
  return !(bindsOnlyFederation(statement) && exempts(listOf(statement.NotResource)));
}
