import { CONDITION_OPERATORS } from './condition-operators';
import { parseOperatorName } from './conditions';
import type { PolicyGrammar } from './policy-document';
import { RCP_SERVICES } from './rcp-services';
import { compilePattern, splitArn } from './wildcard';

type JsonObject = Record<string, unknown>;

const DOCUMENT_ELEMENTS = ['Version', 'Statement'];
/** Of SCPs and identity policies. */
const IAM_ELEMENTS = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];
const RCP_ELEMENTS = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'NotResource', 'Condition'];

/**
 * Finds every grammar fault of an SCP, RCP or identity policy; an empty list when there is none. SCPs are checked by the
 * full IAM policy language, which they support since September 2025: an Allow may have conditions, resources and
 * `NotAction`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 * @see https://aws.amazon.com/blogs/security/unlock-new-possibilities-aws-organizations-service-control-policy-now-supports-full-iam-language
 */
export function checkPolicyDocument(document: unknown, type: PolicyGrammar): string[] {
  if (!isObject(document)) return [`the policy is ${show(document)}: expected an object`];
  const problems = unknownElements(document, DOCUMENT_ELEMENTS).map((problem) => `policy: ${problem}`);
  if (document.Version !== '2012-10-17') {
    problems.push(`Version is ${show(document.Version)}: expected "2012-10-17"`);
  }
  const statements = document.Statement;
  if (!Array.isArray(statements) || statements.length === 0) {
    return [...problems, `Statement is ${show(statements)}: expected a list of one or more statements`];
  }
  const sids = new Set<unknown>();
  statements.forEach((statement: unknown, index) => {
    const name = isObject(statement) && typeof statement.Sid === 'string' ? ` ${show(statement.Sid)}` : '';
    for (const problem of statementProblems(statement, type, sids)) {
      problems.push(`Statement[${index}]${name}: ${problem}`);
    }
  });
  return problems;
}

function statementProblems(statement: unknown, type: PolicyGrammar, sids: Set<unknown>): string[] {
  if (!isObject(statement)) return [`the statement is ${show(statement)}: expected an object`];
  if (type === 'RESOURCE_CONTROL_POLICY' && isRcpFullAccess(statement)) return [];
  const problems = unknownElements(statement, type === 'RESOURCE_CONTROL_POLICY' ? RCP_ELEMENTS : IAM_ELEMENTS);
  const { Sid, Effect, Principal, Condition } = statement;
  if (Sid !== undefined) {
    if (typeof Sid !== 'string' || !/^[A-Za-z0-9]+$/.test(Sid)) {
      problems.push(`Sid is ${show(Sid)}: expected letters A-Z and a-z and digits only`);
    }
    if (sids.has(Sid)) problems.push(`Sid ${show(Sid)} is used twice: give each statement its own`);
    sids.add(Sid);
  }
  if (type === 'RESOURCE_CONTROL_POLICY') {
    if (Effect !== 'Deny') {
      problems.push(`Effect is ${show(Effect)}: expected "Deny", since only RCPFullAWSAccess may allow`);
    }
    if (Principal !== '*') problems.push(`Principal is ${show(Principal)}: expected "*"; narrow it with a Condition`);
  } else if (Effect !== 'Allow' && Effect !== 'Deny') {
    problems.push(`Effect is ${show(Effect)}: expected "Allow" or "Deny"`);
  }
  const notAction = type === 'RESOURCE_CONTROL_POLICY' ? [] : ['NotAction'];
  problems.push(...oneOf(statement, ['Action', ...notAction], (action) => actionProblem(action, type)));
  problems.push(...oneOf(statement, ['Resource', 'NotResource'], resourceProblem));
  if (Condition !== undefined) problems.push(...conditionProblems(Condition));
  return problems;
}

/** The one statement of the AWS managed policy `RCPFullAWSAccess`. */
function isRcpFullAccess(statement: JsonObject): boolean {
  const { Effect, Principal, Action, Resource, ...others } = statement;
  return (
    Effect === 'Allow' && [Principal, Action, Resource].every((e) => e === '*') && Object.keys(others).length === 0
  );
}

