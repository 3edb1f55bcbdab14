import { type CfnResource, Stack } from 'aws-cdk-lib';
import { NagRuleCompliance } from 'cdk-nag';
import { type PermissionSetPrivilege, PRIVILEGED_SESSION_HOURS, privilegeOf } from '../../../identity-center';
import type { KismsRuleResult } from '../../rule';
import { compliance, UNKNOWN } from '../../tokens';
import { refersTo, siblings } from '../siblings';
import { listOf, statementsOf, type TemplateStatement, textOf } from './statements';

const AWS_MANAGED = /:iam::aws:policy\/(?:.*\/)?([^/]+)$/;

/**
 * What AWS managed and inline policies allow, classed as permission sets of Identity Center are.
 *
 * Customer managed policies count for nothing. Below `admin`, a policy that only the deployment knows leaves it open.
 */
export function privilegeIn(
  node: CfnResource,
  managedPolicies: readonly unknown[] | undefined,
  documents: readonly unknown[] = [],
): PermissionSetPrivilege | typeof UNKNOWN {
  const arns = listOf(Stack.of(node).resolve(managedPolicies));
  const inline = documents.map((document) => statementsOf(node, document));
  const privilege = privilegeOf({
    managedPolicies: arns.flatMap((arn) => AWS_MANAGED.exec(textOf(arn))?.[1] ?? []),
    statements: inline.flatMap((statements) => (statements === UNKNOWN ? [] : statements.map(plain))),
  });
  const isOpen = inline.includes(UNKNOWN) || arns.some((arn) => typeof arn !== 'string' && !isKnown(node, arn));
  return privilege !== 'admin' && isOpen ? UNKNOWN : privilege;
}

/** Compliance of the longest session, in seconds, with what is allowed to administrators. */
export function sessionCompliance(
  privilege: PermissionSetPrivilege | typeof UNKNOWN,
  session: number | typeof UNKNOWN,
): KismsRuleResult {
  if (privilege !== 'admin' && privilege !== UNKNOWN) return NagRuleCompliance.NOT_APPLICABLE;
  const found = compliance(session, (seconds) => seconds <= PRIVILEGED_SESSION_HOURS * 3600);
  return privilege === UNKNOWN && found === NagRuleCompliance.NON_COMPLIANT ? UNKNOWN : found;
}

function isKnown(node: CfnResource, arn: unknown): boolean {
  return (
    AWS_MANAGED.test(textOf(arn)) || siblings(node, 'AWS::IAM::ManagedPolicy').some((policy) => refersTo(arn, policy))
  );
}

/** The statement with marks instead of CloudFormation functions; a mark fits no action. */
function plain({ Effect, Action, NotAction, Resource, Condition }: TemplateStatement) {
  return {
    Effect: Effect === 'Allow' ? ('Allow' as const) : ('Deny' as const),
    Resource: listOf(Resource).map(textOf),
    ...(NotAction === undefined
      ? { Action: listOf(Action).map(textOf) }
      : { NotAction: listOf(NotAction).map(textOf) }),
    // Only its presence matters: a Deny that has one denies less.
    ...(Condition !== undefined && { Condition: {} }),
  };
}
