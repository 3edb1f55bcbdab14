import { evaluateAccess, type PolicyStatement } from '../../../../constructs/policy-evaluator';
import { AUTHORIZATION } from '../fixtures';
import { MEMBER, policiesOf, requestOf, statementsOf } from './proof';

const PRINCIPAL_ARN = 'aws:PrincipalArn';

/** The statement as it would be if the exemption had been forgotten. */
function withoutExemption(statement: PolicyStatement): PolicyStatement {
  const { ArnNotLike: _, ArnNotLikeIfExists: __, ...Condition } = statement.Condition ?? {};
  return { ...statement, Condition };
}

const exemptedByName = AUTHORIZATION.flatMap(({ id, policyType }) =>
  statementsOf(id).map((statement) => ({ id, policyType, statement })),
).filter(({ statement }) =>
  [statement.Condition?.ArnNotLike, statement.Condition?.ArnNotLikeIfExists].some(
    (keys) => keys?.[PRINCIPAL_ARN] !== undefined,
  ),
);

// A proof is worth something only if it fails for a policy that is wrong.
test.each(exemptedByName)(
  'without its exemption, $statement.Sid may lock the deployment role out',
  ({ policyType, statement }) => {
    const [action = ''] = [statement.Action ?? 'ec2:RunInstances'].flat();
    const [resource = '*'] = [statement.Resource ?? '*'].flat();
    const mutant = [withoutExemption(statement)];
    const { context: _, ...request } = requestOf('deployment', {
      action: action === '*' ? 'ec2:RunInstances' : action.replaceAll('*', 'X'),
      resource: resource.replace('${aws:PrincipalAccount}', MEMBER).replaceAll('*', 'x').replace(/^x$/, '*'),
    });
    const policies = policyType === 'SERVICE_CONTROL_POLICY' ? policiesOf(mutant) : policiesOf([], mutant);
    const isAboutRoot = JSON.stringify(statement.Condition).includes(':root"');
    expect(evaluateAccess(request, policies, { unknownContextKeys: 'unknown' }).decision === 'allow').toBe(isAboutRoot);
  },
);