function oneOf(statement: JsonObject, names: string[], check: (value: string) => string | undefined): string[] {
  const present = names.filter((name) => statement[name] !== undefined);
  if (present.length !== 1) {
    const found = present.length === 0 ? 'is missing' : 'are both present';
    return [`${names.join(present.length === 0 ? ' or ' : ' and ')} ${found}: expected exactly one`];
  }
  const [name = ''] = present;
  const values = textList(statement[name]);
  if (!values) return [`${name} is ${show(statement[name])}: expected text or a list of one or more texts`];
  return values.flatMap((value) => {
    const problem = check(value);
    return problem === undefined ? [] : [`${name} ${show(value)} ${problem}`];
  });
}

function actionProblem(action: string, type: PolicyGrammar): string | undefined {
  const service = /^([a-z0-9-]+):[a-z0-9*?-]+$/i.exec(action)?.[1]?.toLowerCase();
  if (type !== 'RESOURCE_CONTROL_POLICY') {
    return service || action === '*'
      ? undefined
      : 'is malformed: expected "*" or "service:Action", wildcards after the colon';
  }
  if (!service) return 'is malformed: expected "service:Action", wildcards after the colon; an RCP may not use "*"';
  return RCP_SERVICES.includes(service) ? undefined : `names ${show(service)}, which does not support RCPs: use an SCP`;
}

function resourceProblem(resource: string): string | undefined {
  if (resource === '*') return undefined;
  const segments = splitArn(resource);
  if (!resource.startsWith('arn:') || (!segments && !resource.endsWith('*'))) {
    return 'is malformed: expected "*" or an ARN pattern of six parts';
  }
  if (!compilePattern(resource, true) || segments?.slice(0, 5).some((segment) => segment.includes('$'))) {
    return "has a malformed or misplaced variable: expected ${key} or ${key, 'default'} after the fifth colon";
  }
  return undefined;
}

function conditionProblems(condition: unknown): string[] {
  if (!isObject(condition)) return [`Condition is ${show(condition)}: expected an object`];
  return Object.entries(condition).flatMap(([operator, keys]) => {
    const { quantifier, base, ifExists } = parseOperatorName(operator);
    const comparison = CONDITION_OPERATORS.get(base);
    const isNull = base === 'Null' && !ifExists && !quantifier;
    if (!comparison && !isNull) {
      return [
        `unknown condition operator ${show(operator)}: expected one of ${[...CONDITION_OPERATORS.keys()].join(', ')} (with ForAllValues:, ForAnyValue: or IfExists) or Null`,
      ];
    }
    if (!isObject(keys) || Object.keys(keys).length === 0) {
      return [`${operator} is ${show(keys)}: expected an object of condition keys`];
    }
    const { expects, compile } = comparison ?? NULL_CHECK;
    return Object.entries(keys).flatMap(([key, value]) => {
      if (!/^[^:\s]+:\S.*$/.test(key)) return [`condition key ${show(key)} is malformed: expected "prefix:name"`];
      const values = textList(value);
      if (!values) return [`${operator} ${key} is ${show(value)}: expected text or a list of one or more texts`];
      return values
        .filter((text) => compile(text) === undefined)
        .map((text) => `${operator} ${key} is ${show(text)}: expected ${expects}`);
    });
  });
}

const NULL_CHECK = {
  expects: '"true" or "false"',
  compile: (value: string) => (/^(true|false)$/i.test(value) ? value : undefined),
};

function unknownElements(object: JsonObject, known: string[]): string[] {
  return Object.keys(object)
    .filter((element) => !known.includes(element))
    .map((element) => `element ${show(element)} is not supported: expected only ${known.join(', ')}`);
}

function textList(value: unknown): string[] | undefined {
  const values = [value].flat();
  return values.length > 0 && values.every((item) => typeof item === 'string') ? (values as string[]) : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'missing';
}
