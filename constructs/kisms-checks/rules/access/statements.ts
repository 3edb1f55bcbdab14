import { type CfnResource, type IResolvable, Stack } from 'aws-cdk-lib';
import { isIntrinsic, resolved, UNKNOWN } from '../../tokens';
import { type Answer, anyOf } from '../answer';

/** A statement of a policy in a template: any part may be a CloudFormation function. */
export interface TemplateStatement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

/** Condition operators, in lower case, that fail when the key is absent from the request. */
const POSITIVE =
  /^(?:foranyvalue:)?(?:stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|ipaddress|bool)$/;

/** Literal characters that a pattern needs before its first wildcard to name somebody: `vpce-*` and `o-*` name anyone. */
const MIN_PREFIX = 6;

/** Stands for a part of a text that only the deployment knows; no character of it means anything in a policy. */
const UNKNOWN_PART = '<unknown>';

/** Stands for the account of the stack. */
const OWN_ACCOUNT = '<own>';

/**
 * Statements of a policy document, given as an object or as JSON text.
 *
 * @throws SyntaxError when the text is no JSON, which CloudFormation would refuse as well
 */
export function statementsOf(
  node: CfnResource,
  document: unknown | IResolvable,
): readonly TemplateStatement[] | typeof UNKNOWN {
  const found = resolved<unknown>(node, document);
  if (found === UNKNOWN) return UNKNOWN;
  const { Statement = [] } = (typeof found === 'string' ? JSON.parse(found) : (found ?? {})) as {
    Statement?: TemplateStatement;
  };
  return [Statement].flat();
}

/** Whether one of the Allow statements gives a yes. */
export function someAllow(
  node: CfnResource,
  document: unknown,
  question: (statement: TemplateStatement) => Answer,
): Answer {
  const statements = statementsOf(node, document);
  if (statements === UNKNOWN) return UNKNOWN;
  return anyOf(
    statements.map((statement) => {
      if (isIntrinsic(statement)) return UNKNOWN;
      return statement.Effect === 'Allow' ? question(statement) : false;
    }),
  );
}

/** Values of one kind of principal, such as `AWS` or `Federated`; `*` alone counts as every kind. */
export function principalsOf({ Principal }: TemplateStatement, kind: string): unknown[] {
  if (typeof Principal === 'string' || isIntrinsic(Principal)) return [Principal];
  return listOf((Principal as Record<string, unknown> | undefined)?.[kind]);
}

/** Whether a statement speaks to every AWS principal there is. */
export function isAnyone(statement: TemplateStatement): boolean {
  return statement.NotPrincipal !== undefined || principalsOf(statement, 'AWS').includes('*');
}

/** Account of an AWS principal: its id, `own` for the account of the stack, or only the deployment knows. */
export function accountOf(node: CfnResource, principal: unknown): string | typeof UNKNOWN {
  // An attribute of a resource of the template belongs to its account.
  if (isIntrinsic(principal) && Object.keys(principal as object)[0] === 'Fn::GetAtt') return 'own';
  const [, bare, ofArn] = /^(\d{12}|<own>)$|^arn:[^:]*:[^:]*:[^:]*:(\d{12}|<own>):/.exec(textOf(principal)) ?? [];
  const account = bare ?? ofArn;
  if (account === undefined) return UNKNOWN;
  return account === OWN_ACCOUNT || account === Stack.of(node).account ? 'own' : account;
}

/**
 * Whether a condition names who may call by one of the keys, and not by a pattern that fits anyone.
 *
 * Negated operators and those that pass without the key do not count. A value that only the deployment knows counts.
 */
export function isLimitedBy(condition: unknown, isKey: (key: string) => boolean): Answer {
  if (isIntrinsic(condition)) return UNKNOWN;
  return anyOf(
    Object.entries((condition ?? {}) as Record<string, unknown>)
      .filter(([operator]) => POSITIVE.test(operator.toLowerCase()))
      .map(([, tests]) => {
        if (isIntrinsic(tests)) return UNKNOWN;
        return Object.entries(tests as Record<string, unknown>).some(
          ([key, values]) => isKey(key) && listOf(values).every((value) => namesSomebody(textOf(value))),
        );
      }),
  );
}

function namesSomebody(value: string): boolean {
  if (value.startsWith('arn:')) {
    const [, , , , account = '', ...resource] = value.split(':');
    return account === '' ? !/^[*?]/.test(resource.join(':')) : !/[*?]/.test(account);
  }
  const wildcard = value.search(/[*?]/);
  return (wildcard === -1 || wildcard >= MIN_PREFIX) && !/^(?:(?:0\.0\.0\.0|::)\/0|false)$/.test(value);
}

/** One value or several, as a list. */
export function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}

/** A resolved value as text, with marks for the parts that only the deployment knows. */
export function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { Ref: ref, 'Fn::Join': join } = value as { Ref?: unknown; 'Fn::Join'?: [string, unknown] };
  if (ref === 'AWS::AccountId') return OWN_ACCOUNT;
  return Array.isArray(join?.[1]) ? join[1].map(textOf).join(join[0]) : UNKNOWN_PART;
}
