import { checkPolicyDocument } from './check-policy-document';
import { compileConditions } from './conditions';
import type { OneOrMany, PolicyDocument, PolicyGrammar, PolicyStatement } from './policy-document';
import type { RequestContext } from './request-context';
import { every, not, some, type Trilean } from './trilean';
import { compileGlob, compilePattern, globMatches, isGlob, substitute } from './wildcard';

/** What a statement is matched against. */
export interface StatementRequest {
  /** Action in lower case. */
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** A statement prepared for many requests. */
export interface CompiledStatement {
  /** @default - the statement has no name */
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  matches(request: StatementRequest): Trilean;
}

type Test = (request: StatementRequest) => Trilean;

const COMPILED: Record<PolicyGrammar, WeakMap<PolicyDocument, CompiledStatement[]>> = {
  SERVICE_CONTROL_POLICY: new WeakMap(),
  RESOURCE_CONTROL_POLICY: new WeakMap(),
  IDENTITY_POLICY: new WeakMap(),
};

/**
 * Checks and compiles a document, once for each document object: later changes to the object have no effect.
 *
 * @throws Error that lists every fault of the document.
 */
export function compileDocument(
  document: PolicyDocument,
  type: PolicyGrammar,
  policyName: string,
): CompiledStatement[] {
  const known = COMPILED[type].get(document);
  if (known) return known;
  const problems = checkPolicyDocument(document, type);
  if (problems.length > 0) throw new Error(`malformed policy ${JSON.stringify(policyName)}: ${problems.join('; ')}`);
  const compiled = document.Statement.map(compileStatement);
  COMPILED[type].set(document, compiled);
  return compiled;
}

function compileStatement(statement: PolicyStatement): CompiledStatement {
  const action = actionTest(statement.Action ?? statement.NotAction ?? []);
  const resource = resourceTest(statement.Resource ?? statement.NotResource ?? []);
  const conditions = compileConditions(statement.Condition ?? {});
  // Cheapest first: most statements are about other actions.
  const tests: Test[] = [
    statement.Action === undefined ? (request) => not(action(request)) : action,
    statement.Resource === undefined ? (request) => not(resource(request)) : resource,
    (request) => conditions(request.context),
  ];
  return {
    sid: statement.Sid,
    effect: statement.Effect,
    matches: (request) => every(tests, (test) => test(request)),
  };
}

function actionTest(patterns: OneOrMany): Test {
  const globs = [patterns].flat().map((pattern) => compileGlob(pattern.toLowerCase()));
  return (request) => globs.some((glob) => globMatches(glob, request.action));
}

/**
 * A `*` may run past a colon here, unlike in ARN conditions; a pattern whose variable has no value matches no resource.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
function resourceTest(patterns: OneOrMany): Test {
  const tests = [patterns].flat().map((text): Test => {
    const pattern = compilePattern(text, true) ?? [];
    if (isGlob(pattern)) return (request) => globMatches(pattern, request.resource);
    return (request) => {
      const glob = substitute(pattern, request.context);
      return glob === 'unknown' ? glob : glob !== 'absent' && globMatches(glob, request.resource);
    };
  });
  return (request) => some(tests, (test) => test(request));
}
