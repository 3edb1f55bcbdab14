import { type AccessRequest, evaluateAccess, type PolicyConditions } from '../../../constructs/policy-evaluator';
import { denyWhen, MEMBER, ORGANIZATION, ROLE } from './fixtures';

function decide(conditions: PolicyConditions, context: AccessRequest['context'] = {}, unknown = false): string {
  const request = { principal: ROLE, action: 's3:GetObject', resource: 'arn:aws:s3:::data/x', context };
  return evaluateAccess(request, denyWhen(conditions), { unknownContextKeys: unknown ? 'unknown' : 'absent' }).decision;
}
const holds = (conditions: PolicyConditions, context?: AccessRequest['context']) =>
  decide(conditions, context) === 'deny';

/** operator, its negation if it has one, policy value, request values that match, request values that do not */
const table: [operator: string, negation: string | undefined, policy: string, yes: string[], no: string[]][] = [
  ['StringEquals', 'StringNotEquals', 'Abc', ['Abc'], ['abc', 'Abcd', '']],
  ['StringEquals', 'StringNotEquals', 'a*', ['a*'], ['ab']],
  ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'Abc', ['ABC', 'abc'], ['abcd']],
  ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', '${aws:PrincipalOrgID}', [ORGANIZATION.toUpperCase()], ['x']],
  ['StringLike', 'StringNotLike', 'a*c?', ['acd', 'abbcd'], ['ac', 'Acd']],
  ['StringLike', 'StringNotLike', 'a${*}', ['a*'], ['ab']],
  ['StringLike', 'StringNotLike', '${aws:PrincipalAccount}-*', [`${MEMBER}-x`], ['444455556666-x']],
  ['StringEquals', 'StringNotEquals', "${aws:PrincipalTag/team, 'none'}", ['none'], ['team']],
  ['StringEquals', 'StringNotEquals', '${aws:PrincipalTag/team}', [], ['team', '']],
  ...['Equals', 'Like'].flatMap((kind): typeof table => [
    [
      `Arn${kind}`,
      `ArnNot${kind}`,
      'arn:aws:iam::*:role/gov-*',
      [`arn:aws:iam::${MEMBER}:role/gov-a:b`],
      [ROLE, 'gov'],
    ],
    [
      `Arn${kind}`,
      `ArnNot${kind}`,
      'arn:aws:sqs:*:*:q',
      ['arn:aws:sqs:r:1:q'],
      ['arn:aws:sqs:r:1:x:q', 'arn:aws:SQS:r:1:q'],
    ],
    [`Arn${kind}`, `ArnNot${kind}`, '*', ['arn:aws:s3:::b'], []],
    [`Arn${kind}`, `ArnNot${kind}`, '${aws:PrincipalArn}', [ROLE], [`${ROLE}2`]],
  ]),
  ['Bool', undefined, 'true', ['true', 'True'], ['false', 'yes']],
  ['NumericEquals', 'NumericNotEquals', '10', ['10', '10.0', '1e1'], ['9', 'ten', '']],
  ['NumericLessThan', undefined, '10', ['9.99', '-1'], ['10', '11', 'x']],
  ['NumericLessThanEquals', undefined, '10', ['10'], ['10.01']],
  ['NumericGreaterThan', undefined, '10', ['10.01'], ['10', '9']],
  ['NumericGreaterThanEquals', undefined, '10', ['10'], ['9.99']],
  [
    'DateEquals',
    'DateNotEquals',
    '2026-01-01T00:00:00Z',
    ['2026-01-01T09:00:00+09:00', '1767225600'],
    ['2026-01-02', 'x'],
  ],
  ['DateLessThan', undefined, '2026-01-01', ['2025-12-31T23:59:59Z'], ['2026-01-01T00:00:00Z']],
  ['DateLessThanEquals', undefined, '2026-01-01', ['2026-01-01T00:00Z'], ['2026-01-01T00:00:01Z']],
  ['DateGreaterThan', undefined, '2026-01-01', ['2026-01-01T00:00:00.5Z'], ['2026-01-01']],
  ['DateGreaterThanEquals', undefined, '2026-01-01', ['2026-01'], ['2025']],
  [
    'IpAddress',
    'NotIpAddress',
    '203.0.113.0/24',
    ['203.0.113.0', '203.0.113.255'],
    ['203.0.114.0', '2001:db8::1', 'x'],
  ],
  ['IpAddress', 'NotIpAddress', '203.0.113.7', ['203.0.113.7'], ['203.0.113.8', '203.0.113.0/24']],
  ['IpAddress', 'NotIpAddress', '0.0.0.0/0', ['255.255.255.255'], ['::', '256.0.0.1']],
  ['IpAddress', 'NotIpAddress', '2001:db8::/32', ['2001:DB8::1', '2001:db8:ffff:0:0:0:0:1'], ['2001:db9::', '1::2::3']],
  ['IpAddress', 'NotIpAddress', '::1', ['0:0:0:0:0:0:0:1'], ['::2', '1:2:3', '::/0']],
  ['BinaryEquals', undefined, 'QmluYXJ5', ['QmluYXJ5'], ['Qmlu', 'binary!']],
];
const key = 'test:Key';

