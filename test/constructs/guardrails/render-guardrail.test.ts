import { type AuthorizationGuardrail, type GuardrailContext, renderGuardrail } from '../../../constructs/guardrails';
import type { PolicyStatement } from '../../../constructs/policy-evaluator';
import { CONTEXT } from './fixtures';

const EXEMPT = CONTEXT.exemptPrincipalArns;

/** A preset with one statement; the fields that a test is about replace the harmless ones. */
function preset(
  statement: Partial<PolicyStatement>,
  fields: Partial<AuthorizationGuardrail> = {},
): AuthorizationGuardrail {
  return {
    id: 'deny-something',
    policyType: 'SERVICE_CONTROL_POLICY',
    title: { en: 'Deny something', ko: '금지' },
    source: 'https://docs.aws.amazon.com/x.html',
    criteria: ['2.10.2'],
    statements: () => [{ Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*', ...statement }],
    ...fields,
  };
}

const only = (guardrail: AuthorizationGuardrail, context: GuardrailContext = CONTEXT) =>
  renderGuardrail(guardrail, context)[0];

describe('exemption', () => {
  test('an SCP spares the exempt roles', () => {
    expect(only(preset({}))).toEqual({
      Sid: 'DenySomething',
      Effect: 'Deny',
      Action: 's3:DeleteBucket',
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': EXEMPT } },
    });
  });

  test("a preset's own exceptions stay, and those of the organization come on top", () => {
    const own = {
      ArnNotLike: { 'AWS:PrincipalARN': 'arn:aws:iam::*:role/Own', 'aws:SourceArn': 'arn:aws:s3:::b' },
      Bool: { 'aws:ViaAWSService': 'true' },
    };
    expect(only(preset({ Condition: own }))?.Condition).toEqual({
      ArnNotLike: {
        'aws:PrincipalArn': [...EXEMPT, 'arn:aws:iam::*:role/Own'].sort(),
        'aws:SourceArn': 'arn:aws:s3:::b',
      },
      Bool: { 'aws:ViaAWSService': 'true' },
    });
  });

  test('an RCP spares them too, and is for every principal', () => {
    expect(only(preset({}, { policyType: 'RESOURCE_CONTROL_POLICY' }))).toMatchObject({
      Principal: '*',
      Condition: { ArnNotLikeIfExists: { 'aws:PrincipalArn': EXEMPT } },
    });
  });

  test.each([
    ['outsiders', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': CONTEXT.organizationId } }],
    ['AWS services', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }],
  ])(
    'an RCP that binds only %s spares nobody by name, as anybody can take that name in an account of his own',
    (_, Condition) => {
      expect(only(preset({ Condition }, { policyType: 'RESOURCE_CONTROL_POLICY' }))?.Condition).toEqual(Condition);
    },
  );

  test('an RCP about another organization is not about outsiders', () => {
    const Condition = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-anotherorgid' } };
    expect(only(preset({ Condition }, { policyType: 'RESOURCE_CONTROL_POLICY' }))?.Condition).toHaveProperty(
      'ArnNotLikeIfExists',
    );
  });

  test('an RCP about federation spares the roles that are asked for', () => {
    const statement = only(
      preset({ Action: 'sts:AssumeRoleWithWebIdentity' }, { policyType: 'RESOURCE_CONTROL_POLICY' }),
    );
    expect(statement).toMatchObject({ NotResource: EXEMPT });
    expect(statement).not.toHaveProperty('Resource');
  });

  test('a preset that allows is refused, as it cannot spare anybody', () => {
    expect(() => only(preset({ Effect: 'Allow' }))).toThrow(
      /"DenySomething".*has Effect "Allow" and could bind an exempt role/,
    );
  });

  test.each([
    ['nobody', [], /is \[\], so that nobody could undo a guardrail/],
    [
      'a session',
      ['arn:aws:sts::*:assumed-role/Deploy/*'],
      /is not the ARN of an IAM role: write arn:aws:iam::\*:role\/NAME/,
    ],
    ['a user', ['arn:aws:iam::111122223333:user/kim'], /is not the ARN of an IAM role/],
    ['a role of another partition', ['arn:aws-cn:iam::*:role/Deploy'], /is not the ARN of an IAM role/],
    ['part of an account id', ['arn:aws:iam::1111*:role/Deploy'], /is not the ARN of an IAM role/],
    ['every role', ['arn:aws:iam::*:role/*'], /exempts nearly every role/],
    ['nearly every role', ['arn:aws:iam::*:role/*/a*'], /exempts nearly every role/],
    ['one bad pattern among good ones', ['arn:aws:iam::*:role/Deploy', 'Deploy'], /has "Deploy"/],
  ])('exempting %s is refused', (_, exemptPrincipalArns, message) => {
    expect(() => only(preset({}), { ...CONTEXT, exemptPrincipalArns })).toThrow(message);
  });
});

describe('Sid', () => {
  test('the name of a statement follows the name of its preset', () => {
    expect(only(preset({ Sid: 'Buckets' }))?.Sid).toBe('DenySomethingBuckets');
  });

  test.each([['With space'], ['x'.repeat(60)]])('%j makes no Sid that AWS takes', (Sid) => {
    expect(() => only(preset({ Sid }))).toThrow(/which does not match/);
  });
});

describe('parameters', () => {
  const parameters: AuthorizationGuardrail['parameters'] = {
    on: { type: 'boolean', description: { en: 'On?', ko: '사용 여부' }, defaultValue: true },
    days: { type: 'integer', description: { en: 'Days.', ko: '일수' }, minimum: 1, maximum: 9, defaultValue: 5 },
    mode: { type: 'string', description: { en: 'Mode.', ko: '모드' }, allowedValues: ['a', 'b'], defaultValue: 'a' },
    accounts: { type: 'string-list', description: { en: 'Accounts.', ko: '계정' }, pattern: '^\\d{12}$' },
  };
  const guardrail = preset(
    {},
    { parameters, statements: (_, values) => [{ Effect: 'Deny', Action: JSON.stringify(values), Resource: '*' }] },
  );
  const accounts = ['111122223333'];

  test('defaults fill what the use does not say', () => {
    expect(renderGuardrail(guardrail, CONTEXT, { accounts, days: 9 })[0]?.Action).toBe(
      JSON.stringify({ on: true, days: 9, mode: 'a', accounts }),
    );
  });

  test.each([
    [{}, /'accounts' of guardrail "deny-something" is required: Accounts\./],
    [{ accounts, acounts: [] }, /has no parameter "acounts": it takes \["on","days","mode","accounts"\]/],
    [{ accounts: ['12345'] }, /'accounts'.*"12345" does not match \^\\d\{12\}\$/],
    [{ accounts: '111122223333' }, /"111122223333" is not of type string-list/],
    [{ accounts, on: 'true' }, /"true" is not of type boolean/],
    [{ accounts, days: 0 }, /0 is not between 1 and 9/],
    [{ accounts, days: 10 }, /10 is not between 1 and 9/],
    [{ accounts, days: 1.5 }, /1\.5 is not of type integer/],
    [{ accounts, mode: 'c' }, /"c" is not one of \["a","b"\]/],
    [{ accounts, mode: 1 }, /1 is not of type string/],
  ])('%j is refused', (given, message) => {
    expect(() => renderGuardrail(guardrail, CONTEXT, given)).toThrow(message);
  });

  test('a preset without parameters takes none', () => {
    expect(() => renderGuardrail(preset({}), CONTEXT, { on: true })).toThrow(/has no parameter "on": it takes none/);
  });
});
