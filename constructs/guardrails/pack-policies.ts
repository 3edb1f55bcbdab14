import type { OneOrMany, PolicyConditions, PolicyDocument, PolicyStatement } from '../policy-evaluator';
import { listOf } from './exemption';

/** How `packPolicies` packs. */
export interface PackPoliciesOptions {
  /** Size limit of one policy, in characters of its compact JSON, for example 5120. */
  readonly maxCharacters: number;
}

const MAX_SID_LENGTH = 64;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** By name; statements without one by their text, so that no order depends on the caller's. */
const bySid = (a: PolicyStatement, b: PolicyStatement): number =>
  byText(a.Sid ?? JSON.stringify(a), b.Sid ?? JSON.stringify(b));
const sizeOf = (value: unknown): number => JSON.stringify(value).length;
const documentOf = (statements: PolicyStatement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements,
});

function compact(value: OneOrMany): OneOrMany {
  const values = [...new Set(listOf(value))].sort();
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}

function compactConditions(conditions: PolicyConditions): PolicyConditions {
  const compactKeys = (keys: Record<string, OneOrMany>) =>
    Object.fromEntries(
      Object.entries(keys)
        .map(([key, value]): [string, OneOrMany] => [key, compact(value)])
        .sort(([a], [b]) => byText(a, b)),
    );
  return Object.fromEntries(
    Object.entries(conditions)
      .map(([operator, keys]): [string, Record<string, OneOrMany>] => [operator, compactKeys(keys)])
      .sort(([a], [b]) => byText(a, b)),
  );
}

/** The same statement in its shortest form and in one order of keys, so that equal parts are equal text. */
function compactStatement(statement: PolicyStatement): PolicyStatement {
  const { Sid, Effect, Principal, Action, NotAction, Resource, NotResource, Condition } = statement;
  return {
    ...(Sid !== undefined && { Sid }),
    Effect,
    ...(Principal !== undefined && { Principal }),
    ...(Action !== undefined && { Action: compact(Action) }),
    ...(NotAction !== undefined && { NotAction: compact(NotAction) }),
    ...(Resource !== undefined && { Resource: compact(Resource) }),
    ...(NotResource !== undefined && { NotResource: compact(NotResource) }),
    ...(Condition !== undefined && { Condition: compactConditions(Condition) }),
  };
}

function joinedSid(statements: PolicyStatement[]): string {
  const sids = statements.map(({ Sid = '' }) => Sid);
  const all = sids.join('');
  if (all.length <= MAX_SID_LENGTH) return all;
  const ending = `And${sids.length - 1}More`;
  return `${(sids[0] ?? '').slice(0, MAX_SID_LENGTH - ending.length)}${ending}`;
}

/** Joins statements that differ only in their actions into one. */
function joinActions(statements: PolicyStatement[]): PolicyStatement[] {
  const groups = new Map<string, PolicyStatement[]>();
  for (const statement of statements) {
    const { Sid: _, Action, ...rest } = statement;
    const key = JSON.stringify(Action === undefined ? statement : rest);
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.sort(bySid);
    if (first === undefined || others.length === 0) return group;
    return [{ ...first, Sid: joinedSid(group), Action: compact(group.flatMap(({ Action }) => listOf(Action))) }];
  });
}

/** First-fit decreasing: the largest statement first, each into the first policy that has room once it is shaped. */
function firstFit(
  statements: PolicyStatement[],
  maxCharacters: number,
  shape: (statements: PolicyStatement[]) => PolicyStatement[],
): PolicyDocument[] {
  const policies: PolicyStatement[][] = [];
  for (const statement of [...statements].sort((a, b) => sizeOf(b) - sizeOf(a))) {
    const policy = policies.find((held) => sizeOf(documentOf(shape([...held, statement]))) <= maxCharacters);
    if (policy === undefined) policies.push([statement]);
    else policy.push(statement);
  }
  return policies.map((policy) => documentOf(shape(policy).sort(bySid)));
}

function checkStatements(statements: PolicyStatement[], maxCharacters: number): void {
  const seen = new Set<string>();
  for (const statement of statements) {
    const { Sid } = statement;
    if (Sid !== undefined && seen.has(Sid)) {
      throw new Error(
        `two statements have the Sid ${JSON.stringify(Sid)}: rename one, or use the guardrail once for a target`,
      );
    }
    if (Sid !== undefined) seen.add(Sid);
    const size = sizeOf(documentOf([statement]));
    if (size > maxCharacters) {
      throw new Error(
        `statement ${JSON.stringify(Sid ?? statement)} needs a policy of ${size} characters, more than the ${maxCharacters} of 'maxCharacters': shorten its lists`,
      );
    }
  }
}

/**
 * Packs statements into as few policy documents as fit, whatever their order.
 *
 * Statements that differ only in their actions are joined when that saves a policy; the Sid then names what it holds.
 *
 * @throws if two statements have one Sid, or if a statement alone does not fit
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export function packPolicies(statements: PolicyStatement[], options: PackPoliciesOptions): PolicyDocument[] {
  const { maxCharacters } = options;
  const sorted = statements.map(compactStatement).sort(bySid);
  checkStatements(sorted, maxCharacters);
  const separate = firstFit(sorted, maxCharacters, (held) => [...held]);
  const joined = firstFit(sorted, maxCharacters, joinActions);
  return joined.length < separate.length ? joined : separate;
}