describe.each(table)('%s / %s with %j', (operator, negation, policy, yes, no) => {
  const cases = [...yes.map((value) => [value, true] as const), ...no.map((value) => [value, false] as const)];

  test.each(cases)('request value %j: %j', (value, expected) => {
    expect(holds({ [operator]: { [key]: policy } }, { [key]: value })).toBe(expected);
    expect(holds({ [`${operator}IfExists`]: { [key]: policy } }, { [key]: value })).toBe(expected);
    if (negation) expect(holds({ [negation]: { [key]: policy } }, { [key]: value })).toBe(!expected);
  });

  test('a missing key fails the operator and satisfies its negation and IfExists', () => {
    expect(holds({ [operator]: { [key]: policy } })).toBe(false);
    expect(holds({ [`${operator}IfExists`]: { [key]: policy } })).toBe(true);
    if (negation) expect(holds({ [negation]: { [key]: policy } })).toBe(true);
  });

  test('a key that nobody knows leaves it open', () => {
    for (const name of [operator, `${operator}IfExists`, ...(negation ? [negation] : [])]) {
      expect(decide({ [name]: { [key]: policy } }, {}, true)).toBe('maybe-deny');
    }
  });
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
test.each<[operator: string, policy: string[], request: string[] | undefined, expected: boolean]>([
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', ['a'], undefined, true],
  ['ForAllValues:StringEquals', ['a'], [], true],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], true],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'], false],
  ['ForAnyValue:StringLike', ['a*'], ['b', 'ab'], true],
  ['ForAnyValue:StringLike', ['a*'], ['b'], false],
  ['ForAnyValue:StringLike', ['a*'], undefined, false],
  ['ForAnyValue:StringNotLike', ['a*'], ['ab', 'b'], true],
  ['ForAnyValue:StringNotLike', ['a*'], ['ab', 'ac'], false],
  ['ForAnyValue:StringNotLike', ['a*'], undefined, false],
  ['ForAnyValue:StringLikeIfExists', ['a*'], undefined, true],
  ['StringEquals', ['a', 'b'], ['b'], true],
  ['StringNotEquals', ['a', 'b'], ['b'], false],
  ['StringNotEquals', ['a', 'b'], ['c'], true],
  ['Null', ['true'], undefined, true],
  ['Null', ['true'], ['a'], false],
  ['Null', ['false'], ['a'], true],
  ['Null', ['false'], undefined, false],
])('%s %j against %j: %j', (operator, policy, request, expected) => {
  expect(holds({ [operator]: { [key]: policy } }, request && { [key]: request })).toBe(expected);
});

test('several values without a set operator are not decided', () => {
  expect(decide({ StringEquals: { [key]: 'a' } }, { [key]: ['a', 'b'] })).toBe('maybe-deny');
  expect(decide({ StringEquals: { [key]: '${test:Other}' } }, { [key]: 'a', 'test:Other': ['a', 'b'] })).toBe(
    'maybe-deny',
  );
});

test('all operators and all keys must hold', () => {
  const both = { StringEquals: { 'test:A': 'a', 'test:B': 'b' }, Bool: { 'test:C': 'true' } };
  expect(holds(both, { 'test:A': 'a', 'test:B': 'b', 'test:C': 'true' })).toBe(true);
  expect(holds(both, { 'test:A': 'a', 'test:B': 'x', 'test:C': 'true' })).toBe(false);
  expect(holds(both, { 'test:A': 'a', 'test:B': 'b', 'test:C': 'false' })).toBe(false);
});

test('keys are compared without regard to case', () => {
  expect(holds({ StringEquals: { 'AWS:requestedregion': 'us-east-1' } }, { 'aws:RequestedRegion': 'us-east-1' })).toBe(
    true,
  );
});

test('a substituted value is never a wildcard', () => {
  const condition = { StringLike: { [key]: '${aws:PrincipalTag/team}/*' } };
  expect(holds(condition, { [key]: 'red/x', 'aws:PrincipalTag/team': '*' })).toBe(false);
  expect(holds(condition, { [key]: '*/x', 'aws:PrincipalTag/team': '*' })).toBe(true);
});

describe('with unknown keys', () => {
  test.each<[name: string, conditions: PolicyConditions, context: Record<string, string | string[]>, expected: string]>(
    [
      [
        'a known condition that fails settles it',
        { Null: { [key]: 'true' }, ArnNotLike: { 'aws:PrincipalArn': ROLE } },
        {},
        'allow',
      ],
      [
        'a known condition that holds does not',
        { Null: { [key]: 'true' }, ArnLike: { 'aws:PrincipalArn': ROLE } },
        {},
        'maybe-deny',
      ],
      ['a key stated as absent is known', { StringEquals: { [key]: 'a' } }, { [key]: [] }, 'allow'],
      ['a key stated as absent satisfies a negation', { StringNotEquals: { [key]: 'a' } }, { [key]: [] }, 'deny'],
      [
        'an unknown variable leaves it open',
        { StringEquals: { 'test:A': "${test:B, 'a'}" } },
        { 'test:A': 'a' },
        'maybe-deny',
      ],
      [
        'another value that matches settles it',
        { StringEquals: { 'test:A': ['${test:B}', 'a'] } },
        { 'test:A': 'a' },
        'deny',
      ],
      ['derived keys are known', { StringNotEquals: { 'aws:PrincipalOrgID': ORGANIZATION } }, {}, 'allow'],
      [
        'a set operator on an unknown key leaves it open',
        { 'ForAllValues:StringEquals': { [key]: 'a' } },
        {},
        'maybe-deny',
      ],
    ],
  )('%s', (_name, conditions, context, expected) => {
    expect(decide(conditions, context, true)).toBe(expected);
  });
});
